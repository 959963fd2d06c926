import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { InputError, type InputIssue } from 'cuohe';
import { fileError } from './errors.ts';

/** Files that the program writes: whole or not at all. */

/** What a file holds, by its extension. */
export type FileFormat = 'html' | 'xlsx' | 'csv' | 'jsonl' | 'json';

const FORMATS: Readonly<Record<string, FileFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xlsx': 'xlsx',
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'json',
};

/** A file that is to be written. */
export interface WrittenFile {
  readonly path: string;
  readonly format: FileFormat;
}

/**
 * Looks at the names of the files to be written, before any work is done: their forms are known, their folders exist,
 * and none is a file that is read.
 * @throws InputError naming every bad one.
 */
export async function filesToWrite(
  paths: readonly string[],
  formats: readonly FileFormat[],
  inputs: readonly string[],
): Promise<WrittenFile[]> {
  const read = new Set(await Promise.all(inputs.filter((file) => file !== '-').map(realPath)));
  const issues: InputIssue[] = [];
  const files: WrittenFile[] = [];
  for (const path of paths) {
    const format = FORMATS[extname(path).toLowerCase()];
    const bad = (expected: string) =>
      issues.push({ index: -1, path: '--output', expected, received: JSON.stringify(path) });
    if (format === undefined || !formats.includes(format))
      bad(`a file that ends in ${formats.map((name) => `.${name}`).join(', ')}`);
    else if (read.has(await realPath(path))) bad('a file other than those that are read');
    else if (!(await isFolder(dirname(resolve(path))))) bad('a file in a folder that exists');
    else files.push({ path, format });
  }
  if (issues.length > 0) throw new InputError('INVALID_OPTIONS', 'Bad options', issues);
  return files;
}

/** Writes a file beside its place and moves it there: who stops the program finds the old one or the new one. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(resolve(path)), `.cuohe-${randomUUID()}`);
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw fileError(path, error);
  }
}

async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
