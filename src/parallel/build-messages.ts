import type { KeptTag } from '../core/collection/attributes.ts';
import type { ReadingPrints } from '../core/collection/saved.ts';
import type { FieldWeights } from '../core/records/fields.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { WeighedRows } from '../core/vectors/row-factors.ts';
import type { SchemeParts } from '../core/vectors/scheme.ts';
import type { Terms } from '../core/vectors/vocabulary.ts';

/** What attributes keep of a record that a worker read. */
export interface ReadByWorker {
  readonly tags: readonly KeptTag[];
  readonly states: number;
}

/** The terms of the records that one worker read, ascending, and in how many of these records each stands. */
export interface SortedTerms extends Terms {
  readonly frequencies: Uint32Array;
}

/** To a worker that reads a part of the records for an index: in this order, `read` as often as there are chunks. */
export type ToBuilder =
  | {
      readonly type: 'prepare';
      /** URL of the module with the reading parts; undefined for the default ones. */
      readonly parts: string | undefined;
      readonly fieldWeights: FieldWeights;
      /** Those of the parts that the matcher is made with. */
      readonly prints: ReadingPrints;
    }
  | { readonly type: 'read'; readonly records: readonly MatchRecord[] }
  | {
      readonly type: 'sort';
      /** Positions of the records whose values are counted, among those that this worker read. */
      readonly sampled: Uint32Array;
    }
  | {
      readonly type: 'weigh';
      /** The id in the whole vocabulary of each term of this worker. */
      readonly places: Uint32Array;
      /** Document frequency of each. */
      readonly frequencies: Uint32Array;
      readonly scheme: SchemeParts;
      /** Values of text terms that have codes. */
      readonly textValues: readonly number[];
    };

/** From such a worker: one answer to each message but the first. */
export type FromBuilder =
  | { readonly type: 'read'; readonly read: readonly ReadByWorker[] }
  | {
      readonly type: 'sorted';
      readonly terms: SortedTerms;
      /** How often values of text terms occur in the sampled records. */
      readonly values: ReadonlyMap<number, number>;
    }
  /** The rows of its records in the order in which it read them, with ids of the whole vocabulary. */
  | { readonly type: 'weighed'; readonly rows: WeighedRows };
