import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { Issues } from '../../base/issues.ts';
import type { RecordIndicator } from '../../core/indicators/record-indicators.ts';
import { checkOptions, FROM_1, optionsOf } from '../common/check.ts';
import { CONDITION_STATUSES, type ConditionStatus, worstOf } from '../common/conditions.ts';
import type { OfDay } from '../common/matching.ts';
import type { IndicatorCoverage, IndicatorSource } from './coverage.ts';
import type { ChallengeRanking, ChallengeUnit } from './rank-units.ts';
import { smallestCovers } from './set-cover.ts';

/** How consortia (创新联合体) are put together. */
export interface ConsortiumOptions {
  /** Most consortia to tell, at least 1. Default 5. */
  readonly limit?: number;
  /** Most units of one, at least 1. Default 4. */
  readonly largest?: number;
}

/** A unit of a consortium. */
export interface ConsortiumMember
  extends Pick<ChallengeUnit, 'key' | 'name' | 'rank' | 'score' | 'eligibility'> {
  /** Targets that no other member meets, as the challenge words them: without the unit they are open. */
  readonly alone: readonly string[];
}

/** A target and the members of a consortium that meet it, each by its own words. */
export interface MetTarget {
  readonly target: RecordIndicator;
  /** By rank; at least one. */
  readonly metBy: readonly {
    readonly name: string;
    readonly source: IndicatorSource;
    readonly text: Bilingual;
  }[];
}

/** Units that meet together what none of them does alone. */
export interface Consortium {
  /** By rank. Without any of them a target would be open. */
  readonly members: readonly ConsortiumMember[];
  /** Sum of the members' scores: among consortia of one size the greater one comes first. */
  readonly score: number;
  /** The targets that some unit meets, in their order. */
  readonly met: readonly MetTarget[];
  /** The worst of its members: `unknown` is to be checked before they answer. */
  readonly eligibility: ConditionStatus;
  readonly text: Bilingual;
}

/** A target that no unit which may answer is known to meet. */
export interface OpenTarget {
  readonly target: RecordIndicator;
  /** `failed` where a unit tells of it and falls short, `unknown` where none tells enough. */
  readonly status: Exclude<ConditionStatus, 'met'>;
  /** What the units tell of it that say anything, by rank. */
  readonly told: readonly { readonly name: string; readonly text: Bilingual }[];
}

/** Consortia for one challenge. */
export interface ChallengeConsortia extends OfDay {
  readonly challengeId: string;
  /** Smallest first, then by score; none where no unit meets any target, or `largest` units do not suffice. */
  readonly consortia: readonly Consortium[];
  /** Targets that stay open whoever answers: no consortium meets these. */
  readonly open: readonly OpenTarget[];
  /** Targets of the challenge. */
  readonly targets: number;
  /** Units that met at least one. */
  readonly units: number;
  /** No consortium has fewer units; 0 where no target is met. */
  readonly bound: number;
  /** Whether the first one has as few units as the bound says. */
  readonly optimal: boolean;
  /** Whether all were compared: those told are then the best there are. */
  readonly complete: boolean;
}

const OPTIONS = optionsOf<ConsortiumOptions>({ limit: z.optional(FROM_1), largest: z.optional(FROM_1) });
const RANKING = z.looseObject({
  challengeId: z.string(),
  targets: z.array(z.looseObject({ raw: z.string() })),
  units: z.array(
    z.looseObject({
      key: z.string(),
      name: z.string(),
      rank: z.number(),
      score: z.number(),
      // In other words than these it is no verdict that may be counted.
      eligibility: z.enum(CONDITION_STATUSES),
      coverage: z.array(z.looseObject({ status: z.enum(CONDITION_STATUSES) })),
    }),
  ),
});
/** Steps of the search: a tenth of a second. */
const STEPS = 50_000;

/**
 * Units that together meet the indicators of a challenge, the smallest sets first: who could answer jointly (联合体揭榜)
 * where nobody meets everything.
 *
 * serves: 「支持企业、高校院所等组建创新联合体开展技术攻关」, 「择优确定项目承担单位」
 *
 * Only what a record says to be reached counts; what is not known counts as not met, and stands in `open` where nobody is
 * known to meet it. Units that may not answer are left out. No unit of a set is superfluous. All sets up to `largest` are
 * compared; where 50,000 steps do not suffice, `complete` is false, and `bound` says how small a set could be at best.
 * @param ranking of `rankChallengeUnits`, also one that was stored as JSON.
 * @throws InputError `INVALID_OPTIONS`; `INVALID_RECORDS` for what is no ranking.
 */
