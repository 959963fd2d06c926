import { createLexicon, createMatcher, openMatcher } from 'cuohe/core';
import type { Files } from 'cuohe/store';
import { describe, expect, it } from 'vitest';
import { TAXONOMY } from '../fixtures.ts';
import { Disk } from './disk.ts';
import { create, openTiny, told } from './world.ts';

const N = { id: 'N', title: '涂层' };
const M = { id: 'M', title: '钢' };

/** A disk with a store of some changes. */
async function written(): Promise<Disk> {
  const disk = new Disk();
  const store = await openTiny(disk);
  await store.update({ put: [N] });
  await store.update({ put: [M], remove: ['A0'] });
  await store.settled();
  return disk;
}

/** The same files, of which one is changed. */
function damaged(disk: Disk, name: string, change: (bytes: Uint8Array) => Uint8Array | undefined): Disk {
  const files = new Map(disk.files);
  const bytes = change(files.get(name)!.slice());
  if (bytes === undefined) files.delete(name);
  else files.set(name, bytes);
  return new Disk(files);
}

const flipped = (at: number) => (bytes: Uint8Array) => {
  bytes[at]! ^= 1;
  return bytes;
};

describe('a damaged store', () => {
  it('names the file in which a bit was changed, wherever, and opens nothing', async () => {
    const disk = await written();
    for (const [name, { length }] of disk.files) {
      const step = name.startsWith('base') ? 97 : 7;
      for (let at = 0; at < length; at += step) {
        const opened = openTiny(damaged(disk, name, flipped(at)));
        await expect(opened, `${name}:${at}`).rejects.toMatchObject({
          code: 'SAVED_INDEX_UNREADABLE',
          message: expect.stringContaining(`"${name}"`),
        });
      }
    }
  });

  it('names the file that is missing, short or another one', async () => {
    const disk = await written();
    for (const name of disk.names.filter((name) => !name.startsWith('manifest'))) {
      const other = disk.names.find((other) => other !== name)!;
      for (const change of [
        () => undefined,
        (bytes: Uint8Array) => bytes.slice(8),
        () => disk.files.get(other)!,
      ]) {
        await expect(openTiny(damaged(disk, name, change))).rejects.toMatchObject({
          code: 'SAVED_INDEX_UNREADABLE',
          message: expect.stringContaining(`"${name}"`),
        });
      }
    }
    const [first, second] = ['change-2', 'change-3'].map((name) => disk.files.get(name)!);
    expect(first).toBeDefined();
    const swapped = damaged(
      damaged(disk, 'change-2', () => second),
      'change-3',
      () => first,
    );
    await expect(openTiny(swapped)).rejects.toMatchObject({ code: 'SAVED_INDEX_UNREADABLE' });
  });

  it('is made anew where the host says so, and else left as it is', async () => {
    const disk = await written();
    for (const name of disk.names) {
      const bad = damaged(disk, name, flipped(40));
      const before = bad.names;
      await expect(openTiny(bad)).rejects.toMatchObject({ code: 'SAVED_INDEX_UNREADABLE' });
      expect(bad.names).toEqual(before);
      const store = await openTiny(bad, { rebuild: true });
      expect(told(store.matcher)).toBe(told(create()));
      expect(store.generation).toBe(4);
      expect(bad.names).toHaveLength(2);
      expect(told((await openTiny(bad)).matcher)).toBe(told(create()));
    }
  });

  it('of other words is a mismatch that names its file, or made anew', async () => {
    const parts = { taxonomy: TAXONOMY, lexicon: createLexicon({ name: 'other', entries: [] }, TAXONOMY) };
    const other = {
      open: (bytes: Uint8Array) => openMatcher(bytes, parts),
      create: () => createMatcher([M], parts),
    };
    const disk = await written();
    await expect(openTiny(disk, other)).rejects.toMatchObject({
      code: 'SAVED_INDEX_MISMATCH',
      message: expect.stringContaining('"base-1"'),
    });
    const store = await openTiny(disk, { ...other, rebuild: true });
    expect(store.matcher.size).toBe(1);
  });

  it('leaves files alone that are not its own', async () => {
    const disk = await written();
    for (const name of ['notes.txt', 'base-', 'base-01', 'manifest-x', 'BASE-1'])
      disk.files.set(name, new Uint8Array(3));
    const store = await openTiny(disk);
    await store.compact();
    await store.settled();
    expect(disk.names).toEqual([
      'BASE-1',
      'base-',
      'base-01',
      'base-4',
      'manifest-4',
      'manifest-x',
      'notes.txt',
    ]);
  });
});

/** Files that fail where they are told to. */
class Failing extends Disk {
  fails: (name: string) => boolean = () => false;
  /** Whether a file that fails to be written is there all the same. */
  isThere = false;

  override async write(name: string, bytes: Uint8Array): Promise<void> {
    if (!this.fails(name)) return super.write(name, bytes);
    if (this.isThere) await super.write(name, bytes);
    throw new Error('no space left');
  }
}

