import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import { filterIssues, type MatchFilter } from '../../core/matches/filters.ts';
import type { MatchOptions, RunOptions } from '../../core/matches/match-options.ts';
import { RECORD_KINDS } from '../../core/records/kinds.ts';
import { SHARE, type ShapeOf } from './check.ts';

/** Options that go on to a matcher: their shapes, and how they are handed over. The matcher refuses names of others. */

/** What programmes leave to `match`: a few of its options, each as it is there. */
type Ranking = Pick<MatchOptions, 'limit' | 'minScore' | 'kinds' | 'filter' | 'explain'>;

const isLimit = (value: unknown) =>
  value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && (value as number) >= 0);

const FILTER_KEYS: readonly string[] = [
  'asOf',
  'includeExpired',
  'clearance',
  'regions',
  'chains',
  'where',
] satisfies readonly (keyof MatchFilter)[];

/** A filter, checked by the matcher's own check. */
export const FILTER = z.custom<MatchFilter>().check(({ value, issues }) => {
  const found = new Issues();
  if (expectKeys(found, value, FILTER_KEYS, 'filter')) found.take(filterIssues(undefined, value));
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
} satisfies ShapeOf<Ranking>;

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

/** What of some options `match` knows, without what is undefined. */
export function forMatch({ limit, minScore, kinds, filter, explain }: Maybe<Ranking>): Ranking {
  return given({ limit, minScore, kinds, filter, explain });
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
