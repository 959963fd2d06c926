import { quoteAll } from '../base/printable.ts';
import type { HeaderMeaning, HeaderRule } from './header-table.ts';
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
  readonly rule?: HeaderRule;
  /** Unit of money that the header names. */
  readonly unit?: string;
  /** The better column that fills the field which this one says too. */
  readonly behind?: string;
}

/** The columns under one header. */
export interface ColumnPlan {
  readonly columns: readonly Column[];
}

/** Headers, and what each means. */
export interface HeaderNames {
  readonly names: readonly (string | undefined)[];
  readonly meanings: readonly (HeaderMeaning | undefined)[];
  readonly units: readonly (string | undefined)[];
}

/** Headers of a rank below this say a field for themselves; several of them fill one list. */
export const FIRM = 10;

/**
 * Plans the columns of a header; columns without a header (`undefined`) are left out. Texts of several columns are joined,
 * firm lists as well; of all else the best column fills the field, and the first of equals. O(columns).
 */
export function planColumns(
  { names, meanings, units }: HeaderNames,
  readings: ReadonlyMap<string, Reading>,
): ColumnPlan {
  const best = new Map<string, number>();
  meanings.forEach((meaning, at) => {
    if (meaning === undefined || names[at] === undefined) return;
    const before = best.get(meaning.field);
    if (before === undefined || meaning.rank < meanings[before]!.rank) best.set(meaning.field, at);
  });
  const columns = names.flatMap((header, at): Column[] => {
    if (header === undefined) return [];
    const meaning = meanings[at];
    if (meaning === undefined) return [{ at, header, field: header, reading: undefined }];
    const { field, rule, rank } = meaning;
    const reading = readingOf(field, readings);
    const first = best.get(field)!;
    const joins =
      reading === 'text' ||
      reading === undefined ||
      ((reading === 'list' || reading === 'items' || reading === 'choices') && rank < FIRM);
    // A column that gives way keeps its own name.
    if (at !== first && !joins)
      return [{ at, header, field: header, reading: undefined, behind: names[first]! }];
    const unit = reading === 'amount' ? units[at] : undefined;
    return [{ at, header, field, reading, rule, ...(unit === undefined ? {} : { unit }) }];
  });
  return { columns };
}

function readingOf(field: string, readings: ReadonlyMap<string, Reading>): Reading | undefined {
  return readings.get(field) ?? (field.startsWith('organization.') ? 'single' : undefined);
}

/** The columns that fill a field, for people: `column "关键词1"`, `columns "关键词1", "关键词2"`. */
export function columnPlace(plan: ColumnPlan, path: string): string | undefined {
  const field = /^[^.[]*/.exec(path)?.[0] ?? '';
  const headers = plan.columns
    .filter((column) => column.field.split('.')[0] === field)
    .map(({ header }) => header);
  return headers.length === 0 ? undefined : namedColumns(headers);
}

/** Headers that a message names. */
const SHOWN = 5;

/** `column "a"` or `columns "a", "b"`. */
function namedColumns(headers: readonly string[]): string {
  return `column${headers.length > 1 ? 's' : ''} ${quoteAll(headers, SHOWN)}`;
}
