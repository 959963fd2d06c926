/**
 * `cuohe/xlsx`: workbooks as sheets of texts, and tables as workbooks, with the optional package `hucre`.
 * Begin: `read-workbook.ts`; what is named after the package knows it, and nothing else.
 * Order: an optional package; a part of `io`, whose sheets and tables it reads and writes.
 */

export { readWorkbook, type WorkbookOptions } from './read-workbook.ts';
export { type WriteOptions, writeTable } from './write-table.ts';
