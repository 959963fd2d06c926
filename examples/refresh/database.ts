/** What the example needs of a database: better-sqlite3 has it, and so has `node:sqlite`. */
export interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): {
    all(...values: readonly unknown[]): unknown[];
    get(...values: readonly unknown[]): unknown;
    run(...values: readonly unknown[]): unknown;
  };
}

/** A row of the table, as a driver gives it. */
export interface AchievementRow {
  readonly id: number;
  readonly title: string;
  readonly summary: string | null;
  readonly region: number | null;
  readonly stage: string | null;
  /** 1 for a row that was taken down: it stays, so that a refresh sees it. */
  readonly removed: 0 | 1;
  /** Counts the changes of the table: greater than that of every change before. */
  readonly revision: number;
}

/**
 * The table of a portal, and triggers that number its changes. A number and not a time of day: two changes within one
 * second, or a clock that was set back, would be missed.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS achievement (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    summary TEXT,
    region INTEGER,
    stage TEXT,
    removed INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS revision (last INTEGER NOT NULL);
  INSERT INTO revision SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM revision);
  CREATE INDEX IF NOT EXISTS achievement_revision ON achievement (revision);
  CREATE TRIGGER IF NOT EXISTS achievement_added AFTER INSERT ON achievement BEGIN
    UPDATE revision SET last = last + 1;
    UPDATE achievement SET revision = (SELECT last FROM revision) WHERE id = NEW.id;
  END;
  CREATE TRIGGER IF NOT EXISTS achievement_changed
  AFTER UPDATE OF title, summary, region, stage, removed ON achievement BEGIN
    UPDATE revision SET last = last + 1;
    UPDATE achievement SET revision = (SELECT last FROM revision) WHERE id = NEW.id;
  END;
`;

/** Makes the table where there is none. */
export function prepareTable(database: Database): void {
  database.exec(SCHEMA);
}

/** The rows that changed after a revision, in the order of their changes; after 0 all. */
export function rowsAfter(database: Database, revision: number): AchievementRow[] {
  const statement = database.prepare('SELECT * FROM achievement WHERE revision > ? ORDER BY revision');
  return statement.all(revision) as AchievementRow[];
}
