import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Achievement, type Demand, InputError } from 'cuohe';
import { readAchievements, readDemands } from 'cuohe/io';
import { LoadError } from './errors.ts';

/** Both sides, validated as a whole. */
export interface Records {
  readonly achievements: readonly Achievement[];
  readonly demands: readonly Demand[];
}

/**
 * Reads both files, so that one run tells what is wrong with either.
 * @throws LoadError
 */
export function loadRecords(files: { readonly achievements: string; readonly demands: string }): Records {
  const errors: unknown[] = [];
  const load = <T>(
    file: string,
    read: (bytes: Uint8Array, options: { name: string }) => { records: T[] },
  ): T[] => {
    try {
      return read(readFileSync(file), { name: basename(file) }).records;
    } catch (error) {
      errors.push(error instanceof InputError ? error : new Error(`${file}: ${reason(error)}`));
      return [];
    }
  };
  const achievements = load(files.achievements, readAchievements);
  const demands = load(files.demands, readDemands);
  if (errors.length > 0) throw new LoadError(errors);
  return { achievements, demands };
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return '没有这个文件 no such file';
  if (code === 'EISDIR') return '是目录，不是文件 a directory, not a file';
  return error.message;
}
