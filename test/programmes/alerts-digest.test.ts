import { type AchievementInput, createMatcher } from 'cuohe';
import { noveltyOf, releaseDigest, rows } from 'cuohe/programmes';
import { describe, expect, it } from 'vitest';
import { type SampleAchievement, sampleFile } from './sample-file.ts';

const from = '2026-07-01';
const asOf = '2026-09-01';
const OPTIONS = { field: 'collectedOn', from, asOf };
const came = (id: string, collectedOn: unknown, more: Partial<AchievementInput> = {}) =>
  ({ id, title: `燃气轮机热障涂层${id}`, collectedOn, ...more }) as AchievementInput;

describe('a release', () => {
  const records = [
    came('K1', '2025-01-01', { title: '刀具磨损在线监测' }),
    came('K2', '2025-01-01', { title: '秘而不宣的苹果气调保鲜', secrecyLevel: '秘密' }),
    came('N1', '2026-07-01', { title: '刀具磨损在线监测', trl: 9 }),
    came('N2', '2026年8月', { title: '苹果气调保鲜', trl: 6 }),
    came('N3', new Date('2026-09-01'), { title: '养猪场粪污厌氧发酵产气', stage: '产业化' }),
    came('N4', '2026-09-02', { title: '海参苗种' }),
    came('N5', '2026-08-01', { title: '电池', secrecyLevel: '内部' }),
    came('N6', '2026-08-01', { title: '电池', validTo: '2026-08-31' }),
    came('N7', undefined, { title: '电池' }),
    came('N8', '2026-06-30', { title: '风电叶片' }),
  ];
  const matcher = createMatcher(records);

  it('holds what came in the period, is public and has not ended, and tells what is left out', async () => {
    const { chains, leftOut, undated, found, shown } = await releaseDigest(matcher, OPTIONS);
    const items = chains.flatMap((chain) => chain.items);
    expect(items.map(({ id }) => id).toSorted()).toEqual(['N1', 'N2', 'N3']);
    expect([found, shown, leftOut, undated]).toEqual([3, 3, { expired: ['N6'], withheld: 1 }, ['N7']]);
  });

  it('reads days, years and numbers, and does not tell whether a year that is only partly of the period is new', async () => {
    const dated = (collectedOn: unknown) =>
      releaseDigest(createMatcher([came('X', collectedOn, { title: '刀具磨损监测' })]), OPTIONS);
    for (const over of ['2026', 2026, '2026年', '2026年9月']) {
      expect([over, (await dated(over)).undated, (await dated(over)).found]).toEqual([over, ['X'], 0]);
    }
    for (const inside of [20260801, new Date('2026-08-01'), '2026年8月']) {
      const { chains } = await dated(inside);
      expect(chains[0]!.items[0]!.on).toBe('2026-08-01');
    }
    const month = (await dated('2026年8月')).chains[0]!.items[0]!.reason.zh;
    expect(month).toMatch(/^2026-08-01至2026-08-31间入库；/);
    for (const outside of [2025, '2026-06', 2027]) {
      expect([(await dated(outside)).undated, (await dated(outside)).found]).toEqual([[], 0]);
    }
  });

  it('is ranked by novelty and readiness, each told', async () => {
    const { chains } = await releaseDigest(matcher, OPTIONS);
    const items = new Map(chains.flatMap(({ items }) => items).map((item) => [item.id, item]));
    // The same was there before, and it is as ready as can be.
    expect(items.get('N1')).toMatchObject({ novelty: { nearest: { id: 'K1' } }, on: from });
    expect(items.get('N1')!.score).toBeCloseTo(0.5, 1);
    expect(items.get('N1')!.reason.zh).toBe('2026-07-01入库；新颖度0.01，此前最相近的是K1；成熟度TRL 9。');
    expect([...items.values()].map(({ rank }) => rank).toSorted()).toEqual([1, 2, 3]);
    for (const { score, novelty, trl } of items.values()) {
      expect(score).toBeCloseTo(0.5 * novelty!.value + (0.5 * trl![0]) / 9, 12);
    }
    const [byNovelty] = (await releaseDigest(matcher, { ...OPTIONS, novelty: 1 })).chains
      .flatMap(({ items: own }) => own)
      .filter(({ rank }) => rank === 1);
    expect(byNovelty!.novelty!.value).toBe(1);
  });

  it('names no secret record as the nearest', async () => {
    const digest = await releaseDigest(matcher, OPTIONS);
    expect(JSON.stringify(digest)).not.toContain('K2');
    const open = await noveltyOf([records[3]!], matcher, (record) => record.id === 'K2');
    expect(open.get('N2')!.nearest!.id).toBe('K2');
  });

  it('has no more items of a chain and in all than are wanted, the best of them', async () => {
    const many = createMatcher(
      Array.from({ length: 9 }, (_, i) =>
        came(`C${i}`, '2026-08-01', { trl: 1 + i, chains: [{ code: i < 6 ? 'SY02' : 'SY25' }] }),
      ),
    );
    const { chains, found, shown } = await releaseDigest(many, {
      ...OPTIONS,
      perChain: 2,
      limit: 3,
      novelty: 0,
    });
    expect(chains.map(({ chain, found: all, items }) => [chain, all, items.map(({ id }) => id)])).toEqual([
      ['SY02', 6, ['C5']],
      ['SY25', 3, ['C8', 'C7']],
    ]);
    expect([found, shown]).toEqual([9, 3]);
  });

  it('does not depend on the order of records, and is checked', async () => {
    const dates = new Map(
      sampleFile<{ id: string; collectedOn: string }>('programmes/collected').map((line) => [
        line.id,
        line.collectedOn,
      ]),
    );
    const sample = sampleFile<SampleAchievement>('achievements')
      .slice(0, 60)
      .map((record) => ({
        ...record,
        collectedOn: dates.get(record.id),
      }));
    const options = { ...OPTIONS, from: '2026-01-01', limit: 12 };
    const digest = await releaseDigest(createMatcher(sample), options);
    expect(digest.shown).toBe(12);
    expect(await releaseDigest(createMatcher(sample.toReversed()), options)).toMatchObject({
      chains: digest.chains.map(({ chain, items }) => ({ chain, items: items.map(({ id }) => ({ id })) })),
    });
    const [release, chains, out] = rows(digest);
    expect([release!.rows.length, chains!.rows.length]).toEqual([12, digest.chains.length]);
    expect(out!.rows.length).toBe(digest.leftOut.expired.length + digest.undated.length);
    await expect(releaseDigest(matcher, { ...OPTIONS, from: '2026-10-01' })).rejects.toThrow(/from/);
    await expect(releaseDigest(matcher, { ...OPTIONS, perchain: 3 } as never)).rejects.toThrow(/perChain/);
    const demands = createMatcher([{ id: 'D', title: '涂层' }], { side: 'demand' });
    await expect(releaseDigest(demands, OPTIONS)).rejects.toThrow(/achievement/);
  });
});
