import type { FieldWeights } from '../core/records/fields.ts';
import type { MatchRecord } from '../core/records/types.ts';

/** Fields that are read of a query besides its texts. */
const READ = [
  'id',
  'kind',
  'regionCode',
  'organization',
  'stage',
  'trl',
  'chains',
  'cooperationModes',
  'transferModes',
  'ipc',
] as const;
/** What is read inside of them. */
const READ_INSIDE = ['raw', 'code', 'confidence', 'regionCode', 'trl'] as const;
/** `keywords` → `[1]` → `raw`. */
const DEPTH = 3;

/**
 * What is read of a validated query, as plain data: records may hold anything else besides, and functions, for one,
 * cannot be sent.
 */
export function sendable(query: MatchRecord, fields: FieldWeights): MatchRecord {
  const given = query as unknown as Readonly<Record<string, unknown>>;
  const names = new Set([...READ, ...Object.keys(fields)]);
  const copy = [...names]
    .filter((name) => Object.hasOwn(given, name))
    .map((name) => [name, plain(given[name])]);
  const { vector } = given;
  // All numbers in one piece, exactly as they are.
  if (typeof vector === 'object' && vector !== null) {
    copy.push(['vector', Float64Array.from(vector as ArrayLike<number>)]);
  }
  return Object.fromEntries(copy) as MatchRecord;
}

function plain(value: unknown, depth = DEPTH): unknown {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (depth === 0 || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth - 1));
  const given = value as Readonly<Record<string, unknown>>;
  const inside = READ_INSIDE.filter((key) => given[key] !== undefined);
  return Object.fromEntries(inside.map((key) => [key, plain(given[key], depth - 1)]));
}
