import type { Condition } from '../conditions/condition.ts';
import type { VectorPart } from '../explanation/contributions.ts';
import type { MatchedPhrase } from '../explanation/phrases.ts';
import type { Reason, SharedChain } from '../explanation/reason.ts';
import type { MatchAnswer } from '../levels/answer.ts';
import type { MatchLevel } from '../levels/level.ts';
import type { Eligibility, FilteredCounts } from '../matches/filters.ts';
import type { Counted, ResolvedMatchOptions } from '../matches/match-options.ts';
import type { FieldSpan } from '../terms/span.ts';
import type { SignalName } from '../vectors/signals.ts';

/** What a list shows of a ranked record. */
export interface LeanMatch {
  /** From 1. */
  readonly rank: number;
  readonly id: string;
  /** Position of the record in the collection, from 0. */
  readonly index: number;
  /** In [0, 1]: Σ signals + vectors + Σ conditions. */
  readonly score: number;
  /** How a judge would probably grade it; absent where `levels` do not hold for the scores, and within one side. */
  readonly level?: MatchLevel;
  /** That a judge would call it relevant (较强 or 强), in [0, 1]; where there is a level. */
  readonly probability?: number;
  /**
   * Of a demand with several needs the one that the match corresponds to, from 0 in the order of its text; absent where
   * it corresponds to the whole of the demand more than to any one of them, and for demands with one.
   */
  readonly need?: number;
  /** One sentence in two languages; empty texts without `explain`. */
  readonly reason: Reason;
}

/** One ranked record. `R` is the host's row. */
export interface Match<R = unknown> extends LeanMatch {
  /** What each signal adds to the score. */
  readonly signals: Readonly<Record<SignalName, number>>;
  /** What the vectors of both add to the score; absent where either has none. */
  readonly vectors?: VectorPart;
  /** What the demand asks for beside its matter and the achievement speaks to, the most decisive first. */
  readonly conditions: readonly Condition[];
  /** The top shared phrases with their places in both texts; empty without `explain`. */
  readonly phrases: readonly MatchedPhrase[];
  /** Chains of both records; empty without `explain`. */
  readonly chains: readonly SharedChain[];
  /** The row as the host gave it; of an opened index, the validated record. */
  readonly record: R;
}

/**
 * How many of the records that match have what: chain codes, region keys with all regions that contain them (21, 2101,
 * 210112), kinds, codes of stages. Records that state none count under the empty key.
 */
export type MatchCounts = Readonly<Partial<Record<Counted, Readonly<Record<string, number>>>>>;

/** One of several needs of the demand that was asked for, and what answers it best. */
export interface NeedResult extends FieldSpan {
  /**
   * The best for this need alone, at most three, by the score that they would have if the demand had no other one;
   * of these the ones that share more with it than what all needs share. Empty: nothing answers it.
   */
  readonly matches: readonly NeedMatch[];
}

/** A record that answers a need. */
export interface NeedMatch {
  readonly id: string;
  /** Position of the record in the collection, from 0. */
  readonly index: number;
  /** For this need alone, in [0, 1]; on the scale of other scores. */
  readonly score: number;
  /** Its rank among the matches of the result; absent for one that is not among them. */
  readonly rank?: number;
}

/** The matches of one record. */
export interface MatchResult<R = unknown, M extends LeanMatch = Match<R>> {
  /** Id of the record that matches were asked for; empty for one without. */
  readonly queryId: string;
  readonly matches: readonly M[];
  /** Whether anything answers the query: the best match of all pages, in words; where matches have a level. */
  readonly answer?: MatchAnswer;
  /** The needs of a demand that tells several, in the order of its text, the first 12; absent for any other query. */
  readonly needs?: readonly NeedResult[];
  /** Records that passed the filters and were ranked. */
  readonly candidates: number;
  /** Records that match, whatever the limit; where `total` or `counts` asked for it. */
  readonly total?: number;
  /** What `counts` asked for, over all records that match. */
  readonly counts?: MatchCounts;
  /** Records that each filter removed. */
  readonly filtered: FilteredCounts;
}

/** A match without what stands in the record itself: what the worker threads of `cuohe/parallel` send. */
export type BareMatch = Omit<Match, 'id' | 'record' | 'level' | 'probability'>;

/** What a query gets, before it is completed; all of it can be sent from another thread. */
export interface BareResult {
  readonly matches: readonly BareMatch[];
  /** The best score of any record, 0 without matches: that of rank 1, which may lie before the offset. */
  readonly best: number;
  /** Score of the query with itself; absent for a query of the side that is indexed, which no record answers. */
  readonly own?: number;
  readonly needs?: readonly BareNeed[];
  readonly total?: number;
  readonly counts?: MatchCounts;
}

/** A need, before it is completed. */
export interface BareNeed extends FieldSpan {
  readonly matches: readonly { readonly index: number; readonly score: number }[];
}

/** How a chunk of queries is answered; all of it can be sent to another thread. */
export interface Answering
  extends Pick<ResolvedMatchOptions, 'limit' | 'offset' | 'minScore' | 'explain' | 'total' | 'counts'> {
  readonly eligibility: Eligibility;
}

/** How results are completed, on the thread that asked. */
export type Completing<R> = Pick<ResolvedMatchOptions<R>, 'lean'>;
