/**
 * How long the event loop stands still: `npm run --silent bench:loop -- [--records N] [--texts FILE] [--json]`. CPU time of
 * the process between two turns, while an index is built in turns, compacted, and asked for many queries.
 */
import { parseArgs } from 'node:util';
import { createMatcher, createMatcherAsync, type Matcher } from 'cuohe';
import { corpusOf, syntheticCorpus } from './corpus.ts';
import { countOf } from './harness/arguments.ts';
import { command } from './harness/command.ts';
import { quantile } from './harness/rounds.ts';
import { digits, table } from './harness/table.ts';

const DEFAULTS = { records: '20000' };
const QUERIES = 300;
/** Milliseconds of CPU between two turns that are aimed at: of 99 in 100, and of all. */
const TARGETS = { p99: 50, most: 100 };

await command(async () => {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: DEFAULTS.records },
      texts: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const found = await run(countOf('records', values.records), values.texts);
  console.log(values.json ? JSON.stringify(found) : text(found));
});

async function run(size: number, texts: string | undefined) {
  const corpus =
    texts === undefined ? syntheticCorpus(size + 100, QUERIES) : corpusOf(texts, size + 100, QUERIES);
  const records = corpus.achievements.slice(0, size);
  // The words and tables that the first call makes are another matter.
  createMatcher(records.slice(0, 10)).match(corpus.demands[0]!);
  let built: Matcher | undefined;
  const build = await turnsOf(async () => {
    built = await createMatcherAsync(records);
  });
  const changed = built!.update({ put: corpus.achievements.slice(size) });
  const compact = await turnsOf(() => changed.compact());
  const renew = await turnsOf(() => changed.compact({ statistics: 'renew' }));
  const ask = await turnsOf(async () => {
    for await (const _ of built!.matchAll(corpus.demands));
  });
  return { records: size, turns: { build, compact, renew, ask } };
}

/** CPU time of each turn while work is done, in milliseconds. */
async function turnsOf(work: () => Promise<unknown>) {
  const turns: number[] = [];
  let isDone = false;
  let last = process.cpuUsage();
  const tick = () => {
    const { user, system } = process.cpuUsage(last);
    turns.push((user + system) / 1000);
    last = process.cpuUsage();
    if (!isDone) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  isDone = true;
  await new Promise((resolve) => setImmediate(resolve));
  // Turns of nothing would make the others look rare.
  const busy = turns.filter((turn) => turn >= 1);
  const total = turns.reduce((sum, turn) => sum + turn, 0);
  const p99 = quantile(busy, 0.99);
  const most = Math.max(...busy);
  return { turns: busy.length, total, p99, most, met: p99 <= TARGETS.p99 && most <= TARGETS.most };
}

function text({ records, turns }: Awaited<ReturnType<typeof run>>): string {
  return table([
    [
      `${records} records`,
      'turns',
      'CPU, s',
      `99 in 100, ms (≤ ${TARGETS.p99})`,
      `most, ms (≤ ${TARGETS.most})`,
      '',
    ],
    ...Object.entries(turns).map(([name, { turns, total, p99, most, met }]) => [
      name,
      String(turns),
      digits(total / 1000),
      digits(p99),
      digits(most),
      met ? 'met' : 'not met',
    ]),
  ]).join('\n');
}
