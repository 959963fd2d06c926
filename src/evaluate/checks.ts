import { InputError, type InputIssue } from '../base/errors.ts';

/** Guards of the formulas: what goes in is checked, so that no NaN comes out. */

/** Highest grade that a gain of 2^grade − 1 can be summed for without losing small ones. */
export const MAX_GRADE = 50;

/** Collects what is wrong with the arguments of one function. */
export class ArgumentIssues {
  private readonly issues: InputIssue[] = [];

  /** Notes an argument unless it is good. */
  check(good: boolean, path: string, expected: string, received: unknown, index = -1): void {
    if (!good) this.issues.push({ index, path, expected, received: String(received) });
  }

  /** Notes every number that is not one. */
  numbers(path: string, values: readonly number[]): void {
    values.forEach((value, index) => {
      this.check(Number.isFinite(value), path, 'a finite number', value, index);
    });
  }

  /** Notes every grade that is none. */
  grades(path: string, grades: readonly number[]): void {
    grades.forEach((grade, index) => {
      const good = typeof grade === 'number' && grade >= 0 && grade <= MAX_GRADE;
      this.check(good, path, `a grade from 0 to ${MAX_GRADE}`, grade, index);
    });
  }

  /** @throws InputError `INVALID_OPTIONS` naming everything noted. */
  done(): void {
    if (this.issues.length > 0) throw new InputError('INVALID_OPTIONS', 'Bad arguments', this.issues);
  }
}

/** Checks ranked grades and a cut-off. */
export function checkRanking(
  grades: readonly number[],
  k: number,
  pool: readonly number[],
  relevant?: number,
): void {
  const issues = new ArgumentIssues();
  issues.grades('grades', grades);
  if (pool !== grades) issues.grades('pool', pool);
  const cut = k === Number.POSITIVE_INFINITY || (Number.isInteger(k) && k >= 1);
  issues.check(cut, 'k', 'a whole number ≥ 1 or Infinity', k);
  issues.check(relevant === undefined || relevant > 0, 'relevant', 'a grade above 0', relevant);
  issues.done();
}
