import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Match, MatchResult } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { MatchOptions, RunOptions } from '../../core/matches/match-options.ts';
import { regionOf } from '../../core/records/region.ts';
import type { Achievement, Demand, DemandInput, MatchRecord, QueryInput } from '../../core/records/types.ts';
import type { Simplifier } from '../../core/terms/normalize.ts';
import { checkOptions, FROM_1, optionsOf, readRecords, type ShapeOf, SIMPLIFIER } from '../common/check.ts';
import { enoughFor } from '../common/enough.ts';
import { GIVEN_MATCHES, givenMatches } from '../common/given-matches.ts';
import { FILTER, forMatch, MATCHING, onDay, queryOf, RUN, withParsed } from '../common/matching.ts';
import { closedBy, OPEN, type OpenOptions } from '../common/open-records.ts';
import { type Pair, pairIdOf } from '../common/pair.ts';
import { type Party, partyOf } from '../common/party.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { compareTerms } from '../transfer-terms/compatibility.ts';
import type { CompatibilityComponent } from '../transfer-terms/part.ts';
import { expertIndexOf, wishesOf } from './named-experts.ts';
import type { NamedParticipant } from './participants.ts';

/** A demand and a supply record whose owners should meet; also what visits and brokers are planned from. */
export interface InvitedPair extends Pair {
  /** Whether the demand asks for this expert by name (点名). */
  readonly isNamed: boolean;
  /** In what the terms of both records conflict, as `checkCompatibility` says: rights, way, exclusivity, price. */
  readonly conflicts: readonly TermConflict[];
  /** Why they match. */
  readonly reason: Bilingual;
}

/** Terms that conflict. */
export interface TermConflict {
  readonly component: CompatibilityComponent;
  readonly reason: Bilingual;
}

/** Why nobody is invited for a demand. */
export type UninvitedCode = 'expired' | 'no-organization' | 'no-match' | 'own-supply' | 'none-to-invite';

export const UNINVITED_LABELS: Readonly<Record<UninvitedCode, Bilingual>> = {
  expired: { zh: '需求已过有效期', en: 'the demand has expired' },
  'no-match': { zh: '库中没有达到分数线的供给', en: 'no supply reaches the score' },
  'no-organization': { zh: '需求未注明单位，无人可邀', en: 'the demand names no organisation' },
  'none-to-invite': {
    zh: '匹配到的供给或无权属单位，或条件冲突',
    en: 'all that matches has no owner or conflicts in its terms',
  },
  'own-supply': { zh: '匹配到的都是本单位自己的成果', en: 'all that matches is its own' },
};

/** A demand for which nobody is invited. */
export interface Uninvited {
  readonly demandId: string;
  readonly reason: UninvitedCode;
}

/** Why something that would be next is not invited. */
export type NotInvitedCode = 'no-owner' | 'conflict' | 'not-found' | 'ambiguous';

export const NOT_INVITED_LABELS: Readonly<Record<NotInvitedCode, Bilingual>> = {
  'no-owner': { zh: '供给未注明权属单位，无人可邀', en: 'the record names no owner' },
  conflict: { zh: '合作条件冲突', en: 'the terms conflict' },
  'not-found': { zh: '点名专家不在库中', en: 'the expert who was named is not in the index' },
  ambiguous: { zh: '点名专家有同名，需核对单位', en: 'several experts have the name' },
};

/** A record passed over for a demand, or a name that leads to nobody. */
export interface NotInvited {
  readonly demandId: string;
  /** Id of the supply record; the name that the demand gives for `not-found` and `ambiguous`. */
  readonly what: string;
  readonly reason: NotInvitedCode;
}

/** Who is invited for whom. */
export interface Invitations {
  /** In the order of demands, for each the best first. */
  readonly pairs: readonly InvitedPair[];
  /** Everybody in a pair, in the order of pairs. */
  readonly participants: readonly NamedParticipant[];
  readonly uninvited: readonly Uninvited[];
  /** Number of demands above the clearance. */
  readonly withheld: number;
  /** What is passed over though it comes before what is invited, by demand; the demander's own is not told. */
  readonly notInvited: readonly NotInvited[];
}

/** Whom to invite. */
export interface InviteOptions<R = unknown> extends OpenOptions, Pick<MatchOptions, 'kinds'>, RunOptions {
  /** Least score of a match, in [0, 1]. Default: what the matcher's levels call worth a look (弱), else a score drawn from the collection. */
  readonly minScore?: number;
  /** Most pairs of a demand, a whole number from 1. Default 3. */
  readonly perDemand?: number;
  /**
   * What becomes of pairs whose terms conflict: `mark` invites them and says so in `conflicts`, `leave-out` asks for the
   * next best. Experts asked for by name are never left out. Default `mark`.
   */
  readonly conflicts?: 'mark' | 'leave-out';
  /** Further names of organisations, so that one sits as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
  /** Traditional → simplified characters, for names of experts. Default: names as they are. */
  readonly simplifier?: Simplifier;
  /** What else must hold for supply. */
  readonly filter?: Omit<MatchFilter<R>, 'asOf' | 'clearance'>;
  /**
   * Results that the supply gave for these demands before, under the same conditions: only what they do not hold is asked
   * for. Of `matchAll(demands, { limit, minScore, kinds, filter: { asOf, clearance, … }, total: true })`; others are refused.
   * Default: none.
   */
  readonly matches?: readonly MatchResult<R>[];
}

