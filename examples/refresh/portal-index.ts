import { createMatcherAsync, InputError, type Matcher } from 'cuohe';
import { type AchievementRow, type Database, rowsAfter } from './database.ts';

/** The weights are counted anew once they are off by so much. */
const MOST_SHIFT = 0.05;

const recordOf = ({ id, title, summary, region, stage }: AchievementRow) => ({
  id,
  title,
  abstract: summary,
  regionCode: region,
  stage,
});

/** What a refresh did. */
export interface Refreshed {
  /** The last change of the table that the index holds. */
  readonly revision: number;
  readonly put: number;
  readonly removed: number;
  /** Whether weights were counted anew. */
  readonly renewed: boolean;
  /** Rows that are no records, with what is wrong; the index has what it had of them before. */
  readonly rejected: readonly { readonly id: number; readonly message: string }[];
}

/** An index that follows a table. Queries ask `matcher`, at any time: it is always a whole state of the table. */
export class PortalIndex {
  matcher: Matcher<AchievementRow>;
  revision: number;
  private readonly database: Database;
  private running: Promise<Refreshed> | undefined;

  private constructor(database: Database, matcher: Matcher<AchievementRow>, revision: number) {
    this.database = database;
    this.matcher = matcher;
    this.revision = revision;
  }

  /** Reads the whole table, in turns. Rows that are no records are told and left out. */
  static async open(database: Database, log: (line: string) => void = console.error): Promise<PortalIndex> {
    const rows = rowsAfter(database, 0);
    const revision = rows.at(-1)?.revision ?? 0;
    const { result, rejected } = await withoutBad(
      rows.filter(({ removed }) => removed === 0),
      (good) => createMatcherAsync(good, { read: recordOf }),
    );
    for (const { id, message } of rejected) log(`row ${id}: ${message}`);
    return new PortalIndex(database, result, revision);
  }

  /** Takes in what changed since the last time. One at a time: a call while one runs gets that one's result. */
  refresh(): Promise<Refreshed> {
    this.running ??= this.next().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async next(): Promise<Refreshed> {
    const rows = rowsAfter(this.database, this.revision);
    const revision = rows.at(-1)?.revision ?? this.revision;
    const changed = rows.filter(({ removed }) => removed === 0);
    const removed = rows.filter((row) => row.removed === 1).map(({ id }) => id);
    const { result, rejected } = await withoutBad(changed, async (put) =>
      this.matcher.update({ put, remove: removed, missing: 'ignore' }),
    );
    const renewed = result.drift().shift > MOST_SHIFT;
    // In turns: queries are answered in between, by the matcher before.
    const matcher = renewed ? await result.compact({ statistics: 'renew' }) : result;
    this.matcher = matcher;
    this.revision = revision;
    const put = changed.length - rejected.length;
    return { revision, put, removed: removed.length, renewed, rejected };
  }
}

/**
 * Does something with rows; where some are no records, with the others. A table is never clean for good, and one bad row
 * must not hold up all that come after it.
 */
async function withoutBad<T>(
  rows: readonly AchievementRow[],
  use: (rows: readonly AchievementRow[]) => Promise<T>,
) {
  try {
    return { result: await use(rows), rejected: [] };
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'INVALID_RECORDS') throw error;
    const bad = new Map(
      error.issues.flatMap(({ index, path, expected, received }) =>
        index === undefined ? [] : [[index, `${path}: expected ${expected}, received ${received}`] as const],
      ),
    );
    if (bad.size === 0) throw error;
    const result = await use(rows.filter((_, i) => !bad.has(i)));
    return { result, rejected: [...bad].map(([i, message]) => ({ id: rows[i]!.id, message })) };
  }
}
