import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { type CsvOptions, writeCsv } from '../io/write-csv.ts';
import { checkTable, checkTables, type Table } from '../io/written-table.ts';
import { writeXlsx } from './hucre-write.ts';

/** Options of {@link writeTable}; those of CSV are for CSV alone. */
export interface WriteOptions extends CsvOptions {
  /** Default `xlsx`. */
  readonly format?: 'xlsx' | 'csv' | undefined;
}

/**
 * A table as the bytes of a file: a workbook of one sheet, by the optional package `hucre`, or CSV as `writeCsv` of
 * `cuohe/io` writes it, without the package. Of several tables a workbook with a sheet for each; names of sheets that are
 * the same get a number.
 *
 * In a workbook texts are texts, whatever they look like: 001 and =1+1 stay. Numbers are numbers, dates are dates, in
 * UTC (those before 1900, which no workbook has, are texts). The header is bold and stays in sight, columns are as wide
 * as their texts.
 *
 * @throws CuoheError `MISSING_PACKAGE` where `hucre` is wanted, and is absent or does not load.
 * @throws InputError `INVALID_RECORDS` naming every cell that cannot be written: among them texts of more than 32,767
 *   characters in a workbook; `INVALID_OPTIONS` for bad options, and for options that there are not.
 */
export async function writeTable(
  table: Table | readonly Table[],
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const issues = new Issues();
  const known = expectKeys(issues, options, ['format', 'encoding', 'bom']) ? options : {};
  const { format = 'xlsx', encoding, bom } = known;
  issues.expect(format === 'xlsx' || format === 'csv', 'format', 'xlsx or csv', format);
  issues.expect(!(format === 'csv' && Array.isArray(table)), 'format', 'xlsx: CSV holds one table', format);
  if (format === 'xlsx') {
    for (const [name, value] of Object.entries({ encoding, bom }))
      issues.expect(value === undefined, name, 'nothing: it is an option of csv', value);
  }
  issues.throwAs('INVALID_OPTIONS', 'Bad options of writeTable');
  if (format === 'csv') return writeCsv(table as Table, { encoding, bom });
  if (Array.isArray(table)) checkTables(table);
  else checkTable(table as Table, true);
  return writeXlsx(Array.isArray(table) ? table : [table]);
}
