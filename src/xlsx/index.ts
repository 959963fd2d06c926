/**
 * `cuohe/xlsx`: workbooks as sheets of texts, and tables as workbooks, with the optional package `hucre`.
 * Begin: `read-workbook.ts`; `hucre.ts` alone knows the package.
 * Order: an optional package; a part of `io`, whose sheets and tables it reads and writes.
 */

export { readWorkbook, type WorkbookOptions } from './read-workbook.ts';
