import { InputError, type InputIssue } from '../base/errors.ts';
import { readId } from '../base/zod-issues.ts';
import { type ParseOptions, parseRecords, type Side } from '../core/records/parse.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { columnPlace } from './columns.ts';
import type { SourceProblem, SourceRecord, SourceRecords } from './source-records.ts';

/**
 * Validates what was read, and tells every problem by its place in the source.
 * @throws InputError with all problems: `UNREADABLE_INPUT` if the source itself is malformed, else `INVALID_RECORDS`.
 */
export function validateRecords(
  source: SourceRecords,
  side: Side,
  name: string | undefined,
  options: ParseOptions,
): MatchRecord[] {
  const repeats = repeatedIds(source);
  const problems: SourceProblem[] = [...source.problems, ...repeats];
  let records: MatchRecord[] = [];
  try {
    records = parseRecords(
      source.records.map(({ value }) => value),
      side,
      options,
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const told = new Set(repeats.map(({ issue }) => issue.index));
    for (const issue of error.issues) {
      const record = source.records[issue.index];
      if (record === undefined) throw error;
      // Repeated ids are told with the place of the first, which validation cannot know.
      const known = isExcused(source, record, issue.path) || (issue.path === 'id' && told.has(record.index));
      if (!known) problems.push(located(issue, record));
    }
  }
  if (problems.length === 0) return records;
  const malformed = source.problems.length > 0;
  const what = malformed
    ? `Cannot read ${name ?? 'the source'}`
    : `Bad ${side} records${name ? ` in ${name}` : ''}`;
  const issues = problems.sort((a, b) => a.order - b.order).map(({ issue }) => issue);
  throw new InputError(malformed ? 'UNREADABLE_INPUT' : 'INVALID_RECORDS', what, issues);
}

/** Whether the header is to blame, which is told once. */
function isExcused(source: SourceRecords, record: SourceRecord, path: string): boolean {
  const field = /^[^.[]*/.exec(path)?.[0] ?? '';
  return (
    source.missing.has(field) ||
    (record.plan?.conflicts.some((conflict) => conflict.field === field) ?? false)
  );
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
    if (id === undefined || id === '' || isExcused(source, record, 'id')) continue;
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, record);
      continue;
    }
    const received = `the id of ${before.place ?? `record [${before.index}]`}`;
    const expected = 'an id not used before';
    problems.push(located({ index: record.index, id, path: 'id', expected, received }, record));
  }
  return problems;
}
