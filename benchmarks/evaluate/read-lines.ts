import { InputError, type InputIssue } from '../../src/index.ts';
import { readTextFile } from './read-file.ts';

/** Values of a file of JSON lines, and where each stands. */
export interface JsonLines {
  readonly values: readonly unknown[];
  /** `judgments.jsonl line 7`, of the value at an index. */
  readonly place: (index: number) => string;
}

/**
 * Reads one JSON value a line; blank lines are skipped.
 * @throws InputError `UNREADABLE_INPUT` naming every bad line.
 */
export function readJsonLinesFile(path: string): JsonLines {
  const issues: InputIssue[] = [];
  const values: unknown[] = [];
  const places: string[] = [];
  readTextFile(path)
    .split(/\r\n|\n|\r/)
    .forEach((line, i) => {
      if (line.trim() === '') return;
      const place = `${path} line ${i + 1}`;
      try {
        values.push(JSON.parse(line));
        places.push(place);
      } catch (error) {
        const received = `a syntax error: ${error instanceof Error ? error.message : String(error)}`;
        issues.push({ index: -1, place, path: '', expected: 'one JSON object', received });
      }
    });
  if (issues.length > 0) throw new InputError('UNREADABLE_INPUT', `Cannot read ${path}`, issues);
  return { values, place: (index) => places[index] ?? path };
}
