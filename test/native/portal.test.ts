import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Portal } from '../../examples/portal/server/portal.ts';
import { savedSearches, saveSearch } from '../../examples/portal/server/saved-searches.ts';
import { sqliteStore } from '../../examples/portal/server/sqlite-store.ts';
import { storeContract } from '../examples/portal-stores.ts';
import { NOTHING } from '../examples/portal-world.ts';

storeContract('in SQLite', () => sqliteStore(new Sqlite(':memory:')));

test('what was taken in and saved is there after a restart, and news are told of what came in between', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuohe-portal-'));
  const file = join(folder, 'portal.sqlite');
  const before = new Sqlite(file);
  const first = await Portal.open(sqliteStore(before));
  await first.put('supply', [{ id: 'A1', title: '钢轨铣磨车' }]);
  await saveSearch(first, { ...NOTHING, text: '钢轨' }, '钢轨');
  before.close();

  const after = new Sqlite(file);
  const second = await Portal.open(sqliteStore(after));
  expect(second.side('supply').matcher.size).toBe(1);
  await second.put('supply', [{ id: 'A2', title: '钢轨探伤' }]);
  const [search] = await savedSearches(second);
  expect(search).toMatchObject({ name: '钢轨', total: 2, news: [{ id: 'A2', changed: false }] });
  after.close();
  rmSync(folder, { recursive: true });
});

test('a put that fails leaves nothing behind', async () => {
  const store = sqliteStore(new Sqlite(':memory:'));
  const circular: { id: string; title: string; self?: unknown } = { id: 'B', title: '乙' };
  circular.self = circular;
  await expect(store.put('supply', [{ id: 'A', title: '甲' }, circular])).rejects.toThrow();
  expect(await store.records('supply')).toEqual([]);
});
