import type { Bilingual } from '../../base/bilingual.ts';
import { REGION_NEARNESS, type RegionNearness, regionRelation } from '../places/nearness.ts';
import type { Regions } from '../places/regions.ts';
import type { Base } from './bases.ts';
import type { MaturityStep } from './steps.ts';

/** What a base must pass to fit, in the order in which it is looked at. */
export const BASE_TESTS = ['domain', 'stage', 'region', 'capacity'] as const;
export type BaseTest = (typeof BASE_TESTS)[number];

/** How a base fails a test. */
export const BASE_TEST_LABELS: Readonly<Record<BaseTest, Bilingual>> = {
  domain: { zh: '领域不相近', en: 'another domain' },
  stage: { zh: '不承接这一阶段', en: 'does not serve the step' },
  region: { zh: '不在限定范围内', en: 'outside of the area' },
  capacity: { zh: '已满', en: 'full' },
};

/** A base beside one result and one demand. */
export interface BaseCandidate {
  readonly base: Base;
  /** The matcher's score of the result and the base, in [0, 1]; 0 where they share nothing. */
  readonly score: number;
  readonly nearDemand: RegionNearness;
  readonly nearSupply: RegionNearness;
  /** Tests that it fails; empty for a base that fits. */
  readonly failed: readonly BaseTest[];
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
  const passes: Readonly<Record<BaseTest, boolean>> = {
    domain: score > 0 && asked.isOfDomain(score),
    stage: servesStep(base, asked.step),
    region: degreeOf(nearDemand) <= degreeOf(asked.farthest),
    capacity: room > 0,
  };
  return {
    base,
    score,
    nearDemand,
    nearSupply: near(asked.supplyRegion),
    failed: BASE_TESTS.filter((test) => !passes[test]),
  };
}

function degreeOf(nearness: RegionNearness): number {
  return REGION_NEARNESS.indexOf(nearness);
}

function servesStep({ serves: { trl } }: Base, { to: [low, high] }: MaturityStep): boolean {
  return trl !== undefined && trl[0] <= high && trl[1] >= low;
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

/** The first test that leaves no candidate; nothing where one passes all. */
export function missingTest(candidates: readonly BaseCandidate[]): BaseTest | undefined {
  let left = candidates;
  return BASE_TESTS.find((test) => {
    left = left.filter(({ failed }) => !failed.includes(test));
    return left.length === 0;
  });
}
