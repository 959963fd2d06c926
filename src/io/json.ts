import { describeValue } from '../base/errors.ts';
import type { Side } from '../core/records/parse.ts';
import { type ColumnPlan, planColumns } from './columns.ts';
import { findRecords, isNative, isObject } from './find-records.ts';
import { headerTable } from './header-table.ts';
import { READINGS } from './readings.ts';
import { readRow } from './row-reader.ts';
import {
  conflictProblems,
  headProblem,
  type SourceProblem,
  type SourceRecord,
  type SourceRecords,
} from './source-records.ts';

/** JSON and JSON lines. */

/** Reads an array of records, an object that holds one at any depth, or one record. */
export function readJson(
  text: string,
  side: Side,
  headers: Readonly<Record<string, string>> = {},
): SourceRecords {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return failed(headProblem(syntaxPlace(error, text), '', 'JSON', syntaxError(error)));
  }
  const found = findRecords(content);
  if (typeof found === 'string') {
    return failed(headProblem('', '', 'an array of records, or an object that holds one array', found));
  }
  const read = jsonRecordReader(side, headers);
  const { path, values } = found;
  const records = values.map((value, index) =>
    read(value, index, path === '' ? undefined : `${path}[${index}]`),
  );
  return { records, problems: read.problems, missing: new Set() };
}

/** Reads one record per line; blank lines are skipped. */
export function readJsonLines(
  text: string,
  side: Side,
  headers: Readonly<Record<string, string>> = {},
): SourceRecords {
  const read = jsonRecordReader(side, headers);
  const records: SourceRecord[] = [];
  const problems: SourceProblem[] = [];
  let index = 0;
  text.split(/\r\n|\n|\r/).forEach((line, i) => {
    if (line.trim() === '') return;
    const place = `line ${i + 1}`;
    const parsed = parseLine(line);
    if (parsed.error === undefined) records.push(read(parsed.value, index, place));
    else {
      const received = `${describeValue(line.trim())} (${parsed.error})`;
      problems.push({
        order: index,
        issue: { index, place, path: '', expected: 'one JSON object', received },
      });
    }
    index++;
  });
  return { records, problems: [...problems, ...read.problems], missing: new Set() };
}

function parseLine(line: string): { readonly value?: unknown; readonly error?: string } {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    return { error: syntaxError(error) };
  }
}

function failed(problem: SourceProblem): SourceRecords {
  return { records: [], problems: [problem], missing: new Set() };
}

interface RecordReader {
  (value: unknown, index: number, place?: string): SourceRecord;
  readonly problems: SourceProblem[];
}

/**
 * A record with `id` and `title` is in field names and taken as it stands, but for the caller's headers; the keys
 * of any other object are read like the headers of a table, because databases export them so.
 */
function jsonRecordReader(side: Side, headers: Readonly<Record<string, string>>): RecordReader {
  const known = headerTable(side, headers);
  const own = Object.keys(headers).length > 0 ? headerTable(side, headers, true) : undefined;
  const plans = new Map<string, ColumnPlan>();
  const problems: SourceProblem[] = [];
  const read = (value: unknown, index: number, place?: string): SourceRecord => {
    const where = { index, ...(place === undefined ? {} : { place }) };
    if (!isObject(value)) return { ...where, value };
    const native = isNative(value);
    const table = native ? own : known;
    if (table === undefined) return { ...where, value };
    const keys = Object.keys(value);
    const signature = JSON.stringify([native, keys]);
    let plan = plans.get(signature);
    if (plan === undefined) {
      plan = planColumns(keys, table, READINGS[side]);
      plans.set(signature, plan);
      problems.push(...conflictProblems(plan, place ?? '', index));
    }
    return { ...where, value: readRow(Object.values(value), plan), plan };
  };
  return Object.assign(read, { problems });
}

function syntaxError(error: unknown): string {
  return `a syntax error: ${error instanceof Error ? error.message : String(error)}`;
}

/** Engines tell the position in their own words, or not at all. */
function syntaxPlace(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  const lineColumn = /line (\d+) column (\d+)/.exec(message);
  if (lineColumn !== null) return `line ${lineColumn[1]}, character ${lineColumn[2]}`;
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return '';
  const lines = text.slice(0, Number(position)).split('\n');
  return `line ${lines.length}, character ${lines.at(-1)!.length + 1}`;
}
