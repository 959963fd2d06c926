import type * as z from 'zod/mini';
import { describeValue, type InputIssue } from './errors.ts';
import { quoteAll, shorten } from './printable.ts';

/** zod's issues in our words: path, what was expected, what was received. */

type ZodIssue = z.core.$ZodIssue;

/** Problems that are told of one value: who sees thirty looks at its source. */
export const MOST_OF_VALUE = 30;

/** One {@link InputIssue} for each of the first problems that zod found in one value. */
export function toInputIssues(
  issues: readonly ZodIssue[],
  value: unknown,
  index: number,
  place?: string,
): InputIssue[] {
  const id = readId(value);
  return issues.slice(0, MOST_OF_VALUE).map((issue) => ({
    index,
    ...(id === undefined ? {} : { id }),
    ...(place === undefined ? {} : { place }),
    path: pathText(issue.path),
    expected: expectation(issue),
    received: receivedOf(issue, value),
  }));
}

/** The id of a value that may be anything, as a text: the ids 7 and '7' are one. */
export function readId(value: unknown): string | undefined {
  return idText(typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined);
}

/** An id as a text, of a number its decimal digits; undefined for what is no id. */
export function idText(id: unknown): string | undefined {
  if (typeof id === 'string') return id;
  if (typeof id === 'bigint') return String(id);
  if (typeof id !== 'number' || !Number.isFinite(id)) return undefined;
  // From 10²¹ on `String` writes an exponent.
  return Number.isInteger(id) ? String(BigInt(id)) : String(id);
}

/** A thrown value in a few words. */
export function describeThrown(error: unknown): string {
  return error instanceof Error ? `an error: ${shorten(error.message)}` : `an error: ${describeValue(error)}`;
}

/** Unknown names that are shown. */
const SHOWN_KEYS = 10;

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${shorten(String(key))}`))
    .join('');
}

/** A check of our own may say itself what it received: its path may lead to no value. */
function receivedOf(issue: ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return quoteAll(issue.keys, SHOWN_KEYS);
  const said: unknown = issue.code === 'custom' ? issue.params?.received : undefined;
  return typeof said === 'string' ? said : describeValue(at(value, issue.path));
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function expectation(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    case 'too_small':
      return issue.origin === 'string'
        ? 'a text that is not empty'
        : `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `at most ${issue.maximum} characters`
        : `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    case 'invalid_value':
      return `one of ${issue.values.map((v) => JSON.stringify(v)).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'a date YYYY-MM-DD' : issue.format;
    case 'invalid_union':
      return [
        ...new Set(issue.errors.map((branch) => (branch[0] ? branchText(branch[0]) : 'another shape'))),
      ].join(' or ');
    case 'unrecognized_keys':
      return 'no other keys';
    default:
      return issue.message;
  }
}

/** What one branch of a union wanted; the path inside the value is told where the branch got that far. */
function branchText(issue: ZodIssue): string {
  const path = pathText(issue.path);
  return path === '' ? expectation(issue) : `${path}: ${expectation(issue)}`;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a finite number',
  boolean: 'true or false',
  array: 'an array',
  tuple: 'an array',
  object: 'an object',
  int: 'a whole number',
  bigint: 'a bigint',
  date: 'a valid Date',
  function: 'a function',
};
