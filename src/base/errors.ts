/**
 * Every error of the library. Wording is built here and nowhere else, so that a message always says
 * which record or option, where in it, what was expected and what was received.
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
  | 'STORE_FAILED';

/** Base class of all errors thrown on purpose by this library. */
export class CuoheError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
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

/** Bad input: one error that lists every issue found. Nothing was changed. */
export class InputError extends CuoheError {
  readonly issues: readonly InputIssue[];

  constructor(code: ErrorCode, what: string, issues: readonly InputIssue[], cause?: unknown) {
    super(code, summary(what, issues), cause === undefined ? undefined : { cause });
    this.name = 'InputError';
    this.issues = issues;
  }
}

/** The error of options that cannot be used. */
export function badOptions(issues: readonly InputIssue[]): InputError {
  return new InputError('INVALID_OPTIONS', 'Bad options', issues);
}

/** Lines shown in the message; `issues` always holds all of them. */
const SHOWN = 100;

function summary(what: string, issues: readonly InputIssue[]): string {
  const lines = issues.slice(0, SHOWN).map((issue) => `  ${describeIssue(issue)}`);
  const more = issues.length - lines.length;
  if (more > 0) lines.push(`  … and ${more} more (see error.issues)`);
  const count = issues.length === 1 ? '1 problem' : `${issues.length} problems`;
  return `${what}: ${count}\n${lines.join('\n')}`;
}

/** One issue as one line of text. */
export function describeIssue(issue: InputIssue): string {
  const where = [
    issue.index >= 0 ? `[${issue.index}]` : '',
    issue.id === undefined ? '' : `id ${JSON.stringify(shorten(issue.id))}`,
    issue.place ?? '',
    issue.path,
  ].filter((part) => part !== '');
  return `${where.join(' ') || 'input'}: expected ${issue.expected}, received ${issue.received}`;
}

/** Short, safe description of any received value. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') {
    return `the text ${JSON.stringify(shorten(value))}`;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return `${typeof value} ${String(value)}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'an invalid Date' : `the Date ${value.toISOString()}`;
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}

/** Received text in a message: never longer than 40 characters and an ellipsis. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
