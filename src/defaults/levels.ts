import type { LevelCalibration } from '../core/levels/calibration.ts';
import { SIGNAL_WEIGHTS } from '../core/vectors/signals.ts';

/**
 * How levels follow from scores where nobody learned it from judgments of their own. Fitted by `npm run fit:levels` on the
 * invented judgments of the repository: hard cases, reading cases and bundled sample, of equal weight, each demand with
 * the ten best of its collection. `test/benchmarks/levels.test.ts` fits it again; how well it holds elsewhere stands in
 * `benchmarks/EVALUATION.md`.
 */
export const SHIPPED_LEVELS: LevelCalibration = {
  thresholds: [5.17, 6.24, 6.86],
  slope: 9.72,
  signals: SIGNAL_WEIGHTS,
};
