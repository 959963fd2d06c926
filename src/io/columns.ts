import { moneyUnit } from './cells.ts';
import { type HeaderTable, headerNotes } from './header-table.ts';
import type { Reading } from './readings.ts';

/** Decides once, for all rows under one header, which field each column fills and how it is read. */

/** One column of a table. */
export interface Column {
  /** Position in the row, from 0. */
  readonly at: number;
  /** The header as the source has it. */
  readonly header: string;
  /** Field, part of a field (`organization.uscc`), or the header itself for an unknown column. */
  readonly field: string;
  /** `undefined` for an unknown column: its cells stay untouched. */
  readonly reading: Reading | undefined;
  /** Unit of money that the header names. */
  readonly unit?: string;
}

/** Columns that contradict each other. */
export interface Conflict {
  readonly field: string;
  readonly headers: readonly string[];
}

/** The columns under one header. */
export interface ColumnPlan {
  readonly columns: readonly Column[];
  readonly conflicts: readonly Conflict[];
}

/** Plans the columns of a header; columns without a header (`undefined`) are left out. */
export function planColumns(
  headers: readonly (string | undefined)[],
  table: HeaderTable,
  readings: ReadonlyMap<string, Reading>,
): ColumnPlan {
  const found = headers.map((header) => (header === undefined ? undefined : table(header)));
  const best = new Map<string, number>();
  for (const meaning of found) {
    if (meaning !== undefined)
      best.set(meaning.field, Math.min(meaning.rank, best.get(meaning.field) ?? Infinity));
  }
  const columns: Column[] = [];
  headers.forEach((header, at) => {
    if (header === undefined) return;
    const meaning = found[at];
    // A fallback gives way to a better column and keeps its own name.
    const field =
      meaning !== undefined && meaning.rank === best.get(meaning.field) ? meaning.field : undefined;
    const reading = field === undefined ? undefined : readingOf(field, readings);
    const unit = reading === 'amount' ? moneyUnit(headerNotes(header)) : undefined;
    columns.push({
      at,
      header,
      field: field ?? header,
      reading,
      ...(unit === undefined ? {} : { unit }),
    });
  });
  return { columns, conflicts: findConflicts(columns) };
}

function readingOf(field: string, readings: ReadonlyMap<string, Reading>): Reading | undefined {
  return readings.get(field) ?? (field.startsWith('organization.') ? 'single' : undefined);
}

function findConflicts(columns: readonly Column[]): Conflict[] {
  const sharing = new Map<string, Column[]>();
  for (const column of columns) sharing.set(column.field, [...(sharing.get(column.field) ?? []), column]);
  const conflicts: Conflict[] = [];
  for (const [field, group] of sharing) {
    const reading = group.find((column) => column.reading !== undefined)?.reading;
    if (group.length < 2 || reading === undefined || reading === 'text' || reading === 'list') continue;
    conflicts.push({ field, headers: group.map(({ header }) => header) });
  }
  return conflicts;
}

/** The columns that fill a field, for people: `column "关键词1"`, `columns "关键词1", "关键词2"`. */
export function columnPlace(plan: ColumnPlan, path: string): string | undefined {
  const field = /^[^.[]*/.exec(path)?.[0] ?? '';
  const headers = plan.columns
    .filter((column) => column.field.split('.')[0] === field)
    .map(({ header }) => header);
  return headers.length === 0 ? undefined : namedColumns(headers);
}

/** `column "a"` or `columns "a", "b"`. */
export function namedColumns(headers: readonly string[]): string {
  return `column${headers.length > 1 ? 's' : ''} ${headers.map((header) => JSON.stringify(header)).join(', ')}`;
}
