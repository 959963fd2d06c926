import { Issues } from '../base/issues.ts';
import {
  type AnyOptions,
  CREATE_KEYS,
  type CreateMatcherAsync,
  planMatcher,
  type MatcherOptions as WholeOptions,
} from '../core/matcher/create.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import { orAborted } from '../core/matcher/queries.ts';
import { expectRun, RUN_KEYS, type RunOptions } from '../core/matches/match-options.ts';
import { complete, createMatcherAsync, type MatcherOptions, withLevels } from '../defaults/defaults.ts';
import { buildOnWorkers } from './build.ts';
import { Crew } from './crew.ts';
import { expectParts, expectWorkers, type MatchPoolOptions, POOL_KEYS, resolved } from './options.ts';

/** Collections of fewer records are built here: to start workers takes as long. */
const SMALL_COLLECTION = 1000;

/**
 * As `createMatcherAsync`, the records read by workers: the same matcher, to the bytes that it saves, by the same options; those
 * of a pool say how many workers there are and which parts they have. The workers end with it.
 * @param options `smallJob` is by default 1000: smaller collections are built on the calling thread.
 * @throws InputError naming every bad record or option, among others parts that the workers cannot know; the signal's reason
 * when stopped; CuoheError `WORKER_FAILED` when a worker breaks. Then nothing was built.
 */
export const createMatcherParallel: CreateMatcherAsync<MatcherOptions & MatchPoolOptions> = async <R>(
  rows: readonly R[],
  options: MatcherOptions & MatchPoolOptions & RunOptions = {},
): Promise<Matcher<R>> => {
  const issues = new Issues();
  const given = options ?? {};
  expectRun(issues, given);
  expectWorkers(issues, given);
  issues.throwAsOptions();
  const { signal } = given;
  signal?.throwIfAborted();
  const hiring = resolved(given, SMALL_COLLECTION);
  const isSmall = !Array.isArray(rows) || rows.length < hiring.smallJob;
  if (isSmall || hiring.workers === 0) {
    const { threads: _, parts: __, startWorker: ___, smallJob: ____, maxSilence: _____, ...rest } = given;
    return (await createMatcherAsync(rows as readonly never[], rest as never)) as Matcher<R>;
  }
  const whole = withLevels(complete(options)) as WholeOptions as AnyOptions<R>;
  const plan = planMatcher(rows, whole, [...CREATE_KEYS, ...RUN_KEYS, ...POOL_KEYS]);
  expectParts(issues, given, plan.reading);
  issues.throwAsOptions();
  const crew = new Crew(hiring);
  try {
    const { fieldWeights, prints } = plan.reading;
    crew.tell({ type: 'prepare', parts: hiring.parts, fieldWeights, prints });
    const building = buildOnWorkers(plan, crew, rows.length, given);
    return plan.finish(await (signal === undefined ? building : orAborted(building, signal)));
  } finally {
    await crew.end();
  }
};
