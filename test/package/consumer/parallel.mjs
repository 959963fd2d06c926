import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { createLexicon, createMatcher, indexMemory, openMatcher } from 'cuohe';
import { createMatcherParallel, createMatchPool } from 'cuohe/parallel';
import { parts } from './parallel-parts.mjs';

// A pool on the built worker: the same results; prints what came of it. It is not closed: the process ends all the same.
const collected = async (results) => {
  const list = [];
  for await (const result of results) list.push(result);
  return list;
};
const words = ['燃气轮机', '热障涂层', '锂离子电池', '正极材料', '叶片', '焊接'];
const titled = (count) =>
  Array.from({ length: count }, (_, i) => ({ id: `${i}`, title: words[i % 6] + words[(i * 7 + 3) % 5] }));
const matcher = openMatcher(createMatcher(titled(50)).save(indexMemory));
const demands = titled(200);

const pool = createMatchPool(matcher, { threads: 2 });
assert.deepEqual(await collected(pool.matchAll(demands)), await collected(matcher.matchAll(demands)));
for (const options of [{}, { lean: true, limit: 3 }]) {
  assert.deepEqual(await pool.match(demands[7], options), matcher.match(demands[7], options));
}
const bytes = (made) => new Uint8Array(made.save());
const built = await createMatcherParallel(titled(1200), { threads: 2 });
assert.deepEqual(bytes(built), bytes(createMatcher(titled(1200))));

const other = createMatcher(titled(50), parts);
const url = new URL('parallel-parts.mjs', import.meta.url);
const own = createMatchPool(other, { threads: 2, parts: url });
assert.deepEqual(await collected(own.matchAll(demands)), await collected(other.matchAll(demands)));
await own.close();

const workers = [];
const startWorker = () => {
  workers.push(new Worker(new URL(import.meta.resolve('cuohe/parallel/worker'))));
  return workers.at(-1);
};
const killed = createMatchPool(matcher, { threads: 2, startWorker });
const failure = await (async () => {
  let seen = 0;
  for await (const _ of killed.matchAll(titled(5000))) if (++seen === 1) workers[0].terminate();
})().catch((error) => error);

const needed = (() => {
  try {
    createMatchPool(createMatcher([], { lexicon: createLexicon({ name: 'other', entries: [] }) }), {
      threads: 2,
    });
  } catch (error) {
    return error.code;
  }
})();
console.log(JSON.stringify({ threads: pool.threads, failure: failure.code, needed }));
