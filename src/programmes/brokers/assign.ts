import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import type { Taxonomy } from '../../core/records/taxonomy.ts';
import { checkLists, checkOptions, optionsOf } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { TAXONOMY } from '../common/taxonomy.ts';
import { PLAIN_REGIONS, REGIONS, type Regions } from '../places/regions.ts';
import {
  byId,
  PLANNING,
  type PlanningOptions,
  type PlanQuality,
  qualityOf,
  totalValue,
} from '../planning/planning.ts';
import { loadSolver } from '../planning/solver.ts';
import { assignmentOf, type BrokerAssignment } from './assignment.ts';
import {
  BROKER,
  BROKER_PAIR,
  type Broker,
  type BrokerPair,
  STANDING,
  type StandingBrokers,
} from './broker.ts';
import { BROKER_FIT_WEIGHTS, type BrokerFitWeights, nearnessIn, scaledFit } from './fit.ts';
import { fillGreedily } from './greedy.ts';
import { marketOf, simpleBound } from './market.ts';
import { assignOptimally } from './optimal.ts';
import { assignTogether } from './together.ts';
import { type UnassignedPair, unassignedPair } from './unassigned.ts';

/** How brokers are assigned. */
export interface BrokerOptions extends Omit<PlanningOptions, 'gap'> {
  /** What counts how much, laid over `BROKER_FIT_WEIGHTS`; each ≥ 0, not all 0. */
  readonly weights?: Partial<BrokerFitWeights>;
  /** For the names of chains in reasons. Default: their codes. */
  readonly taxonomy?: Taxonomy;
  /** Zones, circles and partner regions, of `defineRegions`. Default: codes and the names that the library knows. */
  readonly regions?: Regions;
  /**
   * Whether pairs of one demand may go to several brokers. Default false: one broker looks after a demand (一对一), and a
   * pair that this one has no room for waits.
   */
  readonly spreadDemands?: boolean;
  /** Brokers and teams of units: their pairs go to no one else, whatever chain and level; the demander's before the supplier's. */
  readonly standing?: readonly StandingBrokers[];
}

/** Who looks after what. */
export interface BrokerPlan extends PlanQuality {
  /** By value, then by pair id. */
  readonly assignments: readonly BrokerAssignment[];
  /** By value, then by pair id. */
  readonly unassigned: readonly UnassignedPair[];
  /** Of every broker, by id: cases before and after, and the capacity. */
  readonly loads: readonly {
    readonly brokerId: string;
    readonly before: number;
    readonly after: number;
    readonly capacity: number;
  }[];
}

const weight = z.optional(z.number().check(z.minimum(0), z.maximum(1e6)));
const { gap: _, ...PLAN } = PLANNING;
const OPTIONS = optionsOf<BrokerOptions>({
  ...PLAN,
  weights: z.optional(
    optionsOf<Partial<BrokerFitWeights>>({
      chain: weight,
      region: weight,
      level: weight,
      load: weight,
    }).check(
      z.refine(
        (weights) => Object.values({ ...BROKER_FIT_WEIGHTS, ...weights }).some((one) => one! > 0),
        'a weight above 0',
      ),
    ),
  ),
  taxonomy: z.optional(TAXONOMY),
  regions: z.optional(REGIONS),
  spreadDemands: z.optional(z.boolean()),
  standing: z.optional(z.array(STANDING)),
});

/**
 * Gives pairs to brokers so that the total of value × fit is greatest: a pair has one broker at most, who knows a chain
 * of the pair (or names none), has the level that it asks for, and capacity left. Fit counts the chains known, the
 * nearness, the level, and how free the broker is, case by case, so that equals share the work.
 * serves: 「组织专门技术经纪人，开展“一对一”常态化跟踪服务」.
 *
 * Pairs of one demand have one broker (一对一), and pairs of a unit with standing brokers go to these alone.
 *
 * With `highs` a linear programme over a growing part of all places; its bound is proved for all of them, and `optimal`
 * says that it was reached. It blocks while a round is solved; the signal is heard between rounds. Where several pairs of a demand must go together it
 * is a whole-number programme, and with more than 20,000 places the greedy plan under a simple bound. With `greedy` the most
 * valuable pair takes the best free broker. O(pairs × brokers) in time and memory, for `highs` O(pairs × free capacity)
 * a round. The order of the input does not matter.
 * @throws InputError `INVALID_RECORDS` naming every bad pair and broker; `INVALID_OPTIONS`; CuoheError `MISSING_PACKAGE`
 *   without `highs`; the signal's reason when stopped.
 */
