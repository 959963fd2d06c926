import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { Issues } from '../../base/issues.ts';
import type { SupplyKind } from '../../core/records/kinds.ts';
import { STAGE_RULES, type StageRule, type TrlRange } from '../../core/records/stages.ts';
import type { AchievementInput, DemandInput, MatchRecord } from '../../core/records/types.ts';
import { checkOptions, ID, itemOf, ofEachKind, optionsOf, readList, type ShapeOf } from '../common/check.ts';
import { describeReadiness, type Readiness, rangeText, statedReadiness } from './readiness.ts';
import {
  ASSESSMENT,
  MATURITY_STEPS,
  type MaturityStep,
  type NextStep,
  STEP_TABLE,
  stepsBetween,
  TRL_RANGE,
} from './steps.ts';

/** How maturity is compared. */
export interface MaturityOptions {
  /** Next steps by level. Default {@link MATURITY_STEPS}. */
  readonly steps?: readonly MaturityStep[];
  /** Wording of stages. Default `STAGE_RULES`; give the matcher's where it has its own. */
  readonly stages?: readonly StageRule[];
  /** Levels that a demand without a stage is taken to ask for. Default [8, 9]: what can be put to use. */
  readonly assumedNeed?: TrlRange;
  /** Levels of supply that states none, by its kind. Default: 1 to 3 for directions. */
  readonly kindReadiness?: Readonly<Partial<Record<SupplyKind, TrlRange>>>;
}

/** A research direction is no finished result, whatever its record leaves out. */
export const KIND_READINESS: Readonly<Partial<Record<SupplyKind, TrlRange>>> = { direction: [1, 3] };

/** Levels that a demand without a stage is taken to ask for. */
export const ASSUMED_NEED: TrlRange = [8, 9];

/**
 * Whether a result reaches what a demand asks for. Of `ConditionStatus`, `ready` is met, `unknown` is unknown, and `early`
 * is failed: not yet, by a gap of levels that steps can close.
 */
export type MaturityStatus = 'ready' | 'early' | 'unknown';

/** Labels of {@link MaturityStatus}. */
export const MATURITY_STATUS_LABELS: Readonly<Record<MaturityStatus, Bilingual>> = {
  ready: { zh: '成熟度已满足', en: 'mature enough' },
  early: { zh: '早期成果', en: 'early' },
  unknown: { zh: '成熟度未知', en: 'maturity unknown' },
};

/** The maturity of a result beside what a demand asks for. */
export interface MaturityGap {
  readonly supply: Readiness;
  readonly demand: Readiness;
  readonly status: MaturityStatus;
  /** Levels that are missing at least and at most, as both sides are ranges; absent where the supply's are unknown. */
  readonly levels?: TrlRange;
  /** In (0, 1]: 1 without a gap, halved by 2 levels, never 0; absent where levels are. */
  readonly closeness?: number;
  /** What to do next. */
  readonly step: NextStep;
  /** Codes of all steps up to what the demand asks for, the next one first; empty without a gap. */
  readonly path: readonly string[];
  readonly reason: Bilingual;
}

/** Missing levels that halve the closeness: with 1 / (1 + gap / 2) one level costs a third, two cost half. */
export const HALVING_GAP = 2;

/**
 * Compares how mature a result is with what a demand asks for, and says what to do next. It changes no score.
 *
 * serves: 「建立高校院所等科研单位研发方向与企业技术需求早期对接机制」,「针对不同阶段科技成果,精准制定“政策包”」.
 *
 * The gap runs from the supply's levels up to the lowest level that the demand accepts; supply that is more mature has
 * none. The next step goes by the lowest level of the supply, so that a wide wording (实验室: TRL 1–4) is not advised
 * too far ahead.
 *
 * It compares two records that the caller holds: nobody's clearance and no day is looked at, unlike in `matchEarly` and
 * `routeMaturity`.
 *
 * Complexity: O(1).
 * @throws InputError `INVALID_RECORDS` naming both bad records; `INVALID_OPTIONS`.
 */
export function maturityGap(
  supply: AchievementInput,
  demand: DemandInput,
  options: MaturityOptions = {},
): MaturityGap {
  checkOptions(options, OPTIONS);
  const resolved = resolveMaturity(options);
  const { stages } = resolved;
  const issues = new Issues();
  const [offered] = readList(issues, { what: 'supply', items: [supply], side: 'achievement', stages });
  const [wanted] = readList(issues, { what: 'demand', items: [demand], side: 'demand', stages });
  issues.throwAs('INVALID_RECORDS', 'Bad supply or demand');
  return gapOf(offered!, wanted!, resolved);
}

