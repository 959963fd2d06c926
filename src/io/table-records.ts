import { describeValue } from '../base/errors.ts';
import { quote } from '../base/printable.ts';
import { Above } from './above.ts';
import { dateColumns, holdsNames, isSerial, isSpoiled, wholeDay } from './cell-checks.ts';
import { type Column, type ColumnPlan, planColumns } from './columns.ts';
import { columnLetters } from './grid.ts';
import { plainHeader } from './header-text.ts';
import { isPatentList, kindOfTitles, kindWord } from './kind-of-table.ts';
import { cellNotice, type NoticePlace, noticeAt, quoted, restNotice } from './notices.ts';
import { READINGS } from './readings.ts';
import type { ImportColumn, ImportNotice } from './report.ts';
import { readRow } from './row-reader.ts';
import { RunningNumbers } from './running-numbers.ts';
import { settledMeanings } from './settled-meanings.ts';
import type { SourceProblem, SourceRecord } from './source-records.ts';
import { quietly } from './steps.ts';
import { columnsOf, spotOf } from './table-columns.ts';
import type { TableSource } from './table-source.ts';

/** From a table to records that are not validated, and to what is to be said of its columns and cells. */

/** Where a table stands, and what its ids begin with. */
export interface TablePlace {
  readonly side: 'achievement' | 'demand';
  readonly sheet: string | undefined;
  /** Before ids that only number the rows of a table, where there are several: `材料学院-`. */
  readonly prefix: string;
  readonly hiddenRows: ReadonlySet<number>;
  /** Position of its first record among those of the source. */
  readonly index: number;
}

/** What a table gave. */
export interface TableRecords {
  readonly plan: ColumnPlan;
  readonly records: readonly SourceRecord[];
  readonly problems: readonly SourceProblem[];
  readonly columns: readonly ImportColumn[];
  readonly notices: readonly ImportNotice[];
}

const RUNNING = new Set(['序号', 'no', '序', '编号']);
/** Rows between two looks at the clock. */
const STEP = 64;