/** Default of `perDemand`. */
export const PER_DEMAND = 3;
/** Matches asked for beyond those wanted, because a demander's own records are passed over. */
const SPARE = 1;

/** Day and clearance stand beside the filter, and hold for demands too. */
const isFree = z.refine<MatchFilter<never>>(
  (filter) => filter?.asOf === undefined && filter?.clearance === undefined,
  {
    error: 'no asOf and no clearance: they stand beside the filter',
  },
);

/** Shapes of {@link InviteOptions}. */
export const INVITE = {
  ...OPEN,
  ...RUN,
  minScore: MATCHING.minScore,
  kinds: MATCHING.kinds,
  perDemand: z.optional(FROM_1),
  conflicts: z.optional(z.enum(['mark', 'leave-out'])),
  aliases: ALIASES,
  simplifier: z.optional(SIMPLIFIER),
  filter: z.optional(FILTER.check(isFree)),
  matches: GIVEN_MATCHES,
} satisfies ShapeOf<InviteOptions<never>>;

const OPTIONS = optionsOf<InviteOptions<never>>(INVITE);

/**
 * Invites to each demand the experts whom it names, then the owners of its best matches, never the demander itself, and
 * nobody for records that name no owner.
 * serves: 「分行业、分专题开展精准化对接」. Order and score are the matcher's; one query a demand.
 * @param demands of one theme or of many.
 * @param supply index of achievements, experts and other supply.
 * @throws InputError `INVALID_RECORDS` naming every bad demand, `INVALID_OPTIONS` every bad option; the signal's reason
 *   when stopped.
 */
export async function invitePairs<R>(
  demands: readonly DemandInput[],
  supply: Matcher<R>,
  options: InviteOptions<R>,
): Promise<Invitations> {
  checkOptions(options, OPTIONS);
  const { asOf, clearance = 'public', perDemand = PER_DEMAND, minScore, kinds, conflicts = 'mark' } = options;
  const filter = { ...options.filter, asOf, clearance };
  const enough = enoughFor(supply, 'near', minScore);
  const asked = forMatch<R>({ minScore: enough.floor(), kinds, filter });
  const parsed = readRecords({ what: 'demands', items: demands, side: 'demand' });
  const names = parsed.map(({ organization }) => organization);
  const reading = { units: readUnits(options.aliases, names), simplifier: options.simplifier };
  const whoComes = (record: MatchRecord) => partyOf(record, reading.units);
  const experts = parsed.some(({ preferredExperts = [] }) => preferredExperts.length > 0)
    ? expertIndexOf(supply, onDay(filter), reading)
    : { byName: new Map(), reading };
  const known = givenMatches(supply, options.matches, { ...asked, minScore: enough.floor() });
  const participants = new Map<string, NamedParticipant>();
  const pairs: InvitedPair[] = [];
  const uninvited: Uninvited[] = [];
  const notInvited: NotInvited[] = [];
  let withheld = 0;
  const pacer = new Pacer(demands.length, options);
  for (const [at, demand] of parsed.entries()) {
    const query = queryOf(demand, demands[at]!);
    const demander = whoComes(demand);
    const closed = closedBy(demand, options);
    if (closed === 'secret') withheld++;
    else if (closed !== undefined || demander === undefined) {
      uninvited.push({ demandId: demand.id, reason: closed ?? 'no-organization' });
    } else {
      const wishes = wishesOf(demand, experts);
      const only = new Set(wishes.flatMap(({ found }) => (typeof found === 'number' ? [found] : [])));
      for (const { name, found } of wishes) {
        if (typeof found === 'string') notInvited.push({ demandId: demand.id, what: name, reason: found });
      }
      const named = namedMatches(supply, query, only);
      const { partners, passed, why } = partnersOf({
        demand,
        demander,
        wanted: Math.max(0, perDemand - named.length),
        isTaken: (match) => only.has(match.index),
        leavesOut: conflicts === 'leave-out',
        whoComes,
        ask: (limit) => {
          const { matches: given = [], total = Number.POSITIVE_INFINITY } = known.get(demand.id) ?? {};
          const isEnough = given.length >= Math.min(limit, total);
          const found = isEnough ? given.slice(0, limit) : supply.match(query, { ...asked, limit }).matches;
          return withParsed(supply, found.filter(enough.passes));
        },
      });
      notInvited.push(...passed);
      const most = Math.max(0, ...partners.map(({ match }) => match.score));
      const invited = [
        ...named.flatMap((match) => {
          const supplier = whoComes(match.record);
          const isOther = supplier !== undefined && supplier.id !== demander.id;
          const value = Math.max(match.score, most) || UNMATCHED;
          return isOther ? [{ match: { ...match, score: value }, supplier, isNamed: true }] : [];
        }),
        ...partners,
      ];
      if (invited.length === 0) uninvited.push({ demandId: demand.id, reason: why });
      const chains = invited.length === 0 ? [] : supply.tagChains(query).map(({ code }) => code);
      for (const { match, supplier, isNamed } of invited) {
        for (const who of [demander, supplier]) {
          if (!participants.has(who.id)) participants.set(who.id, { id: who.id, name: who.name });
        }
        pairs.push(pairOf(demand, demander, { match, supplier, isNamed }, chains));
      }
    }
    await pacer.step(at + 1);
  }
  pacer.finish(demands.length);
  return { pairs, participants: [...participants.values()], uninvited, withheld, notInvited };
}

