import type { LevelCalibration } from '../core/levels/calibration.ts';
import { SIGNAL_WEIGHTS } from '../core/vectors/signals.ts';

/**
 * How levels follow from scores where nobody learned it from judgments of their own. Fitted by `npm run fit:levels` on the
 * invented judgments of the repository: hard cases, reading cases and bundled sample, of equal weight, each demand with
 * the ten best of its collection. `test/benchmarks/levels.test.ts` fits it again; how well it holds elsewhere stands in
 * `benchmarks/EVALUATION.md`.
 */
export const SHIPPED_LEVELS: LevelCalibration = {
  thresholds: [4.82, 5.86, 6.45],
  slope: 8.87,
  signals: SIGNAL_WEIGHTS,
};