describe('files that fail', () => {
  it('change nothing, and the store goes on when they are well again', async () => {
    const disk = new Failing();
    const store = await openTiny(disk);
    disk.fails = (name) => name.startsWith('change');
    await expect(store.update({ put: [N] })).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: 'The store cannot write the file "change-2": no space left',
      cause: new Error('no space left'),
    });
    expect(told(store.matcher)).toBe(told(create()));
    disk.fails = (name) => name.startsWith('base');
    await expect(store.compact()).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await store.update({ put: [N] });
    expect(store.matcher.size).toBe(5);
    expect(told((await openTiny(disk)).matcher)).toBe(told(store.matcher));
  });

  it.each([true, false])(
    'take no more changes where the state is uncertain, until they are opened again; manifest there: %s',
    async (isThere) => {
      const disk = new Failing();
      const store = await openTiny(disk);
      Object.assign(disk, { fails: (name: string) => name.startsWith('manifest'), isThere });
      await expect(store.update({ put: [N] })).rejects.toMatchObject({ code: 'STORE_FAILED' });
      disk.fails = () => false;
      await expect(store.update({ put: [N] })).rejects.toMatchObject({
        code: 'STORE_FAILED',
        message: expect.stringContaining('opened again'),
      });
      await expect(store.compact()).rejects.toMatchObject({ code: 'STORE_FAILED' });
      expect(store.matcher.size).toBe(4);
      const again = await openTiny(disk);
      expect(again.matcher.size).toBe(isThere ? 5 : 4);
      await again.update({ put: [N, M] });
      expect(told((await openTiny(disk)).matcher)).toBe(told(again.matcher));
    },
  );

  it('of a host that does not keep the contract are told as such', async () => {
    const files = (wrong: Partial<Record<keyof Files, () => unknown>>) =>
      Object.assign(new Disk(), wrong) as Files;
    await expect(openTiny(files({ list: async () => 'none' }))).rejects.toMatchObject({
      code: 'STORE_FAILED',
    });
    const disk = await written();
    Object.assign(disk, { read: async () => 'text' });
    await expect(openTiny(disk)).rejects.toMatchObject({ code: 'STORE_FAILED' });
    const gone = () => {
      throw new Error('gone');
    };
    await expect(openTiny(files({ list: gone }))).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  it('that cannot be removed are removed later', async () => {
    const disk = await written();
    const store = await openTiny(disk);
    const { remove } = disk;
    disk.remove = () => Promise.reject(new Error('in use'));
    await store.compact();
    await store.settled();
    expect(disk.names).toHaveLength(6);
    disk.remove = remove;
    await store.update({ put: [M] });
    await store.settled();
    expect(disk.names).toEqual(['base-4', 'change-5', 'manifest-5']);
  });
});

describe('two writers', () => {
  it('are told apart: the second to write is refused, and loses nothing of the first', async () => {
    const disk = new Disk();
    const first = await openTiny(disk);
    const second = await openTiny(disk);
    await first.update({ put: [N] });
    for (const change of [() => second.update({ put: [M] }), () => second.compact()]) {
      await expect(change()).rejects.toMatchObject({ code: 'STORE_CHANGED' });
    }
    expect(second.matcher.size).toBe(4);
    await first.update({ put: [M] });
    const again = await openTiny(disk);
    expect(told(again.matcher)).toBe(told(first.matcher));
    await again.update({ remove: ['N'] });
    await expect(first.update({ put: [N] })).rejects.toMatchObject({ code: 'STORE_CHANGED' });
    expect(told((await openTiny(disk)).matcher)).toBe(told(again.matcher));
  });

  it('that write at one time: however their steps fall, each change is stored or refused, and none is lost', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const disk = new Disk();
      await openTiny(disk);
      let state = seed + 1;
      // Steps of both in an order that the seed gives.
      const late = async (): Promise<void> => {
        for (state = (state * 48271) % 2147483647; state % 5 > 1; state = (state * 48271) % 2147483647)
          await Promise.resolve();
      };
      const files: Files = {
        read: (name) => late().then(() => disk.read(name)),
        write: (name, bytes) => late().then(() => disk.write(name, bytes)),
        list: () => late().then(() => disk.list()),
        remove: (name) => late().then(() => disk.remove(name)),
      };
      const stores = await Promise.all([openTiny(files), openTiny(files)]);
      const done = await Promise.allSettled(
        stores.flatMap((store, i) => [
          store.update({ put: [{ id: `N${i}`, title: '涂层' }] }),
          i === 0 ? store.compact() : store.update({ remove: [`A${i}`] }),
        ]),
      );
      await Promise.all(stores.map((store) => store.settled()));
      const refused = done.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
      expect(refused.length).toBeGreaterThan(0);
      for (const { reason } of refused) expect(['STORE_CHANGED', 'STORE_FAILED']).toContain(reason.code);
      // Only one of the two can have been the last.
      const { matcher, generation } = await openTiny(disk);
      const newest = stores.filter((store) => store.generation === generation);
      expect(newest).toHaveLength(1);
      expect(told(matcher)).toBe(told(newest[0]!.matcher));
      for (const i of [0, 1]) {
        if (done[2 * i]!.status === 'fulfilled') expect(matcher.indexOf(`N${i}`)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('that make the first index at one time: one is refused', async () => {
    const disk = new Disk();
    const done = await Promise.allSettled([openTiny(disk), openTiny(disk)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(told((await openTiny(disk)).matcher)).toBe(told(create()));
  });

  it('do not disturb who only reads: the state that is being removed is looked for again', async () => {
    const disk = await written();
    const writer = await openTiny(disk);
    const { list } = disk;
    let times = 0;
    disk.list = async () => {
      const names = await list.call(disk);
      if (times++ > 0) return names;
      // Between the list and the first file.
      disk.list = list;
      await writer.compact();
      await writer.settled();
      return names;
    };
    const reader = await openTiny(disk);
    expect(told(reader.matcher)).toBe(told(writer.matcher));
    expect(reader.generation).toBe(4);
  });
});
