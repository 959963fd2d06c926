import { cut, printable, quote } from './printable.ts';

/**
 * Every error of the library. Wording is built here and nowhere else, so that a message always says
 * which record or option, where in it, what was expected and what was received. All texts go through here: no message
 * grows with what was received, and none holds characters that break a line or turn its direction.
 */

/** Machine-readable reason of a {@link CuoheError}. */
export type ErrorCode =
  | 'INVALID_RECORDS'
  | 'INVALID_OPTIONS'
  | 'INVALID_TAXONOMY'
  | 'INVALID_LEXICON'
  | 'UNREADABLE_INPUT'
  | 'UNKNOWN_RECORD'
  | 'SAVED_INDEX_UNREADABLE'
  | 'SAVED_INDEX_MISMATCH'
  | 'KERNEL_UNAVAILABLE'
  | 'MISSING_PACKAGE'
  | 'WORKER_FAILED'
  | 'POOL_CLOSED'
  | 'STORE_CHANGED'
  | 'STORE_FAILED'
  | 'ENGINE_FAILED'
  | 'ENGINE_REJECTED'
  | 'ENGINE_MIXED';

/** Units of the longest line of a message. */
const LONGEST_LINE = 3000;

/** Base class of all errors thrown on purpose by this library. */
export class CuoheError extends Error {
  readonly code: ErrorCode;

  /** @param message one line, or several; a line break within a line is shown as an escape. */
  constructor(code: ErrorCode, message: string | readonly string[], options?: ErrorOptions) {
    const lines = typeof message === 'string' ? [message] : message;
    super(lines.map((line) => printable(cut(line, LONGEST_LINE))).join('\n'), options);
    this.name = 'CuoheError';
    this.code = code;
  }
}

/** One thing that is wrong with one record (or option, chain, lexicon entry). */
export interface InputIssue {
  /** Position in the input, from 0; -1 when the problem is not in one record. */
  readonly index: number;
  /** The record's id, where it could be read. */
  readonly id?: string;
  /** Where in the source the record stands, for people: `row 3, column "成果名称"`, `line 7`. */
  readonly place?: string;
  /** Path inside the record, `price.max`; empty for the record itself. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

/** Problems that an error keeps: who mends a thousand of them sees the next ones then. */
export const MOST_ISSUES = 1000;

/** Bad input: one error that lists the issues found. Nothing was changed. */
export class InputError extends CuoheError {
  /** The first thousand, in their order; of one record at most thirty. Their texts are cut, and safe to show. */
  readonly issues: readonly InputIssue[];
  /** Number of all issues found. */
  readonly total: number;

  /** @param total where more were found than are given. */
  constructor(
    code: ErrorCode,
    what: string,
    issues: readonly InputIssue[],
    cause?: unknown,
    total = issues.length,
  ) {
    const kept = issues.slice(0, MOST_ISSUES).map(shownIssue);
    super(code, summary(what, kept, total), cause === undefined ? undefined : { cause });
    this.name = 'InputError';
    this.issues = kept;
    this.total = total;
  }
}

/** Units of the texts of an issue. `expected` is the library's own, and lists what may be chosen. */
const LONGEST = { id: 1024, place: 400, path: 200, expected: 2000, received: 1000 } as const;

/** An issue whose texts are cut and safe to show; the id is as it is, but for its end. */
function shownIssue(issue: InputIssue): InputIssue {
  const { id, place, path, expected, received } = issue;
  return {
    ...issue,
    ...(id === undefined ? {} : { id: cut(id, LONGEST.id) }),
    ...(place === undefined ? {} : { place: printable(cut(place, LONGEST.place)) }),
    path: printable(cut(path, LONGEST.path)),
    expected: printable(cut(expected, LONGEST.expected)),
    received: printable(cut(received, LONGEST.received)),
  };
}

/** The error of options that cannot be used. */
export function badOptions(issues: readonly InputIssue[]): InputError {
  return new InputError('INVALID_OPTIONS', 'Bad options', issues);
}

/** Lines shown in the message. */
const SHOWN = 100;

function summary(what: string, issues: readonly InputIssue[], total: number): string[] {
  const lines = issues.slice(0, SHOWN).map((issue) => `  ${describeIssue(issue)}`);
  const more = total - lines.length;
  if (more > 0) lines.push(`  … and ${more} more (see error.issues)`);
  return [`${what}: ${total === 1 ? '1 problem' : `${total} problems`}`, ...lines];
}

/** One issue as one line of text. */
export function describeIssue(issue: InputIssue): string {
  const { index, id, place, path, expected, received } = shownIssue(issue);
  const where = [
    index >= 0 ? `[${index}]` : '',
    id === undefined ? '' : `id ${quote(id)}`,
    place ?? '',
    path,
  ].filter((part) => part !== '');
  return `${where.join(' ') || 'input'}: expected ${expected}, received ${received}`;
}

/** Short, safe description of any received value. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') {
    return `the text ${quote(value)}`;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return `${typeof value} ${String(value)}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'an invalid Date' : `the Date ${value.toISOString()}`;
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}
