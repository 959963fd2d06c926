import * as z from 'zod/mini';
import { describeValue, InputError } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import type { Table } from '../io/written-table.ts';
import { expectOptions, optionsOf } from './common/check.ts';
import { col, type Sheet, type SheetKind, sheet } from './common/sheets.ts';
import { writeSheets } from './common/write-sheets.ts';
import { fits, KINDS } from './kinds.ts';
import type { ProgrammeResult } from './result.ts';

/** What a host knows beside a result. */
export interface RowsOptions {
  /**
   * What people call an id: titles of records, names of brokers, firms, venues, slots, chains, regions. They stand in a
   * column beside the ids where at least one of these has a title; a name that the result tells itself goes before.
   * Default: none.
   */
  readonly titles?: ReadonlyMap<string, string>;
}

const OPTIONS = optionsOf<RowsOptions>({ titles: z.optional(z.map(z.string(), z.string())) });

const EXPECTED = 'what a function of cuohe/programmes returns (of a matcher: matchTable of cuohe/io)';

/**
 * What a programme returned, as tables: the main one first, then what it rests on and what was left out and why, then
 * what was only counted. `writeCsv` of `cuohe/io`, `writeTable` of `cuohe/xlsx` and `renderReport` of
 * `cuohe/report` take them as they are.
 *
 * A result is known by its keys, so that one which was stored as JSON gives the same tables. Of programmes that look at
 * one demand (`diagnoseDemand`, `checkMatches`, `checkCompatibility`, `matchEarly`, `maturityGap`, `widenSearch`,
 * `listResources`) a list of results gives one set of tables for all. An empty list, which tells no programme, gives one
 * table without rows. Not taken: matches of a matcher (`matchTable` of `cuohe/io` is for these), ledgers of alerts, maps,
 * records.
 *
 * Cells are plain: scores with three decimals, shares in percent, sums of contracts and budgets in ten thousands, days as
 * `YYYY-MM-DD`, several things of one cell with semicolons. A text stands in one line; what is not seen in it is written
 * as an escape, and what is longer than a cell of a workbook is cut. Nothing is escaped for a format: that is for who
 * writes it. O(size of the result).
 * @param language of headers and texts; ids, names and texts of records stay as they are. Default `zh`.
 * @throws InputError `INVALID_RECORDS` for anything else; `INVALID_OPTIONS`.
 */
export function rows(
  result: ProgrammeResult,
  language: 'zh' | 'en' = 'zh',
  options: RowsOptions = {},
): Table[] {
  const issues = new Issues();
  issues.expect(language === 'zh' || language === 'en', 'language', 'zh or en', language);
  expectOptions(issues, options, OPTIONS);
  issues.throwAsOptions();
  try {
    return writeSheets(sheetsOf(result), language, options.titles);
  } catch (error) {
    if (error instanceof InputError) throw error;
    // Its keys are there, and what stands under them is not what a programme gives.
    return refuse(EXPECTED, 'one that was changed', error);
  }
}

function sheetsOf(result: unknown): readonly Sheet[] {
  if (!Array.isArray(result)) return kindFor(result, 'listed').sheets([result] as never[]);
  if (result.length === 0) return [NO_RESULTS];
  const kind = kindFor(result[0], 'alone');
  const other = result.findIndex((item) => !fits(kind, item));
  if (other >= 0) return refuse('results of one programme', `another one at ${other}`);
  return kind.sheets(result as never[]);
}

const NO_RESULTS = sheet('结果', 'results', [] as readonly never[], [
  col('没有结果', 'no results', () => undefined),
]);

/** The kind of a result that does not come only in a way. */
function kindFor(item: unknown, unless: SheetKind['comes']): SheetKind {
  const kind = KINDS.find((one) => one.comes !== unless && fits(one, item));
  return kind ?? refuse(EXPECTED, describeValue(item));
}

function refuse(expected: string, received: string, cause?: unknown): never {
  const issues = new Issues();
  issues.addText('result', expected, received);
  issues.throwAs('INVALID_RECORDS', 'Cannot make tables', cause);
  throw cause;
}
