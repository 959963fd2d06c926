import type { ExplainedSide } from '../explanation/explain.ts';
import type { LevelCalibration } from '../levels/calibration.ts';
import type { MatchRecord } from '../records/types.ts';
import type { TermStatistics } from '../vectors/statistics.ts';
import type { Reading } from './reading.ts';
import type { Weighting } from './weighting.ts';

/**
 * Where a weigher keeps what stands behind it, for the sub-paths. A registered symbol: the CommonJS and the ES build of the
 * library have a class each.
 */
export const INSIDE = Symbol.for('cuohe/weigher');

/** The terms of a record and what each weighs: the row that an index under the same statistics would keep. */
export interface WeightedRow {
  /** Terms, each behind the mark of its signal, in ascending order of UTF-16 units. */
  readonly terms: readonly string[];
  /** Weight of each term, above 0. The squared length of a row is at most 1. */
  readonly weights: Float32Array;
}

/** A validated record, read and weighed once. */
export interface WeighedRecord {
  readonly row: WeightedRow;
  /** Of a demand with several needs the row of each. */
  readonly needs: readonly WeightedRow[] | undefined;
  readonly side: Omit<ExplainedSide, 'row'>;
}

/** What stands behind a weigher. */
export interface WeigherInside {
  readonly reading: Reading;
  readonly weighting: Weighting & { readonly statistics: TermStatistics };
  /** What its scores mean, unless the host says otherwise; none in `cuohe/core`. */
  readonly levels: LevelCalibration | undefined;
  /** Whether vectors of the host count in its scores. */
  readonly hasVectors: boolean;
  weighed(record: MatchRecord): WeighedRecord;
}

/** What stands behind a weigher, of whichever build; undefined for anything else. */
export function insideOf(weigher: unknown): WeigherInside | undefined {
  return (weigher as { readonly [INSIDE]?: WeigherInside } | null | undefined)?.[INSIDE];
}
