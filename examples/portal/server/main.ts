/**
 * The portal with a database that outlives it. In this folder:
 *
 *     npm install && npm start -- portal.sqlite
 *
 * The first time, the database takes in the bundled sample.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAchievements, readDemands } from 'cuohe/io';
import { sqliteStore } from './sqlite-store.ts';
import { startPortal } from './start.ts';
import type { StoredRecord } from './store.ts';

const PORT = 8082;

const { default: Sqlite } = await import('better-sqlite3');
const store = sqliteStore(new Sqlite(process.argv[2] ?? 'portal.sqlite'));
const sample = (name: string) => new URL(`../../data/${name}`, import.meta.url);
if ((await store.records('supply')).length === 0 && existsSync(sample('achievements.jsonl'))) {
  const supply = readAchievements(readFileSync(sample('achievements.jsonl'))).records;
  const demand = readDemands(readFileSync(sample('demands.jsonl'))).records;
  await store.put('supply', supply as readonly object[] as readonly StoredRecord[]);
  await store.put('demand', demand as readonly object[] as readonly StoredRecord[]);
}
const client = fileURLToPath(new URL('../dist/client', import.meta.url));
const { url } = await startPortal({ store, client, port: PORT });
console.log(url);
