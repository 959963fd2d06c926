import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import {
  COUNT,
  checkLists,
  checkOptions,
  ELSEWHERE,
  ID,
  itemOf,
  optionsOf,
  TEXT,
  TEXTS,
} from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { packGreedily, packOptimally } from '../planning/packing.ts';
import {
  byId,
  PLANNING,
  type PlanningOptions,
  type PlanQuality,
  qualityOf,
  totalValue,
} from '../planning/planning.ts';
import { loadSolver } from '../planning/solver.ts';

/** An expert who is sent to a county for a term (科技特派员). */
export interface PostedExpert {
  readonly id: string;
  readonly name?: string;
  /** Codes of the chains that the expert knows. */
  readonly chains?: readonly string[];
  /** Id of the county where the expert stands already and stays. */
  readonly standing?: string;
}

/** A county that experts are sent to. */
export interface PostingCounty {
  /** GB/T 2260 code, or the host's own. */
  readonly id: string;
  readonly name?: string;
  /** Codes of the chains of its industries. */
  readonly chains?: readonly string[];
  /** Experts that it should have at least. Default: an equal share of all, rounded down. */
  readonly least?: number;
  /** Experts that it takes at most; those who stand there stay. Default: no limit. */
  readonly most?: number;
}

/** What postings are planned from. */
export interface PostingInput {
  readonly experts: readonly PostedExpert[];
  readonly counties: readonly PostingCounty[];
}

/** Why an expert goes to a county. */
export type PostingCode = 'standing' | 'chain' | 'any-chain' | 'share';

export const POSTING_LABELS: Readonly<Record<PostingCode, Bilingual>> = {
  standing: { zh: '留任原派驻县区', en: 'stays where the expert stands' },
  chain: { zh: '熟悉当地产业', en: 'knows an industry of the county' },
  'any-chain': { zh: '专家或县区未注明产业链', en: 'the expert or the county names no chain' },
  share: {
    zh: '当地产业非其所长，为保证各县区人数',
    en: 'knows no industry there; for the share of the county',
  },
};

/** Who stands where. Value and bound are of the fit of experts: 1 for a chain of the county, less for others. */
export interface PostingPlan extends PlanQuality {
  /** By county, then by expert. */
  readonly postings: readonly {
    readonly county: string;
    readonly expert: string;
    readonly reason: PostingCode;
    /** Chains that the expert and the county share. */
    readonly chains: readonly string[];
  }[];
  /** Of every county, by id: how many it should have at least, and has. */
  readonly shares: readonly { readonly county: string; readonly least: number; readonly posted: number }[];
  /** Experts for whom no county has room, by id. */
  readonly unposted: readonly string[];
}

const INPUT = optionsOf<PostingInput>({ experts: ELSEWHERE, counties: ELSEWHERE });
const OPTIONS = optionsOf<PlanningOptions>(PLANNING);
const EXPERT = itemOf<PostedExpert>({
  id: ID,
  name: z.optional(TEXT),
  chains: TEXTS,
  standing: z.optional(ID),
});
const COUNTY = itemOf<PostingCounty>({
  id: ID,
  name: z.optional(TEXT),
  chains: TEXTS,
  least: z.optional(COUNT),
  most: z.optional(COUNT),
});

const FIT: Readonly<Record<PostingCode, number>> = { standing: 1, chain: 1, 'any-chain': 0.5, share: 0.1 };
/** More than any fit: a seat of a county's share comes before everything else. */
const SHARE_FIRST = 10;

/**
 * Sends experts to counties for a term: first every county gets its share, as far as there are experts; then the total fit
 * is greatest. Who stands somewhere stays. An expert goes to one county.
 * serves: 「选派科技特派员」. Method and bound as of `scheduleMeetings`; O(experts × counties), then the solver. The order of
 * the input does not matter.
 * @throws InputError `INVALID_RECORDS` naming every bad expert and county; `INVALID_OPTIONS`; CuoheError `MISSING_PACKAGE`
 *   without `highs`; the signal's reason when stopped.
 */
