import { expect, inject, it } from 'vitest';
import { node, printed } from './packed.ts';

const { bare } = inject('packed');

it('a pool of threads works as an ES module: results, other parts, a killed worker, and an end without closing', () => {
  const told = { threads: 2, failure: 'WORKER_FAILED', needed: 'INVALID_OPTIONS' };
  expect(node(bare, 'parallel.mjs')).toEqual(printed(`${JSON.stringify(told)}\n`));
});

it('a pool of threads works in CommonJS, also on a matcher of the other build', () => {
  expect(node(bare, 'parallel.cjs')).toEqual(printed('{"threads":2}\n'));
});

it('a pool of threads works in a program that Node was given as a text', () => {
  const program = `
    import { createMatcher } from 'cuohe';
    import { createMatchPool } from 'cuohe/parallel';
    const matcher = createMatcher([{ id: 'a', title: '热障涂层' }]);
    const pool = createMatchPool(matcher, { threads: 2, smallJob: 0 });
    for await (const { matches } of pool.matchAll([{ id: 'd', title: '涂层' }])) console.log(matches[0].id);
  `;
  for (const flag of [['--input-type=module'], ['--input-type', 'module']]) {
    expect(node(bare, ...flag, '--eval', program)).toEqual(printed('a\n'));
    expect(node(bare, '--max-old-space-size=512', ...flag, '--eval', program)).toEqual(printed('a\n'));
  }
});

it('workers build an index, and answer single queries, also where the engine was given flags', () => {
  const told = { threads: 2, failure: 'WORKER_FAILED', needed: 'INVALID_OPTIONS' };
  expect(node(bare, '--max-old-space-size=512', 'parallel.mjs')).toEqual(
    printed(`${JSON.stringify(told)}\n`),
  );
});
