import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import type { ReadingPrints } from '../core/collection/saved.ts';
import { engineOf } from '../core/matcher/engine-of.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import { MAX_KERNELS } from '../core/postings/memory.ts';
import { createReading, type Reading } from '../core/weigher/reading.ts';
import { complete } from '../defaults/defaults.ts';
import { availableThreads, hasWorkers } from './platform.ts';
import { startOwnWorker } from './start-worker.ts';
import type { WorkerLike } from './worker-like.ts';

/** How a pool works, or the workers that build an index. */
export interface MatchPoolOptions {
  /**
   * Most workers, a whole number ≥ 0; more than 32 are never used. With 0 the calling thread does everything.
   * Default: as many as run at the same time here, and none where that is one.
   */
  readonly threads?: number;
  /**
   * Absolute URL of a module that exports `parts`: the taxonomy, lexicon, tokenizer, simplifier and stages that the
   * matcher was made with, where they are not those of `cuohe`. Each worker imports it: parts cannot be sent.
   */
  readonly parts?: string | URL;
  /**
   * Starts a worker that runs `cuohe/parallel/worker`, where the pool's own way does not reach it, as in some
   * bundles. Default: the worker beside this module.
   */
  readonly startWorker?: () => WorkerLike;
  /**
   * Arrays of fewer queries stay on the calling thread, a whole number ≥ 0 or Infinity; so do collections of fewer records
   * that `createMatcherParallel` builds. Streams, whose length nobody knows, never do, and single queries of `pool.match`
   * neither. Default 64; of records 1000.
   */
  readonly smallJob?: number;
  /**
   * Milliseconds for which a worker that owes an answer may say nothing, > 0; after it the worker counts as broken. Infinity
   * for no end. Default 60000: a worker that is alive says something every few seconds; but an answer to one query takes as
   * long as it takes.
   */
  readonly maxSilence?: number;
}

/** How workers are started and how long they are waited for. */
export interface Hiring {
  /** Workers wanted; 0 for the calling thread. */
  readonly workers: number;
  readonly startWorker: () => WorkerLike;
  readonly maxSilence: number;
}

/** Options with defaults filled in. */
export interface ResolvedPoolOptions extends Hiring {
  readonly parts: string | undefined;
  readonly smallJob: number;
}

const SMALL_JOB = 64;
const MAX_SILENCE = 60_000;
/** The keys of {@link MatchPoolOptions}. */
export const POOL_KEYS = [
  'threads',
  'parts',
  'startWorker',
  'smallJob',
  'maxSilence',
] as const satisfies readonly (keyof MatchPoolOptions)[];
/** One kernel is the calling thread's. */
const MOST_WORKERS = MAX_KERNELS - 1;

/**
 * Checks the options of a pool and fills in the defaults.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function resolvePoolOptions(
  matcher: Matcher<unknown>,
  options: MatchPoolOptions,
): ResolvedPoolOptions {
  const issues = new Issues();
  const engine = engineOf(matcher);
  issues.expect(engine !== undefined, 'matcher', 'a matcher of createMatcher or openMatcher', matcher);
  if (!expectKeys(issues, options, POOL_KEYS) || engine === undefined) issues.throwAsOptions();
  expectWorkers(issues, options);
  expectParts(issues, options, engine!.parts.reading);
  issues.throwAsOptions();
  return resolved(options, SMALL_JOB);
}

/** Options without their values checked, with defaults filled in. @param small default of `smallJob`. */
export function resolved(options: MatchPoolOptions, small: number): ResolvedPoolOptions {
  const { threads, parts, startWorker, smallJob = small, maxSilence = MAX_SILENCE } = options;
  const available = () => (availableThreads() > 1 ? availableThreads() : 0);
  const wanted = startWorker === undefined && !hasWorkers() ? 0 : (threads ?? available());
  return {
    workers: Math.min(MOST_WORKERS, wanted),
    parts: parts === undefined ? undefined : String(parts),
    startWorker: startWorker ?? startOwnWorker,
    smallJob,
    maxSilence,
  };
}

/** Notes what is wrong with how workers are started. */
export function expectWorkers(
  issues: Issues,
  { threads, parts, startWorker, smallJob = SMALL_JOB, maxSilence = MAX_SILENCE }: MatchPoolOptions,
): void {
  issues.expect(threads === undefined || isCount(threads), 'threads', 'a whole number ≥ 0', threads);
  issues.expect(parts === undefined || isUrl(parts), 'parts', 'the absolute URL of a module', parts);
  const isStart = startWorker === undefined || typeof startWorker === 'function';
  issues.expect(isStart, 'startWorker', 'a function', startWorker);
  const isSize = isCount(smallJob) || smallJob === Number.POSITIVE_INFINITY;
  issues.expect(isSize, 'smallJob', 'a whole number ≥ 0 or Infinity', smallJob);
  const isTime = typeof maxSilence === 'number' && maxSilence > 0;
  issues.expect(isTime, 'maxSilence', 'a number > 0 or Infinity', maxSilence);
}

/** Notes parts that workers cannot know. */
export function expectParts(issues: Issues, { parts, threads }: MatchPoolOptions, reading: Reading): void {
  if (parts === undefined && threads !== 0)
    issues.expect(hasDefaultParts(reading), 'parts', PARTS_NEEDED, parts);
}

const PARTS_NEEDED =
  'the URL of a module that exports `parts`, the taxonomy, lexicon, tokenizer, simplifier or stages that the ' +
  'matcher was made with, for the workers to import';

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isUrl(value: unknown): boolean {
  if (value instanceof URL) return true;
  try {
    return typeof value === 'string' && new URL(value) instanceof URL;
  } catch {
    return false;
  }
}

let defaultPrints: ReadingPrints | undefined;

/** Whether records are read as by workers that are told nothing. */
function hasDefaultParts({ prints, fieldWeights }: Reading): boolean {
  // Of which fields the texts are read changes no fingerprint.
  defaultPrints ??= createReading(complete({}), fieldWeights).prints;
  const known: Readonly<Record<string, string>> = { ...defaultPrints };
  return Object.entries(prints).every(([part, print]) => known[part] === print);
}
