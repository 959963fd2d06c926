import type { Achievement, DemandInput, FieldSpan, Match } from 'cuohe';

/** What the page sends to the worker. */
export interface Question {
  /** Answers come back with the number of their question. */
  readonly number: number;
  readonly demand: DemandInput;
}

/** A match as the page shows it. */
export interface ShownMatch extends Pick<Match<Achievement>, 'rank' | 'id' | 'score' | 'reason' | 'record'> {
  /** Names of the shared chains. */
  readonly chains: readonly string[];
  /** Places in the record's text that match the demand. */
  readonly spans: readonly FieldSpan[];
}

/** What the worker sends to the page. */
export type Answer =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'ready'; readonly records: number; readonly milliseconds: number }
  | {
      readonly type: 'matches';
      readonly number: number;
      readonly chains: readonly string[];
      readonly matches: readonly ShownMatch[];
      readonly candidates: number;
      readonly milliseconds: number;
    }
  | { readonly type: 'failed'; readonly number: number | undefined; readonly message: string };
