/**
 * What an index takes: `npm run --silent bench:memory -- [--records N] [--texts FILE] [--json]`. Bytes of each of its parts for one
 * posting, and what it adds to the memory of a fresh process, beside MiniSearch over the same terms.
 */
import { parseArgs } from 'node:util';
import { createMatcher } from 'cuohe';
import { openCollection } from '../src/core/collection/saved.ts';
import { countOf } from './harness/arguments.ts';
import { command } from './harness/command.ts';
import { SharedFolder } from './harness/shared-folder.ts';
import { digits, table } from './harness/table.ts';
import { readCorpus, writeCorpus } from './speed/data/texts.ts';
import { bytesPerPosting } from './speed/ours/bytes.ts';
import { measureMemory } from './speed/parts/memory.ts';

/** What is aimed at: bytes a posting for index and rows, and MiniSearch's memory over ours. */
const TARGETS = { bytes: 8, times: 12 };

await command(async () => {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '10000' },
      texts: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const records = countOf('records', values.records);
  const corpus = readCorpus({ texts: values.texts, queries: undefined, records, demands: 1 });
  const folder = new SharedFolder().folder('texts');
  writeCorpus(folder, corpus);
  const memory = await measureMemory(folder);
  const { collection } = openCollection(createMatcher(corpus.achievements).save());
  const { vectorizer, rows, postings } = collection;
  const sizes = {
    ...sizesOf('rows', rows.arrays),
    ...sizesOf('columns', postings.columns),
    ...sizesOf('lists', postings.lists),
    ...sizesOf('tail', postings.tail),
    ...sizesOf('vocabulary', vectorizer.parts.vocabulary.arrays),
    documentFrequencies: vectorizer.parts.documentFrequencies.byteLength,
  };
  const parts = Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [name, size / rows.entries] as const),
  );
  const bytes = bytesPerPosting(collection);
  const all = memory.map(({ heap, arrays }) => heap + arrays);
  const times = all.at(-1)! / all[1]!;
  const found = {
    records: corpus.achievements.length,
    postings: rows.entries,
    bytes,
    parts,
    memory,
    times,
    met: { bytes: bytes <= TARGETS.bytes, times: times >= TARGETS.times },
  };
  console.log(values.json ? JSON.stringify(found) : text(found));
});

/** Bytes of the arrays among some values, under the names that they have. */
function sizesOf(part: string, arrays: object): Record<string, number> {
  const entries = Object.entries(arrays).filter(([, array]) => ArrayBuffer.isView(array));
  return Object.fromEntries(
    entries.map(([name, array]) => [`${part}.${name}`, (array as ArrayBufferView).byteLength]),
  );
}

function text(found: {
  readonly records: number;
  readonly postings: number;
  readonly bytes: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly memory: readonly { readonly name: string; readonly heap: number; readonly arrays: number }[];
  readonly times: number;
  readonly met: { readonly bytes: boolean; readonly times: boolean };
}): string {
  const mark = (isMet: boolean) => (isMet ? 'met' : 'not met');
  const megabytes = (bytes: number) => digits(bytes / 1e6);
  return [
    `${found.records} records, ${found.postings} postings`,
    ...table([
      ['what', 'bytes a posting', 'target', ''],
      ...Object.entries(found.parts).map(([name, bytes]) => [name, digits(bytes), '', '']),
      ['rows, columns, lists and tail', digits(found.bytes), `≤ ${TARGETS.bytes}`, mark(found.met.bytes)],
    ]),
    '',
    ...table([
      ['in a process of its own', 'objects, MB', 'typed arrays, MB', 'both, MB'],
      ...found.memory.map(({ name, heap, arrays }) => [
        name,
        megabytes(heap),
        megabytes(arrays),
        megabytes(heap + arrays),
      ]),
    ]),
    `MiniSearch over ours, the same terms: ${digits(found.times)} × (target ≥ ${TARGETS.times}: ${mark(found.met.times)})`,
  ].join('\n');
}
