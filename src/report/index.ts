/**
 * `cuohe/report`: a report on matches as one HTML file, and the same as tables for a workbook.
 * Begin: `render.ts` makes the page, `model.ts` says what is in it; the script of the page is in `page/`.
 * Order: stands on the core, the figures of `charts` and the tables of `io`.
 */

export type { ReportContents, ReportOptions } from './options.ts';
export { renderReport } from './render.ts';
export { reportTables } from './report-tables.ts';
