import { describeValue, type ErrorCode, InputError, type InputIssue, MOST_ISSUES } from './errors.ts';

/** Where a problem is, besides its path: absent where it is in no record. */
export type IssuePlace = Pick<InputIssue, 'id' | 'place'> & { readonly index?: number };

/** One problem; without a place it is in no record. `received` is in words already. */
export function issueOf(
  path: string,
  expected: string,
  received: string,
  where: IssuePlace = {},
): InputIssue {
  return { index: -1, ...where, path, expected, received };
}

/**
 * Collects what is wrong with an input, so that one error can name all of it. Checkers note, borders throw: whoever is
 * handed options or records makes one of these, passes it on, and calls {@link throwAs} before anything is done.
 */
export class Issues {
  private readonly noted: InputIssue[] = [];
  private count = 0;

  /** What is wrong, in the order in which it was noted: the first of it, as many as an error keeps. */
  get all(): readonly InputIssue[] {
    return this.noted;
  }

  /** Whether more is not kept: what is found then need not be put into words. */
  get isFull(): boolean {
    return this.noted.length === MOST_ISSUES;
  }

  /** Counts problems that are not put into words. */
  addUntold(count: number): void {
    this.count += count;
  }

  /** Notes a problem. `received` is the value itself; it is described, not kept. */
  add(path: string, expected: string, received: unknown, where?: IssuePlace): void {
    if (this.isFull) this.count++;
    else this.addText(path, expected, describeValue(received), where);
  }

  /** Notes a problem whose `received` is in words already. */
  addText(path: string, expected: string, received: string, where?: IssuePlace): void {
    this.note(issueOf(path, expected, received, where));
  }

  /** Notes a problem unless something holds; returns whether it does. */
  expect(holds: boolean, path: string, expected: string, received: unknown, where?: IssuePlace): boolean {
    if (!holds) this.add(path, expected, received, where);
    return holds;
  }

  /** Notes each item of a list that is not as expected, or that there is no list; an absent list is fine. */
  expectList(list: unknown, path: string, expected: string, isGood: (item: unknown) => boolean): void {
    if (list === undefined) return;
    if (!Array.isArray(list)) this.add(path, `an array of ${expected}`, list);
    // Not `forEach`, which would skip the holes of a sparse array.
    else
      for (let i = 0; i < list.length; i++) this.expect(isGood(list[i]), `${path}[${i}]`, expected, list[i]);
  }

  /**
   * Takes over what others noted. No spread: a million issues would be a million arguments.
   * @param total of them, where not all were put into words.
   */
  take(issues: readonly InputIssue[], total = issues.length): void {
    for (const issue of issues) this.note(issue);
    this.count += total - issues.length;
  }

  private note(issue: InputIssue): void {
    this.count++;
    if (!this.isFull) this.noted.push(issue);
  }

  /** @throws InputError with all that was noted, if anything was. */
  throwAs(code: ErrorCode, what: string, cause?: unknown): void {
    if (this.count > 0) throw new InputError(code, what, this.noted, cause, this.count);
  }

  /** @throws InputError `INVALID_OPTIONS` with all that was noted, if anything was. */
  throwAsOptions(): void {
    this.throwAs('INVALID_OPTIONS', 'Bad options');
  }
}
