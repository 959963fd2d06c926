/**
 * What a statement of a record is there for. Of a demand: what it needs, what is wrong, what must be reached and under
 * which conditions; of an achievement: what it does (`offer`). The rest tells who writes (`company`), praises
 * (`praise`: honours, slogans, prospects), leads up to the matter (`background`), tells how things are done today
 * (`present`), how one would cooperate and whom to ask. `other` is what no cue tells.
 */
export const ROLES = [
  'need',
  'problem',
  'offer',
  'indicator',
  'condition',
  'contact',
  'cooperation',
  'company',
  'praise',
  'present',
  'background',
  'other',
] as const;
/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/**
 * What the words of a statement count, by its role, in [0, 1]. Measured on judged demands; benchmarks/EVALUATION.md has
 * the figures. None is 0: a text that holds nothing but an introduction is still matched by it.
 */
export const ROLE_WEIGHTS: Readonly<Record<Role, number>> = {
  need: 1,
  problem: 1,
  offer: 1,
  other: 1,
  indicator: 0.8,
  condition: 0.9,
  present: 0.7,
  background: 0.3,
  cooperation: 0.2,
  company: 0.1,
  praise: 0.1,
  contact: 0.05,
};

/**
 * The role of what no cue tells, by field of a record. What these fields weigh says already how much their own role
 * counts.
 */
export const FIELD_ROLES: Readonly<Record<string, Role>> = {
  problem: 'problem',
  keyTechnology: 'need',
  expectedOutcome: 'need',
  indicators: 'indicator',
  existingConditions: 'present',
  prospects: 'praise',
  awards: 'praise',
};

/** What a statement counts in a field: all that it would in a text, or in a field of the same role. In [0, 1]. */
export function statementWeight(role: Role, field: string): number {
  const own = Object.hasOwn(FIELD_ROLES, field) ? ROLE_WEIGHTS[FIELD_ROLES[field]!] : 1;
  return Math.min(1, ROLE_WEIGHTS[role] / own);
}
