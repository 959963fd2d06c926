import { describeIssue, InputError, type InputIssue } from '../base/errors.ts';
import { readId } from '../base/zod-issues.ts';
import { type ParseOptions, parseRecords, type Side } from '../core/records/parse.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { columnPlace } from './columns.ts';
import { nearIdNotices } from './near-ids.ts';
import { noticeAt } from './notices.ts';
import type { ImportNotice } from './report.ts';
import type { SourceProblem, SourceRecord, SourceRecords } from './source-records.ts';
import { unreadWording } from './unread-wording.ts';

/** How records are validated. */
export interface Validation {
  readonly side: Side;
  /** Of the source, for errors. */
  readonly name: string | undefined;
  readonly parsing: ParseOptions;
  /** Whether bad records are left out, and named, instead of thrown. */
  readonly leaveOut: boolean;
}

/** Records that are valid, and those that were left out. */
export interface Validated {
  readonly records: MatchRecord[];
  /** Number of bad records. */
  readonly leftOut: number;
  readonly notices: readonly ImportNotice[];
}

/** Records that are parsed at a time, between two looks at the clock. */
const STEP = 32;

/**
 * Validates what was read, and tells every problem by its place in the source. Yields the number of records validated, from
 * time to time.
 * @throws InputError with all problems: `UNREADABLE_INPUT` if the source itself is malformed, else `INVALID_RECORDS`.
 */
export function* validateRecords(
  source: SourceRecords,
  { side, name, parsing, leaveOut }: Validation,
): Generator<number, Validated> {
  const repeats = repeatedIds(source);
  const problems: SourceProblem[] = [...source.problems, ...repeats];
  const told = new Set(repeats.map(({ issue }) => issue.index));
  const parsed: (MatchRecord | undefined)[] = [];
  const unread: ImportNotice[] = nearIdNotices(source.records);
  for (let from = 0; from < source.records.length; from += STEP) {
    const step = source.records.slice(from, from + STEP);
    const { records, issues } = parseStep(step, side, parsing);
    records.forEach((record, i) => {
      parsed.push(record);
      const of = step[i]!;
      // Records in field names are a program's, not an office's.
      if (record === undefined || of.plan === undefined) return;
      for (const notice of unreadWording(record, of)) unread.push(notice);
    });
    for (const issue of issues) {
      const record = step[issue.index]!;
      // Repeated ids are told with the place of the first, which validation cannot know.
      const known = isExcused(source, issue.path) || (issue.path === 'id' && told.has(record.index));
      if (!known) problems.push({ ...located(issue, record), ofRecord: true });
    }
    yield parsed.length;
  }
  if (problems.length === 0) return { records: parsed as MatchRecord[], leftOut: 0, notices: unread };
  problems.sort((a, b) => a.order - b.order);
  if (!leaveOut || problems.some(({ ofRecord }) => ofRecord !== true)) {
    const malformed = source.problems.length > 0;
    const what = malformed
      ? `Cannot read ${name ?? 'the source'}`
      : `Bad ${side} records${name ? ` in ${name}` : ''}`;
    throw new InputError(
      malformed ? 'UNREADABLE_INPUT' : 'INVALID_RECORDS',
      what,
      problems.map(({ issue }) => issue),
    );
  }
  const bad = new Set(problems.map(({ issue }) => issue.index));
  const records = source.records.flatMap(({ index }, i) =>
    bad.has(index) || parsed[i] === undefined ? [] : [parsed[i]],
  );
  const byIndex = new Map(source.records.map((record) => [record.index, record]));
  return {
    records,
    leftOut: bad.size,
    notices: [...unread, ...problems.map(({ issue }) => leftOutNotice(issue, byIndex.get(issue.index)))],
  };
}

/** The records of a step: `undefined` for each that is bad. */
function parseStep(step: readonly SourceRecord[], side: Side, parsing: ParseOptions) {
  const values = step.map(({ value }) => value);
  const records: (MatchRecord | undefined)[] = [];
  try {
    return { records: parseRecords(values, side, parsing), issues: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const bad = new Set(error.issues.map(({ index }) => index));
    const good = values.flatMap((value, i) => (bad.has(i) ? [] : [value]));
    const rest = parseRecords(good, side, parsing);
    let next = 0;
    for (let i = 0; i < values.length; i++) records.push(bad.has(i) ? undefined : rest[next++]);
    return { records, issues: error.issues };
  }
}

function leftOutNotice(issue: InputIssue, record: SourceRecord | undefined): ImportNotice {
  const en = describeIssue({ ...issue, index: -1 });
  const place = { sheet: record?.sheet, row: record?.row };
  const text = { zh: `未读入：${en}`, en: `left out: ${en}` };
  return noticeAt('warning', 'record-left-out', place, text, {
    ...(issue.id === undefined ? {} : { id: issue.id }),
    ...(issue.path === '' ? {} : { field: issue.path }),
  });
}

/** Whether the header is to blame, which is told once. */
function isExcused(source: SourceRecords, path: string): boolean {
  return source.missing.has(/^[^.[]*/.exec(path)?.[0] ?? '');
}

function located(issue: InputIssue, record: SourceRecord): SourceProblem {
  const column = record.plan === undefined ? undefined : columnPlace(record.plan, issue.path);
  const place = [record.place, column].filter((part) => part !== undefined).join(', ');
  return {
    order: record.index,
    issue: { ...issue, index: record.index, ...(place === '' ? {} : { place }) },
  };
}

function repeatedIds(source: SourceRecords): SourceProblem[] {
  const first = new Map<string, SourceRecord>();
  const problems: SourceProblem[] = [];
  for (const record of source.records) {
    const id = readId(record.value);
    if (id === undefined || id === '' || isExcused(source, 'id')) continue;
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, record);
      continue;
    }
    const received = `the id of ${before.place ?? `record [${before.index}]`}`;
    const expected = 'an id not used before';
    problems.push({
      ...located({ index: record.index, id, path: 'id', expected, received }, record),
      ofRecord: true,
    });
  }
  return problems;
}
