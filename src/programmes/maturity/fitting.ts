import type { Bilingual } from '../../base/bilingual.ts';
import { type ConditionStatus, fromBoolean } from '../common/conditions.ts';
import { REGION_NEARNESS, type RegionNearness, regionRelation } from '../places/nearness.ts';
import type { Regions } from '../places/regions.ts';
import type { Base } from './bases.ts';
import type { MaturityStep } from './steps.ts';

/** What a base must pass to fit, in the order in which it is looked at. */
export const BASE_TESTS = ['domain', 'stage', 'region', 'capacity'] as const;
export type BaseTest = (typeof BASE_TESTS)[number];

/** What a base must be: what each test asks. */
export const BASE_TEST_LABELS: Readonly<Record<BaseTest, Bilingual>> = {
  domain: { zh: '领域相近', en: 'of the domain' },
  stage: { zh: '承接这一阶段', en: 'serves the step' },
  region: { zh: '在限定范围内', en: 'within the area' },
  capacity: { zh: '有余量', en: 'has room' },
};

/** A base beside one result and one demand. */
export interface BaseCandidate {
  readonly base: Base;
  /** The matcher's score of the result and the base, in [0, 1]; 0 where they share nothing. */
  readonly score: number;
  readonly nearDemand: RegionNearness;
  readonly nearSupply: RegionNearness;
  /** Tests that it fails. A base that fits fails none, and of it none is unknown. */
  readonly failed: readonly BaseTest[];
  /** Tests of which it tells too little: which levels it serves, where it is. */
  readonly unknown: readonly BaseTest[];
}

/** What is asked of a base. */
export interface BaseRequirements {
  readonly step: MaturityStep;
  /** Whether a score with the result is enough. */
  readonly isOfDomain: (score: number) => boolean;
  readonly farthest: RegionNearness;
  readonly regions: Regions;
  /** Region codes of both sides. */
  readonly demandRegion: string | undefined;
  readonly supplyRegion: string | undefined;
}

/**
 * One base beside a result: which tests it passes.
 * @param room projects that the base can still take in.
 */
export function candidateOf(base: Base, score: number, room: number, asked: BaseRequirements): BaseCandidate {
  const near = (region: string | undefined) => regionRelation(base.region, region, asked.regions).code;
  const nearDemand = near(asked.demandRegion);
  const isNear = degreeOf(nearDemand) <= degreeOf(asked.farthest);
  const status: Readonly<Record<BaseTest, ConditionStatus>> = {
    domain: fromBoolean(score > 0 && asked.isOfDomain(score)),
    stage: fromBoolean(servesStep(base, asked.step)),
    region: fromBoolean(isNear || nearDemand !== 'unknown' ? isNear : undefined),
    capacity: fromBoolean(room > 0),
  };
  const those = (wanted: ConditionStatus) => BASE_TESTS.filter((test) => status[test] === wanted);
  return {
    base,
    score,
    nearDemand,
    nearSupply: near(asked.supplyRegion),
    failed: those('failed'),
    unknown: those('unknown'),
  };
}

function degreeOf(nearness: RegionNearness): number {
  return REGION_NEARNESS.indexOf(nearness);
}

/** `undefined` where the base does not tell which levels it serves. */
function servesStep({ serves: { trl } }: Base, { to: [low, high] }: MaturityStep): boolean | undefined {
  return trl === undefined ? undefined : trl[0] <= high && trl[1] >= low;
}

/** Whether a base passes all tests, as far as is known. */
export function fits({ failed, unknown }: BaseCandidate): boolean {
  return failed.length === 0 && unknown.length === 0;
}

/** Nearest to the demand first, then to the result's owner, then by score, then in the order of the bases. */
export function byNearness(a: BaseCandidate, b: BaseCandidate): number {
  return (
    degreeOf(a.nearDemand) - degreeOf(b.nearDemand) ||
    degreeOf(a.nearSupply) - degreeOf(b.nearSupply) ||
    b.score - a.score ||
    a.base.index - b.base.index
  );
}

/**
 * The first test that no candidate is known to pass of those that pass the tests before, and how many of them it leaves
 * unknown; nothing where one passes all.
 */
export function missingTest(
  candidates: readonly BaseCandidate[],
): { readonly test: BaseTest; readonly open: number } | undefined {
  let left = candidates;
  for (const test of BASE_TESTS) {
    const passing = left.filter(({ failed, unknown }) => !failed.includes(test) && !unknown.includes(test));
    if (passing.length === 0) return { test, open: left.filter((one) => one.unknown.includes(test)).length };
    left = passing;
  }
  return undefined;
}
