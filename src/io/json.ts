import { describeValue } from '../base/errors.ts';
import type { Side } from '../core/records/parse.ts';
import { findRecords } from './find-records.ts';
import { JsonRecords } from './json-records.ts';
import {
  failed,
  headProblem,
  type SourceProblem,
  type SourceRecord,
  type SourceRecords,
} from './source-records.ts';

/** JSON and JSON lines. */

/** Records between two looks at the clock. */
const STEP = 64;

/** Reads an array of records, an object that holds one at any depth, or one record. Yields from time to time. */
export function* readJson(
  text: string,
  side: Side,
  headers: Readonly<Record<string, string>> = {},
): Generator<void, SourceRecords> {
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
  const reader = new JsonRecords(side, headers);
  const { path, values } = found;
  const records: SourceRecord[] = [];
  for (const [index, value] of values.entries()) {
    records.push(reader.read(value, index, path === '' ? undefined : `${path}[${index}]`));
    if (index % STEP === 0) yield;
  }
  return { ...NOTHING, records, ...reader.finish() };
}

/** Reads one record per line; blank lines are skipped. Yields from time to time. */
export function* readJsonLines(
  text: string,
  side: Side,
  headers: Readonly<Record<string, string>> = {},
): Generator<void, SourceRecords> {
  const reader = new JsonRecords(side, headers);
  const records: SourceRecord[] = [];
  const problems: SourceProblem[] = [];
  let index = 0;
  for (const [i, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (i % STEP === 0) yield;
    if (line.trim() === '') continue;
    const place = `line ${i + 1}`;
    const parsed = parseLine(line);
    if (parsed.error === undefined) records.push(reader.read(parsed.value, index, place));
    else {
      const received = `${describeValue(line.trim())} (${parsed.error})`;
      problems.push({
        order: index,
        ofRecord: true,
        issue: { index, place, path: '', expected: 'one JSON object', received },
      });
    }
    index++;
  }
  const end = reader.finish();
  return { ...NOTHING, records, ...end, problems: [...problems, ...end.problems] };
}

function parseLine(line: string): { readonly value?: unknown; readonly error?: string } {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    return { error: syntaxError(error) };
  }
}

const NOTHING: SourceRecords = {
  records: [],
  problems: [],
  missing: new Set(),
  tables: [],
  columns: [],
  notices: [],
};

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
