import type { Bilingual } from '../base/bilingual.ts';
import type { LeanMatch, MatchResult } from '../core/matcher/match.ts';
import type { Side } from '../core/records/parse.ts';
import type { Taxonomy } from '../core/records/taxonomy.ts';
import type { MatchRecord } from '../core/records/types.ts';

/** What is counted of matches, and what from. */

/** What knows chains: a matcher, or `{ taxonomy: DEFAULT_TAXONOMY, tagChains }` of `cuohe`. */
export interface ChainSource {
  readonly taxonomy: Taxonomy;
  /** The chains of a record, the first one first. */
  tagChains(record: MatchRecord): readonly { readonly code: string }[];
}

/** What supply and demand are counted from. */
export interface SupplyAndDemandInput {
  /** Of `matchAll`: achievements for demands, or demands for achievements; lean ones too. */
  readonly results: readonly MatchResult<unknown, LeanMatch>[];
  /** Validated records of both sides, as `parseRecords` and the readers of `cuohe/io` give them; ids are unique in a side. */
  readonly records: {
    readonly achievements: readonly MatchRecord[];
    readonly demands: readonly MatchRecord[];
  };
  readonly chains: ChainSource;
  /** The side that `results` are the answers for. Default: the one whose ids they have; needed where both sides have them. */
  readonly queries?: Side;
}

/** Counts of records. */
export interface SupplyFigures {
  readonly demands: number;
  readonly achievements: number;
  /** Demands with an answer: the best match is 较强 or 强; without levels, there is any match. */
  readonly answered: number;
  /** Demands without an answer: `demands` − `answered`. */
  readonly gap: number;
  /** Achievements that answer a demand. */
  readonly wanted: number;
}

/** One chain of the taxonomy. */
export interface ChainFigures extends SupplyFigures {
  /** Empty for records without a chain of the taxonomy: the last one. */
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Whether the chain counts as advanced manufacturing; absent where the taxonomy does not tell. */
  readonly advancedManufacturing?: boolean;
}

/** One province, or an area of the host's own without a code. */
export interface RegionFigures extends SupplyFigures, Bilingual {
  /** The first two digits of the region code, or the name of the area; empty for records that tell none. */
  readonly key: string;
}

/** Matches of the demands of one chain with the achievements of one chain. */
export interface ChainPair {
  /** Code of the demand's chain; empty for none. */
  readonly demandChain: string;
  /** Code of the achievement's chain; empty for none. */
  readonly supplyChain: string;
  readonly matches: number;
  /** Of these the ones that are 较强 or 强; without levels all. */
  readonly answering: number;
}

/** Supply and demand by chain and region. Plain JSON. */
export interface SupplyAndDemand {
  /** `levels`: matches of 较强 and 强 answer a demand; `matches`: there are no levels, and any match does. */
  readonly basis: 'levels' | 'matches';
  /** How it was counted, for people. */
  readonly note: Bilingual;
  /** All chains of the taxonomy in its order, then the records without one. */
  readonly chains: readonly ChainFigures[];
  /** Regions of any record: codes ascending, then names, then the records that tell none. */
  readonly regions: readonly RegionFigures[];
  /** Pairs of chains with a match, in the order of `chains`: demand by demand. */
  readonly pairs: readonly ChainPair[];
  /** Sums over all chains; also over all regions, and of `matches` and `answering` over all pairs. */
  readonly total: SupplyFigures & Pick<ChainPair, 'matches' | 'answering'>;
  /** Records of the side that was asked for which have no result, and are not counted. */
  readonly unasked: number;
}
