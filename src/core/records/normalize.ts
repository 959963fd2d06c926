import { dateText } from './dates.ts';

/** Rows of databases → what the schema knows: `null` is absent, numbers stand for codes, Dates for days. */

/** Fields that hold codes, which a database may have as numbers. */
const CODES = new Set(['id', 'regionCode', 'industryCodes', 'chains', 'uscc']);
/** Fields that hold a day. */
const DAYS = new Set(['validFrom', 'validTo']);
/** `organization` → `regionCode`, `chains` → `[0]` → `code`: nothing that is read lies deeper. */
const DEPTH = 3;

/** Normalises the known fields of a record, which is our own copy; anything but an object is left to the schema. */
export function normalize(record: unknown, fields: readonly string[]): void {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return;
  const own = record as Record<string, unknown>;
  for (const field of fields) {
    if (!Object.hasOwn(own, field)) continue;
    const value = normalized(own[field], field, DEPTH);
    if (value === undefined) delete own[field];
    else own[field] = value;
  }
}

/** The value of a field; undefined where it is absent. What need not change comes back as it is. */
function normalized(value: unknown, field: string, depth: number): unknown {
  if (value === null || value === undefined) return undefined;
  if (CODES.has(field) && (typeof value === 'bigint' || Number.isFinite(value))) return String(value);
  // A Date that is none is left to the schema, which names it.
  if (DAYS.has(field) && value instanceof Date)
    return Number.isNaN(value.getTime()) ? value : dateText(value);
  if (DAYS.has(field) && typeof value === 'number') return Number.isFinite(value) ? dateText(value) : value;
  if (typeof value !== 'object' || depth === 0) return value;
  if (Array.isArray(value)) return normalizedList(value, field, depth);
  const given = value as Readonly<Record<string, unknown>>;
  const changed = Object.keys(given).some((key) => normalized(given[key], key, depth - 1) !== given[key]);
  if (!changed) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(given)) {
    const inner = normalized(given[key], key, depth - 1);
    if (inner !== undefined) copy[key] = inner;
  }
  return copy;
}

function normalizedList(list: readonly unknown[], field: string, depth: number): readonly unknown[] {
  const items: unknown[] = [];
  let changed = false;
  // An index loop, because iteration would not tell a hole from an item; both are absent.
  for (let i = 0; i < list.length; i++) {
    const item = normalized(list[i], field, depth - 1);
    changed ||= item !== list[i];
    if (item === undefined) changed = true;
    else items.push(item);
  }
  return changed ? items : list;
}
