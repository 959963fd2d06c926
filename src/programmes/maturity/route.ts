import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { Side } from '../../core/records/parse.ts';
import { regionOf } from '../../core/records/region.ts';
import type { StageRule } from '../../core/records/stages.ts';
import type { Achievement, AchievementInput, Demand, DemandInput } from '../../core/records/types.ts';
import { COUNT, checkOptions, optionsOf, readPart } from '../common/check.ts';
import { type Enough, enoughFor } from '../common/enough.ts';
import { forRun, MATCHING, onDay, RUN } from '../common/matching.ts';
import { type ClosedCode, closedBy, gatesOf } from '../common/open-records.ts';
import { LEFT_OUT } from '../common/sheets.ts';
import { REGION_NEARNESS, type RegionNearness } from '../places/nearness.ts';
import { PLAIN_REGIONS, REGIONS, type Regions } from '../places/regions.ts';
import { BASE_KINDS, basesOf } from './bases.ts';
import { chooseBase } from './choose.ts';
import { byNearness, candidateOf } from './fitting.ts';
import { gapOf, MATURITY, type MaturityGap, type MaturityOptions, resolveMaturity } from './gap.ts';
import type { MaturityRoute } from './route-types.ts';
import { ASSESSMENT } from './steps.ts';

/** A result that is relevant to a demand: a match of `matchEarly`, say. */
export interface MaturityPair {
  readonly demand: DemandInput;
  readonly supply: AchievementInput;
}

/** How bases are chosen. */
export interface RouteOptions<R = unknown> extends MaturityOptions, RunOptions {
  /**
   * Least score of a result and a base of its domain, in [0, 1]. Default: a score drawn from the bases (of few also
   * from the results), as levels are of demands and what answers them.
   */
  readonly minScore?: number;
  /** Farthest that a base may be from the demand, by `regionRelation`; `unknown` lets all pass. Default `unknown`. */
  readonly farthest?: RegionNearness;
  /** Zones, circles and partner regions, of `defineRegions`. Default: codes alone. */
  readonly regions?: Regions;
  /** Most further bases, and most near misses, that a route names. Default 2. */
  readonly alternatives?: number;
  /**
   * Filter of the matcher of bases. Its day and clearance hold for the results and demands too; without a day none has
   * ended.
   */
  readonly filter?: MatchFilter<R>;
}

/**
 * Sends relevant but immature results to the nearest proof-of-concept platform or pilot base of their domain that
 * serves their next step, or says what is missing.
 *
 * serves: 「建设新能源、生物医药、纺织等领域概念验证平台和中试基地,提升技术成果成熟度」,「联合建设10个以上科技成果
 * 中试基地」.
 *
 * A base fits by domain (the matcher's score with the result), by stage (the levels in its `trl` or `stage`, else the
 * step that its name or a keyword says), by region and by `capacity` (a whole number; absent means no limit). Nearest
 * is nearest to the demand, then to the result's owner, then the best score. Each routed pair takes one place, in the
 * order of the pairs, so hand in the most important first. A pair of which one record has ended, or is above the clearance,
 * is `closed`: it is sent nowhere, takes no place, and nothing of it is told. The routes carry no day: it is the filter's.
 *
 * Complexity: O(pairs × bases · log bases), and a ranking of the bases for each pair that has a gap.
 * @param bases matcher over supply records; those of kind `pilot-base` and `institution` are considered.
 * @returns one route for each pair, in their order.
 * @throws InputError `INVALID_RECORDS` naming every bad pair or base, `INVALID_OPTIONS`; the signal's reason when
 *   stopped.
 */