/** Reads the rows of a table; yields the number of rows read, from time to time. O(cells). */
export function* recordsOf(table: TableSource, place: TablePlace): Generator<number, TableRecords> {
  const isPatents = isPatentList(table);
  const meanings = settledMeanings(table, isPatents);
  const plan = planColumns({ ...table, meanings }, READINGS[place.side]);
  const notices: ImportNotice[] = [];
  const problems: SourceProblem[] = [];
  const records: SourceRecord[] = [];
  const columns = yield* quietly(columnsOf(table, plan, place.sheet, meanings, notices));
  const grid = table.rows.map(({ cells }) => cells);
  const days = dateColumns(grid, [...grid.keys()], plan.columns);
  const idColumn = plan.columns.find(({ field }) => field === 'id');
  const isRunning = idColumn?.rule === 'fallback' && RUNNING.has(plainHeader(idColumn.header));
  const titleHeader = plan.columns.find(({ field }) => field === 'title')?.header;
  const kind =
    place.side === 'demand' || plan.columns.some(({ field }) => field === 'kind')
      ? undefined
      : isPatents
        ? 'patent'
        : kindOfTitles(titleHeader);
  const first = new Map<string, number>();
  const titles = new Map<string, number>();
  let made = 0;
  const columnAt = new Map(plan.columns.map((column) => [column.at, column]));
  const names = new Set(plan.columns.filter(holdsNames));
  const above = new Above(table.isForm ? [] : plan.columns);
  const numbers = new RunningNumbers();
  for (const [at, source] of table.rows.entries()) {
    const { row, cells } = source;
    if (at % STEP === STEP - 1) yield place.index + records.length;
    const where = { sheet: place.sheet, row };
    const spot = (column: Column) => spotOf(place.sheet, source, column);
    const key = cells.join('\u0001');
    const before = first.get(key);
    if (before !== undefined && idColumn !== undefined) {
      const same = { zh: `与第${before + 1}行完全相同`, en: `the same as row ${before + 1} in every cell` };
      notices.push(noticeAt('warning', 'row-left-out', where, same));
      continue;
    }
    first.set(key, row);
    const read = above
      .read(cells, row)
      .map((cell, at) =>
        cell.trim() === '' ? undefined : days.has(at) ? day(cell, spot, columnAt.get(at), notices) : cell,
      );
    for (const column of plan.columns) {
      const cell = (cells[column.at] ?? '').trim();
      if (!isSpoiled(cell, names.has(column))) continue;
      const what = {
        zh: '表格软件改写过，原来的数字可能丢失',
        en: 'a spreadsheet has changed it, and digits may be lost',
      };
      notices.push(noticeAt('warning', 'value-spoiled', spot(column), quoted(what, cell)));
    }
    const value = readRow(read, plan, (column, doubt, text) => {
      notices.push(cellNotice(spot(column), doubt, text));
    });
    for (const cell of source.rest ?? []) notices.push(restNotice(place.sheet, cell));
    if (idColumn === undefined || (idColumn.rule === 'fallback' && value.id === undefined)) {
      value.id = `${place.prefix}${source.column === undefined ? `row-${row + 1}` : `column-${columnLetters(source.column)}`}`;
      made++;
    } else if (isRunning && typeof value.id === 'string')
      value.id = `${place.prefix}${numbers.idOf(value.id)}`;
    if (kind !== undefined) value.kind = kind;
    const id = typeof value.id === 'string' ? value.id : undefined;
    const more = id === undefined ? {} : { id };
    if (place.hiddenRows.has(row))
      notices.push(
        noticeAt(
          'info',
          'row-hidden',
          where,
          { zh: '该行被隐藏或筛选掉，已读入', en: 'the sheet hides this row; it was read' },
          more,
        ),
      );
    const title = `${String(value.title)}\u0001${JSON.stringify(value.organization)}`;
    const twin = titles.get(title);
    if (twin !== undefined && value.title !== undefined) {
      const text = {
        zh: `名称、单位与第${twin + 1}行相同`,
        en: `the title and organisation of row ${twin + 1}`,
      };
      notices.push(noticeAt('info', 'duplicate', where, text, more));
    } else titles.set(title, row);
    const index = place.index + records.length;
    records.push({
      index,
      place: rowPlace(place.sheet, row, source.column),
      sheet: place.sheet,
      row,
      value,
      plan,
    });
    if (table.isForm) continue;
    for (const problem of extraCells(table, cells, row, index, place.sheet)) problems.push(problem);
  }
  const where = { sheet: place.sheet, row: table.headerRows[0] };
  for (const notice of above.notices(place.sheet)) notices.push(notice);
  if (numbers.came)
    notices.push(
      noticeAt('info', 'id-made', where, {
        zh: '序号重复或重新编起，重复的编为“1.2”，第二段起编号前加“part2-”',
        en: 'numbers come again; the second row of a number is “1.2”, and ids begin with “part2-” where they begin again',
      }),
    );
  const isAcross = table.rows[0]?.column !== undefined;
  if (made > 0)
    notices.push(
      noticeAt('info', 'id-made', where, {
        zh: `${made}条没有编号，以所在${isAcross ? '列' : '行'}为编号`,
        en: `${made} records have no id; their ${isAcross ? 'columns' : 'rows'} are their ids`,
      }),
    );
  else if (isRunning && place.prefix !== '')
    notices.push(
      noticeAt('info', 'id-made', where, {
        zh: `序号只在本表内唯一，编号前加“${place.prefix}”`,
        en: `numbers are unique within their table alone; ids begin with “${place.prefix}”`,
      }),
    );
  if (kind !== undefined)
    notices.push(
      noticeAt('info', 'kind-assumed', where, {
        zh: `按表头判断，资源类型记为${kindWord(kind)}`,
        en: `by its headers; the kind of its records is ${kind}`,
      }),
    );
  return { plan, records, problems, columns, notices };
}

/** `sheet "甲", row 5`; `column B` for a record that is a column. */
export function rowPlace(sheet: string | undefined, row: number, column?: number): string {
  const at = column === undefined ? `row ${row + 1}` : `column ${columnLetters(column)}`;
  return `${sheet === undefined ? '' : `sheet ${quote(sheet)}, `}${at}`;
}

/** A cell of a column of days: YYYY-MM-DD where it names one, as it is where it does not. */
function day(
  cell: string,
  spot: (column: Column) => NoticePlace,
  column: Column | undefined,
  notices: ImportNotice[],
): string {
  const found = wholeDay(cell);
  if (found === undefined) return cell;
  if (column !== undefined && isSerial(cell)) {
    const what = { zh: `天数换算为${found}`, en: `a number of days, read as ${found}` };
    notices.push(noticeAt('info', 'value-converted', spot(column), quoted(what, cell)));
  }
  return found;
}

/** Cells behind the last header: most likely a comma in the row that nobody quoted. */
function extraCells(
  { names }: TableSource,
  cells: readonly string[],
  row: number,
  index: number,
  sheet: string | undefined,
): SourceProblem[] {
  return cells.flatMap((cell, at) =>
    cell.trim() === '' || at < names.length
      ? []
      : [
          {
            order: index,
            ofRecord: true,
            issue: {
              index,
              place: `${rowPlace(sheet, row)}, column ${columnLetters(at)}`,
              path: '',
              expected: `no more cells than the ${names.length} of the header`,
              received: describeValue(cell),
            },
          },
        ],
  );
}
