import { ownValue } from '../../base/own-value.ts';
import { baseOf, readUnit } from '../quantities/units.ts';
import type { Indicator, RecordInput } from '../records/types.ts';
import { foldSigns } from './fold.ts';
import { type IndicatorComparator, parseIndicators, type QuantifiedIndicator } from './indicators.ts';

/** An indicator with the field of a record in which it stands. */
export interface RecordIndicator extends QuantifiedIndicator {
  /** `indicators[0]`, `abstract`. */
  readonly field: string;
}

/** Fields in which an achievement or another supply record states what it reaches. */
export const OFFER_FIELDS = [
  'indicators',
  'abstract',
  'text',
  'keyTechnology',
  'applications',
  'expertise',
] as const;
/** Fields in which a demand states what it asks for. */
export const TARGET_FIELDS = ['indicators', 'expectedOutcome', 'keyTechnology'] as const;

/**
 * The indicators of a record in the order of the fields given, each with its field. `indicators` may be a text, a list
 * of texts or objects; an object with a name and a value is read from them (unit and comparator as a text would have
 * them, default comparator =), one without from its `raw`. Places are those in the field's text. Time grows with the
 * length of the texts.
 */
export function indicatorsOf(record: RecordInput, fields: readonly string[]): RecordIndicator[] {
  return fields.flatMap((field) => {
    const value = ownValue(record, field);
    if (!Array.isArray(value)) return fieldIndicators(value, field);
    return value.flatMap((item: unknown, i) => fieldIndicators(item, `${field}[${i}]`));
  });
}

function fieldIndicators(value: unknown, field: string): RecordIndicator[] {
  if (typeof value === 'string') return parseIndicators(value).map((found) => ({ ...found, field }));
  if (typeof value !== 'object' || value === null) return [];
  const { raw, name, comparator = '=', value: number, unit = '' } = value as Partial<Indicator>;
  if (typeof raw !== 'string') return [];
  const isRead = Number.isFinite(number) && typeof name === 'string' && typeof unit === 'string';
  if (!isRead || !isComparator(comparator)) return fieldIndicators(raw, field);
  const folded = foldSigns(unit);
  const read = readUnit(folded, 0);
  const known = read?.end === folded.length ? read : undefined;
  return [
    {
      name,
      comparator,
      value: number!,
      unit,
      unitKey: known?.key ?? unit,
      ...(known === undefined ? {} : { base: baseOf(known, number!, undefined) }),
      raw,
      start: 0,
      end: raw.length,
      field,
    },
  ];
}

const COMPARATORS: readonly string[] = ['≥', '≤', '>', '<', '=', '±', '≈'];

function isComparator(text: string): text is IndicatorComparator {
  return COMPARATORS.includes(text);
}
