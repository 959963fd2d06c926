/**
 * Room `programmes/common`: what all programmes share.
 * Begin: `check.ts` reads what they are handed, `matching.ts` has the options that go on to `match`.
 * Order: stands on the core; all programmes stand on it.
 */

import * as z from 'zod/mini';
import { InputError } from '../../base/errors.ts';
import { type IssuePlace, Issues } from '../../base/issues.ts';
import { optionsOf as optionsWith, type ShapeOf } from '../../base/shapes.ts';
import { toInputIssues } from '../../base/zod-issues.ts';
import { OTHER_NAMES } from '../../core/matches/match-options.ts';
import { SUPPLY_KINDS, type SupplyKind } from '../../core/records/kinds.ts';
import { type ParseOptions, parseRecords, type Side } from '../../core/records/parse.ts';
import type { Achievement, Demand, MatchRecord } from '../../core/records/types.ts';
import type { Simplifier } from '../../core/terms/normalize.ts';

/** What programmes are handed is checked here, at the border, and read once. */

export { itemOf, partOf, type ShapeOf } from '../../base/shapes.ts';

/**
 * The shape of options and rules, in which `match` may have other names for what is meant: `topK`, `regions`. Options with
 * `from` and `to` are of a period (`period.ts`), which does not end before it begins.
 */
export function optionsOf<T extends object>(shape: ShapeOf<T>): z.ZodMiniType<T> {
  const options = optionsWith(shape, OTHER_NAMES);
  return 'from' in shape && 'to' in shape ? options.check(endsNotBeforeItBegins) : options;
}

/** Else figures would be empty without a word. Both are days here: the shape was checked before. */
const endsNotBeforeItBegins: z.core.CheckFn<object> = ({ value, issues }) => {
  const { from, to } = value as { readonly from?: string; readonly to?: string };
  if (from === undefined || to === undefined || from <= to) return;
  issues.push({ code: 'custom', path: ['to'], message: `${from} or later`, input: value });
};

/** The id of a record that may be anything yet, as a text: numbers stand for their digits. */
export function idTextOf(record: unknown): string | undefined {
  const id = typeof record === 'object' && record !== null ? (record as { id?: unknown }).id : undefined;
  return typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint' ? String(id) : undefined;
}

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
  const issues = new Issues();
  for (const list of lists) expectList(issues, list);
  issues.throwAs('INVALID_RECORDS', badLists(lists));
}

/** What an error about lists is called. */
export function badLists(lists: readonly Pick<CheckedList, 'what'>[]): string {
  return `Bad ${lists.map(({ what }) => what).join(' or ')}`;
}

/** Notes every bad item of a list. */
export function expectList(issues: Issues, { what, items, schema, unique = true }: CheckedList): void {
  if (!issues.expect(Array.isArray(items), what, 'an array', items)) return;
  const list = items as readonly unknown[];
  const seen = new Map<string, number>();
  // Not `forEach`, which would skip the holes of a sparse array.
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    const parsed = schema.safeParse(item);
    if (!parsed.success) issues.take(toInputIssues(parsed.error.issues, item, index, what));
    const id = unique ? idTextOf(item) : undefined;
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else issues.add('id', `an id of its own, not that of [${first}]`, id, { index, id, place: what });
  }
}

/** Records as they are handed in, and how they are read. */
export interface ReadList extends Pick<ParseOptions, 'stages'> {
  readonly what: string;
  readonly items: unknown;
  readonly side: Side;
}

/** Reads a list of records; notes every bad one, and gives none then. */
export function readList(issues: Issues, list: ReadList & { readonly side: 'achievement' }): Achievement[];
export function readList(issues: Issues, list: ReadList & { readonly side: 'demand' }): Demand[];
export function readList(issues: Issues, list: ReadList): MatchRecord[];
export function readList(issues: Issues, { what, items, side, stages }: ReadList): MatchRecord[] {
  if (!issues.expect(Array.isArray(items), what, 'an array', items)) return [];
  try {
    const options = stages === undefined ? { place: () => what } : { stages, place: () => what };
    return parseRecords(items as readonly unknown[], side, options);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    issues.take(error.issues);
    return [];
  }
}

/**
 * Reads a record that stands at a path in an item of a list; notes what is wrong with it.
 * @param where the item stands.
 */
export function readPart(
  issues: Issues,
  item: unknown,
  {
    side,
    stages,
    path,
    ...where
  }: Pick<ReadList, 'side' | 'stages'> & IssuePlace & { readonly path: string },
): MatchRecord | undefined {
  const own = new Issues();
  const [record] = readList(own, {
    what: '',
    items: [item],
    side,
    ...(stages === undefined ? {} : { stages }),
  });
  for (const { path: inside, expected, received } of own.all) {
    issues.addText(inside === '' ? path : `${path}.${inside}`, expected, received, where);
  }
  return record;
}

/**
 * Reads one list of records.
 * @throws InputError `INVALID_RECORDS` naming every bad one.
 */
export function readRecords(list: ReadList & { readonly side: 'achievement' }): Achievement[];
export function readRecords(list: ReadList & { readonly side: 'demand' }): Demand[];
export function readRecords(list: ReadList): MatchRecord[];
export function readRecords(list: ReadList): MatchRecord[] {
  const issues = new Issues();
  const records = readList(issues, list);
  issues.throwAs('INVALID_RECORDS', badLists([list]));
  return records;
}

/**
 * Checks the options of a programme.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function checkOptions(options: unknown, schema: z.ZodMiniType): void {
  const issues = new Issues();
  expectOptions(issues, options, schema);
  issues.throwAsOptions();
}

/** Notes every bad option. */
export function expectOptions(issues: Issues, options: unknown, schema: z.ZodMiniType): void {
  const parsed = schema.safeParse(options);
  if (!parsed.success) issues.take(toInputIssues(parsed.error.issues, options, -1));
}

/** One shape for every kind of supply. */
export function ofEachKind<T>(shape: z.ZodMiniType<T>): Record<SupplyKind, z.ZodMiniType<T>> {
  return Object.fromEntries(SUPPLY_KINDS.map((kind) => [kind, shape])) as Record<
    SupplyKind,
    z.ZodMiniType<T>
  >;
}

/** Shapes that several programmes ask for. */
export const ID = z.string().check(z.minLength(1), z.maxLength(1024));
/** The id of a record as a host gives it. */
export const RECORD_ID = z.union([ID, z.number(), z.bigint()]);
export const TEXT = z.string();
export const TEXTS = z.optional(z.array(TEXT));
export const COUNT = z.int().check(z.minimum(0));
/** A whole number from 1 on. */
export const FROM_1 = z.int().check(z.minimum(1));
/** A number in [0, 1]. */
export const SHARE = z.number().check(z.minimum(0), z.maximum(1));
/** A day of the calendar, `YYYY-MM-DD`. */
export const DAY = z.iso.date();
/** A simplifier of `cuohe/opencc`, or of the host's. */
export const SIMPLIFIER = z.custom<Simplifier>(
  (value) => typeof (value as Partial<Simplifier> | null)?.simplify === 'function',
  { error: 'an object with a method simplify' },
);
/** What is checked elsewhere: a list item by item, a matcher by its use. */
export const ELSEWHERE = z.optional(z.any());
