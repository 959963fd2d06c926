import type { Side } from '../core/records/parse.ts';
import { type Column, type ColumnPlan, FIRM, planColumns } from './columns.ts';
import { isNative, isObject } from './find-records.ts';
import { type HeaderTable, headerTable } from './header-table.ts';
import { headerUnit } from './header-text.ts';
import { missingTitle } from './missing-title.ts';
import { cellNotice, isLong, noticeAt, sharedNotice, unusedNotice } from './notices.ts';
import { READINGS } from './readings.ts';
import type { ImportNotice } from './report.ts';
import { readRow } from './row-reader.ts';
import type { SourceProblem, SourceRecord, SourceRecords } from './source-records.ts';

/** Objects as records: their keys are read like the headers of a table, because databases export them so. */

type Json = Readonly<Record<string, unknown>>;

/** What is under one key of all objects. */
interface KeyText {
  readonly column: Column;
  size: number;
  filled: number;
}

/**
 * Reads the objects of a source, one after the other. One with `id` and `title` is in field names and taken as it stands,
 * but for the caller's headers.
 */
export class JsonRecords {
  private readonly known: HeaderTable;
  private readonly own: HeaderTable | undefined;
  private readonly plans = new Map<string, ColumnPlan>();
  private readonly texts = new Map<string, KeyText>();
  private readonly notices: ImportNotice[] = [];
  private hasTitles = false;
  private made = 0;

  constructor(
    private readonly side: Side,
    headers: Readonly<Record<string, string>>,
  ) {
    this.known = headerTable(side, headers);
    this.own = Object.keys(headers).length > 0 ? headerTable(side, headers, true) : undefined;
  }

  /** @param place where the value stands, for people; absent where its index says it. */
  read(value: unknown, index: number, place?: string): SourceRecord {
    const where = { index, ...(place === undefined ? {} : { place }) };
    if (!isObject(value)) return { ...where, value };
    if (isNative(value)) this.hasTitles = true;
    const table = isNative(value) ? this.own : this.known;
    if (table === undefined) return { ...where, value };
    const plan = this.planOf(value, table, place);
    const cells = Object.values(value);
    const read = readRow(cells, plan, (column, doubt, text) => {
      this.notices.push(keyed(cellNotice({ sheet: place ?? `[${index}]`, column }, doubt, text)));
    });
    if (table === this.known) for (const column of plan.columns) this.count(column, cells[column.at]);
    if (plan.columns.some(({ field }) => field === 'title')) this.hasTitles = true;
    if (table === this.known && read.id === undefined && !plan.columns.some(({ field }) => field === 'id')) {
      read.id = `item-${index + 1}`;
      this.made++;
    }
    return { ...where, value: read, plan };
  }

  /** What the keys became, and what is to be said of them and of their values. */
  finish(): Pick<SourceRecords, 'columns' | 'notices' | 'missing'> & { readonly problems: SourceProblem[] } {
    let total = 0;
    for (const { size } of this.texts.values()) total += size;
    const shareOf = (size: number) => (total === 0 ? 0 : size / total);
    const columns = [...this.texts.values()].map(({ column: { header, field, rule }, size }) => ({
      column: header,
      header,
      ...(rule === undefined ? {} : { field, rule }),
      share: shareOf(size),
    }));
    const unused = [...this.texts.values()]
      .filter(
        ({ column, size, filled }) => column.rule === undefined && isLong(column.header, size, filled, total),
      )
      .map(({ column, size }) => keyed(unusedNotice({ column }, shareOf(size))));
    const made = {
      zh: `${this.made}条没有编号，以次序为编号`,
      en: `${this.made} records have no id; their places are their ids`,
    };
    const notices = this.made === 0 ? this.notices : [noticeAt('info', 'id-made', {}, made), ...this.notices];
    // Of objects in field names each tells for itself.
    const lacks = this.plans.size > 0 && !this.hasTitles;
    return {
      columns,
      notices: [...unused, ...notices],
      missing: new Set(lacks ? ['title'] : []),
      problems: lacks ? [missingTitle([...this.texts.keys()], this.side, '')] : [],
    };
  }

  private planOf(value: Json, table: HeaderTable, place: string | undefined): ColumnPlan {
    const keys = Object.keys(value);
    const signature = JSON.stringify([table === this.known, keys]);
    const before = this.plans.get(signature);
    if (before !== undefined) return before;
    const names = { names: keys, meanings: keys.map(table), units: keys.map(headerUnit) };
    const plan = planColumns(names, READINGS[this.side]);
    this.plans.set(signature, plan);
    for (const column of plan.columns) {
      if (column.behind === undefined) continue;
      const { field, rank } = names.meanings[column.at]!;
      this.notices.push(keyed(sharedNotice({ sheet: place, column }, column.behind, field, rank < FIRM)));
    }
    return plan;
  }

  private count(column: Column, cell: unknown): void {
    const size = typeof cell === 'string' ? cell.length : typeof cell === 'number' ? String(cell).length : 0;
    if (size === 0 || (typeof cell === 'string' && cell.trim() === '')) return;
    const found = this.texts.get(column.header);
    if (found === undefined) this.texts.set(column.header, { column, size, filled: 1 });
    else {
      found.size += size;
      found.filled++;
    }
  }
}

/** Keys have no letters; the key itself stands for them, as in the columns of the report. */
function keyed(notice: ImportNotice): ImportNotice {
  return notice.header === undefined ? notice : { ...notice, column: notice.header };
}
