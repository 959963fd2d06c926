import { describe, expect, it } from 'vitest';
import { Disk } from './disk.ts';
import { openTiny, told } from './world.ts';

/** A promise that is kept from outside. */
function kept(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A disk on which a base waits to be written. */
class Slow extends Disk {
  readonly began = kept();
  readonly goOn = kept();
  isSlow = false;

  override async write(name: string, bytes: Uint8Array): Promise<void> {
    if (this.isSlow && name.startsWith('base')) {
      this.files.set(`${name}.part`, bytes.slice(0, 5));
      this.began.resolve();
      await this.goOn.promise;
      this.files.delete(`${name}.part`);
    }
    await super.write(name, bytes);
  }
}

const put = (id: string, title: string) => ({ put: [{ id, title }] });

describe('a store that compacts', () => {
  it('takes changes meanwhile, which stand in the log of the new base', async () => {
    for (const statistics of ['keep', 'renew'] as const) {
      const disk = new Slow();
      const store = await openTiny(disk);
      await store.update(put('N', '涂层'));
      disk.isSlow = true;
      const compacted = store.compact({ statistics });
      await disk.began.promise;
      await store.update(put('M', '钢'));
      await store.update({ ...put('N', '软件'), remove: ['A0'] });
      expect(store.log.changes).toBe(3);
      const before = told(store.matcher);
      expect(told((await openTiny(new Disk(disk.files))).matcher)).toBe(before);
      disk.goOn.resolve();
      expect(await compacted).toBe(store.matcher);
      if (statistics === 'keep') expect(told(store.matcher)).toBe(before);
      else expect(told(store.matcher)).not.toBe(before);
      expect(store.log).toMatchObject({ changes: 2, records: 3 });
      await store.settled();
      expect(disk.names).toEqual(['base-3', 'change-4', 'change-5', 'manifest-5']);
      expect(told((await openTiny(disk)).matcher)).toBe(told(store.matcher));
    }
  });

  it('keeps its new base, whatever is cleaned up after changes that were stored before', async () => {
    const disk = new Slow();
    const store = await openTiny(disk);
    await store.update(put('N', '涂层'));
    const { write } = disk;
    const isBegun = kept();
    const goOn = kept();
    disk.write = async function (name, bytes) {
      if (name === 'change-4') {
        isBegun.resolve();
        await goOn.promise;
      }
      await write.call(this, name, bytes);
    };
    disk.isSlow = true;
    const compacted = store.compact();
    await disk.began.promise;
    const updated = store.update(put('M', '钢'));
    await isBegun.promise;
    disk.goOn.resolve();
    // The base is whole, and waits for its turn behind a change that is being stored.
    while (!disk.files.has('base-3')) await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => setTimeout(resolve, 0));
    goOn.resolve();
    await Promise.all([updated, compacted]);
    await store.settled();
    expect(disk.names).toContain('base-3');
    expect(told((await openTiny(disk)).matcher)).toBe(told(store.matcher));
  });

  it('by itself once the log is long, beside what it is asked', async () => {
    const disk = new Disk();
    const store = await openTiny(disk, { compactAt: 5 });
    for (let i = 0; i < 14; i++) await store.update(put(`N${i % 4}`, `涂层 ${i}`));
    await store.settled();
    expect(store.log.records).toBeLessThanOrEqual(5);
    expect(disk.names).toHaveLength(2 + store.log.changes);
    expect(store.matcher.size).toBe(8);
    expect(told((await openTiny(disk)).matcher)).toBe(told(store.matcher));
  });

  it('by itself tells why it could not, and tries again after as many changes', async () => {
    const disk = new Disk();
    const errors: unknown[] = [];
    const store = await openTiny(disk, { compactAt: 2, onError: (error) => errors.push(error) });
    const { write } = disk;
    disk.write = (name, bytes) =>
      name.startsWith('base') ? Promise.reject(new Error('full')) : write.call(disk, name, bytes);
    for (let i = 0; i < 6; i++) {
      await store.update(put('N', `涂层 ${i}`));
      await store.settled();
    }
    expect(errors).toHaveLength(2);
    expect(errors[0]).toMatchObject({ code: 'STORE_FAILED' });
    disk.write = write;
    for (let i = 0; i < 3; i++) await store.update(put('N', `钢 ${i}`));
    await store.settled();
    expect(store.log.records).toBeLessThanOrEqual(2);
  });

  it('stops at a signal, and has changed nothing; the next one is as any', async () => {
    const disk = new Disk();
    const store = await openTiny(disk);
    await store.update(put('N', '涂层'));
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(store.compact({ signal: stop.signal })).rejects.toThrow('enough');
    expect(store.log.changes).toBe(1);
    const both = await Promise.all([store.compact(), store.compact()]);
    expect(both[1]).toBe(store.matcher);
    expect(store.generation).toBe(4);
    expect(store.log).toEqual({ changes: 0, records: 0, bytes: 0 });
  });

  it('lets go of the index before: nothing of its files is kept in memory', async () => {
    const disk = new Disk();
    const store = await openTiny(disk);
    await store.update(put('N', '涂层'));
    const before = told(store.matcher);
    const compacted = await store.compact();
    expect(compacted.stats.parts).toBe(1);
    expect(told(compacted)).toBe(before);
    // It is what opens of the new base, whose records lie in its own bytes.
    expect(compacted.record(0)).not.toBe(compacted.record(0));
  });
});
