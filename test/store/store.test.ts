import { type AchievementInput, createMatcher, type Matcher, openMatcher } from 'cuohe/core';
import { openStore } from 'cuohe/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievements, PARTS, titled } from '../fixtures.ts';
import { Disk } from './disk.ts';
import { create, open, openTiny, RECORDS, told } from './world.ts';

type Step =
  | { readonly what: 'update'; readonly put: AchievementInput[]; readonly remove: string[] }
  | { readonly what: 'compact'; readonly statistics: 'keep' | 'renew' }
  | { readonly what: 'reopen' };

const ids = Array.from({ length: 7 }, (_, i) => `A${i}`);
const update: fc.Arbitrary<Step> = fc
  .tuple(achievements(4), fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }), fc.array(fc.nat(6)))
  .map(([records, order, gone]) => {
    const put = records.slice(0, order.length).map((record, i) => ({ ...record, id: order[i]! }));
    const remove = [...new Set(gone.map((i) => ids[i]!))].filter((id) => !put.some((one) => one.id === id));
    return { what: 'update', put, remove };
  });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: update },
  { weight: 1, arbitrary: fc.constant({ what: 'reopen' } as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('keep', 'renew')
      .map((statistics) => ({ what: 'compact', statistics }) as const),
  },
);

describe('a store', () => {
  it('answers as an index of the same records under the same statistics, and so does what opens of its files', async () => {
    await fc.assert(
      fc.asyncProperty(achievements(7), fc.array(step, { maxLength: 7 }), async (first, steps) => {
        let records: AchievementInput[] = first.map((record, i) => ({ ...record, id: `A${i}` }));
        const disk = new Disk();
        let model: Matcher = createMatcher(records, PARTS);
        let store = await openTiny(disk, { create: () => createMatcher(records, PARTS) });
        for (const one of steps) {
          if (one.what === 'update') {
            const { put, remove } = one;
            const gone = new Set([...remove, ...put.map(({ id }) => id)]);
            records = [...records.filter(({ id }) => !gone.has(String(id))), ...put];
            model = createMatcher(records, { ...PARTS, statistics: model.statistics });
            await store.update({ put, remove, missing: 'ignore' });
          } else if (one.what === 'compact') {
            if (one.statistics === 'renew') model = createMatcher(records, PARTS);
            await store.compact({ statistics: one.statistics });
          } else store = await openTiny(disk);
          expect(told(store.matcher)).toBe(told(model));
          expect(told((await openTiny(new Disk(disk.files))).matcher)).toBe(told(model));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps vectors of records to the bit, of 32 and of 64 bits', async () => {
    const vectors = [[1, 0, 0], [0, 1, 0], null, [0.5, 0.5, 0]];
    const disk = new Disk();
    const store = await openTiny(disk, {
      create: () => createMatcher([...RECORDS], { ...PARTS, vectors: { records: vectors } }),
    });
    const asked = { id: 'q', title: '涂层', vector: [0.1, 0.2, 1] } as never;
    const given = [new Float32Array([0.1, 0.7, 1]), [0.1, 0.2, 1 / 3], null, undefined];
    for (const [i, vector] of given.entries()) {
      await store.update({
        put: [
          { id: `N${i}`, title: '涂层' },
          { id: `M${i}`, title: '钢' },
        ],
        vectors: [vector, [1, 2, i]],
      });
      const again = await openTiny(disk);
      expect(again.matcher.match(asked)).toEqual(store.matcher.match(asked));
      expect(again.matcher.match(asked).matches[0]!.vectors).toBeDefined();
    }
    await expect(store.update({ put: titled('钢'), vectors: [[1, 2]] })).rejects.toMatchObject({
      code: 'INVALID_RECORDS',
    });
    expect(store.matcher.size).toBe(12);
  });

  it('names every bad record, vector, id and option, and then has written nothing', async () => {
    const disk = new Disk();
    const store = await openTiny(disk);
    const before = disk.names;
    await expect(
      store.update({ put: [{ id: 'x' } as never, { title: '钢' } as never] }),
    ).rejects.toMatchObject({
      code: 'INVALID_RECORDS',
      issues: [
        { index: 0, path: 'title' },
        { index: 1, path: 'id' },
      ],
    });
    const bad = { remove: ['no', 'A0'], put: [{ id: 'A0', title: '钢' }] };
    await expect(store.update(bad)).rejects.toMatchObject({
      issues: [{ path: 'remove[0]' }, { path: 'remove[1]' }],
    });
    await expect(store.update({ putt: [] } as never)).rejects.toMatchObject({ issues: [{ path: 'putt' }] });
    await expect(store.update(null as never)).rejects.toMatchObject({ code: 'INVALID_OPTIONS' });
    await expect(store.update({ put: 5 as never })).rejects.toMatchObject({ code: 'INVALID_OPTIONS' });
    await expect(store.update({ put: [], vectors: [] })).rejects.toMatchObject({
      issues: [{ path: 'vectors' }],
    });
    await expect(store.update({ put: [{ id: 'x', title: '钢', own: 10n } as never] })).rejects.toMatchObject({
      code: 'INVALID_RECORDS',
    });
    await expect(store.compact({ statistics: 'new' as never })).rejects.toMatchObject({
      issues: [{ path: 'statistics' }],
    });
    expect(disk.names).toEqual(before);
    expect(await store.update({ remove: ['no'], missing: 'ignore' })).toBe(store.matcher);
    expect(disk.names).toEqual(before);
    expect(store.generation).toBe(1);
  });

  it('takes changes at once in the order of the calls, as they were when they were called', async () => {
    const disk = new Disk();
    const store = await openTiny(disk);
    const record = { id: 'N', title: '涂层' };
    const vague = [record];
    const first = store.update({ put: vague });
    record.title = '钢';
    vague.push({ id: 'O', title: '钢' });
    const others = Array.from({ length: 20 }, (_, i) =>
      store.update({ put: [{ id: 'N', title: `软件 ${i}` }] }),
    );
    expect(store.matcher.size).toBe(4);
    expect((await first).parsed(4)).toMatchObject({ id: 'N', title: '涂层' });
    await Promise.all(others);
    expect(store.matcher.size).toBe(5);
    expect(store.matcher.parsed(4).title).toBe('软件 19');
    expect(store.generation).toBe(22);
    expect(store.log).toMatchObject({ changes: 21, records: 21 });
    await store.settled();
    expect(disk.names.filter((name) => name.startsWith('manifest'))).toEqual(['manifest-22']);
    expect(told((await openTiny(disk)).matcher)).toBe(told(store.matcher));
  });

  it('shows a change once it is durable and not before, and leaves matchers that were taken as they are', async () => {
    const disk = new Disk();
    const store = await openTiny(disk);
    const before = store.matcher;
    const seen: number[] = [];
    const { write } = disk;
    disk.write = async function (...given) {
      seen.push(store.matcher.size);
      await write.apply(this, given);
      seen.push(store.matcher.size);
    };
    const after = await store.update({ put: [{ id: 'N', title: '涂层' }], remove: ['A0', 'A1'] });
    expect(seen).toEqual([4, 4, 4, 4]);
    expect(store.matcher).toBe(after);
    expect([before.size, after.size]).toEqual([4, 3]);
  });

  it('reads a record that changed often once when it opens', async () => {
    const disk = new Disk();
    const store = await openTiny(disk);
    for (let i = 0; i < 9; i++) await store.update({ put: [{ id: 'A1', title: `钢 ${i}` }] });
    expect(store.log).toMatchObject({ changes: 9, records: 9 });
    let read = 0;
    const again = await openTiny(disk, {
      open: (bytes) => {
        const matcher = open(bytes);
        const { updateAsync } = matcher;
        matcher.updateAsync = function (changes, options) {
          read += changes.put!.length;
          return updateAsync.call(this, changes, options);
        };
        return matcher;
      },
    });
    expect(read).toBe(1);
    expect(told(again.matcher)).toBe(told(store.matcher));
  });

  it('makes its first index once, and needs a way to do it', async () => {
    const disk = new Disk();
    await expect(openTiny(disk, { create: undefined as never })).rejects.toMatchObject({
      code: 'SAVED_INDEX_UNREADABLE',
      message: expect.stringContaining('create'),
    });
    await expect(openTiny(disk, { create: () => ({}) as never })).rejects.toMatchObject({
      issues: [{ path: 'create' }],
    });
    const gone = new Error('no database');
    await expect(openTiny(disk, { create: () => Promise.reject(gone) })).rejects.toBe(gone);
    expect(disk.names).toEqual([]);
    await openTiny(disk, { create: async () => create() });
    const again = await openTiny(disk, { create: () => Promise.reject(gone) });
    expect(told(again.matcher)).toBe(told(create()));
  });

  it('names every option that cannot be used', async () => {
    const wrong = { open: 1, create: 2, compactAt: 0, rebuild: 'yes', onError: 3, path: 4 };
    await expect(openStore({ read: 1 } as never, wrong as never)).rejects.toMatchObject({
      code: 'INVALID_OPTIONS',
      issues: [
        'files.read',
        'files.write',
        'files.list',
        'files.remove',
        'path',
        'open',
        'create',
        'rebuild',
        'compactAt',
        'onError',
      ].map((path) => ({ path })),
    });
    await expect(openStore(null as never, null as never)).rejects.toMatchObject({ code: 'INVALID_OPTIONS' });
    await expect(openStore(new Disk(), { open, rebuild: true })).rejects.toMatchObject({
      issues: [{ path: 'create' }],
    });
  });

  it('of shared statistics opens with them', async () => {
    const { statistics } = createMatcher(titled('涂层', '钢', '软件'), PARTS);
    const options = {
      open: (bytes: Uint8Array) => openMatcher(bytes, { ...PARTS, statistics }),
      create: () => createMatcher([...RECORDS], { ...PARTS, statistics }),
    };
    const disk = new Disk();
    const store = await openTiny(disk, options);
    await store.update({ put: [{ id: 'N', title: '涂层' }] });
    await store.compact();
    expect(told((await openTiny(disk, options)).matcher)).toBe(told(store.matcher));
    // What would not open tomorrow is not written today.
    const before = disk.names;
    await expect(store.compact({ statistics: 'renew' })).rejects.toMatchObject({
      code: 'SAVED_INDEX_MISMATCH',
    });
    expect(disk.names).toEqual(before);
    await expect(openTiny(new Disk(), { ...options, open })).rejects.toMatchObject({
      code: 'SAVED_INDEX_MISMATCH',
    });
  });
});
