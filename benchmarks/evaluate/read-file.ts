import { readFileSync, statSync } from 'node:fs';
import { CuoheError, InputError } from '../../src/index.ts';
import { decodeText } from '../../src/io/index.ts';

/**
 * The text of a file.
 * @throws InputError `UNREADABLE_INPUT` saying what is in its place.
 */
export function readTextFile(path: string): string {
  const fail = (expected: string, received: string, cause?: unknown) =>
    new InputError(
      'UNREADABLE_INPUT',
      'Cannot read a file',
      [{ index: -1, place: path, path: '', expected, received }],
      cause,
    );
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw fail('a file', 'nothing: there is no such file');
  if (!found.isFile()) throw fail('a file', found.isDirectory() ? 'a folder' : 'something else');
  try {
    const text = decodeText(readFileSync(path));
    if (text.trim() === '') throw fail('a line of JSON for each record', 'an empty file');
    return text;
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (!(error instanceof CuoheError) && !isSystemError(error)) throw error;
    throw fail('a readable text', error.message, error);
  }
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
