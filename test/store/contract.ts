import { indexMemory } from 'cuohe/core';
import type { Files } from 'cuohe/store';
import { expect } from 'vitest';
import { openTiny, told } from './world.ts';

/** Bytes that look like none of a store. */
const bytesOf = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed) & 0xff);

/** What every adapter must do, on files that are none yet. */
export async function keepsTheContract(files: Files): Promise<void> {
  expect(await files.list()).toEqual([]);
  expect(await files.read('change-1')).toBeUndefined();
  await files.remove('change-1');
  for (const [i, length] of [0, 1, 70_000].entries()) {
    const bytes = bytesOf(length, i);
    await files.write(`change-${i}`, bytes);
    expect(new Uint8Array((await files.read(`change-${i}`))!)).toEqual(bytes);
    // Part of a longer buffer, and memory for the kernel, which may be shared.
    const part = bytesOf(length + 20, i).subarray(9, 9 + length);
    await files.write(`manifest-${i}`, part);
    const there = indexMemory(length);
    there.set(part);
    await files.write(`base-${i}`, there);
    const read = await files.read(`base-${i}`, indexMemory);
    expect(Uint8Array.from(read!)).toEqual(Uint8Array.from(part));
    expect(Uint8Array.from((await files.read(`manifest-${i}`))!)).toEqual(Uint8Array.from(part));
  }
  expect([...(await files.list())].sort()).toHaveLength(9);
  // A name is given once, and what has it stays as it is.
  await expect(files.write('change-1', bytesOf(5, 9))).rejects.toThrow();
  expect((await files.read('change-1'))!.length).toBe(1);
  const both = await Promise.allSettled([1, 2].map((seed) => files.write('base-7', bytesOf(40_000, seed))));
  const won = both.findIndex(({ status }) => status === 'fulfilled');
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(Uint8Array.from((await files.read('base-7'))!)).toEqual(bytesOf(40_000, won + 1));
  for (const name of await files.list()) await files.remove(name);
  expect(await files.list()).toEqual([]);
}

/** A life of a store on files that are none yet, opened again and again. */
export async function keepsAStore(files: Files): Promise<void> {
  const store = await openTiny(files);
  await store.update({ put: [{ id: 'N', title: '涂层' }], remove: ['A0'] });
  await store.update({ put: [{ id: 'M', title: '燃机 钢' }] });
  expect(told((await openTiny(files)).matcher)).toBe(told(store.matcher));
  await store.compact();
  await store.update({ remove: ['N'] });
  await store.settled();
  expect([...(await files.list())].sort()).toEqual(['base-4', 'change-5', 'manifest-5']);
  const again = await openTiny(files);
  expect(told(again.matcher)).toBe(told(store.matcher));
  expect(again.generation).toBe(5);
  await again.update({ put: [{ id: 'N', title: '钢' }] });
  await expect(store.update({ remove: ['M'] })).rejects.toMatchObject({ code: 'STORE_CHANGED' });
}
