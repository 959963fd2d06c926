import type { Vectorizer } from '../vectors/vectorizer.ts';
import type { Attributes } from './attributes.ts';
import type { CompactRows } from './compact-rows.ts';
import type { Postings } from './postings.ts';
import type { RecordStore } from './record-store.ts';

/** An indexed collection: everything that ranking and explaining read. Immutable. */
export interface Collection {
  readonly vectorizer: Vectorizer;
  readonly rows: CompactRows;
  readonly postings: Postings;
  readonly attributes: Attributes;
  readonly records: RecordStore;
}
