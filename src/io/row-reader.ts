import type { DateValue } from '../core/records/dates.ts';
import { cleanCell, readKind, readTrl, splitCell, withUnit } from './cells.ts';
import type { Column, ColumnPlan } from './columns.ts';
import { readPeriod } from './periods.ts';

/**
 * Turns one row into a record. Built in a Map, so that a header such as `__proto__` is plain data. Unknown columns
 * stay untouched; a value that is no text (JSON has such) is kept as it is, but a number counts as its digits.
 */
export function readRow(cells: readonly unknown[], plan: ColumnPlan): Record<string, unknown> {
  const record = new Map<string, unknown>();
  const parts: [column: Column, text: string][] = [];
  for (const column of plan.columns) {
    const given = cells[column.at];
    if (given === undefined) continue;
    if (column.reading === undefined) {
      add(record, column.field, given);
      continue;
    }
    if (isEmpty(given)) continue;
    const cell = typeof given === 'number' ? String(given) : given;
    const text = typeof cell === 'string' ? cleanCell(cell) : undefined;
    if (text === undefined) add(record, column.field, cell);
    else if (text !== '' && column.field.includes('.')) parts.push([column, text]);
    else if (text !== '') addCell(record, column, text);
  }
  addParts(record, parts);
  return Object.fromEntries(record);
}

/** Whether a cell holds nothing; such a cell gives no field. */
export function isEmpty(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function addCell(record: Map<string, unknown>, { field, reading, unit }: Column, text: string): void {
  if (reading === 'text') add(record, field, text);
  else if (reading === 'list') addList(record, field, splitCell(text));
  else if (reading === 'amount') record.set(field, withUnit(text, unit));
  else if (reading === 'kind') record.set(field, readKind(text));
  else if (reading === 'trl') addTrl(record, text);
  else if (reading === 'period') addPeriod(record, text);
  else record.set(field, text);
}

function addList(record: Map<string, unknown>, field: string, values: readonly string[]): void {
  if (values.length > 0) add(record, field, values);
}

/** Texts of several columns stand below each other, lists become one list; nothing is written over. */
function add(record: Map<string, unknown>, field: string, value: unknown): void {
  const before = record.get(field);
  if (before === undefined) record.set(field, value);
  else if (typeof before === 'string' && typeof value === 'string') record.set(field, `${before}\n${value}`);
  else record.set(field, [before, value].flat());
}

/** Forms put wording (中试) where a level is asked for; it is a stage then. */
function addTrl(record: Map<string, unknown>, text: string): void {
  const level = readTrl(text);
  if (level === undefined && !/\d/.test(text) && !record.has('stage')) record.set('stage', text);
  else record.set('trl', level ?? text);
}

function addPeriod(record: Map<string, unknown>, text: string): void {
  const { validFrom, validTo } = readPeriod(text);
  const set = (field: string, value: DateValue | string | undefined) => {
    if (value !== undefined && !record.has(field)) record.set(field, value);
  };
  set('validFrom', validFrom);
  set('validTo', validTo);
}

/** Particulars of the organisation join its name; without a name they stay under their headers. */
function addParts(record: Map<string, unknown>, parts: readonly (readonly [Column, string])[]): void {
  if (parts.length === 0) return;
  const name = record.get('organization');
  if (typeof name !== 'string') {
    for (const [{ header }, text] of parts) record.set(header, text);
    return;
  }
  const particulars = parts.map(([{ field }, text]) => [field.slice(field.indexOf('.') + 1), text] as const);
  record.set('organization', { name, ...Object.fromEntries(particulars) });
}
