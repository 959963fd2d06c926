import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { MatchOptions, RunOptions } from '../../core/matches/match-options.ts';
import { regionOf } from '../../core/records/region.ts';
import type { Demand, DemandInput, MatchRecord } from '../../core/records/types.ts';
import { checkOptions, FROM_1, optionsOf, readRecords, type ShapeOf } from '../common/check.ts';
import { FILTER, forMatch, MATCHING, queryOf, RUN, withParsed } from '../common/matching.ts';
import { type ClosedCode, closedBy, OPEN, type OpenOptions } from '../common/open-records.ts';
import { CLOSED_DEMAND_LABELS } from './open-demands.ts';
import { type NamedParticipant, participantOf } from './participants.ts';

/** A demand and a supply record whose owners should meet; also what visits and brokers are planned from. */
export interface InvitedPair {
  /** Of both ids: `D1→A1`. */
  readonly id: string;
  readonly demandId: string;
  readonly supplyId: string;
  /** Score of the match, in (0, 1]. */
  readonly value: number;
  /** Participant ids. */
  readonly demander: string;
  readonly supplier: string;
  /** Codes of the chains of both, else of the demand. */
  readonly chains: readonly string[];
  /** Region of the demand or of its organisation. */
  readonly regionCode?: string;
  /** Why they match. */
  readonly reason: Bilingual;
}

/** Why nobody is invited for a demand. */
export type UninvitedCode = ClosedCode | 'no-match' | 'own-supply';

export const UNINVITED_LABELS: Readonly<Record<UninvitedCode, Bilingual>> = {
  ...CLOSED_DEMAND_LABELS,
  'no-match': { zh: '库中没有达到分数线的供给', en: 'no supply reaches the score' },
  'own-supply': { zh: '匹配到的都是本单位自己的成果', en: 'all that matches is its own' },
};

/** A demand for which nobody is invited. */
export interface Uninvited {
  readonly demandId: string;
  readonly reason: UninvitedCode;
}

/** Who is invited for whom. */
export interface Invitations {
  /** In the order of demands, for each the best first. */
  readonly pairs: readonly InvitedPair[];
  /** Everybody in a pair, in the order of pairs. */
  readonly participants: readonly NamedParticipant[];
  readonly uninvited: readonly Uninvited[];
}

/** Whom to invite. */
export interface InviteOptions<R = unknown>
  extends OpenOptions,
    Pick<MatchOptions, 'minScore' | 'kinds'>,
    RunOptions {
  /** Most pairs of a demand, a whole number from 1. Default 3. */
  readonly perDemand?: number;
  /** What else must hold for supply. */
  readonly filter?: Omit<MatchFilter<R>, 'asOf' | 'clearance'>;
}

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
  filter: z.optional(FILTER.check(isFree)),
} satisfies ShapeOf<InviteOptions<never>>;

const OPTIONS = optionsOf<InviteOptions<never>>(INVITE);

/**
 * Invites to each demand the owners of its best matches, never the demander itself.
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
  const { asOf, clearance = 'public', perDemand = 3, minScore = 0, kinds } = options;
  const asked = forMatch<R>({ minScore, kinds, filter: { ...options.filter, asOf, clearance } });
  const parsed = readRecords({ what: 'demands', items: demands, side: 'demand' });
  const participants = new Map<string, NamedParticipant>();
  const pairs: InvitedPair[] = [];
  const uninvited: Uninvited[] = [];
  const pacer = new Pacer(demands.length, options);
  for (const [at, demand] of parsed.entries()) {
    const query = queryOf(demand, demands[at]!);
    const demander = participantOf(demand);
    const partners =
      closedBy(demand, options) ??
      partnersOf(demander.id, perDemand, (limit) =>
        withParsed(supply, supply.match(query, { ...asked, limit }).matches),
      );
    if (typeof partners === 'string') uninvited.push({ demandId: demand.id, reason: partners });
    else {
      const chains = supply.tagChains(query).map(({ code }) => code);
      for (const { match, supplier } of partners) {
        for (const who of [demander, supplier]) if (!participants.has(who.id)) participants.set(who.id, who);
        pairs.push(pairOf(demand, demander, supplier, match, chains));
      }
    }
    await pacer.step(at + 1);
  }
  pacer.finish(demands.length);
  return { pairs, participants: [...participants.values()], uninvited };
}

interface Partner {
  readonly match: Match<MatchRecord>;
  readonly supplier: NamedParticipant;
}

/** The best matches of others, or why there are none; asks for more as long as the demander's own fill the list. */
function partnersOf(
  demander: string,
  wanted: number,
  ask: (limit: number) => readonly Match<MatchRecord>[],
): Partner[] | UninvitedCode {
  for (let limit = wanted + SPARE; ; limit *= 2) {
    const matches = ask(limit);
    const others = matches
      .map((match) => ({ match, supplier: participantOf(match.record) }))
      .filter(({ supplier }) => supplier.id !== demander);
    if (others.length < wanted && matches.length === limit) continue;
    if (others.length > 0) return others.slice(0, wanted);
    return matches.length === 0 ? 'no-match' : 'own-supply';
  }
}

function pairOf(
  demand: Demand,
  demander: NamedParticipant,
  supplier: NamedParticipant,
  match: Match<MatchRecord>,
  ofDemand: readonly string[],
): InvitedPair {
  const shared = match.chains.map(({ code }) => code);
  const regionCode = regionOf(demand);
  return {
    id: `${escaped(demand.id)}→${escaped(match.id)}`,
    demandId: demand.id,
    supplyId: match.id,
    value: match.score,
    demander: demander.id,
    supplier: supplier.id,
    chains: shared.length > 0 ? shared : ofDemand,
    ...(regionCode === undefined ? {} : { regionCode }),
    reason: match.reason,
  };
}

/** So that no two pairs of ids give the same text. */
function escaped(id: string): string {
  return id.replace(/[\\→]/g, '\\$&');
}
