/** What the example uses of the package, which the repository does without. */
declare module 'better-sqlite3' {
  import type { Database } from './database.ts';

  const Sqlite: new (file: string) => Database & { close(): void };
  export default Sqlite;
}
