import { Issues } from '../base/issues.ts';

/** Guards of the formulas: what goes in is checked, so that no NaN comes out. */

/** Highest grade that a gain of 2^grade − 1 can be summed for without losing small ones. */
export const MAX_GRADE = 50;

/** Notes every number that is none. */
export function expectNumbers(issues: Issues, path: string, values: readonly number[]): void {
  for (const [index, value] of values.entries()) {
    issues.expect(Number.isFinite(value), path, 'a finite number', value, { index });
  }
}

/** Notes every grade that is none. */
export function expectGrades(issues: Issues, path: string, grades: readonly number[]): void {
  for (const [index, grade] of grades.entries()) {
    const isGrade = typeof grade === 'number' && grade >= 0 && grade <= MAX_GRADE;
    issues.expect(isGrade, path, `a grade from 0 to ${MAX_GRADE}`, grade, { index });
  }
}

/** @throws InputError `INVALID_OPTIONS` with everything that was noted of arguments. */
export function throwArguments(issues: Issues): void {
  issues.throwAs('INVALID_OPTIONS', 'Bad arguments');
}

/** Checks ranked grades and a cut-off. */
export function checkRanking(
  grades: readonly number[],
  k: number,
  pool: readonly number[],
  relevant?: number,
): void {
  const issues = new Issues();
  expectGrades(issues, 'grades', grades);
  if (pool !== grades) expectGrades(issues, 'pool', pool);
  const cut = k === Number.POSITIVE_INFINITY || (Number.isInteger(k) && k >= 1);
  issues.expect(cut, 'k', 'a whole number ≥ 1 or Infinity', k);
  issues.expect(relevant === undefined || relevant > 0, 'relevant', 'a grade above 0', relevant);
  throwArguments(issues);
}
