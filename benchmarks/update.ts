/**
 * What changes of an index take: `npm run --silent bench:update -- [--records N] [--rounds N] [--texts FILE] [--json]`.
 * One record and one in a hundred, beside a build of the whole and beside MiniSearch, in turns in one process; what a query
 * takes in parts; how much memory stays.
 */
import { parseArgs } from 'node:util';
import { createMatcher, type Matcher } from 'cuohe';
import MiniSearch from 'minisearch';
import { corpusOf, syntheticCorpus } from './corpus.ts';
import { countOf } from './harness/arguments.ts';
import { command } from './harness/command.ts';
import { timesOf } from './harness/rounds.ts';
import { digits, table } from './harness/table.ts';

const DEFAULTS = { records: '50000', rounds: '5' };
const QUERIES = 100;
/** Single changes that are timed together: the clock of the CPU is coarse. */
const SINGLE = 20;
/** What is aimed at, as a share or in milliseconds of CPU, kilobytes, times. */
const TARGETS = { one: 5, kilobytes: 1000, share: 1 / 50, query: 1.3 };

await command(async () => {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: DEFAULTS.records },
      rounds: { type: 'string', default: DEFAULTS.rounds },
      texts: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const found = run(countOf('records', values.records), countOf('rounds', values.rounds), values.texts);
  console.log(values.json ? JSON.stringify(found) : text(found));
});

/** Milliseconds of CPU, of this process. */
function cpu(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function run(size: number, rounds: number, texts: string | undefined) {
  const many = Math.max(1, Math.floor(size / 100));
  const spare = (many + 1) * (rounds + 1);
  const corpus =
    texts === undefined ? syntheticCorpus(size + spare, QUERIES) : corpusOf(texts, size + spare, QUERIES);
  const records = corpus.achievements.slice(0, size);
  const others = corpus.achievements.slice(size);
  const times: Record<'build' | 'one' | 'many' | 'mini' | 'miniMany' | 'whole' | 'parts', number[]> = {
    build: [],
    one: [],
    many: [],
    mini: [],
    miniMany: [],
    whole: [],
    parts: [],
  };
  let base: Matcher | undefined;
  const build = cpu(() => {
    base = createMatcher(records);
  });
  times.build.push(build);
  const mini = new MiniSearch({ fields: ['title', 'keywords', 'abstract'], idField: 'id' });
  mini.addAll(records as never[]);
  const queries = corpus.demands.slice(0, QUERIES);
  const ask = (matcher: Matcher) =>
    cpu(() => queries.map((query) => matcher.match(query, { explain: false })));
  const eight = inParts(base!, others.slice(0, Math.min(others.length, 512)));
  let at = 0;
  let kilobytes = 0;
  for (let round = 0; round <= rounds; round++) {
    const one = others[at++]!;
    const few = others.slice(at, at + many);
    at += few.length;
    const kept: Matcher[] = [];
    const took = {
      one:
        cpu(() => {
          for (let i = 0; i < SINGLE; i++) kept.push(base!.update({ put: [one] }));
        }) / SINGLE,
      many: cpu(() => base!.update({ put: few, remove: records.slice(0, few.length).map(({ id }) => id) })),
      mini: cpu(() => mini.add(one)),
      miniMany: cpu(() => mini.addAll(few as never[])),
      whole: ask(base!),
      parts: ask(eight),
    };
    if (kept.some((matcher) => matcher.size !== size + 1)) throw new Error('a record was lost');
    const held = memory();
    kept.length = 0;
    kilobytes = (held - memory()) / SINGLE / 1000;
    // The first round warms up.
    if (round === 0) continue;
    for (const name of Object.keys(took) as (keyof typeof took)[]) times[name].push(took[name]);
  }
  const median = (name: keyof typeof times) => timesOf(times[name]).median;
  const [one, manyTook] = [median('one'), median('many')];
  const query = median('parts') / median('whole');
  return {
    records: size,
    changed: many,
    parts: eight.stats.parts,
    milliseconds: {
      build,
      one,
      many: manyTook,
      miniSearch: median('mini'),
      miniSearchMany: median('miniMany'),
    },
    share: manyTook / build,
    query,
    kilobytesKept: kilobytes,
    met: {
      one: one <= TARGETS.one,
      share: manyTook / build <= TARGETS.share,
      query: query <= TARGETS.query,
      kilobytes: kilobytes <= TARGETS.kilobytes,
    },
  };
}

/** As many parts as changes leave at most, each with less than a third of the records of the one before. */
function inParts(base: Matcher, others: readonly { readonly id: string }[]): Matcher {
  let matcher = base;
  for (let from = 0, size = Math.ceil((others.length * 2) / 3); from < others.length && size >= 1; ) {
    matcher = matcher.update({ put: others.slice(from, from + size) });
    from += size;
    size = Math.floor(size / 3);
  }
  return matcher;
}

function memory(): number {
  // Twice: buffers that the first finds are freed beside it.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

function text(found: ReturnType<typeof run>): string {
  const { milliseconds: ms, met } = found;
  const mark = (isMet: boolean) => (isMet ? 'met' : 'not met');
  return table([
    ['what', 'CPU', 'target', ''],
    [`build of ${found.records} records, ms`, digits(ms.build), '', ''],
    ['one record put, ms', digits(ms.one), `≤ ${TARGETS.one}`, mark(met.one)],
    ['… MiniSearch', digits(ms.miniSearch), '', ''],
    [`${found.changed} put and ${found.changed} removed, ms`, digits(ms.many), '', ''],
    ['… MiniSearch, put only', digits(ms.miniSearchMany), '', ''],
    ['… share of a build', digits(found.share), `≤ ${TARGETS.share}`, mark(met.share)],
    [
      `query in ${found.parts} parts beside one, ×`,
      digits(found.query),
      `≤ ${TARGETS.query}`,
      mark(met.query),
    ],
    ['kept after one record, kB', digits(found.kilobytesKept), `≤ ${TARGETS.kilobytes}`, mark(met.kilobytes)],
  ]).join('\n');
}
