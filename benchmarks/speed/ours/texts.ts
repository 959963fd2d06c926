/** Process: what a host calls, on records and demands, `texts.ts FOLDER`. */
import { availableParallelism } from 'node:os';
import { indexMemory, openMatcher } from 'cuohe';
import { openCollection } from '../../../src/core/collection/saved.ts';
import { type ServedCase, serve, timed, timedEach } from '../../harness/serve.ts';
import { readWrittenCorpus, textOf } from '../data/texts.ts';
import { bytesPerPosting } from './bytes.ts';
import { defaultMatcher, ngramMatcher, plainRecords } from './matchers.ts';
import { poolOf } from './pool.ts';

const corpus = readWrittenCorpus(process.argv[2]!);
const { demands } = corpus;
const plain = plainRecords(corpus);
const plainDemands = demands.map((demand) => ({ id: String(demand.id), title: textOf(demand) }));
const matcher = defaultMatcher(corpus);
const ngrams = ngramMatcher(plain);
const saved = matcher.save(indexMemory);
const cores = availableParallelism();
const pools = new Map([2, cores].map((threads) => [threads, poolOf(matcher, threads)]));

/** How often all demands are asked for in a row: what begins and ends a job counts little in a long one. */
const REPEATED = 4;

/**
 * Answers all demands, again and again, by one stream of results; gives the time for all of them once. They are answered as
 * often before, because engines throw away the code of threads that wait for long.
 */
const stream =
  (by: Pick<typeof matcher, 'matchAll'>, explain: boolean): ServedCase =>
  async (count) => {
    const asked = Array.from({ length: REPEATED }, () => demands.slice(0, count)).flat();
    const answer = async (): Promise<number> => {
      let matches = 0;
      for await (const result of by.matchAll(asked, { explain })) matches += result.matches.length;
      return matches;
    };
    await answer();
    const start = performance.now();
    const matches = await answer();
    return { ms: (performance.now() - start) / REPEATED, figures: { matches } };
  };

await serve(
  {
    build: () => timed(() => defaultMatcher(corpus)),
    'build-ngrams': () => timed(() => ngramMatcher(plain)),
    save: () => timed(() => matcher.save()),
    open: () => timed(() => openMatcher(saved)),
    'open-first': () => timed(() => openMatcher(saved).match(demands[0]!)),
    match: (count) => timedEach(count, (q) => matcher.match(demands[q]!, { explain: false })),
    'match-explained': (count) => timedEach(count, (q) => matcher.match(demands[q]!)),
    'match-ngrams': (count) => timedEach(count, (q) => ngrams.match(plainDemands[q]!, { explain: false })),
    'matchAll-1': stream(matcher, false),
    'matchAll-1-explained': stream(matcher, true),
    ...Object.fromEntries(
      [...pools].flatMap(([threads, pool]) => [
        [`matchAll-${threads}`, stream(pool, false)],
        [`matchAll-${threads}-explained`, stream(pool, true)],
      ]),
    ),
  },
  {
    ...matcher.stats,
    cores,
    savedBytes: saved.byteLength,
    bytesPerPosting: bytesPerPosting(openCollection(saved).collection),
  },
);
await Promise.all([...pools.values()].map((pool) => pool.close()));