const STAGE_TABLE = z.array(itemOf<StageRule>({ code: ID, trl: TRL_RANGE, words: z.array(z.string()) }));

/** Shapes of {@link MaturityOptions}. */
export const MATURITY = {
  steps: z.optional(STEP_TABLE),
  stages: z.optional(STAGE_TABLE),
  assumedNeed: z.optional(TRL_RANGE),
  kindReadiness: z.optional(
    optionsOf<NonNullable<MaturityOptions['kindReadiness']>>(ofEachKind(z.optional(TRL_RANGE))),
  ),
} satisfies ShapeOf<MaturityOptions>;
const OPTIONS = optionsOf<MaturityOptions>(MATURITY);

/** Checked options of maturity with the defaults filled in. */
export function resolveMaturity(options: MaturityOptions): Required<MaturityOptions> {
  const {
    steps = MATURITY_STEPS,
    stages = STAGE_RULES,
    assumedNeed = ASSUMED_NEED,
    kindReadiness = KIND_READINESS,
  } = options;
  return { steps, stages, assumedNeed, kindReadiness };
}

/** The gap of checked records under checked options. */
export function gapOf(
  supply: MatchRecord,
  demand: MatchRecord,
  options: Required<MaturityOptions>,
): MaturityGap {
  const has = supplyReadiness(supply, options);
  const stated = statedReadiness(demand);
  const need: Readiness = stated.trl === undefined ? { trl: options.assumedNeed, source: 'assumed' } : stated;
  const sides = { supply: has, demand: need };
  if (has.trl === undefined) {
    return { ...sides, status: 'unknown', step: ASSESSMENT, path: [], reason: reasonOf(sides, ASSESSMENT) };
  }
  const least = need.trl![0];
  const levels: TrlRange = [Math.max(0, least - has.trl[1]), Math.max(0, least - has.trl[0])];
  const status = levels[0] > 0 ? 'early' : 'ready';
  const path = status === 'early' ? stepsBetween(has.trl[0], least, options.steps) : [];
  const step = path[0] ?? options.steps.at(-1)!;
  return {
    ...sides,
    status,
    levels,
    closeness: 1 / (1 + (levels[0] + levels[1]) / 2 / HALVING_GAP),
    step: { code: step.code, name: step.name, advice: step.advice },
    path: path.map(({ code }) => code),
    reason: reasonOf(sides, step, levels),
  };
}

function supplyReadiness(supply: MatchRecord, { kindReadiness }: Required<MaturityOptions>): Readiness {
  const stated = statedReadiness(supply);
  const { kind } = supply;
  const usual = kind !== 'demand' && Object.hasOwn(kindReadiness, kind) ? kindReadiness[kind] : undefined;
  return stated.trl === undefined && usual !== undefined ? { trl: usual, source: 'kind' } : stated;
}

function reasonOf(
  { supply, demand }: Pick<MaturityGap, 'supply' | 'demand'>,
  { name, advice }: NextStep,
  levels?: TrlRange,
): Bilingual {
  const has = describeReadiness(supply);
  const need = describeReadiness(demand);
  const isAssumed = demand.source === 'assumed';
  const zhNeed = isAssumed ? `需求未注明阶段，按可应用（${need.zh}）考虑` : `需求要求${need.zh}`;
  const enNeed = isAssumed
    ? `the demand names no stage and is taken to need ${need.en}`
    : `the demand needs ${need.en}`;
  const zhNext = `下一步：${name.zh}，${advice.zh}`;
  const enNext = `next step: ${name.en}, ${advice.en}`;
  if (levels === undefined) {
    return { zh: `成果未注明成熟度；${zhNext}。`, en: `The result names no maturity; ${enNext}.` };
  }
  const isReady = levels[0] === 0;
  const zhGap = isReady ? '已满足' : `还差${rangeText(levels)}级`;
  const enGap = isReady ? 'that is reached' : `${rangeText(levels)} level${levels[1] === 1 ? '' : 's'} to go`;
  return {
    zh: `成果${has.zh}，${zhNeed}，${zhGap}；${zhNext}。`,
    en: `The result is at ${has.en}; ${enNeed}: ${enGap}; ${enNext}.`,
  };
}
