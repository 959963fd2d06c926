import type { InputIssue } from '../../base/errors.ts';
import { Issues } from '../../base/issues.ts';
import { describeThrown, readId, toInputIssues } from '../../base/zod-issues.ts';
import { parseAmount } from './amount.ts';
import { isUnreadable, parseDate } from './dates.ts';
import { FIELD_WEIGHTS } from './fields.ts';
import { parseMode } from './modes.ts';
import { normalize } from './normalize.ts';
import { achievementSchema, demandSchema, MAX_ID } from './schema.ts';
import { parseStage, STAGE_RULES, type StageRule } from './stages.ts';
import type { Achievement, ChainRef, Demand, MatchRecord } from './types.ts';

/** Which of the two schemas applies. */
export type Side = 'achievement' | 'demand';

/** How records are read. */
export interface ParseOptions {
  /** Wording of maturity stages; default {@link STAGE_RULES}. */
  readonly stages?: readonly StageRule[];
  /** Tells people where the record at an index stands in its source (`row 3`). */
  readonly place?: (index: number) => string;
  /** Whether an end of validity that is no date is an issue of its record. Default `report`: {@link unreadableIssues} lists it. */
  readonly unreadable?: 'report' | 'refuse';
  /** Added to the positions in errors, when the input is a later part of a longer one. */
  readonly offset?: number;
}

/**
 * Validates records of one side and reads their amounts, dates, stages and modes.
 * @throws InputError `INVALID_RECORDS` naming every bad record and every repeated id; then nothing is returned.
 */
export function parseRecords(
  input: readonly unknown[],
  side: 'achievement',
  options?: ParseOptions,
): Achievement[];
export function parseRecords(input: readonly unknown[], side: 'demand', options?: ParseOptions): Demand[];
export function parseRecords(input: readonly unknown[], side: Side, options?: ParseOptions): MatchRecord[];
export function parseRecords(
  input: readonly unknown[],
  side: Side,
  options: ParseOptions = {},
): MatchRecord[] {
  const what = `Bad ${side} records`;
  const issues = new Issues();
  if (!Array.isArray(input)) {
    issues.add('', 'an array', input);
    issues.throwAs('INVALID_RECORDS', what);
  }
  const schema = side === 'demand' ? demandSchema : achievementSchema;
  const fields = Object.keys(schema.shape);
  const rules = options.stages ?? STAGE_RULES;
  const offset = options.offset ?? 0;
  const firstWith = new Map<string, number>();
  const records: MatchRecord[] = [];
  // An index loop, because `forEach` would skip the holes of a sparse array.
  for (let i = 0; i < input.length; i++) {
    const place = options.place?.(i);
    let value: unknown;
    let result: ReturnType<typeof schema.safeParse>;
    try {
      value = snapshot(input[i], fields);
      normalize(value, fields);
      result = schema.safeParse(value);
    } catch (error) {
      const where = { index: offset + i, ...(place === undefined ? {} : { place }) };
      issues.addText('', 'a record that can be read', describeThrown(error), where);
      continue;
    }
    if (!result.success) issues.take(toInputIssues(result.error.issues, value, offset + i, place));
    const id = readId(value);
    if (id !== undefined && id !== '' && id.length <= MAX_ID) {
      const first = firstWith.get(id);
      if (first === undefined) firstWith.set(id, i);
      else issues.take([repeatedId(id, offset + i, offset + first, place)]);
    }
    if (!result.success) continue;
    const record = readValues(value as Record<string, unknown>, side, rules);
    if (options.unreadable === 'refuse') issues.take(unreadableIssues([record], offset + i));
    records.push(record);
  }
  issues.throwAs('INVALID_RECORDS', what);
  return records;
}

/** Stands for the id of a query that has none, while it is checked. */
const NO_ID = 'query';

/**
 * Validates what matches are asked for: a record whose `id` may be absent, and its `title` where it has another text; or a text, which counts as `text`,
 * so that its first words stand in for a title however long it is. A query without an id has the id ''.
 * @throws InputError `INVALID_RECORDS` naming what is wrong with it.
 */
export function parseQuery(query: unknown, side: Side, options: ParseOptions = {}): MatchRecord {
  const given = typeof query === 'string' ? { text: query } : query;
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  if (!isObject) return parseRecords([given], side, options)[0]!;
  const own = snapshotOf(given, side);
  const hasId = own.id !== undefined && own.id !== null;
  // Without a title there must be another text: a mistyped one would find nothing, and nobody would know why.
  const hasText = Object.keys(FIELD_WEIGHTS).some((field) => field !== 'title' && (own[field] ?? '') !== '');
  if (!hasId) own.id = NO_ID;
  if (hasText) own.title ??= '';
  const [parsed] = parseRecords([own], side, options);
  return hasId ? parsed! : { ...parsed!, id: '' };
}

/** Ends and beginnings of validity that are no dates, of validated records. @param first position of the first one. */
export function unreadableIssues(records: readonly MatchRecord[], first = 0): InputIssue[] {
  const issues = new Issues();
  records.forEach((record, i) => {
    for (const path of ['validFrom', 'validTo'] as const) {
      const date = record[path];
      if (!isUnreadable(date)) continue;
      issues.add(path, 'a date, or wording for a validity without end', date!.raw, {
        index: first + i,
        id: record.id,
      });
    }
  });
  return issues.all.slice();
}

function repeatedId(id: string, index: number, first: number, place: string | undefined): InputIssue {
  return {
    index,
    id,
    ...(place === undefined ? {} : { place }),
    path: 'id',
    expected: 'an id not used before',
    received: `the id of record [${first}]`,
  };
}

/**
 * A shallow copy, so that what is checked is what is used: each getter runs once, and the fields of a class instance
 * come along. Spread keeps odd keys such as `__proto__` as plain data. What is no object stays as it is.
 */
function snapshot(value: unknown, fields: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = { ...given };
  for (const field of fields) {
    if (!Object.hasOwn(copy, field) && given[field] !== undefined) copy[field] = given[field];
  }
  return copy;
}

/** {@link snapshot} by the fields of a side. */
function snapshotOf(value: object, side: Side): Record<string, unknown> {
  const schema = side === 'demand' ? demandSchema : achievementSchema;
  return snapshot(value, Object.keys(schema.shape)) as Record<string, unknown>;
}

/** Reads wording into values, in a record that is our own copy. */
function readValues(record: Record<string, unknown>, side: Side, rules: readonly StageRule[]): MatchRecord {
  record.kind ??= side;
  const read = (field: string, reader: (given: string) => unknown) => {
    const given = record[field];
    if (typeof given === 'string') record[field] = reader(given);
  };
  read('keywords', splitList);
  read('stage', (given) => parseStage(given, rules));
  read('validFrom', parseDate);
  read('validTo', parseDate);
  for (const field of ['price', 'budget']) {
    read(field, parseAmount);
    if (typeof record[field] === 'number') record[field] = parseAmount(record[field]);
  }
  for (const field of ['transferModes', 'cooperationModes']) {
    read(field, splitList);
    const given = record[field];
    if (Array.isArray(given))
      record[field] = given.map((mode) => (typeof mode === 'string' ? parseMode(mode) : mode));
  }
  const chains = record.chains as readonly (string | ChainRef)[] | undefined;
  if (chains !== undefined)
    record.chains = chains.map((chain) => (typeof chain === 'string' ? { code: chain } : chain));
  return record as unknown as MatchRecord;
}

/** 关键词 in one cell: 涂层、热障,TBC;燃机 */
export function splitList(text: string): string[] {
  return text
    .split(/[、,，;；|\n\t]+|\s{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
