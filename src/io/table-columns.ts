import { type Column, type ColumnPlan, FIRM } from './columns.ts';
import { columnLetters } from './grid.ts';
import { headerUnit } from './header-text.ts';
import { isLong, type NoticePlace, noticeAt, sharedNotice, unreadSums, unusedNotice } from './notices.ts';
import type { ImportColumn, ImportNotice } from './report.ts';
import type { TableRow, TableSource } from './table-source.ts';

/** What became of the columns of a table. */

/** Rows between two looks at the clock. */
const STEP = 256;

/** Where the cell of a column stands: below its header, or anywhere in a form. */
export function spotOf(sheet: string | undefined, { row, places }: TableRow, column: Column): NoticePlace {
  const place = places?.[column.at];
  return place === undefined
    ? { sheet, row, column }
    : { sheet, row: place.row, column: { ...column, at: place.column } };
}

/** What each column became; notes those that may be a loss. */
export function* columnsOf(
  table: TableSource,
  plan: ColumnPlan,
  sheet: string | undefined,
  meanings: TableSource['meanings'],
  notices: ImportNotice[],
): Generator<void, ImportColumn[]> {
  const sizes: number[] = [];
  const filled: number[] = [];
  let total = 0;
  for (const [i, { cells }] of table.rows.entries()) {
    if (i % STEP === 0) yield;
    cells.forEach((cell, at) => {
      sizes[at] = (sizes[at] ?? 0) + cell.length;
      if (cell.trim() !== '') filled[at] = (filled[at] ?? 0) + 1;
      total += cell.length;
    });
  }
  const shareOf = (at: number) => (total === 0 ? 0 : (sizes[at] ?? 0) / total);
  const [first] = table.rows;
  const spot = (column: Column): NoticePlace =>
    first?.places === undefined
      ? { sheet, row: table.headerRows.at(-1), column }
      : spotOf(sheet, first, column);
  const percent = (at: number) => `${Math.round(100 * shareOf(at))}%`;
  const hasSums = plan.columns.some(({ reading }) => reading === 'amount');
  for (const column of plan.columns) {
    const { at, rule, behind, reading } = column;
    if (rule === 'end')
      notices.push(
        noticeAt('info', 'column-guessed', spot(column), {
          zh: `只按末尾的词判断为 ${column.field}`,
          en: `its last word says ${column.field}`,
        }),
      );
    if (filled[at] === undefined) continue;
    if (behind !== undefined) {
      const { field, rank } = meanings[at]!;
      notices.push(sharedNotice(spot(column), behind, field, rank < FIRM));
    } else if (
      reading === undefined &&
      rule === undefined &&
      isLong(column.header, sizes[at] ?? 0, filled[at], total)
    ) {
      notices.push(unusedNotice(spot(column), shareOf(at)));
    } else if (rule === undefined && !hasSums && headerUnit(column.header) !== undefined)
      notices.push(unreadSums(spot(column)));
  }
  sizes.forEach((size, at) => {
    if (size === 0 || table.names[at] !== undefined || at >= table.names.length) return;
    const column = { at, header: '', field: '', reading: undefined };
    const isHidden = table.meanings[at] !== undefined;
    const text = isHidden
      ? { zh: '隐藏的列，未读', en: 'a hidden column; it was not read' }
      : {
          zh: `没有表头，占全部文字的${percent(at)}，未读`,
          en: `it has no header; it holds ${percent(at)} of the text, and was not read`,
        };
    notices.push(noticeAt(isHidden ? 'info' : 'warning', 'column-unused', spot(column), text));
  });
  return plan.columns.map(({ at, header, field, rule }) => ({
    ...(sheet === undefined ? {} : { sheet }),
    column: columnLetters(first?.places?.[at]?.column ?? at),
    header,
    ...(rule === undefined ? {} : { field, rule }),
    share: shareOf(at),
  }));
}
