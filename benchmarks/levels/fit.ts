import { LEVELS } from '../../src/core/levels/level.ts';
import { fitOrdinal, type Observation } from '../../src/learn/ordinal.ts';
import type { Shown } from './lists.ts';

/** Thresholds and slope of a calibration. */
export interface Fitted {
  readonly thresholds: readonly number[];
  readonly slope: number;
}

/** In units of the log-likelihood, as `learn` has it. */
const RIDGE = 10;
/** Digits after the point: more would claim what the next judgment changes. */
const DIGITS = 2;

/**
 * Fits levels to lists: sets have the same say, whatever their size. Of a line that nobody judged it is known that nobody
 * chose it: it is 无 or 弱, and which of them is left open.
 */
export function fitLevels(sets: readonly (readonly Shown[])[]): Fitted {
  const total = sets.reduce((sum, set) => sum + set.length, 0);
  const observations = sets.flatMap((set) =>
    set.map(
      ({ evidence, grade }): Observation => ({
        features: [evidence],
        ...(grade === undefined ? { level: 1, least: 0 } : { level: grade }),
        weight: total / sets.length / set.length,
      }),
    ),
  );
  const { thresholds, slopes } = fitOrdinal(observations, LEVELS.length, RIDGE);
  const round = (value: number) => Number(value.toFixed(DIGITS));
  return { thresholds: thresholds.map(round), slope: round(slopes[0]!) };
}
