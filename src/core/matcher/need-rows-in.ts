import type { Collection } from '../collection/collection.ts';
import { type NeedRows, needRowsOf } from '../needs/need-rows.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import type { SparseRow, Vectorizer } from '../vectors/vectorizer.ts';
import { remember } from './cache.ts';

/** The rows of the needs of a demand whose row is in the terms of a collection. */
export function needRowsIn(
  vectorizer: Vectorizer,
  fields: readonly AnalyzedField[],
  row: SparseRow,
): NeedRows | undefined {
  const { vocabulary } = vectorizer.parts;
  return needRowsOf(
    fields,
    row,
    (position) => vocabulary.term(row.ids[position]!),
    (mark, term, frequency) => vectorizer.termWeight(mark, term, frequency),
  );
}

/** Demands of a collection whose rows of needs are kept: some kilobytes each. */
const KEPT_NEEDS = 2048;

/** The rows of the needs of indexed demands, by their position. */
export function needRowsAt(
  { vectorizer, rows }: Collection,
  fieldsOf: (row: number) => readonly AnalyzedField[],
): (row: number) => NeedRows | undefined {
  return remember(KEPT_NEEDS, (row) => needRowsIn(vectorizer, fieldsOf(row), rows.row(row)));
}
