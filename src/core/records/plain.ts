import { idText } from '../../base/zod-issues.ts';
import { dateText } from './dates.ts';
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
 * class instance come along, also those of the objects in it. Unknown fields are taken as they are, by reference; odd
 * keys such as `__proto__` are plain data. What is no object stays as it is. O(size of the known fields).
 */
export function snapshot(value: unknown, side: Side): unknown {
  if (!isObject(value)) return value;
  const copy = copyOf(value, FIELDS[side], REQUIRED);
  for (const [field, parts] of PARTS) {
    const given = copy[field];
    // `Array.from`, because `map` would keep the holes of a sparse array.
    if (Array.isArray(given)) copy[field] = Array.from(given, (item) => partsOf(item, parts));
    else if (given !== undefined) copy[field] = partsOf(given, parts);
  }
  return copy;
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
  return isObject(value) ? copyOf(value, parts, NONE) : value;
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
