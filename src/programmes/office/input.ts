import * as z from 'zod/mini';
import type { MatchResult } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { SecrecyLevel } from '../../core/records/secrecy.ts';
import type { Taxonomy } from '../../core/records/taxonomy.ts';
import type { AchievementInput, DemandInput } from '../../core/records/types.ts';
import type { Broker } from '../brokers/broker.ts';
import type { CaseLedger } from '../cases/index.ts';
import { ELSEWHERE, ID, optionsOf, partOf, SHARE } from '../common/check.ts';
import { RUN } from '../common/matching.ts';
import { OPEN } from '../common/open-records.ts';
import { TAXONOMY } from '../common/taxonomy.ts';
import { REGIONS, type Regions } from '../places/regions.ts';
import type { OfficeParty, PartyDirectory } from './parties.ts';
import type { Shared } from './shared.ts';

/** What an office has. */
export interface OfficeInput extends RunOptions {
  /** Achievements, patents, experts and other supply. */
  readonly supply: readonly AchievementInput[];
  readonly demands: readonly DemandInput[];
  /** The day of the office, `YYYY-MM-DD`: on it records must be valid; no programme reads a clock. */
  readonly asOf: string;
  /** Highest secrecy level that anybody sees here. Default `public`. */
  readonly clearance?: SecrecyLevel;
  /** Units that the office knows, with their other names, codes and regions. Default: as the records write them. */
  readonly parties?: readonly OfficeParty[];
  /** Zones, circles and partner regions, of `defineRegions`. Default: nearness by codes. */
  readonly regions?: Regions;
  /** The region whose figures contracts are counted for: GB/T 2260 code or an area. Asked for by `contracts` alone. */
  readonly home?: string;
  /** Default: the 27 chains. */
  readonly taxonomy?: Taxonomy;
  /** The score from which a match counts in every programme. Default: what the levels of matches say. */
  readonly minScore?: number;
  readonly brokers?: readonly Broker[];
  /** Cases until now. Default: none. */
  readonly ledger?: CaseLedger;
}

/** Shape of an {@link OfficeInput}. */
export const INPUT = optionsOf<OfficeInput>({
  ...OPEN,
  ...RUN,
  supply: ELSEWHERE,
  demands: ELSEWHERE,
  parties: ELSEWHERE,
  regions: z.optional(REGIONS),
  home: z.optional(ID),
  taxonomy: z.optional(TAXONOMY),
  minScore: z.optional(SHARE),
  brokers: ELSEWHERE,
  ledger: z.optional(partOf<CaseLedger>(z.looseObject({ events: z.array(z.any()) }))),
});

/** Matches of demands, in their order. */
export type Matches = readonly MatchResult<AchievementInput>[];

/** What does not change as events come in. */
export interface Rooms extends Pick<OfficeInput, 'asOf' | 'clearance' | 'home' | 'minScore'> {
  readonly supply: Matcher<AchievementInput>;
  readonly demands: Matcher<DemandInput>;
  readonly taxonomy: Taxonomy;
  readonly regions: Regions;
  readonly brokers: readonly Broker[];
  readonly directory: PartyDirectory;
  /** The best matches of every open demand. */
  readonly matches: Shared<Matches>;
  /** Those of what can be taken over as it is. */
  readonly ready: Shared<Matches>;
}
