import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { Files } from './files.ts';

/** How a store opens, and how it keeps itself. */
export interface StoreOptions {
  /**
   * Opens the bytes of an index: `openMatcherAsync` or `openMatcher`, with the parts and statistics that the index is made
   * with where they are not the defaults. With the first the event loop goes on meanwhile.
   */
  readonly open: (bytes: Uint8Array) => Matcher<MatchRecord> | Promise<Matcher<MatchRecord>>;
  /**
   * Makes the first index, where the files hold none. Default: then the store does not open.
   */
  readonly create?: () => Matcher<never> | Matcher<unknown> | Promise<Matcher<never> | Matcher<unknown>>;
  /**
   * Whether `create` also takes the place of a store that cannot be opened any more: it was made with other words, by
   * another release, or is damaged. Its changes are lost with it. Default false: opening fails and tells why.
   */
  readonly rebuild?: boolean;
  /**
   * Records put or removed since the last base, a whole number ≥ 1 or Infinity: with more of them the store compacts by
   * itself, beside changes and queries, and keeps its statistics. Opening reads each record that was put again, about a
   * millisecond each. Default 1000.
   */
  readonly compactAt?: number;
  /**
   * Is told why the store could not compact by itself. Nothing is lost by it; it tries again after as many changes.
   * Default: nobody is told.
   */
  readonly onError?: (error: unknown) => void;
}

/** Options with defaults filled in. */
export interface ResolvedStoreOptions extends Pick<StoreOptions, 'open' | 'create'> {
  readonly rebuild: boolean;
  readonly compactAt: number;
  readonly onError: (error: unknown) => void;
}

const METHODS = ['read', 'write', 'list', 'remove'] as const satisfies readonly (keyof Files)[];
const KEYS = [
  'open',
  'create',
  'rebuild',
  'compactAt',
  'onError',
] as const satisfies readonly (keyof StoreOptions)[];
const COMPACT_AT = 1000;

/**
 * Checks what a store is opened with, and fills in the defaults.
 * @throws InputError `INVALID_OPTIONS` naming everything that is wrong.
 */
export function resolveStoreOptions(files: Files, options: StoreOptions): ResolvedStoreOptions {
  const issues = new Issues();
  const given = (files ?? {}) as Partial<Files>;
  for (const method of METHODS) {
    issues.expect(typeof given[method] === 'function', `files.${method}`, 'a function', given[method]);
  }
  const known = expectKeys(issues, options, KEYS) ? options : ({} as StoreOptions);
  const { open, create, rebuild = false, compactAt = COMPACT_AT, onError = () => {} } = known;
  const isFunction = (value: unknown) => typeof value === 'function';
  issues.expect(isFunction(open), 'open', 'a function that opens the bytes of an index', open);
  issues.expect(
    create === undefined || isFunction(create),
    'create',
    'a function that makes a matcher',
    create,
  );
  issues.expect(typeof rebuild === 'boolean', 'rebuild', 'true or false', rebuild);
  if (rebuild === true && create === undefined)
    issues.add('create', 'a function, since rebuild is true', create);
  const isLimit = compactAt === Number.POSITIVE_INFINITY || (Number.isInteger(compactAt) && compactAt >= 1);
  issues.expect(isLimit, 'compactAt', 'a whole number ≥ 1 or Infinity', compactAt);
  issues.expect(isFunction(onError), 'onError', 'a function', onError);
  issues.throwAsOptions();
  return { open, ...(create && { create }), rebuild, compactAt, onError };
}
