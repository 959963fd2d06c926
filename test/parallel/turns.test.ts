import { expect, it } from 'vitest';
import { Turns } from '../../src/parallel/turns.ts';

/** Works off what is there, each at its price, and tells in which order. */
function worked(turns: Turns<string, string>, price: { single: number; chunk: number }, steps: number) {
  let order = '';
  for (let i = 0; i < steps; i++) {
    const next = turns.next();
    if (next === undefined) break;
    const what = 'single' in next ? 'single' : 'chunk';
    order += 'single' in next ? next.single : next.chunk;
    turns.took(price[what], what);
  }
  return order;
}

function full(singles: string, chunks: string) {
  const turns = new Turns<string, string>();
  for (const single of singles) turns.addSingle(single);
  for (const chunk of chunks) turns.addChunk(chunk);
  return turns;
}

it('single queries come before chunks, each kind in its order', () => {
  expect(worked(full('', 'AB'), { single: 1, chunk: 10 }, 9)).toBe('AB');
  expect(worked(full('abc', ''), { single: 1, chunk: 10 }, 9)).toBe('abc');
  expect(worked(full('a', 'AB'), { single: 1, chunk: 10 }, 9)).toBe('aAB');
});

it('chunks get half of the time, however many single queries there are', () => {
  const singles = 'abcdefghijklmnopqrstuvwxyz';
  expect(worked(full(singles, 'ABC'), { single: 3, chunk: 9 }, 13)).toBe('aAbcdeBfghiCj');
  expect(worked(full(singles, 'ABC'), { single: 10, chunk: 1 }, 6)).toBe('aAbBcC');
});

it('a single query that comes later is next', () => {
  const turns = full('', 'ABC');
  expect(worked(turns, { single: 1, chunk: 9 }, 1)).toBe('A');
  turns.addSingle('a');
  expect(worked(turns, { single: 1, chunk: 9 }, 9)).toBe('aBC');
});
