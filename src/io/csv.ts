import { describeValue } from '../base/errors.ts';
import type { Side } from '../core/records/parse.ts';
import { planColumns } from './columns.ts';
import { type HeaderTable, headerTable } from './header-table.ts';
import { ACHIEVEMENT_HEADERS, DEMAND_HEADERS, FALLBACK_HEADERS } from './headers.ts';
import { READINGS } from './readings.ts';
import { isEmpty, readRow } from './row-reader.ts';
import {
  conflictProblems,
  headProblem,
  type SourceProblem,
  type SourceRecord,
  type SourceRecords,
} from './source-records.ts';
import { columnLetters, parseTable } from './table.ts';

/** Tables with a header. Rows are counted as spreadsheets count them: from 1, the header included. */

type Row = readonly string[];

/** Reads a table; blank rows and repeated headers give no record. */
export function readCsv(
  text: string,
  side: Side,
  own: Readonly<Record<string, string>> = {},
  delimiter?: string,
): SourceRecords {
  const { rows, quotes } = parseTable(text, delimiter);
  const problems: SourceProblem[] = quotes.map(({ row, unclosed }) => {
    const [expected, received] = unclosed
      ? ['a closing quote', 'the end of the file']
      : ['quotes inside a quoted cell to be doubled ("")', 'a quote followed by more text'];
    return { ...headProblem(`row ${row + 1}`, '', expected, received), order: row };
  });
  const reliable = rows.slice(0, quotes[0]?.row);
  const table = headerTable(side, own);
  const at = findHeader(reliable, table);
  const header = reliable[at];
  if (header === undefined) return { records: [], problems, missing: new Set() };

  const width = header.findLastIndex((cell) => !isEmpty(cell)) + 1;
  const headers = header.slice(0, width).map((cell) => (isEmpty(cell) ? undefined : cell.trim()));
  const plan = planColumns(headers, table, READINGS[side]);
  const fields = new Set(plan.columns.map(({ field, reading }) => (reading === undefined ? '' : field)));
  const missing = new Set(['id', 'title'].filter((field) => !fields.has(field)));
  const place = `row ${at + 1}`;
  for (const field of missing) problems.push(missingColumn(field, place, headers, side));
  problems.push(...conflictProblems(plan, place));

  const records: SourceRecord[] = [];
  const nameless = new Set<number>();
  for (let i = at + 1; i < reliable.length; i++) {
    const row = reliable[i]!;
    if (row.every(isEmpty) || isRepeated(row, header)) continue;
    const index = records.length;
    const cells = row.map((cell) => (isEmpty(cell) ? undefined : cell));
    records.push({ index, place: `row ${i + 1}`, value: readRow(cells, plan), plan });
    cells.forEach((cell, column) => {
      if (cell === undefined || headers[column] !== undefined) return;
      if (column >= width) problems.push(extraCell(cell, column, width, i, index));
      else if (!nameless.has(column)) problems.push(namelessColumn(cell, column, place, i));
      if (column < width) nameless.add(column);
    });
  }
  return { records, problems, missing };
}

/**
 * Position of the header: the first row that is not blank; forms print their own title above it, alone in its row.
 */
function findHeader(rows: readonly Row[], table: HeaderTable): number {
  const first = rows.findIndex((row) => !row.every(isEmpty));
  for (let i = first; i >= 0 && i < rows.length; i++) {
    const cells = rows[i]!.filter((cell) => !isEmpty(cell));
    const fields = new Set(cells.map((cell) => table(cell)?.field));
    if (fields.has('id') && fields.has('title')) return i;
    if (cells.length > 1) return fields.size > 1 || !fields.has(undefined) ? i : first;
  }
  return first;
}

function isRepeated(row: Row, header: Row): boolean {
  const length = Math.max(row.length, header.length);
  for (let i = 0; i < length; i++) if ((row[i] ?? '').trim() !== (header[i] ?? '').trim()) return false;
  return true;
}

function missingColumn(
  field: string,
  place: string,
  headers: readonly (string | undefined)[],
  side: Side,
): SourceProblem {
  const words = (side === 'demand' ? DEMAND_HEADERS : ACHIEVEMENT_HEADERS)[field] ?? [];
  const fit = [field, ...words, ...(FALLBACK_HEADERS[field] ?? [])].join(', ');
  const seen = headers.filter((header) => header !== undefined).map((header) => JSON.stringify(header));
  const expected = `a column for "${field}" (one of ${fit}; or name yours in the option headers)`;
  return headProblem(place, field, expected, `the headers ${seen.join(', ')}`);
}

function extraCell(cell: string, column: number, width: number, row: number, index: number): SourceProblem {
  return {
    order: index,
    issue: {
      index,
      place: `row ${row + 1}, column ${columnLetters(column)}`,
      path: '',
      expected: `no more cells than the ${width} of the header`,
      received: describeValue(cell),
    },
  };
}

function namelessColumn(cell: string, column: number, place: string, row: number): SourceProblem {
  const received = `none above ${describeValue(cell)} in row ${row + 1}`;
  return headProblem(`${place}, column ${columnLetters(column)}`, '', 'a header', received);
}
