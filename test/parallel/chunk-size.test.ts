import { expect, it } from 'vitest';
import { ChunkSize } from '../../src/parallel/chunk-size.ts';

it('a chunk begins with one query and at most doubles', () => {
  const size = new ChunkSize();
  expect(size.now).toBe(1);
  const sizes = Array.from({ length: 10 }, () => {
    size.took(0, size.now);
    return size.now;
  });
  expect(sizes).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 256, 256]);
});

it('a chunk takes about 50 ms, and never less than one query', () => {
  const size = new ChunkSize();
  for (let i = 0; i < 5; i++) size.took(size.now * 10, size.now);
  expect(size.now).toBe(5);
  size.took(300, 5);
  expect(size.now).toBe(1);
});

it('a chunk takes a fifth of that where single queries come too, and never less than one query', () => {
  const size = new ChunkSize();
  expect(size.ofShared).toBe(1);
  for (let i = 0; i < 9; i++) size.took(size.now, size.now);
  expect([size.now, size.ofShared]).toEqual([50, 10]);
});
