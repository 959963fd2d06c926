import { type IssuePlace, Issues } from '../../base/issues.ts';
import { last, type Steps } from '../../base/steps.ts';
import { describeThrown, readId, toInputIssues } from '../../base/zod-issues.ts';
import { FIELD_WEIGHTS } from './fields.ts';
import { freezeKnown, makePlain, snapshot } from './plain.ts';
import { readValues, type Side } from './read-values.ts';
import { achievementSchema, demandSchema, MAX_ID } from './schema.ts';
import { MAX_RECORDS, oversizeOf } from './sizes.ts';
import { STAGE_RULES, type StageRule } from './stages.ts';
import type { Achievement, Demand, MatchRecord } from './types.ts';
import { unreadableIssues } from './unreadable.ts';

export { splitList } from './lists.ts';
export type { Side } from './read-values.ts';

/** How records are read. */
export interface ParseOptions {
  /** Wording of maturity stages; default {@link STAGE_RULES}. */
  readonly stages?: readonly StageRule[];
  /** Tells people where the record at an index stands in its source (`row 3`). */
  readonly place?: (index: number) => string;
  /** Added to the positions in errors, when the input is a later part of a longer one. */
  readonly offset?: number;
  /**
   * What becomes of a validity whose wording is no date (明年): `report` keeps it, and {@link unreadableIssues} tells of
   * it; `refuse` makes it an error. Default `report`.
   */
  readonly unreadable?: 'report' | 'refuse';
  /** Names of the fields that carry weight; default those of {@link FIELD_WEIGHTS}. */
  readonly weighed?: readonly string[];
  /** Whether a record may do without an id, as a query; its id is then ''. Default false. */
  readonly withoutId?: boolean;
}

/**
 * Validates records of one side and reads their amounts, dates, stages and modes. They may come straight from a
 * database: `null` is absent, in lists too; ids and codes may be numbers, days `Date`s (their UTC day counts). Each is
 * read anew, also one that was read before: hosts may have changed it, and reading takes a twentieth of what an index
 * takes.
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
  return last(parseSteps(input, side, options));
}

/**
 * The same in steps: yields the number of records read so far.
 * @param records takes the records as they are read, for whoever works on them before it is known that all are good.
 */
export function* parseSteps(
  input: readonly unknown[],
  side: Side,
  options: ParseOptions = {},
  records: MatchRecord[] = [],
): Steps<MatchRecord[]> {
  const what = `Bad ${side} records`;
  const issues = new Issues();
  if (!Array.isArray(input)) {
    issues.add('', 'an array', input);
    issues.throwAs('INVALID_RECORDS', what);
  }
  const schema = side === 'demand' ? demandSchema : achievementSchema;
  const { stages: rules = STAGE_RULES, offset = 0, unreadable = 'report', withoutId = false } = options;
  const { weighed = WEIGHED } = options;
  issues.expect(!(input.length > MAX_RECORDS), '', `at most ${MAX_RECORDS} records`, input);
  issues.throwAs('INVALID_RECORDS', what);
  const firstWith = new Map<string, number>();
  // An index loop, because `forEach` would skip the holes of a sparse array.
  for (let i = 0; i < input.length; i++) {
    if (i > 0) yield i;
    const place = options.place?.(i);
    const where = { index: offset + i, ...(place === undefined ? {} : { place }) };
    let value: unknown;
    let result: ReturnType<typeof schema.safeParse>;
    let isNameless = false;
    try {
      value = snapshot(input[i], side, weighed);
      if (tooLarge(issues, value, weighed, where)) continue;
      isNameless = withoutId && lacksId(value);
      result = schema.safeParse(isNameless ? { ...(value as object), id: 'none' } : value);
    } catch (error) {
      issues.addText('', 'a record that can be read', describeThrown(error), where);
      continue;
    }
    if (!result.success) {
      const found = result.error.issues;
      if (issues.isFull) issues.addUntold(found.length);
      else issues.take(toInputIssues(found, value, offset + i, place), found.length);
    }
    const id = isNameless ? undefined : readId(value);
    if (id !== undefined && id !== '' && id.length <= MAX_ID) {
      const first = firstWith.get(id);
      if (first === undefined) firstWith.set(id, i);
      else
        issues.addText('id', 'an id not used before', `the id of record [${offset + first}]`, {
          ...where,
          id,
        });
    }
    if (!result.success) continue;
    if (isNameless) (value as { id: unknown }).id = '';
    makePlain(value as Record<string, unknown>, side);
    const record = freezeKnown(readValues(value as Record<string, unknown>, side, rules), side, weighed);
    if (unreadable === 'refuse') issues.take(unreadableIssues([record], where));
    records.push(record);
  }
  issues.throwAs('INVALID_RECORDS', what);
  return records;
}

const WEIGHED = Object.keys(FIELD_WEIGHTS);

/** Notes what of a record is too large. Such a record is looked at no further. */
function tooLarge(issues: Issues, value: unknown, weighed: readonly string[], where: IssuePlace): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const found = oversizeOf(value as Readonly<Record<string, unknown>>, weighed);
  const id = readId(value);
  for (const { path, expected, received } of found)
    issues.addText(path, expected, received, { ...where, ...(id === undefined ? {} : { id }) });
  return found.length > 0;
}

function lacksId(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { id } = value as { readonly id?: unknown };
  return id === undefined || id === null || id === '';
}
