import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { expectFilter, type MatchFilter } from '../../core/matches/filters.ts';
import type { MatchOptions, RunOptions } from '../../core/matches/match-options.ts';
import { RECORD_KINDS } from '../../core/records/kinds.ts';
import type { MatchRecord, QueryInput } from '../../core/records/types.ts';
import { SHARE, type ShapeOf } from './check.ts';

/** Options that go on to a matcher: their shapes, and how they are handed over. The matcher refuses names of others. */

/** What programmes leave to `match`: a few of its options, each as it is there. */
export type Ranking<R = unknown> = Pick<
  MatchOptions<R>,
  'limit' | 'minScore' | 'kinds' | 'filter' | 'explain'
>;

const isLimit = (value: unknown) =>
  value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && (value as number) >= 0);

/** A filter, checked by the matcher's own check. */
export const FILTER = z.custom<MatchFilter<never>>().check(({ value, issues }) => {
  const found = new Issues();
  expectFilter(found, undefined, value);
  for (const { path, expected, received } of found.all) {
    const inside = path.replace(/^filter\.?/, '');
    issues.push({
      code: 'custom',
      path: inside === '' ? [] : [inside],
      message: expected,
      params: { received },
      input: value,
    });
  }
});

/** Shapes of options of `match`. */
export const MATCHING = {
  limit: z.optional(z.custom<number>(isLimit, { error: 'a whole number ≥ 0 or Infinity' })),
  minScore: z.optional(SHARE),
  kinds: z.optional(z.array(z.enum(RECORD_KINDS))),
  filter: z.optional(FILTER),
  explain: z.optional(z.boolean()),
} satisfies ShapeOf<Ranking<never>>;

const isSignal = (value: unknown) => typeof (value as AbortSignal | null)?.throwIfAborted === 'function';

/** Shapes of {@link RunOptions}. */
export const RUN = {
  onProgress: z.optional(
    z.custom<NonNullable<RunOptions['onProgress']>>((value) => typeof value === 'function', {
      error: 'a function',
    }),
  ),
  signal: z.optional(z.custom<AbortSignal>(isSignal, { error: 'an AbortSignal' })),
} satisfies ShapeOf<RunOptions>;

/** Options of which each may be absent or undefined. */
type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What of some options `match` knows, without what is undefined, and with a filter that reads no clock. */
export function forMatch<R>(options: Maybe<Ranking<R>>): Ranking<R> {
  const { limit, minScore, kinds, filter, explain } = options;
  return given<Ranking<R>>({ limit, minScore, kinds, filter: onDay(filter), explain });
}

/** The day of a filter, `YYYY-MM-DD`. */
export function dayOf(filter: MatchFilter<never> | undefined): string | undefined {
  const asOf = filter?.asOf;
  return asOf instanceof Date ? asOf.toISOString().slice(0, 'YYYY-MM-DD'.length) : asOf;
}

/** What a result says of the day that it is of. */
export interface OfDay {
  /** The day on which records had to be valid, `YYYY-MM-DD`; `null` where none was given: then none has ended. */
  readonly asOf: string | null;
}

/** The day of a result. */
export function ofDay(filter: MatchFilter<never> | undefined): OfDay {
  return { asOf: (filter?.includeExpired === true ? undefined : dayOf(filter)) ?? null };
}

/**
 * A filter as programmes hand it on: without a day nothing has ended, where a matcher would look at the clock. So the
 * same call gives the same answer tomorrow.
 */
export function onDay<R>(
  filter: MatchFilter<R> | undefined,
  asOf: string | undefined = dayOf(filter),
): MatchFilter<R> {
  return asOf === undefined ? { ...filter, includeExpired: true } : { ...filter, asOf };
}

/** What of some options tells how a run goes. */
export function forRun({ onProgress, signal }: Maybe<RunOptions>): RunOptions {
  return given({ onProgress, signal });
}

/** What of some options has a shape among these: options of a programme for one that it asks. */
export function pick<T extends object, K extends PropertyKey>(
  options: T,
  shapes: Readonly<Record<K, unknown>>,
): Pick<T, K & keyof T> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(shapes, name))) as Pick<
    T,
    K & keyof T
  >;
}

/** Without the names that have no value. */
export function given<T extends object>(options: Maybe<T>): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}

/** A filter that keeps, of what it kept before, only some records by their positions. */
export function onlyAt<R>(
  filter: MatchFilter<R> | undefined,
  isWanted: (index: number) => boolean,
): MatchFilter<R> {
  const { where } = filter ?? {};
  return {
    ...filter,
    // What `where` gives is the matcher's to judge: a Promise must not pass for true.
    where: (row, index) => isWanted(index) && (where === undefined || where(row, index)),
  };
}

/** A filter that lets everything pass: whether a record may be seen has been decided before. */
export const EVERYTHING = { includeExpired: true, clearance: 'top-secret' } as const satisfies MatchFilter;

/**
 * A record as a query. It was read here for its other fields, but a matcher may read stages by a table of its own: a stage
 * that was given in words stays in words.
 */
export function queryOf(read: MatchRecord, given: unknown): QueryInput {
  const { stage } = given as { readonly stage?: unknown };
  return typeof stage === 'string' ? { ...read, stage } : read;
}

/** Matches with their records as the matcher read them: rows of the host may be of any form. */
export function withParsed<T extends MatchRecord>(
  matcher: Matcher<unknown>,
  matches: readonly Match<unknown>[],
): Match<T>[] {
  return matches.map((match) => ({ ...match, record: matcher.parsed(match.index) as T }));
}