export async function routeMaturity<R>(
  pairs: readonly MaturityPair[],
  bases: Matcher<R>,
  options: RouteOptions<R> = {},
): Promise<MaturityRoute[]> {
  checkOptions(options, OPTIONS);
  const maturity = resolveMaturity(options);
  const read = readPairs(pairs, maturity.stages);
  const all = basesOf(bases, maturity.steps, maturity.stages);
  const gates = gatesOf(options.filter);
  const cases = read.map(({ supply, demand }) => {
    const closed = closedBy(demand, gates) ?? closedBy(supply, gates);
    const gap = closed === undefined ? gapOf(supply, demand, maturity) : UNTOLD;
    const step = maturity.steps.find(({ code }) => code === gap.path[0]);
    // What is left to the last step, transfer itself, needs no base.
    return { supply, demand, closed, gap, step: step === maturity.steps.at(-1) ? undefined : step };
  });
  const early = cases.filter(({ step }) => step !== undefined).map(({ supply }) => supply);
  const enough = early.length === 0 ? undefined : enoughFor(bases, 'near', options.minScore, early);
  const scores = (await scoresOf(early, bases, options)).values();
  const room = new Map(all.map(({ index, capacity }) => [index, capacity]));
  const domain = domainOf(enough);
  return cases.map(({ supply, demand, closed, gap, step }): MaturityRoute => {
    const head = { demandId: demand.id, supplyId: supply.id, maturity: gap };
    if (closed !== undefined) return { ...head, ...closedRoute(closed) };
    if (step === undefined) {
      const outcome = gap.status === 'unknown' ? 'unknown' : 'ready';
      return { ...head, outcome, alternatives: [], nearMisses: [], reason: gap.reason };
    }
    const asked = {
      step,
      isOfDomain: domain,
      farthest: options.farthest ?? 'unknown',
      regions: options.regions ?? PLAIN_REGIONS,
      demandRegion: regionOf(demand),
      supplyRegion: regionOf(supply),
    };
    const score = scores.next().value!;
    const candidates = all
      .map((base) => candidateOf(base, score.get(base.index) ?? 0, room.get(base.index)!, asked))
      .sort(byNearness);
    const choice = chooseBase(candidates, supply, bases, step, options.alternatives ?? ALTERNATIVES);
    if (choice.base !== undefined) {
      const index = bases.indexOf(choice.base.id);
      room.set(index, room.get(index)! - 1);
    }
    return { ...head, ...choice };
  });
}

function domainOf(enough: Enough | undefined): (score: number) => boolean {
  return (score) => enough?.passes({ score }) === true;
}

/** Of records that take no part nothing is told. */
const UNTOLD: MaturityGap = {
  supply: { source: 'unknown' },
  demand: { source: 'unknown' },
  status: 'unknown',
  step: ASSESSMENT,
  path: [],
  reason: { zh: '不参与成熟度比较。', en: 'Takes no part in comparing maturity.' },
};

function closedRoute(
  code: ClosedCode,
): Pick<MaturityRoute, 'outcome' | 'alternatives' | 'nearMisses' | 'reason'> {
  const { zh, en } = LEFT_OUT[code];
  const reason = {
    zh: `成果或需求${zh}，不参与。`,
    en: `The result or the demand ${VERB[code]}${en}: it takes no part.`,
  };
  return { outcome: 'closed', alternatives: [], nearMisses: [], reason };
}

const VERB: Readonly<Record<ClosedCode, string>> = { expired: '', secret: 'is ' };
const ALTERNATIVES = 2;
const OPTIONS = optionsOf<RouteOptions<never>>({
  ...MATURITY,
  ...RUN,
  minScore: MATCHING.minScore,
  farthest: z.optional(z.enum(REGION_NEARNESS)),
  regions: z.optional(REGIONS),
  alternatives: z.optional(COUNT),
  filter: MATCHING.filter,
});

const BAD = 'Bad pairs';

/** The records of pairs, each of which may stand in several; what is wrong with one is told by its pair. */
function readPairs(pairs: readonly MaturityPair[], stages: readonly StageRule[]) {
  const issues = new Issues();
  const end = (index: number, item: unknown, side: Side, path: string) =>
    readPart(issues, item, { side, stages, path, index, place: 'pairs' });
  if (!issues.expect(Array.isArray(pairs), 'pairs', 'an array', pairs))
    issues.throwAs('INVALID_RECORDS', BAD);
  // Not `map`, which would skip the holes of a sparse array.
  const read = Array.from(pairs, (given: unknown, index) => {
    const isObject = typeof given === 'object' && given !== null;
    if (!issues.expect(isObject, '', 'an object', given, { index, place: 'pairs' })) return [];
    const { demand, supply } = given as MaturityPair;
    const ends = [end(index, demand, 'demand', 'demand'), end(index, supply, 'achievement', 'supply')];
    return [{ demand: ends[0] as Demand, supply: ends[1] as Achievement }];
  }).flat();
  issues.throwAs('INVALID_RECORDS', BAD);
  return read;
}

/** For each result the score of every base that shares something with it, by the base's position. */
async function scoresOf<R>(
  results: readonly Achievement[],
  bases: Matcher<R>,
  { filter, ...options }: RouteOptions<R>,
): Promise<ReadonlyMap<number, number>[]> {
  const rankings = bases.matchAll(results, {
    limit: Number.POSITIVE_INFINITY,
    kinds: BASE_KINDS,
    explain: false,
    filter: onDay(filter),
    ...forRun(options),
  });
  const scores: ReadonlyMap<number, number>[] = [];
  for await (const { matches } of rankings) {
    scores.push(new Map(matches.map(({ index, score }) => [index, score])));
  }
  return scores;
}
