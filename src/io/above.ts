import type { Column } from './columns.ts';
import { type NoticePlace, noticeAt } from './notices.ts';
import type { ImportNotice } from './report.ts';

/** Cells that mean the one above: 同上, 〃; and blanks below a name, which may have been merged cells. */

const DITTO = new Set(['同上', '（同上）', '(同上)', '同前', '同上行', '同上一行', '〃', '″', 'ditto']);
const LONGEST = 6;
/** What is written once for several rows, left of their titles. */
const OF_GROUPS = new Set([
  'organization',
  'completingOrganizations',
  'techField',
  'chains',
  'industryCodes',
]);

/** Fills cells from those above, column by column, and tells of it. */
export class Above {
  private readonly last = new Map<number, string>();
  private readonly filled = new Map<number, { readonly row: number; count: number }>();
  private readonly blank = new Map<number, { readonly row: number; count: number }>();
  private readonly groups: ReadonlySet<number>;

  constructor(private readonly columns: readonly Column[]) {
    const title = columns.find(({ field }) => field === 'title')?.at ?? 0;
    this.groups = new Set(
      columns.flatMap(({ at, field }) => (at < title && OF_GROUPS.has(field) ? [at] : [])),
    );
  }

  /** The cells of the next row, with what stands above where they say so. O(columns). */
  read(cells: readonly string[], row: number): readonly string[] {
    let read: string[] | undefined;
    for (const { at, reading } of this.columns) {
      if (reading === undefined) continue;
      const cell = (cells[at] ?? '').trim();
      const above = this.last.get(at);
      if (cell === '') {
        if (above !== undefined && this.groups.has(at)) count(this.blank, at, row);
      } else if (above !== undefined && cell.length <= LONGEST && DITTO.has(cell.toLowerCase())) {
        read ??= Array.from(cells);
        read[at] = above;
        count(this.filled, at, row);
      } else this.last.set(at, cell);
    }
    return read ?? cells;
  }

  /** What is to be said, by column; the row is the first of each. */
  notices(sheet: string | undefined): ImportNotice[] {
    return this.columns.flatMap((column) => {
      const place = (row: number): NoticePlace => ({ sheet, row, column });
      const filled = this.filled.get(column.at);
      const blank = this.blank.get(column.at);
      const notices: ImportNotice[] = [];
      if (filled !== undefined)
        notices.push(
          noticeAt('info', 'value-converted', place(filled.row), {
            zh: `${filled.count}格写“同上”，按上一行的内容读入，自本行起`,
            en: `cells that say ditto, from this row on: ${filled.count}; they have what stands above`,
          }),
        );
      if (blank !== undefined)
        notices.push(
          noticeAt('warning', 'cell-unread', place(blank.row), {
            zh: `${blank.count}格空白而上方有内容，自本行起；如原为合并单元格，请逐行填写`,
            en: `blank cells below a filled one, from this row on: ${blank.count}; if they were merged, fill in each`,
          }),
        );
      return notices;
    });
  }
}

function count(counts: Map<number, { readonly row: number; count: number }>, at: number, row: number): void {
  const before = counts.get(at);
  if (before === undefined) counts.set(at, { row, count: 1 });
  else before.count++;
}
