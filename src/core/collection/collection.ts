import type { ConditionWeights } from '../conditions/condition.ts';
import type { DenseRows } from '../dense/dense-rows.ts';
import type { CompactRows } from '../postings/compact-rows.ts';
import type { Postings } from '../postings/postings.ts';
import type { Vectorizer } from '../vectors/vectorizer.ts';
import type { Attributes } from './attributes.ts';
import type { RecordStore } from './record-store.ts';

/** An indexed collection: everything that ranking and explaining read. Immutable. */
export interface Collection {
  readonly vectorizer: Vectorizer;
  readonly rows: CompactRows;
  readonly postings: Postings;
  readonly attributes: Attributes;
  /** How strongly conditions shift scores, by kind. */
  readonly conditionWeights: ConditionWeights;
  /** Share of the records above which a text term was dropped, in (0, 1]. */
  readonly maxDocumentShare: number;
  /** Vectors of the host; undefined where it gave none. */
  readonly dense: DenseRows | undefined;
  readonly records: RecordStore;
}
