import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { encodeGb18030 } from './gb18030.ts';
import { dayText, plainDigits } from './plain-text.ts';
import { checkTable, type Table, type TableCell } from './written-table.ts';

/** Options of {@link writeCsv}. */
export interface CsvOptions {
  /** Default `utf-8`; `gb18030` for programs in China that know nothing else. */
  readonly encoding?: 'utf-8' | 'gb18030' | undefined;
  /** Whether a byte order mark says that it is UTF-8: without one, Excel in China takes it for GB18030. Default true for `utf-8`; there is none in `gb18030`. */
  readonly bom?: boolean | undefined;
}

/** What spreadsheets would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** What must be quoted: also other delimiters, so that nobody guesses another one, and the hint of Excel. */
const SPECIAL = /[",，;|\t\r\n]|^\s|\s$|^sep=/i;

/**
 * A table as CSV: a header, commas, quotes after RFC 4180, lines that end in CR LF. Dates are written as YYYY-MM-DD, with
 * HH:MM where there is a time, both in UTC; booleans as TRUE and FALSE.
 *
 * A text that begins with = + - @, a tab or CR gets an apostrophe in front, so that no spreadsheet runs it as a formula;
 * the readers of `cuohe/io` take it away. Excel changes texts of digits when it opens CSV (001, 202311012345): where that
 * matters, `writeTable` of `cuohe/xlsx` writes workbooks, in which texts are texts.
 *
 * @throws InputError `INVALID_RECORDS` naming every cell that cannot be written; `INVALID_OPTIONS` for bad options, and
 *   for options that there are not.
 */
export function writeCsv(table: Table, options: CsvOptions = {}): Uint8Array {
  const { encoding, bom } = checkCsvOptions(options);
  checkTable(table, false);
  const { columns, rows } = table;
  const lines = [csvLine(columns.map(({ header }) => header))];
  for (const row of rows) lines.push(csvLine(columns.map((_, i) => row[i])));
  const text = lines.join('\r\n');
  if (encoding === 'gb18030') return encodeGb18030(`${text}\r\n`);
  return new TextEncoder().encode(`${bom ? '\uFEFF' : ''}${text}\r\n`);
}

/** @throws InputError `INVALID_OPTIONS` naming every bad option. */
function checkCsvOptions(options: CsvOptions): Required<{ encoding: string; bom: boolean }> {
  const issues = new Issues();
  const known = expectKeys(issues, options, ['encoding', 'bom']) ? options : {};
  const { encoding = 'utf-8', bom = encoding === 'utf-8' } = known;
  const isEncoding = issues.expect(
    encoding === 'utf-8' || encoding === 'gb18030',
    'encoding',
    'utf-8 or gb18030',
    encoding,
  );
  issues.expect(typeof bom === 'boolean', 'bom', 'a boolean', bom);
  if (isEncoding && encoding === 'gb18030')
    issues.expect(bom !== true, 'bom', 'none: there is no byte order mark in gb18030', bom);
  issues.throwAs('INVALID_OPTIONS', 'Bad options of writeCsv');
  return { encoding, bom };
}

function csvLine(cells: readonly TableCell[]): string {
  // A line without a character would be no row of one empty cell.
  if (cells.length === 1 && csvText(cells[0]) === '') return '""';
  return cells.map(csvCell).join(',');
}

function csvCell(cell: TableCell): string {
  const text = csvText(cell);
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvText(cell: TableCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return FORMULA.test(cell) ? `'${cell}` : cell;
  if (typeof cell === 'number') return plainDigits(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return dayText(cell);
}