export function challengeConsortia(
  ranking: Pick<ChallengeRanking, 'challengeId' | 'asOf' | 'targets' | 'units'>,
  options: ConsortiumOptions = {},
): ChallengeConsortia {
  checkOptions(options, OPTIONS);
  const { limit = 5, largest = 4 } = options;
  const issues = new Issues();
  const isRanking =
    RANKING.safeParse(ranking).success &&
    ranking.units.every(({ coverage }) => coverage.length === ranking.targets.length);
  issues.expect(isRanking, 'ranking', 'what rankChallengeUnits gives', ranking);
  issues.throwAs('INVALID_RECORDS', 'Bad ranking');
  const { challengeId, asOf, targets, units } = ranking;
  const masks = units.map(({ coverage }) =>
    coverage.reduce((mask, { status }, i) => (status === 'met' ? mask | (1n << BigInt(i)) : mask), 0n),
  );
  const all = masks.reduce((one, other) => one | other, 0n);
  const scores = units.map(({ score }) => score);
  const { covers, bound, complete } =
    all === 0n
      ? { covers: [], bound: 0, complete: true }
      : smallestCovers({ all, masks, scores }, { limit, largest, steps: STEPS });
  const met = targets.flatMap((target, at) => ((all & (1n << BigInt(at))) === 0n ? [] : [{ target, at }]));
  return {
    challengeId,
    asOf: asOf ?? null,
    consortia: covers.map((cover) =>
      consortiumOf(
        cover.map((i) => units[i]!),
        met,
        targets.length,
      ),
    ),
    open: targets.flatMap((target, at) =>
      (all & (1n << BigInt(at))) === 0n ? [openTarget(target, at, units)] : [],
    ),
    targets: targets.length,
    units: masks.filter((mask) => mask !== 0n).length,
    bound,
    optimal: covers[0]?.length === bound,
    complete,
  };
}

type PlacedTarget = { readonly target: RecordIndicator; readonly at: number };

function consortiumOf(
  units: readonly ChallengeUnit[],
  met: readonly PlacedTarget[],
  targets: number,
): Consortium {
  const meets = ({ coverage }: ChallengeUnit, at: number) => coverage[at]!.status === 'met';
  const alone = (unit: ChallengeUnit) =>
    met.filter(({ at }) => meets(unit, at) && units.every((other) => other === unit || !meets(other, at)));
  const names = units.map(({ name }) => name);
  const rest = targets - met.length;
  return {
    members: units.map((unit) => {
      const { key, name, rank, score, eligibility } = unit;
      return { key, name, rank, score, eligibility, alone: alone(unit).map(({ target }) => target.raw) };
    }),
    score: units.reduce((sum, { score }) => sum + score, 0),
    met: met.map(({ target, at }) => ({
      target,
      metBy: units.filter((unit) => meets(unit, at)).map((unit) => sourceOf(unit.name, unit.coverage[at]!)),
    })),
    eligibility: worstOf(units.map(({ eligibility }) => eligibility)),
    text: {
      zh: `${names.join('、')}${units.length > 1 ? '合起来' : '一家'}达到${targets}项指标中的${met.length}项${rest > 0 ? `，其余${rest}项没有单位达到` : ''}。`,
      en: `${names.join(', ')}${units.length > 1 ? ' together meet' : ' alone meets'} ${met.length} of ${targets} indicators${rest > 0 ? `; no unit meets the other ${rest}` : ''}.`,
    },
  };
}

function sourceOf(name: string, { source, text }: IndicatorCoverage): MetTarget['metBy'][number] {
  return { name, source: source!, text };
}

function openTarget(target: RecordIndicator, at: number, units: readonly ChallengeUnit[]): OpenTarget {
  const told = units.filter(({ coverage }) => coverage[at]!.source !== undefined);
  const isShort = told.some(({ coverage }) => coverage[at]!.status === 'failed');
  return {
    target,
    status: isShort ? 'failed' : 'unknown',
    told: told.map(({ name, coverage }) => ({ name, text: coverage[at]!.text })),
  };
}
