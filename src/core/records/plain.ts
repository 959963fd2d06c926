import { frozenCopy } from '../../base/frozen.ts';
import { idText } from '../../base/zod-issues.ts';
import { dateText } from './dates.ts';
import { FIELD_WEIGHTS } from './fields.ts';
import type { Side } from './read-values.ts';
import { achievementSchema, CODES, demandSchema, PARTS } from './schema.ts';

/**
 * From what a database gives to plain records: without nulls, ids and codes as texts, days as texts. In two steps, so
 * that errors between them name values and positions as they were given.
 */

const FIELDS = {
  achievement: Object.keys(achievementSchema.shape),
  demand: Object.keys(demandSchema.shape),
};

/** What a record cannot do without: that it is null is told, not passed over. */
const REQUIRED: ReadonlySet<string> = new Set(['id', 'title']);

/**
 * A copy without absent fields, so that what is checked is what is used: each getter runs once, and the fields of a
 * class instance come along, also those of the objects and lists in it. Unknown fields are taken as they are, by
 * reference, but for those that carry weight as texts; odd keys such as `__proto__` are plain data. What is no object stays
 * as it is. O(size of the known fields).
 * @param weighed names of fields that carry weight.
 */
export function snapshot(value: unknown, side: Side, weighed: readonly string[] = WEIGHED): unknown {
  if (!isObject(value)) return value;
  const fields = FIELDS[side];
  const copy = copyOf(value, fields, REQUIRED);
  for (const field of fields) {
    const given = copy[field];
    // A primitive, as nearly all are, needs no copy.
    if (typeof given !== 'object' || given === null) continue;
    const parts = PARTS.get(field) ?? NO_PARTS;
    // `Array.from`, because `map` would keep the holes of a sparse array.
    copy[field] = Array.isArray(given)
      ? Array.from(given, (item: unknown) => partsOf(item, parts))
      : partsOf(given, parts);
  }
  for (const field of weighed) {
    const given = Object.hasOwn(copy, field) ? copy[field] : undefined;
    if (typeof given === 'object' && given !== null && !fields.includes(field)) copy[field] = textOf(given);
  }
  return copy;
}

const WEIGHED = Object.keys(FIELD_WEIGHTS);
const NO_PARTS: readonly string[] = [];

/**
 * The value of a field that carries weight as a text and that the schema of its side does not know, read once: texts in
 * objects are texts, as they are once they were saved; a list and what has its wording in `raw` are copied.
 */
function textOf(given: object): unknown {
  if (!Array.isArray(given)) return wordingOf(given);
  return Array.from(given, (item: unknown) =>
    typeof item === 'object' && item !== null ? wordingOf(item) : item,
  );
}

function wordingOf(given: object): unknown {
  const text = boxedText(given);
  if (text !== undefined) return text;
  const raw: unknown = (given as { readonly raw?: unknown }).raw;
  if (raw === undefined) return given;
  // A function of this name would stand for the record in what is saved.
  const { toJSON: _, ...rest } = given as Record<string, unknown>;
  return { ...rest, raw: (typeof raw === 'object' && raw !== null && boxedText(raw)) || raw };
}

/** The text of `new String('…')`. */
function boxedText(given: object): string | undefined {
  try {
    return String.prototype.valueOf.call(given);
  } catch {
    return undefined;
  }
}

/**
 * Freezes what the schema knows of a record, which is our own copy: the record, its lists, and the objects in them. Fields
 * that the schema does not know are the host's, and stay as they are.
 * @param weighed as in {@link snapshot}.
 */
export function freezeKnown<R extends object>(
  record: R,
  side: Side,
  weighed: readonly string[] = WEIGHED,
): R {
  const fields = record as Readonly<Record<string, unknown>>;
  for (const field of FIELDS[side]) freezeField(fields[field]);
  for (const field of weighed) if (Object.hasOwn(fields, field)) freezeWording(fields[field]);
  return Object.freeze(record);
}

function freezeField(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  // Of a stage the levels, too.
  for (const item of Array.isArray(value) ? value : [(value as { readonly trl?: unknown }).trl])
    Object.freeze(item);
  Object.freeze(value);
}

/** Copied were lists, and objects with a wording. */
function freezeWording(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) freezeWording(item);
  if (Array.isArray(value) || 'raw' in value) Object.freeze(value);
}

/** Turns a valid snapshot, in place, into a plain record. */
export function makePlain(copy: Record<string, unknown>, side: Side): void {
  copy.id = idText(copy.id);
  for (const field of FIELDS[side]) {
    const given = copy[field];
    if (Array.isArray(given) && field !== 'trl')
      copy[field] = withoutAbsent(given).map((item) => plainValue(item, field));
    else if (given !== undefined) copy[field] = plainValue(given, field);
  }
}

function plainValue(value: unknown, field: string): unknown {
  if (typeof value === 'number') return CODES.has(field) || DATES.has(field) ? String(value) : value;
  if (value instanceof Date) return dateText(value);
  const parts = PARTS.get(field);
  if (parts === undefined || typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  for (const part of parts) {
    const given = object[part];
    if (typeof given === 'number' && CODES.has(part)) object[part] = String(given);
    else if (given instanceof Date) object[part] = dateText(given).slice(0, 'YYYY-MM-DD'.length);
  }
  return value;
}

const DATES: ReadonlySet<string> = new Set(['validFrom', 'validTo']);

function withoutAbsent(list: readonly unknown[]): readonly unknown[] {
  return list.some(isAbsent) ? list.filter((item) => !isAbsent(item)) : list;
}

function partsOf(value: unknown, parts: readonly string[]): unknown {
  if (!isObject(value)) return value;
  const copy = copyOf(value, parts, NONE);
  // What hosts add to an organisation is copied with it.
  for (const [key, inner] of Object.entries(copy)) {
    if (typeof inner === 'object' && inner !== null && !parts.includes(key)) copy[key] = frozenCopy(inner);
  }
  return copy;
}

const NONE: ReadonlySet<string> = new Set();

type Fields = Readonly<Record<string, unknown>>;

function copyOf(
  given: Fields,
  fields: readonly string[],
  required: ReadonlySet<string>,
): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...given };
  const absent = new Set<string>();
  for (const field of fields) {
    const isOwn = Object.hasOwn(copy, field);
    // Of a class the getters stand on its prototype; each is asked once.
    const value = isOwn ? copy[field] : given[field];
    if (!isAbsent(value)) copy[field] = value;
    else if (isOwn && !required.has(field)) absent.add(field);
  }
  if (absent.size === 0) return copy;
  // No `delete`, after which engines keep an object as a hash table.
  return Object.fromEntries(Object.entries(copy).filter(([field]) => !absent.has(field)));
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