/** What an expert asked for by name is worth where nothing else matches. */
const UNMATCHED = 0.5;

interface Partner {
  readonly match: PartnerMatch;
  readonly supplier: Party;
  readonly isNamed: boolean;
}

type PartnerMatch = Pick<Match<MatchRecord>, 'id' | 'index' | 'score' | 'level' | 'record' | 'reason'> & {
  readonly chains: readonly { readonly code: string }[];
};

/** The records of experts who were named, whatever their score. */
function namedMatches<R>(supply: Matcher<R>, query: QueryInput, found: ReadonlySet<number>): PartnerMatch[] {
  if (found.size === 0) return [];
  const ids = [...found].map((index) => supply.parsed(index).id);
  return withParsed(supply, supply.reasons(query, ids)).map((match) => {
    const { zh, en } = match.reason;
    if (match.score === 0) return { ...match, reason: { zh: '需求方点名。', en: 'Asked for by name.' } };
    return { ...match, reason: { zh: `需求方点名；${zh}`, en: `Asked for by name; ${en}` } };
  });
}

/** What partners are looked for, and how. */
interface Search {
  readonly demand: Demand;
  readonly demander: Party;
  readonly wanted: number;
  readonly isTaken: (match: PartnerMatch) => boolean;
  readonly leavesOut: boolean;
  readonly whoComes: (record: MatchRecord) => Party | undefined;
  readonly ask: (limit: number) => readonly Match<MatchRecord>[];
}

/** The best matches of others, what was passed over for them, and why there are none. */
interface Found {
  readonly partners: readonly Partner[];
  readonly passed: readonly NotInvited[];
  readonly why: UninvitedCode;
}

/** Asks for more as long as what nobody is invited for fills the list. */
function partnersOf({ demand, demander, wanted, isTaken, leavesOut, whoComes, ask }: Search): Found {
  for (let limit = wanted + SPARE; ; limit *= 2) {
    const matches = ask(limit);
    const partners: Partner[] = [];
    const passed: NotInvited[] = [];
    let why: UninvitedCode = matches.length === 0 ? 'no-match' : 'own-supply';
    for (const match of matches) {
      if (partners.length === wanted) break;
      const supplier = whoComes(match.record);
      if (supplier?.id === demander.id || isTaken(match)) continue;
      const reason = supplier === undefined ? 'no-owner' : 'conflict';
      if (supplier !== undefined && !(leavesOut && conflictsOf(demand, match).length > 0)) {
        partners.push({ match, supplier, isNamed: false });
      } else {
        passed.push({ demandId: demand.id, what: match.id, reason });
        why = 'none-to-invite';
      }
    }
    if (partners.length === wanted || matches.length < limit) return { partners, passed, why };
  }
}

function conflictsOf(demand: Demand, { record }: PartnerMatch): TermConflict[] {
  const { parts } = compareTerms(demand, record as Achievement);
  return parts
    .filter(({ status }) => status === 'failed')
    .map(({ component, reason }) => ({ component, reason }));
}

function pairOf(
  demand: Demand,
  demander: Party,
  { match, supplier, isNamed }: Partner,
  ofDemand: readonly string[],
): InvitedPair {
  const shared = match.chains.map(({ code }) => code);
  const regionCode = regionOf(demand);
  return {
    id: pairIdOf(demand.id, match.id),
    demandId: demand.id,
    supplyId: match.id,
    value: match.score,
    ...(match.level === undefined ? {} : { level: match.level }),
    demander: demander.id,
    supplier: supplier.id,
    parties: { demander, supplier },
    chains: shared.length > 0 ? shared : ofDemand,
    ...(regionCode === undefined ? {} : { regionCode }),
    isNamed,
    conflicts: conflictsOf(demand, match),
    reason: match.reason,
  };
}
