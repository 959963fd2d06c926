/**
 * Where the time of a query goes: `npm run --silent bench:parts -- [--sizes N,N] [--rounds N] [--texts FILE] [--json]`.
 */
import { parseArgs } from 'node:util';
import { CompactRows } from '../src/core/postings/compact-rows.ts';
import { memoryOf, scratchOf } from '../src/core/postings/memory.ts';
import { buildPostings, TILE } from '../src/core/postings/postings.ts';
import { TopK } from '../src/core/scores/top-k.ts';
import { type WasmKernel, wasmKernelOn } from '../src/core/scores/wasm-kernel.ts';
import { createWasmScorer } from '../src/core/scores/wasm-scorer.ts';
import { corpusOf } from './corpus.ts';
import { countOf } from './harness/arguments.ts';
import { command } from './harness/command.ts';
import { quantile } from './harness/rounds.ts';
import { digits, table } from './harness/table.ts';
import { LIMIT } from './speed/data/answers.ts';
import { gramRows } from './speed/data/grams.ts';
import { textOf } from './speed/data/texts.ts';
import { topicRows } from './speed/data/topics.ts';
import { rowAt, rowsOf, type Vectors } from './speed/data/vectors.ts';
import { weigh } from './speed/data/weigh.ts';

const QUERIES = 1000;
const BATCH = 256;
const PARTS = {
  addColumns: 'columns: terms of a tenth of the records and more',
  addLists: 'lists',
  addTail: 'tail',
  peaks: 'the first bound',
  scan: 'looking at the sums, and clearing them',
} as const satisfies Record<keyof WasmKernel, string>;
const REST = 'finding the terms of the query, exact scores, the rest in JavaScript';
const names = Object.keys(PARTS) as (keyof WasmKernel)[];

await command(() => {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string' },
      texts: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const { texts, sizes: given = texts === undefined ? '20000,200000' : '3000,20000,28000' } = values;
  const sizes = given.split(',').map((size) => countOf('sizes', size));
  const rounds = countOf('rounds', values.rounds);
  const found = sizes.map((size) => partsOf(vectorsOf(size, texts), rounds));
  const rows = [...Object.values(PARTS), REST].map((name) => [
    name,
    ...found.map((one) => digits(one[name]!)),
  ]);
  const text = () => table([['µs a query, in batches', ...sizes.map(String)], ...rows]).join('\n');
  console.log(values.json ? JSON.stringify(found) : text());
});

/** Generated vectors, or those of the first texts of a file. */
function vectorsOf(size: number, texts: string | undefined): Vectors {
  if (texts === undefined) return weigh(topicRows(size, QUERIES));
  const { achievements, demands } = corpusOf(texts, size, QUERIES);
  return weigh(gramRows(achievements.map(textOf), demands.map(textOf)));
}

/** Median time of each part, in microseconds a query; one more round warms up. */
function partsOf(vectors: Vectors, rounds: number): Record<string, number> {
  const postings = buildPostings(vectors.records, vectors.terms);
  const memory = memoryOf(postings.tail.postings.buffer)!;
  const kernel = wasmKernelOn(memory.memory)!;
  let spent = new Map<keyof WasmKernel, number>();
  const timed = Object.fromEntries(
    names.map((name) => [
      name,
      (...args: number[]) => {
        const start = performance.now();
        const result = (kernel[name] as (...args: number[]) => number)(...args);
        spent.set(name, (spent.get(name) ?? 0) + performance.now() - start);
        return result;
      },
    ]),
  ) as unknown as WasmKernel;
  const place = { kernel: timed, buffer: memory.memory.buffer, scratch: scratchOf(memory, 0) };
  const scorer = createWasmScorer(postings, TILE, CompactRows.from(vectors.records), place, false);
  const queries = Array.from({ length: rowsOf(vectors.queries) }, (_, q) => rowAt(vectors.queries, q));
  const times = new Map<string, number[]>();
  for (let round = -1; round < rounds; round++) {
    spent = new Map();
    const start = performance.now();
    for (let q = 0; q < queries.length; q += BATCH) {
      const batch = queries.slice(q, q + BATCH);
      const tops = batch.map(() => new TopK(LIMIT));
      scorer.search(batch, { minScore: 0, eligible: undefined }, tops);
    }
    const all = performance.now() - start;
    const rest = names.reduce((left, name) => left - (spent.get(name) ?? 0), all);
    if (round < 0) continue;
    const add = (name: string, ms: number) =>
      times.set(name, [...(times.get(name) ?? []), (ms * 1000) / queries.length]);
    for (const name of names) add(PARTS[name], spent.get(name) ?? 0);
    add(REST, rest);
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, quantile(list, 0.5)]));
}
