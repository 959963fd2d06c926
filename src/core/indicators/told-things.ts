import { ownValue } from '../../base/own-value.ts';
import type { RecordInput } from '../records/types.ts';
import { circumstancesOf } from './circumstances.ts';
import { OFFER_FIELDS, type RecordIndicator } from './record-indicators.ts';
import { holding, type Placed } from './same-thing.ts';

/** Fields that name what a record is about. */
const NAMING = ['title', 'keywords', 'techField'] as const;
/** Fields in which a demand tells what it is about. */
const TELLING = [...NAMING, 'problem', 'text', 'background', 'applicationScene'] as const;
/** Fields in which a supply record does. */
const OFFER_TEXTS = [...NAMING, ...OFFER_FIELDS] as const;
/** Signs that end the statement around a figure. */
const ENDS = '。；;!！?？\n';
/** Furthest that a statement is looked at on either side of a figure, in UTF-16 units. */
const WINDOW = 120;

/** Whether a demand tells of a thing anywhere: in what names it, or in its texts. */
export function toldOf(demand: () => RecordInput): Placed['holds'] {
  return holding(() => TELLING.flatMap((field) => textsAt(demand(), field)));
}

/**
 * Whether a supply record tells of a thing: anywhere, or in part in what names it and in the statement of the figure. A
 * figure that a record states without a thing is one of its own.
 */
export function toldBy(recordOf: () => RecordInput, indicator: RecordIndicator): Placed['holds'] {
  const near = () => {
    const record = recordOf();
    const text = textOf(record, indicator);
    const { start, end } = indicator;
    return [...NAMING.flatMap((naming) => textsAt(record, naming)), statementAt(text, start, end)];
  };
  return holding(() => OFFER_TEXTS.flatMap((name) => textsAt(recordOf(), name)), near);
}

/** An indicator of a record with what tells of its thing and its circumstances. */
export function placed(
  recordOf: () => RecordInput,
  indicator: RecordIndicator,
  holds: Placed['holds'] = toldBy(recordOf, indicator),
): Placed {
  const { name } = indicator;
  const circumstances = () => circumstancesOf(textOf(recordOf(), indicator), indicator);
  return { ...(name === undefined ? {} : { name }), holds, circumstances };
}

function textOf(record: RecordInput, { field }: RecordIndicator): string {
  const [, name = '', place] = FIELD.exec(field) ?? [];
  return textsAt(record, name)[Number(place ?? 0)] ?? '';
}

/** `abstract`, `indicators[0]`. */
const FIELD = /^([^[]*)(?:\[(\d+)\])?$/;

function textsAt(record: RecordInput, field: string): string[] {
  const value: unknown = ownValue(record, field);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item) => (typeof item === 'string' ? item : rawOf(item)));
}

function rawOf(item: unknown): string {
  const { raw } = (item ?? {}) as { readonly raw?: unknown };
  return typeof raw === 'string' ? raw : '';
}

function statementAt(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (from > 0 && from > start - WINDOW && !ENDS.includes(text[from - 1]!)) from--;
  while (to < text.length && to < end + WINDOW && !ENDS.includes(text[to]!)) to++;
  return text.slice(from, to);
}
