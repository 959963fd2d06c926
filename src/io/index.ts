/**
 * `cuohe/io`: records from JSON, JSON lines and tables as offices have them.
 * Begin: `read.ts`; what headers mean is in `headers.ts`, what cells mean in `readings.ts`.
 * Order: stands on the records of the core.
 */

export { decodeText, type Source } from './decode.ts';
export { matchTable, rowTable } from './match-table.ts';
export {
  type ImportSource,
  readAchievements,
  readAchievementsAsync,
  readDemands,
  readDemandsAsync,
} from './read.ts';
export type { ReadOptions } from './read-options.ts';
export type { Imported, ImportReport } from './report.ts';
export { reportTable } from './report-table.ts';
export type { Sheet } from './sheet.ts';
export { type CsvOptions, writeCsv } from './write-csv.ts';
export type { Table } from './written-table.ts';
