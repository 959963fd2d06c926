import type { Question } from './api.ts';
import type { PortalStore, SavedSearch, Seen, StoredRecord } from './store.ts';

/** What the store needs of a database: better-sqlite3 has it, and so has `node:sqlite`. */
export interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): {
    all(...values: readonly unknown[]): unknown[];
    get(...values: readonly unknown[]): unknown;
    run(...values: readonly unknown[]): unknown;
  };
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS record (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    side TEXT NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (side, id)
  );
  CREATE TABLE IF NOT EXISTS search (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    question TEXT NOT NULL,
    seen TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, json TEXT NOT NULL);
`;

/** A store in a database of SQLite: what was imported and saved is there again after a restart. */
export function sqliteStore(database: Database): PortalStore {
  database.exec(SCHEMA);
  const statement = (sql: string) => database.prepare(sql);
  const all = statement('SELECT json FROM record WHERE side = ? ORDER BY place');
  // A new place: what was put last is the newest.
  const put = statement('INSERT OR REPLACE INTO record (side, id, json) VALUES (?, ?, ?)');
  const searches = statement('SELECT id, name, question, seen FROM search ORDER BY place');
  const save = statement(
    `INSERT INTO search (id, name, question, seen) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, question = excluded.question, seen = excluded.seen`,
  );
  const remove = statement('DELETE FROM search WHERE id = ?');
  const seen = statement('SELECT json FROM seen WHERE key = ?');
  const keep = statement('INSERT OR REPLACE INTO seen (key, json) VALUES (?, ?)');
  const forget = statement('DELETE FROM seen WHERE key NOT IN (SELECT seen FROM search)');
  return {
    records: async (side) =>
      (all.all(side) as { json: string }[]).map(({ json }) => JSON.parse(json) as StoredRecord),
    put: async (side, records) => {
      database.exec('BEGIN');
      try {
        for (const record of records) put.run(side, String(record.id), JSON.stringify(record));
        database.exec('COMMIT');
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    searches: async () =>
      (searches.all() as (Omit<SavedSearch, 'question'> & { question: string })[]).map((row) => ({
        ...row,
        question: JSON.parse(row.question) as Question,
      })),
    saveSearch: async ({ id, name, question, seen }) => {
      save.run(id, name, JSON.stringify(question), seen);
    },
    removeSearch: async (id) => {
      remove.run(id);
    },
    seen: async (key) => {
      const row = seen.get(key) as { json: string } | undefined;
      return row === undefined ? undefined : (JSON.parse(row.json) as Seen);
    },
    keepSeen: async (key, value) => {
      forget.run();
      keep.run(key, JSON.stringify(value));
    },
  };
}
