import type { Bilingual } from '../../base/bilingual.ts';
import type { RegionNearness } from '../places/nearness.ts';
import type { BaseTest } from './fitting.ts';
import type { MaturityGap } from './gap.ts';
import type { Readiness } from './readiness.ts';

/** What came of one pair. */
export type RouteOutcome = 'routed' | 'at-enterprise' | 'no-base' | 'ready' | 'unknown' | 'closed';

/** Labels of {@link RouteOutcome}. */
export const ROUTE_OUTCOME_LABELS: Readonly<Record<RouteOutcome, Bilingual>> = {
  routed: { zh: '已推荐平台或基地', en: 'routed' },
  'at-enterprise': { zh: '由企业现场实施', en: 'at the enterprise' },
  'no-base': { zh: '暂无合适的平台或基地', en: 'no fitting base' },
  ready: { zh: '无需熟化', en: 'no route needed' },
  unknown: { zh: '成熟度待核实', en: 'maturity unknown' },
  closed: { zh: '不参与', en: 'takes no part' },
};

/** A base as a route names it. */
export interface RoutedBase {
  readonly id: string;
  readonly name: string;
  /** Levels that it brings results to, with the evidence. */
  readonly serves: Readiness;
  /** The matcher's score of the result and the base, in [0, 1]. */
  readonly score: number;
  readonly nearDemand: RegionNearness;
  readonly nearSupply: RegionNearness;
}

/** The base for the next step, with what it shares with the result. */
export interface ChosenBase extends RoutedBase {
  /** Shared phrases, best first. */
  readonly phrases: readonly string[];
  /** Names of shared chains. */
  readonly chains: readonly Bilingual[];
}

/** A base of the domain that does not fit. */
export interface NearMissBase extends RoutedBase {
  readonly failed: readonly BaseTest[];
  /** Tests of which the base tells too little. */
  readonly unknown: readonly BaseTest[];
}

/** The way of one result to where the demand wants it. */
export interface MaturityRoute {
  readonly demandId: string;
  readonly supplyId: string;
  /** Of a pair that takes no part nothing is told: unknown. */
  readonly maturity: MaturityGap;
  readonly outcome: RouteOutcome;
  /** For `routed`. */
  readonly base?: ChosenBase;
  /** Other bases that fit, nearest first. */
  readonly alternatives: readonly RoutedBase[];
  /** For `no-base` and `at-enterprise`: the first test that no base is known to pass. */
  readonly missing?: BaseTest;
  /**
   * For `no-base` and `at-enterprise`: bases of the domain, those that fail the fewest tests first, then those
   * that leave the fewest open, then the nearest.
   */
  readonly nearMisses: readonly NearMissBase[];
  readonly reason: Bilingual;
}
