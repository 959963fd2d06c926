import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { medianPosition } from './median.ts';
import type { ReasonCode, ReasonGrade } from './reasons.ts';

/** A grade for a pair, by a person. */
export interface GradedJudgment {
  readonly demandId: string;
  readonly achievementId: string;
  /** 3 强, 2 较强, 1 弱, 0 无. */
  readonly grade: number;
  /** Why; kept for people: the grade decides. */
  readonly reasons?: readonly ReasonCode[] | undefined;
  /** How much it counts, in (0, 100]. Default 1. */
  readonly weight?: number | undefined;
}

/** Feedback without a grade: the reason says it. */
export interface Feedback {
  readonly demandId: string;
  readonly achievementId: string;
  readonly reason: ReasonCode;
  /** Default: the weight of the reason. */
  readonly weight?: number | undefined;
}

/** What is learned from: a grade by a judge, or what became of a recommendation. */
export type LearningJudgment = GradedJudgment | Feedback;

/** What is known of one pair. */
export interface JudgedPair {
  readonly demandId: string;
  readonly achievementId: string;
  readonly grade: number;
  readonly weight: number;
}

/** Judgments, one a pair, in the order of ids. */
export interface MergedJudgments {
  readonly pairs: readonly JudgedPair[];
  /** Judgments given. */
  readonly judgments: number;
  /** Pairs judged more than once. */
  readonly merged: number;
  /** Those of them whose grades differed. */
  readonly contradictory: number;
}

/** Highest weight of a judgment: beyond it one voice would drown all others. */
const MAX_WEIGHT = 100;

/**
 * Checks judgments and merges those of the same pair: the grade is their weighted median, the lower one where two
 * are as good, so that a quarrel never counts as praise; the weight is their greatest. The order of judgments does
 * not matter.
 * @throws InputError `INVALID_RECORDS` naming every bad judgment, unknown ids included.
 */
export function mergeJudgments(
  judgments: readonly LearningJudgment[],
  demandIds: ReadonlySet<string>,
  achievementIds: ReadonlySet<string>,
  reasons: Readonly<Record<string, ReasonGrade>>,
): MergedJudgments {
  const list: readonly unknown[] = Array.isArray(judgments) ? judgments : [judgments];
  const issues = new Issues();
  const groups = new Map<string, JudgedPair[]>();
  list.forEach((judgment, index) => {
    const before = issues.all.length;
    const pair = readJudgment(judgment, demandIds, achievementIds, reasons, (path, expected, received) =>
      issues.add(path, expected, received, { index, place: `judgments[${index}]` }),
    );
    if (pair === undefined || issues.all.length > before) return;
    const key = JSON.stringify([pair.demandId, pair.achievementId]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  });
  issues.throwAs('INVALID_RECORDS', 'Bad judgments');
  const all = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return {
    pairs: all.map((group) => ({
      ...group[0]!,
      grade: lowerMedian(group),
      weight: Math.max(...group.map(({ weight }) => weight)),
    })),
    judgments: list.length,
    merged: all.filter((group) => group.length > 1).length,
    contradictory: all.filter((group) => group.some(({ grade }) => grade !== group[0]!.grade)).length,
  };
}

type Note = (path: string, expected: string, received: unknown) => void;

function readJudgment(
  judgment: unknown,
  demandIds: ReadonlySet<string>,
  achievementIds: ReadonlySet<string>,
  table: Readonly<Record<string, ReasonGrade>>,
  note: Note,
): JudgedPair | undefined {
  if (typeof judgment !== 'object' || judgment === null || Array.isArray(judgment)) {
    note('', 'an object', judgment);
    return undefined;
  }
  const { demandId, achievementId, grade, reason, reasons, weight } = judgment as Record<string, unknown>;
  if (typeof demandId !== 'string' || !demandIds.has(demandId))
    note('demandId', 'the id of a demand', demandId);
  if (typeof achievementId !== 'string' || !achievementIds.has(achievementId)) {
    note('achievementId', 'the id of an achievement', achievementId);
  }
  const lookUp = (path: string, code: unknown): ReasonGrade | undefined => {
    const known = typeof code === 'string' && Object.hasOwn(table, code) ? table[code] : undefined;
    if (known === undefined) note(path, `one of ${Object.keys(table).join(', ')}`, code);
    return known;
  };
  if (reasons !== undefined) {
    if (Array.isArray(reasons)) for (const [i, code] of reasons.entries()) lookUp(`reasons[${i}]`, code);
    else note('reasons', 'an array of reason codes', reasons);
  }
  // A grade decides where both are given.
  const said = reason === undefined ? undefined : lookUp('reason', reason);
  if (grade !== undefined || reason === undefined) {
    if (!isGrade(grade)) note('grade', 'a grade 0, 1, 2 or 3, or a reason', grade);
  }
  if (weight !== undefined && !isWeight(weight)) note('weight', `a number in (0, ${MAX_WEIGHT}]`, weight);
  return {
    demandId: String(demandId),
    achievementId: String(achievementId),
    grade: Number(grade ?? said?.grade),
    weight: Number(weight ?? (grade === undefined ? said?.weight : undefined) ?? 1),
  };
}

/** Checks a table of reasons; its codes are the host's, what stands under them is not. */
export function checkReasons(issues: Issues, table: unknown): void {
  if (typeof table !== 'object' || table === null || Array.isArray(table)) {
    issues.add('reasons', 'an object of { grade, weight? }', table);
    return;
  }
  for (const [code, line] of Object.entries(table)) {
    const path = `reasons.${code}`;
    if (!expectKeys(issues, line, ['grade', 'weight'], path)) continue;
    const { grade, weight } = line as Partial<ReasonGrade>;
    issues.expect(isGrade(grade), `${path}.grade`, 'a grade 0, 1, 2 or 3', grade);
    const isFine = weight === undefined || isWeight(weight);
    issues.expect(isFine, `${path}.weight`, `a number in (0, ${MAX_WEIGHT}]`, weight);
  }
}

function isGrade(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 3;
}

function isWeight(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= MAX_WEIGHT;
}

function lowerMedian(group: readonly JudgedPair[]): number {
  const sorted = [...group].sort((a, b) => a.grade - b.grade || a.weight - b.weight);
  return sorted[medianPosition(sorted.map(({ weight }) => weight))]!.grade;
}