export async function planPostings(input: PostingInput, options: PlanningOptions = {}): Promise<PostingPlan> {
  checkOptions(options, OPTIONS);
  checkOptions(input, INPUT);
  checkLists([
    { what: 'experts', items: input.experts, schema: EXPERT },
    { what: 'counties', items: input.counties, schema: COUNTY },
  ]);
  const experts = [...input.experts].sort(byId);
  const counties = [...input.counties].sort(byId);
  const equal = Math.floor(experts.length / Math.max(1, counties.length));
  const known = new Set(counties.map(({ id }) => id));
  const stands = ({ standing }: PostedExpert) => standing !== undefined && known.has(standing);
  const staying = groupBy(experts.filter(stands), ({ standing }) => standing);
  const limits: number[] = experts.map(() => 1);
  const items: { value: number; rows: number[]; expert: number; county: number; isShare: boolean }[] = [];
  const seats = counties.map(({ id, least = equal, most = experts.length }) => {
    const room = Math.max(most, staying.get(id)?.length ?? 0);
    const share = Math.min(least, room);
    return { share: limits.push(share) - 1, rest: limits.push(room - share) - 1 };
  });
  for (const [e, expert] of experts.entries()) {
    for (const [c, county] of counties.entries()) {
      if (stands(expert) && expert.standing !== county.id) continue;
      const value = FIT[reasonOf(expert, county)];
      // Who stays comes first in any case.
      const first = stands(expert) ? 2 * SHARE_FIRST : 0;
      const own = { expert: e, county: c };
      items.push({ ...own, isShare: true, value: first + SHARE_FIRST + value, rows: [e, seats[c]!.share] });
      items.push({ ...own, isShare: false, value: first + value, rows: [e, seats[c]!.rest] });
    }
  }
  const { method = 'highs', gap = 0 } = options;
  options.signal?.throwIfAborted();
  const simple = boundOf(items, experts.length);
  const packing = { limits, items };
  const { chosen, bound } =
    method === 'highs'
      ? await packOptimally(packing, simple, await loadSolver(), gap, options)
      : { chosen: packGreedily(packing), bound: simple };
  const taken = chosen.map((at) => items[at]!);
  const extra = totalValue(taken) - taken.reduce((sum, item) => sum + fitOf(item.value), 0);
  const posted = groupBy(taken, ({ county }) => county);
  const busy = new Set(taken.map(({ expert }) => expert));
  return {
    postings: counties.flatMap((county, c) =>
      (posted.get(c) ?? []).map(({ expert }) => ({
        county: county.id,
        expert: experts[expert]!.id,
        reason: reasonOf(experts[expert]!, county),
        chains: sharedChains(experts[expert]!, county),
      })),
    ),
    shares: counties.map(({ id, least = equal }, c) => ({
      county: id,
      least,
      posted: posted.get(c)?.length ?? 0,
    })),
    unposted: experts.filter((_, e) => !busy.has(e)).map(({ id }) => id),
    ...qualityOf(method, totalValue(taken) - extra, bound - extra),
  };
}

/** The fit in a value, without what puts shares and who stays first. */
function fitOf(value: number): number {
  return value % SHARE_FIRST;
}

/** Every expert at the best of the places. */
function boundOf(
  items: readonly { readonly value: number; readonly expert: number }[],
  count: number,
): number {
  const best = new Float64Array(count);
  for (const { expert, value } of items) best[expert] = Math.max(best[expert]!, value);
  return best.reduce((sum, value) => sum + value, 0);
}

function sharedChains({ chains = [] }: PostedExpert, county: PostingCounty): string[] {
  return chains.filter((code) => county.chains?.includes(code));
}

function reasonOf(expert: PostedExpert, county: PostingCounty): PostingCode {
  if (expert.standing === county.id) return 'standing';
  if (sharedChains(expert, county).length > 0) return 'chain';
  const isOpen = (expert.chains ?? []).length === 0 || (county.chains ?? []).length === 0;
  return isOpen ? 'any-chain' : 'share';
}
