/**
 * All demands of a large portal against all its records: `npm run --silent bench:portal -- [--records N] [--demands N]
 * [--threads N] [--json]`. Results are streamed and dropped, so that memory shows what the index and the run need.
 */
import { parseArgs } from 'node:util';
import { createMatcher } from 'cuohe';
import { syntheticTitles } from './corpus.ts';
import { countOf } from './harness/arguments.ts';
import { command } from './harness/command.ts';
import { digits, table } from './harness/table.ts';
import { poolOf } from './speed/ours/pool.ts';

const DEFAULTS = { records: '450000', demands: '64000', threads: '2' };
/** Milliseconds between two readings of the memory. */
const EVERY = 100;
const MB = 1e6;

await command(async () => {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: DEFAULTS.records },
      demands: { type: 'string', default: DEFAULTS.demands },
      threads: { type: 'string', default: DEFAULTS.threads },
      json: { type: 'boolean', default: false },
    },
  });
  const found = await run(
    countOf('records', values.records),
    countOf('demands', values.demands),
    countOf('threads', values.threads),
  );
  console.log(values.json ? JSON.stringify(found) : text(found));
});

async function run(records: number, demands: number, threads: number) {
  const corpus = syntheticTitles(records, demands);
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const matcher = createMatcher(corpus.achievements);
  const built = performance.now();
  const rss = process.memoryUsage.rss();
  let greatest = rss;
  const timer = setInterval(() => {
    greatest = Math.max(greatest, process.memoryUsage.rss());
  }, EVERY);
  const pool = threads === 1 ? undefined : poolOf(matcher, threads);
  let matches = 0;
  let results = 0;
  const began = performance.now();
  for await (const result of (pool ?? matcher).matchAll(corpus.demands, { explain: false })) {
    results++;
    matches += result.matches.length;
  }
  const ended = performance.now();
  clearInterval(timer);
  await pool?.close();
  return {
    ...matcher.stats,
    demands: results,
    matches,
    threads,
    kernel: matcher.kernel,
    buildSeconds: (built - start) / 1000,
    matchSeconds: (ended - began) / 1000,
    microsecondsPerDemand: ((ended - began) * 1000) / demands,
    memoryMb: { records: before / MB, built: rss / MB, greatest: greatest / MB },
  };
}

function text(found: Awaited<ReturnType<typeof run>>): string {
  const { memoryMb: memory } = found;
  return table([
    ['records', String(found.records)],
    ['postings', String(found.postings)],
    ['demands', String(found.demands)],
    ['threads', String(found.threads)],
    ['kernel', found.kernel],
    ['build, s', digits(found.buildSeconds)],
    ['all demands, s', digits(found.matchSeconds)],
    ['a demand, µs', digits(found.microsecondsPerDemand)],
    ['memory with the records, MB', digits(memory.records)],
    ['… after the build', digits(memory.built)],
    ['… greatest while matching', digits(memory.greatest)],
  ]).join('\n');
}
