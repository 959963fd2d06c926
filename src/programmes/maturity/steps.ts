import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { TrlRange } from '../../core/records/stages.ts';
import { ID, itemOf } from '../common/check.ts';

/** What brings a result further. */
export interface MaturityStep {
  readonly code: string;
  /** Lowest readiness level (TRL) of a result for which this is the next step, 1–9. */
  readonly from: number;
  /** Levels that the step brings a result to. */
  readonly to: TrlRange;
  /** Whether the enterprise can do it on its own site where no base fits. Default false. */
  readonly atEnterprise?: boolean;
  readonly name: Bilingual;
  /** What is to be done, in a few words. */
  readonly advice: Bilingual;
}

/** A step as results name it. */
export type NextStep = Pick<MaturityStep, 'code' | 'name' | 'advice'>;

/**
 * Next steps by the level that a result has reached, ascending; the last one is for results that are ready. Our
 * proposal, like the wording of stages: hand in a table of your own where an office cuts the stages differently.
 */
export const MATURITY_STEPS: readonly MaturityStep[] = [
  {
    code: 'proof-of-concept',
    from: 1,
    to: [3, 3],
    name: { zh: '概念验证', en: 'proof of concept' },
    advice: {
      zh: '确认原理和关键功能可行',
      en: 'show that the principle and its key function work',
    },
  },
  {
    code: 'lab-scale',
    from: 3,
    to: [4, 5],
    name: { zh: '小试', en: 'lab scale' },
    advice: {
      zh: '做出样品，按需求指标测试',
      en: 'make samples and test them against the indicators of the demand',
    },
  },
  {
    code: 'pilot-scale',
    from: 4,
    to: [6, 7],
    name: { zh: '中试', en: 'pilot scale' },
    advice: {
      zh: '放大试验，做出样机或打通工艺',
      en: 'scale up to a prototype or the whole process',
    },
  },
  {
    code: 'demonstration',
    from: 6,
    to: [8, 8],
    atEnterprise: true,
    name: { zh: '示范', en: 'demonstration' },
    advice: {
      zh: '在企业现场示范应用或小批量试产',
      en: 'demonstrate at the enterprise, or produce a first small batch',
    },
  },
  {
    code: 'direct-transfer',
    from: 8,
    to: [9, 9],
    name: { zh: '直接转化', en: 'direct transfer' },
    advice: { zh: '可直接洽谈转让、许可或入股', en: 'talk about transfer, licence or equity now' },
  },
];

/** The step for a result whose maturity nobody has told. */
export const ASSESSMENT: NextStep = {
  code: 'assessment',
  name: { zh: '成熟度评价', en: 'maturity assessment' },
  advice: {
    zh: '先请成果方补报所处阶段，或做成熟度评价',
    en: 'ask the owner for the stage, or have the maturity assessed',
  },
};

const LEVEL = z.number().check(z.minimum(1), z.maximum(9));
const BILINGUAL = itemOf<Bilingual>({ zh: z.string(), en: z.string() });

/** Shape of a range of levels. */
export const TRL_RANGE = z
  .tuple([LEVEL, LEVEL])
  .check(z.refine(([low, high]) => low <= high, { error: 'two levels, the lower one first' }));

/** Shape of a table of steps. */
export const STEP_TABLE = z
  .array(
    itemOf<MaturityStep>({
      code: ID,
      from: LEVEL,
      to: TRL_RANGE,
      atEnterprise: z.optional(z.boolean()),
      name: BILINGUAL,
      advice: BILINGUAL,
    }),
  )
  .check(
    z.minLength(1),
    z.refine(
      (steps) => steps[0]?.from === 1 && steps.every((step, i) => i === 0 || steps[i - 1]!.from < step.from),
      { error: 'steps with ascending levels from 1 on' },
    ),
  );

/** The steps from a level to another one, in their order; none where the result is there. */
export function stepsBetween(level: number, need: number, steps: readonly MaturityStep[]): MaturityStep[] {
  if (level >= need) return [];
  const first = steps.findLastIndex(({ from }) => from <= level);
  return steps.filter(({ from }, i) => i === first || (i > first && from < need));
}
