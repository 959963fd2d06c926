import * as z from 'zod/mini';
import { describeValue, InputError, type InputIssue } from '../../base/errors.ts';
import { readId, toInputIssues } from '../../base/zod-issues.ts';

/** One list that a programme is handed, and the shape of its items. */
export interface CheckedList {
  /** What the items are called in an error: `brokers`. */
  readonly what: string;
  readonly items: unknown;
  readonly schema: z.ZodMiniType;
  /** Whether items have an `id` that no other item of the list may have. Default true. */
  readonly unique?: boolean;
}

/**
 * Checks lists as a whole, before anything is done with them.
 * @throws InputError `INVALID_RECORDS` naming every bad item of every list: position, id, path, expected, received.
 */
export function checkLists(lists: readonly CheckedList[]): void {
  const issues = lists.flatMap((list) => listIssues(list));
  if (issues.length === 0) return;
  throw new InputError('INVALID_RECORDS', `Bad ${lists.map(({ what }) => what).join(' or ')}`, issues);
}

function listIssues({ what, items, schema, unique = true }: CheckedList): InputIssue[] {
  if (!Array.isArray(items)) {
    return [{ index: -1, path: what, expected: 'an array', received: describeValue(items) }];
  }
  const issues: InputIssue[] = [];
  const seen = new Map<string, number>();
  // Not `forEach`, which would skip the holes of a sparse array.
  for (let index = 0; index < items.length; index++) {
    const item: unknown = items[index];
    const parsed = schema.safeParse(item);
    if (!parsed.success) issues.push(...toInputIssues(parsed.error.issues, item, index, what));
    const id = unique ? readId(item) : undefined;
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else {
      const expected = `an id of its own, not that of [${first}]`;
      issues.push({ index, id, place: what, path: 'id', expected, received: describeValue(id) });
    }
  }
  return issues;
}

/**
 * Checks the options of a programme; absent ones are fine.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function checkOptions(options: unknown, schema: z.ZodMiniType): void {
  const parsed = schema.safeParse(options);
  if (parsed.success) return;
  throw new InputError('INVALID_OPTIONS', 'Bad options', toInputIssues(parsed.error.issues, options, -1));
}

/** Shapes that several programmes ask for. */
export const ID = z.string().check(z.minLength(1), z.maxLength(1024));
export const TEXT = z.string();
export const COUNT = z.int().check(z.minimum(0));
/** A number in [0, 1]. */
export const SHARE = z.number().check(z.minimum(0), z.maximum(1));
/** A day of the calendar, `YYYY-MM-DD`. */
export const DAY = z.iso.date();
