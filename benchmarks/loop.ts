/**
 * How long the event loop stands still: `npm run --silent bench:loop -- [--records N] [--texts FILE] [--phases] [--json]`.
 * CPU time of its thread between two turns, while an index is built in turns, saved, opened, changed, compacted, and asked
 * for many queries, and while files are read.
 */
import { parseArgs } from 'node:util';
import { createMatcher, createMatcherAsync, type Matcher, openMatcherAsync } from 'cuohe';
import { readAchievementsAsync } from 'cuohe/io';
import { type Corpus, corpusOf, syntheticCorpus } from './corpus.ts';
import { countOf } from './harness/arguments.ts';
import { command } from './harness/command.ts';
import { digits, table } from './harness/table.ts';
import { TARGETS, type Turns, turnsOf, WHOSE } from './loop/turns.ts';

const DEFAULTS = { records: '20000' };
const QUERIES = 300;
/** Records that are put into the index. */
const CHANGED = 100;

await command(async () => {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: DEFAULTS.records },
      texts: { type: 'string' },
      phases: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const found = await run(countOf('records', values.records), values.texts, values.phases);
  console.log(values.json ? JSON.stringify(found) : text(found));
});

async function run(size: number, texts: string | undefined, isNamed: boolean) {
  const corpus =
    texts === undefined ? syntheticCorpus(size + CHANGED, QUERIES) : corpusOf(texts, size + CHANGED, QUERIES);
  const records = corpus.achievements.slice(0, size);
  // The words and tables that the first call makes are another matter.
  createMatcher(records.slice(0, 10)).match(corpus.demands[0]!);
  const turns: Record<string, Turns> = {};
  const measure = async (name: string, work: () => Promise<unknown>) => {
    turns[name] = await turnsOf(work, isNamed);
  };
  let built: Matcher | undefined;
  await measure('build', async () => {
    built = await createMatcherAsync(records);
  });
  let saved: ArrayBuffer | undefined;
  await measure('save', async () => {
    saved = await built!.saveAsync();
  });
  let opened: Matcher | undefined;
  await measure('open', async () => {
    opened = await openMatcherAsync(saved!);
  });
  await measure('first match and change', async () => {
    opened!.match(corpus.demands[0]!, { explain: false });
    await new Promise((resolve) => setImmediate(resolve));
    opened!.update({ put: corpus.achievements.slice(size, size + 1) });
  });
  let changed: Matcher = built!;
  await measure(`update of ${CHANGED}`, async () => {
    changed = await built!.updateAsync({ put: corpus.achievements.slice(size) });
  });
  await measure('compact', () => changed.compact());
  await measure('renew', () => changed.compact({ statistics: 'renew' }));
  await measure('ask', async () => {
    for await (const _ of built!.matchAll(corpus.demands));
  });
  const table = tableOf(records);
  const files = {
    CSV: new TextEncoder().encode(writtenCsv(table)),
    'JSON lines': new TextEncoder().encode(records.map((record) => JSON.stringify(record)).join('\n')),
    JSON: new TextEncoder().encode(JSON.stringify(records)),
  };
  for (const [name, bytes] of Object.entries(files))
    await measure(`read ${name}`, () => readAchievementsAsync(bytes));
  await measure('read sheet', () => readAchievementsAsync([{ name: 'S', rows: table }]));
  return { records: size, cpu: WHOSE, turns };
}

/** Records as an office would list them. */
function tableOf(records: Corpus['achievements']): string[][] {
  const rows = records.map(({ id, title, text, abstract, regionCode, stage }) =>
    [id, title, abstract ?? text, regionCode, stage].map((cell) => cell ?? ''),
  );
  return [['编号', '成果名称', '成果简介', '地区代码', '成熟度'], ...rows];
}

function writtenCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}

function text({ records, cpu, turns }: Awaited<ReturnType<typeof run>>): string {
  const head = [
    `${records} records, CPU of the ${cpu}`,
    'turns',
    'CPU, s',
    `99 in 100, ms (≤ ${TARGETS.p99})`,
    `most, ms (≤ ${TARGETS.most})`,
    '',
  ];
  const rows = Object.entries(turns).map(([name, { turns, total, p99, most, met }]) => [
    name,
    String(turns),
    digits(total / 1000),
    digits(p99),
    digits(most),
    met ? 'met' : 'not met',
  ]);
  const named = Object.entries(turns).flatMap(([name, { longest = [] }]) =>
    longest.map(({ milliseconds, name: phase, garbage }) => [
      name,
      digits(milliseconds),
      `${Math.round(garbage * 100)} %`,
      phase,
    ]),
  );
  const phases =
    named.length === 0 ? [] : ['', ...table([['longest turns', 'ms', 'garbage', 'in'], ...named])];
  return [...table([head, ...rows]), ...phases].join('\n');
}
