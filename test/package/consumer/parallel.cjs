const assert = require('node:assert/strict');
const { createMatcher } = require('cuohe');
const { createMatchPool } = require('cuohe/parallel');

// A pool on the built worker in CommonJS.
const collected = async (results) => {
  const list = [];
  for await (const result of results) list.push(result);
  return list;
};
const titled = (count) =>
  Array.from({ length: count }, (_, i) => ({ id: `${i}`, title: ['热障涂层', '电池', '叶片'][i % 3] }));

async function main() {
  const matcher = createMatcher(titled(50));
  const pool = createMatchPool(matcher, { threads: 2 });
  const demands = titled(200);
  assert.deepEqual(await collected(pool.matchAll(demands)), await collected(matcher.matchAll(demands)));
  // The classes of the other build are others; the pool does not mind.
  const { createMatcher: createOther } = await import('cuohe');
  const other = createOther(titled(50));
  const mixed = createMatchPool(other, { threads: 2 });
  assert.deepEqual(await collected(mixed.matchAll(demands)), await collected(other.matchAll(demands)));
  await mixed.close();
  console.log(JSON.stringify({ threads: pool.threads }));
}

main();