export async function assignBrokers(
  pairs: readonly BrokerPair[],
  brokers: readonly Broker[],
  options: BrokerOptions = {},
): Promise<BrokerPlan> {
  checkOptions(options, OPTIONS);
  checkLists([
    { what: 'pairs', items: pairs, schema: BROKER_PAIR },
    { what: 'brokers', items: brokers, schema: BROKER },
  ]);
  const ids = new Set(brokers.map(({ id }) => id));
  const issues = new Issues();
  const firsts = new Map<string, number>();
  for (const [i, { unit, brokers: team }] of (options.standing ?? []).entries()) {
    const first = firsts.get(unit) ?? i;
    firsts.set(unit, first);
    issues.expect(first === i, `standing[${i}].unit`, `a unit of its own, not that of [${first}]`, unit);
    for (const [j, id] of team.entries()) {
      const path = `standing[${i}].brokers[${j}]`;
      if (!issues.expect(ids.has(id), path, 'the id of a broker', id)) continue;
      issues.expect(team.indexOf(id) === j, path, 'each broker once', id);
    }
  }
  issues.throwAsOptions();
  options.signal?.throwIfAborted();
  const { method = 'highs', taxonomy, standing = [], spreadDemands = false } = options;
  const { regions = PLAIN_REGIONS } = options;
  const weights = scaledFit(options.weights);
  const near = nearnessIn(regions);
  const teams = new Map(standing.map(({ unit, brokers: team }) => [unit, team]));
  const teamOf = ({ demander, supplier }: BrokerPair) =>
    teams.get(demander ?? '') ?? teams.get(supplier ?? '');
  const [wanting, offering] = [[...pairs].sort(byId), [...brokers].sort(byId)];
  const market = marketOf(wanting, offering, { weights, near, teamOf, isOneBroker: !spreadDemands });
  const greedy = fillGreedily(market, new Int32Array(pairs.length).fill(-1));
  let [brokerOf, bound] = [greedy, simpleBound(market)];
  if (method === 'highs') {
    const areAlone = market.demands.every((own) => own.length === 1);
    const solve = areAlone ? assignOptimally : assignTogether;
    const best = await solve(market, greedy, await loadSolver(), options);
    // What the tolerance of the solver left out still has a place.
    brokerOf = fillGreedily(market, best.brokerOf);
    bound = best.bound;
  }
  const cases = groupBy(wanting.keys(), (p) => brokerOf[p]!);
  const byValue = (a: number, b: number) => wanting[b]!.value - wanting[a]!.value || a - b;
  const assignments = offering
    .flatMap((broker, b) => {
      const own = (cases.get(b) ?? []).sort(byValue).map((p) => wanting[p]!);
      const terms = { weights, near, taxonomy, regions };
      return own.map((pair, further) =>
        assignmentOf(pair, broker, { ...terms, further, team: teamOf(pair) }),
      );
    })
    .sort((a, b) => b.value - a.value || (a.pairId < b.pairId ? -1 : 1));
  const value = totalValue(assignments);
  return {
    assignments,
    unassigned: (cases.get(-1) ?? []).sort(byValue).map((p) => {
      const pair = wanting[p]!;
      const hasBroker = market.demands[market.demandOf[p]!]!.some((other) => brokerOf[other]! >= 0);
      return unassignedPair(pair, offering, teamOf(pair), hasBroker);
    }),
    loads: offering.map(({ id, load = 0, capacity }, b) => ({
      brokerId: id,
      before: load,
      after: load + (cases.get(b)?.length ?? 0),
      capacity,
    })),
    ...qualityOf(method, value, bound),
  };
}
