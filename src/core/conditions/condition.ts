/**
 * Room `core/conditions`: what a demand asks for beside its matter (nothing ruled out, figures, maturity), whether an
 * achievement meets it, and by how much that shifts a score.
 * Begin: `judge.ts` judges a pair, `shift.ts` makes a score of a product of rows and what was judged.
 * Order: knows analysed texts and indicators; nothing of rows.
 */

import type { FieldSpan } from '../terms/span.ts';

/**
 * What a condition is about: `exclusion`: something that the demand rules out; `quantity`: a figure that it asks for;
 * `maturity`: how ready it wants the technology; `limit`: something that it names and the achievement says it lacks;
 * `purpose`: the achievement only measures or manages, which is not asked for.
 */
export const CONDITION_KINDS = ['exclusion', 'limit', 'maturity', 'purpose', 'quantity'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/**
 * How an achievement stands to a condition of a demand: `met` and `failed` of `ConditionStatus`, of which `near` is a
 * failed one that falls short by little, and shifts the score less. What the texts leave open, `unknown`, is no condition.
 */
export type ConditionOutcome = 'met' | 'near' | 'failed';

/** A condition that a demand states and an achievement speaks to. */
export interface Condition {
  readonly kind: ConditionKind;
  readonly outcome: ConditionOutcome;
  /** By how much it shifts the log-odds of the score; before the bound of all together. */
  readonly shift: number;
  /** What it adds to the score, or takes from it. */
  readonly value: number;
  /** Where the demand states it. */
  readonly demand: FieldSpan;
  /** Where the achievement speaks to it; absent where it speaks to it by its fields alone. */
  readonly supply?: FieldSpan;
  /** One clause: 要求“总铬≤0.5ppm”，成果达到（“0.1ppm”）. */
  readonly zh: string;
  readonly en: string;
}

/** A condition before its share in a score is known. */
export type JudgedCondition = Omit<Condition, 'value'>;

/** How strongly each kind of condition shifts scores: 1 by default, 0 switches it off. */
export type ConditionWeights = Readonly<Record<ConditionKind, number>>;

export const CONDITION_WEIGHTS: ConditionWeights = {
  exclusion: 1,
  limit: 1,
  maturity: 1,
  purpose: 1,
  quantity: 1,
};
