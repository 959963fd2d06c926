import { expect, test } from 'vitest';
import type { PortalStore } from '../../examples/portal/server/store.ts';
import { NOTHING } from './portal-world.ts';

/** What every store of the portal keeps to. */
export function storeContract(name: string, open: () => PortalStore): void {
  const titles = async (store: PortalStore) =>
    (await store.records('supply')).map(({ id, title }) => [String(id), title]);

  test(`${name}: a record takes the place of the one with its id, and is then the newest`, async () => {
    const store = open();
    await store.put('supply', [
      { id: 1, title: '甲' },
      { id: '2', title: '乙' },
    ]);
    await store.put('demand', [{ id: 1, title: '丙' }]);
    await store.put('supply', [{ id: '1', title: '丁' }]);
    expect(await titles(store)).toEqual([
      ['2', '乙'],
      ['1', '丁'],
    ]);
    expect(await store.records('demand')).toEqual([{ id: 1, title: '丙' }]);
  });

  test(`${name}: searches are kept, replaced and removed`, async () => {
    const store = open();
    const search = {
      id: 's1',
      name: '甲',
      question: { ...NOTHING, text: '轴承', chains: ['SY02'] },
      seen: 'k1',
    };
    await store.saveSearch(search);
    await store.saveSearch({ ...search, id: 's2', name: '乙' });
    await store.saveSearch({ ...search, seen: 'k2' });
    expect(await store.searches()).toEqual([
      { ...search, seen: 'k2' },
      { ...search, id: 's2', name: '乙' },
    ]);
    await store.removeSearch('s1');
    await store.removeSearch('s1');
    expect((await store.searches()).map(({ id }) => id)).toEqual(['s2']);
  });

  test(`${name}: what was seen is kept as long as a search names it`, async () => {
    const store = open();
    const search = { id: 's1', name: '甲', question: NOTHING, seen: 'k1' };
    await store.saveSearch(search);
    await store.keepSeen('k1', [['A', 'f1']]);
    expect(await store.seen('k1')).toEqual([['A', 'f1']]);
    await store.saveSearch({ ...search, seen: 'k2' });
    await store.keepSeen('k2', [['A', 'f2']]);
    expect([await store.seen('k1'), await store.seen('k2')]).toEqual([undefined, [['A', 'f2']]]);
  });
}
