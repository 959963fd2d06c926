/**
 * `cuohe/io`: records from JSON, JSON lines and tables as offices have them.
 * Begin: `read.ts`; what headers mean is in `headers.ts`, what cells mean in `readings.ts`.
 * Order: stands on the records of the core.
 */

export { decodeText, type Source } from './decode.ts';
export {
  ACHIEVEMENT_HEADERS,
  DEMAND_HEADERS,
  FALLBACK_HEADERS,
  KIND_WORDS,
} from './headers.ts';
export { matchTable, rowTable } from './match-table.ts';
export {
  type ImportSource,
  readAchievements,
  readAchievementsAsync,
  readDemands,
  readDemandsAsync,
} from './read.ts';
export type { ReadOptions } from './read-options.ts';
export type { ImportColumn, Imported, ImportNotice, ImportReport } from './report.ts';
export { reportTable } from './report-table.ts';
export type { Merge, Sheet, SheetDoubt } from './sheet.ts';
export { type CsvOptions, writeCsv } from './write-csv.ts';
export type { Table, TableCell, TableColumn } from './written-table.ts';
