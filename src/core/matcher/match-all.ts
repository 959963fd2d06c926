import type { Eligibility } from '../matches/filters.ts';
import type { MatchOptions, RunOptions } from '../matches/match-options.ts';
import type { Engine } from './engine.ts';
import type { LeanMatch, MatchResult } from './match.ts';
import { chunks, type Queries } from './queries.ts';
import { BatchSize, inTurns, Pacer } from './run.ts';

/** What `Matcher.matchAll` gives. */
export async function* matchAll<R>(
  engine: Engine,
  queries: Queries,
  options: MatchOptions<R> & RunOptions,
): AsyncGenerator<MatchResult<R, LeanMatch>, void, undefined> {
  const { signal } = options ?? {};
  const beginning = engine.beginSteps(queries, options);
  const { answering, completing } = await inTurns(beginning, undefined, signal ? { signal } : {});
  const pacer = new Pacer(Array.isArray(queries) ? queries.length : undefined, options);
  // An async iterable is answered item by item: its next item may be long in coming.
  const batch = Symbol.asyncIterator in queries ? undefined : new BatchSize();
  let done = 0;
  for await (const chunk of chunks(queries, () => batch?.size ?? 1, signal)) {
    batch?.begin();
    const records = engine.read(chunk, done);
    let i = 0;
    for (const found of engine.answers(records, answering)) {
      if (i === 0) batch?.end();
      yield engine.complete(records[i++]!.id, found, shown(answering.eligibility), completing);
      await pacer.step(++done);
    }
  }
  pacer.finish(done);
}

/** What a result tells of the filters. */
export function shown({ passed, filtered }: Eligibility): Pick<MatchResult, 'candidates' | 'filtered'> {
  return { candidates: passed, filtered };
}
