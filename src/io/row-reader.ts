import { type Amount, parseAmount } from '../core/records/amount.ts';
import { type DateValue, parseDate } from '../core/records/dates.ts';
import { isUnreadable } from '../core/records/unreadable.ts';
import { cleanCell, isKindWord, isPlaceholder, plainText, readKind, readTrl, splitCell } from './cells.ts';
import type { Column, ColumnPlan } from './columns.ts';
import { readPeriod } from './periods.ts';
import type { Reading } from './readings.ts';
import { readTicks } from './ticks.ts';

/** What a cell gave: nothing that was understood, or not all of it. */
export type CellDoubt =
  | 'no-tick'
  | 'ticks'
  | 'amount'
  | 'amount-part'
  | 'amount-unit'
  | 'date'
  | 'kind'
  | 'trl';

/** Notes what was not understood of a cell. */
export type NoteCell = (column: Column, doubt: CellDoubt, text: string) => void;

/**
 * Turns one row into a record. Built in a Map, so that a header such as `__proto__` is plain data. Unknown columns
 * stay untouched; a value that is no text (JSON has such) is kept as it is, but a number counts as its digits.
 */
export function readRow(
  cells: readonly unknown[],
  plan: ColumnPlan,
  note: NoteCell,
): Record<string, unknown> {
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
    const text = typeof cell === 'string' ? plainText(cleanCell(cell)) : undefined;
    if (text === undefined) add(record, column.field, cell);
    else if (text === '' || isPlaceholder(text)) continue;
    else if (column.field.includes('.')) parts.push([column, text]);
    else READERS[column.reading](record, column, text, note);
  }
  addParts(record, parts);
  return Object.fromEntries(record);
}

/** Whether a cell holds nothing; such a cell gives no field. */
export function isEmpty(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** How the cells of each reading give their field. */
const READERS: Readonly<
  Record<Reading, (record: Map<string, unknown>, column: Column, text: string, note: NoteCell) => void>
> = {
  text: (record, { field }, text) => add(record, field, text),
  list: (record, { field }, text) => addList(record, field, splitCell(text)),
  items: (record, { field }, text) => addList(record, field, [text]),
  single: (record, { field }, text) => record.set(field, text),
  choice: addChoice,
  choices: addChoice,
  amount: addAmount,
  kind: addKind,
  trl: addTrl,
  date: addDate,
  period: addPeriod,
};

function addDate(record: Map<string, unknown>, column: Column, text: string, note: NoteCell): void {
  if (isUnreadable(parseDate(text))) note(column, 'date', text);
  record.set(column.field, text);
}

function addList(record: Map<string, unknown>, field: string, values: readonly string[]): void {
  if (values.length > 0) add(record, field, values);
}

/** Texts of several columns stand below each other, lists become one list; nothing is written over. */
function add(record: Map<string, unknown>, field: string, value: unknown): void {
  const before = record.get(field);
  // A list of its own, which grows: the caller's stay as they are.
  if (before === undefined) record.set(field, Array.isArray(value) ? [...value] : value);
  else if (typeof before === 'string' && typeof value === 'string') record.set(field, `${before}\n${value}`);
  else if (Array.isArray(before)) for (const one of [value].flat()) before.push(one);
  else record.set(field, [before, value].flat());
}

const ONLY_TICK = /^[(（[]?[√✓✔☑☒■●][)）\]]?$/;

/** What is ticked; of boxes of which none is ticked, nothing. */
function addChoice(record: Map<string, unknown>, column: Column, text: string, note: NoteCell): void {
  // A column for each choice, 合作方式/委托开发, has nothing but a tick.
  const choice = ONLY_TICK.test(text) ? column.header.split('/').slice(1).at(-1) : undefined;
  if (choice !== undefined) {
    const before = record.get(column.field);
    if (column.reading === 'choices') addList(record, column.field, [choice]);
    else {
      if (before !== undefined) note(column, 'ticks', `${before}、${choice}`);
      record.set(column.field, before === undefined ? choice : `${before}、${choice}`);
    }
    return;
  }
  const boxes = readTicks(text);
  const chosen = boxes?.ticked ?? [text];
  if (chosen.length === 0) note(column, 'no-tick', text);
  else if (column.reading === 'choices') addList(record, column.field, chosen);
  else {
    if (chosen.length > 1) note(column, 'ticks', text);
    record.set(column.field, chosen.join('、'));
  }
}

/** Of a sum in yuan that nobody would ask or offer for technology, the unit was left out: 80 is 80万元. */
const LEAST_SUM = 10_000;
const BARE = /^\s*[1-9][\d.,]{0,12}(?:\s?[-~—–至到]\s?[\d.,]{1,12})?\s*$/;

function addAmount(record: Map<string, unknown>, column: Column, text: string, note: NoteCell): void {
  const amount: Amount = parseAmount(text, column.unit);
  if (amount.min === undefined && amount.max === undefined && !amount.negotiable)
    note(column, 'amount', text);
  else if (amount.unread !== undefined) note(column, 'amount-part', text);
  else if (column.unit === undefined && (amount.max ?? 0) < LEAST_SUM && BARE.test(text.normalize('NFKC')))
    note(column, 'amount-unit', text);
  record.set(column.field, amount);
}

function addKind(record: Map<string, unknown>, column: Column, text: string, note: NoteCell): void {
  const [ticked = text] = readTicks(text)?.ticked ?? [text];
  // A column that is called 类型 may be of anything.
  if (column.rule === 'fallback' && !isKindWord(ticked)) {
    note(column, 'kind', text);
    add(record, column.header, text);
  } else record.set(column.field, readKind(ticked));
}

/** Forms put wording (中试) where a level is asked for; it is a stage then. */
function addTrl(record: Map<string, unknown>, column: Column, given: string, note: NoteCell): void {
  const boxes = readTicks(given);
  const text = boxes?.ticked.join('、') ?? given;
  if (text === '') {
    note(column, 'no-tick', given);
    return;
  }
  const level = readTrl(text);
  if (level !== undefined || /\d/.test(text)) record.set('trl', level ?? text);
  else if (record.has('stage')) note(column, 'trl', text);
  else record.set('stage', text);
}

function addPeriod(record: Map<string, unknown>, column: Column, text: string, note: NoteCell): void {
  const { validFrom, validTo } = readPeriod(text);
  const set = (field: string, value: DateValue | string | undefined) => {
    if (value !== undefined && !record.has(field)) record.set(field, value);
  };
  const end = typeof validTo === 'string' ? parseDate(validTo) : validTo;
  if (isUnreadable(end)) note(column, 'date', text);
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
