import { describeValue, InputError, type InputIssue } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { readId } from '../base/zod-issues.ts';
import { parseRecords, type Side } from '../core/records/parse.ts';
import type { AchievementInput, DemandInput } from '../core/records/types.ts';

/** How well one achievement answers one demand, by a person's judgment. */
export interface Judgment {
  readonly demandId: string;
  readonly achievementId: string;
  /** 3 强相关, 2 较强相关, 1 弱相关, 0 无关. */
  readonly grade: number;
}

/** A record whose id is a text, as judgments name it. */
export type Judged<T> = T & { readonly id: string };

/** Demands, achievements, and judgments of some of their pairs; pairs without one are unjudged, not irrelevant. */
export interface JudgedSet {
  readonly demands: readonly Judged<DemandInput>[];
  readonly achievements: readonly Judged<AchievementInput>[];
  readonly judgments: readonly Judgment[];
}

/** The judged pool of one demand. */
export interface JudgedPool {
  readonly demand: Judged<DemandInput>;
  /** In the order of records. */
  readonly achievements: readonly Judged<AchievementInput>[];
  /** Grade of each. */
  readonly grades: readonly number[];
}

/** Ids that judgments may name; a list that is not known allows all. */
export interface KnownIds {
  readonly demands?: ReadonlySet<string> | undefined;
  readonly achievements?: ReadonlySet<string> | undefined;
}

/**
 * What is wrong with judgments: shape, grades other than 0, 1, 2, 3, unknown ids, and pairs judged twice with
 * different grades. A judgment said again is no problem.
 * @param place tells people where the judgment at an index stands.
 */
export function judgmentIssues(
  judgments: readonly unknown[],
  known: KnownIds,
  place: (index: number) => string,
): readonly InputIssue[] {
  const issues = new Issues();
  const first = new Map<string, { readonly grade: unknown; readonly index: number }>();
  judgments.forEach((judgment, index) => {
    const where = { index, place: place(index) };
    if (typeof judgment !== 'object' || judgment === null || Array.isArray(judgment)) {
      issues.add('', 'an object', judgment, where);
      return;
    }
    const { demandId, achievementId, grade } = judgment as Readonly<Record<string, unknown>>;
    for (const [path, id, ids, what] of [
      ['demandId', demandId, known.demands, 'a demand'],
      ['achievementId', achievementId, known.achievements, 'an achievement'],
    ] as const) {
      const isKnown = typeof id === 'string' && ids?.has(id) !== false;
      issues.expect(isKnown, path, `the id of ${what}`, id, where);
    }
    const isGrade = Number.isInteger(grade) && Number(grade) >= 0 && Number(grade) <= 3;
    issues.expect(isGrade, 'grade', 'a grade 0, 1, 2 or 3', grade, where);
    const pair = JSON.stringify([demandId, achievementId]);
    const before = first.get(pair);
    if (before === undefined) first.set(pair, { grade, index });
    else if (before.grade !== grade) {
      const received = `${describeValue(grade)} after ${describeValue(before.grade)} in ${place(before.index)}`;
      issues.addText('grade', 'one grade for a pair', received, where);
    }
  });
  return issues.all;
}

/**
 * Checks a judged set and gives the pool of each judged demand, in the order of demands.
 * @throws InputError `INVALID_RECORDS` naming every bad demand, achievement and judgment.
 */
export function judgedPools(judged: JudgedSet): JudgedPool[] {
  const { demands, achievements, judgments } = judged;
  const known: KnownIds = {
    demands: idsOf(demands),
    achievements: idsOf(achievements),
  };
  const list: readonly unknown[] = Array.isArray(judgments) ? judgments : [judgments];
  const issues = new Issues();
  issues.take(recordIssues(demands, 'demand'));
  issues.take(recordIssues(achievements, 'achievement'));
  issues.take(judgmentIssues(list, known, (index) => `judgments[${index}]`));
  issues.throwAs('INVALID_RECORDS', 'Bad judged set');
  const grades = new Map<string, Map<string, number>>();
  for (const { demandId, achievementId, grade } of judgments) {
    const pool = grades.get(demandId) ?? new Map<string, number>();
    grades.set(demandId, pool.set(achievementId, grade));
  }
  const order = new Map(achievements.map((achievement, index) => [achievement.id, index]));
  return demands.flatMap((demand) => {
    const pool = grades.get(demand.id);
    if (pool === undefined) return [];
    const rows = [...pool.keys()].map((id) => order.get(id)!).sort((a, b) => a - b);
    const judgedHere = rows.map((row) => achievements[row]!);
    return { demand, achievements: judgedHere, grades: judgedHere.map(({ id }) => pool.get(id)!) };
  });
}

/** The ids of records that may be anything yet. */
export function idsOf(records: readonly unknown[]): ReadonlySet<string> {
  return new Set(Array.isArray(records) ? records.map(readId).filter((id) => id !== undefined) : []);
}

function recordIssues(records: readonly unknown[], side: Side): InputIssue[] {
  try {
    parseRecords(records, side);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues.map((issue) => ({ ...issue, place: `${side}s` }));
  }
}
