import { quote, quoteAll } from '../base/printable.ts';
import type { Side } from '../core/records/parse.ts';
import type { Column, ColumnPlan } from './columns.ts';
import { headerTable } from './header-table.ts';
import { missingTitle } from './missing-title.ts';
import { noticeAt, rowNotice } from './notices.ts';
import type { ImportColumn, ImportNotice, ImportTable } from './report.ts';
import type { Sheet } from './sheet.ts';
import { headProblem, type SourceProblem, type SourceRecord, type SourceRecords } from './source-records.ts';
import { quietly } from './steps.ts';
import { recordsOf, rowPlace } from './table-records.ts';
import { hasTitle, type SheetTables, tablesOf } from './table-source.ts';

/** Reads the sheets of a workbook, or the one of a CSV file: tables and forms. */

/** Names of sheets that a message shows. */
const SHOWN = 20;
/** A header with so many known cells is one. */
const CERTAIN = 4;

/** Names of sheets that tell how the others are to be filled in. */
const ASIDE =
  /(?:填[写报表]|字段|使用|表格)说明|^说明|须知|示例|样例|范例|字典|码表|代码表|编码表|下拉|选项|数据源|^(?:readme|instructions?|examples?|options?|dict)/i;

/** How sheets are read. */
export interface SheetsOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Names of the sheets to read; default: all that are not hidden and hold a table or a form with titles. */
  readonly sheets?: readonly string[] | undefined;
}

interface Found extends SheetTables {
  readonly sheet: Sheet;
  readonly name: string | undefined;
}

/**
 * The records of sheets. Rows are counted as spreadsheets count them: from 1, the header included. Yields the number of
 * records read, from time to time. O(cells).
 */
export function* readSheets(
  sheets: readonly Sheet[],
  side: Side,
  options: SheetsOptions,
): Generator<number, SourceRecords> {
  const headers = headerTable(side, options.headers);
  const notices: ImportNotice[] = [];
  const leave = (sheet: Sheet, zh: string, en: string) =>
    notices.push(noticeAt('info', 'sheet-left-out', { sheet: sheet.name }, { zh, en }));
  const found: Found[] = [];
  const wanted = options.sheets === undefined ? undefined : new Set(options.sheets);
  for (const sheet of sheets) {
    const isNamed = wanted?.has(sheet.name);
    if (isNamed === false) leave(sheet, '未在选项中列出', 'the option sheets does not name it');
    else if (isNamed === undefined && sheet.hidden === true) leave(sheet, '隐藏的工作表', 'a hidden sheet');
    else
      found.push({
        sheet,
        name: sheet.name === '' ? undefined : sheet.name,
        ...(yield* quietly(tablesOf(sheet, headers))),
      });
  }
  const given = new Set(sheets.map(({ name }) => name));
  const problems: SourceProblem[] = (options.sheets ?? [])
    .filter((name) => !given.has(name))
    .map((name) =>
      headProblem('', 'sheets', `a sheet of the workbook (${quoteAll([...given], SHOWN)})`, quote(name)),
    );
  const titled = found.filter(({ tables }) => tables.some(hasTitle));
  const own = titled.filter(({ sheet }) => options.sheets !== undefined || !ASIDE.test(sheet.name));
  const good = own.length > 0 ? own : titled;
  // Where nothing says titles, people are told what the first table lacks.
  const used = good.length > 0 ? good : found.filter(({ tables }) => tables.length > 0).slice(0, 1);
  const isUsed = new Set(used);
  const isTitled = new Set(titled);
  for (const one of found) {
    const { sheet } = one;
    if (isUsed.has(one)) continue;
    if (isTitled.has(one))
      leave(sheet, '名称表明是说明、示例或字典', 'by its name instructions, examples or a dictionary');
    else leave(sheet, '没有可识别的表头', 'no header that says titles');
  }
  if (used.length === 0 && problems.length === 0) {
    const names = quoteAll([...given], SHOWN);
    problems.push(
      headProblem(
        '',
        'records',
        'a sheet with a table or a form',
        sheets.length === 0 ? 'no sheet' : `none in ${names}`,
      ),
    );
  }
  const missing = new Set<string>();
  const records: SourceRecord[] = [];
  const tables: ImportTable[] = [];
  const columns: ImportColumn[] = [];
  for (const { sheet, name, tables: own, leftOut } of used) {
    for (const { row, kind, text } of leftOut) notices.push(rowNotice(name, row, kind, text));
    const hiddenRows = new Set(sheet.hiddenRows ?? []);
    const before = records.length;
    const withTitle = own.filter(hasTitle);
    for (const [at, table] of (withTitle.length > 0 ? withTitle : own.slice(0, 1)).entries()) {
      if (!hasTitle(table)) {
        missing.add('title');
        problems.push(missingTitle(table.names, side, rowPlace(name, table.headerRows.at(-1) ?? 0)));
      }
      const prefix = `${used.length > 1 && name !== undefined ? `${name}-` : ''}${at > 0 ? `${at + 1}-` : ''}`;
      const read = yield* recordsOf(table, { side, sheet: name, prefix, hiddenRows, index: records.length });
      for (const record of read.records) records.push(record);
      for (const problem of read.problems) problems.push(problem);
      for (const column of read.columns) columns.push(column);
      for (const notice of read.notices) notices.push(notice);
      tables.push({
        ...(name === undefined ? {} : { sheet: name }),
        headerRows: table.headerRows.map((row) => row + 1),
        sureness: Math.min(1, table.score / CERTAIN),
        records: read.records.length,
      });
    }
    for (const notice of doubtNotices(sheet, name, records.slice(before))) notices.push(notice);
  }
  return { records, problems, missing, tables, columns, notices };
}

const DOUBTS = {
  scientific: {
    zh: '以科学计数显示的长数字，末几位可能丢失',
    en: 'a long number shown as 1.2E+11; its last digits may be lost',
  },
  digits: {
    zh: '超过15位的数字，末几位已丢失',
    en: 'a number of more than 15 digits; its last digits are lost',
  },
  error: {
    zh: '公式出错（如 #N/A），视为空',
    en: 'an error of a formula (such as #N/A); it counts as empty',
  },
  'no-value': { zh: '公式没有存下结果，视为空', en: 'a formula without a stored value; it counts as empty' },
} as const;

/** Cells of the records of a sheet that may not hold what was typed. */
function doubtNotices(
  sheet: Sheet,
  name: string | undefined,
  records: readonly SourceRecord[],
): ImportNotice[] {
  const rows = new Map(
    records.flatMap((record) =>
      record.sheet === name && record.row !== undefined ? [[record.row, record] as const] : [],
    ),
  );
  const columns = new Map<ColumnPlan, ReadonlyMap<number, Column>>();
  const columnOf = (plan: ColumnPlan, at: number) => {
    const known = columns.get(plan) ?? new Map(plan.columns.map((one) => [one.at, one]));
    columns.set(plan, known);
    return known.get(at);
  };
  return (sheet.doubts ?? []).flatMap(({ row, column, code }) => {
    const record = rows.get(row);
    if (record === undefined) return [];
    const plan = record.plan && columnOf(record.plan, column);
    const place = {
      sheet: name,
      row,
      column: plan ?? { at: column, header: '', field: '', reading: undefined },
    };
    const isSpoiled = code === 'scientific' || code === 'digits';
    return [
      noticeAt(
        code === 'error' ? 'info' : 'warning',
        isSpoiled ? 'value-spoiled' : 'cell-unread',
        place,
        DOUBTS[code],
      ),
    ];
  });
}
