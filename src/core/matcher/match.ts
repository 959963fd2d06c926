import type { MatchedPhrase } from '../explanation/phrases.ts';
import type { Reason, SharedChain } from '../explanation/reason.ts';
import type { Eligibility, FilteredCounts } from '../matches/filters.ts';
import type { ResolvedMatchOptions } from '../matches/match-options.ts';
import type { MatchRecord } from '../records/types.ts';
import type { SignalName } from '../vectors/signals.ts';

/** One ranked record. */
export interface Match<R extends MatchRecord = MatchRecord> {
  /** From 1. */
  readonly rank: number;
  readonly id: string;
  /** Position of the record in the collection, from 0. */
  readonly index: number;
  /** In [0, 1]: Σ signals. */
  readonly score: number;
  /** What each signal adds to the score. */
  readonly signals: Readonly<Record<SignalName, number>>;
  /** The top shared phrases with their places in both texts; empty without `explain`. */
  readonly phrases: readonly MatchedPhrase[];
  /** Chains of both records; empty without `explain`. */
  readonly chains: readonly SharedChain[];
  /** One sentence in two languages; empty texts without `explain`. */
  readonly reason: Reason;
  readonly record: R;
}

/** The matches of one record. */
export interface MatchResult<R extends MatchRecord = MatchRecord> {
  /** Id of the record that matches were asked for. */
  readonly queryId: string;
  readonly matches: readonly Match<R>[];
  /** Records that passed the filters and were ranked. */
  readonly candidates: number;
  /** Records that each filter removed. */
  readonly filtered: FilteredCounts;
}

/** A match without what stands in the record itself: what the worker threads of `cuohe/parallel` send. */
export type BareMatch = Omit<Match, 'id' | 'record'>;

/** How a chunk of queries is answered; all of it can be sent to another thread. */
export interface Answering extends Pick<ResolvedMatchOptions, 'limit' | 'minScore' | 'explain'> {
  readonly eligibility: Eligibility;
}
