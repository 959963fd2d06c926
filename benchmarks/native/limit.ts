import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Child } from '../harness/child.ts';
import { ROOT } from '../harness/root.ts';
import type { Head } from '../speed/data/files.ts';

const SOURCE = join(ROOT, 'benchmarks/native/limit.c');
const FLAGS = ['-O3', '-march=native', '-std=c11', '-D_POSIX_C_SOURCE=200809L'];

/** The program and the compiler that made it. */
export interface Limit {
  readonly program: string;
  readonly compiler: string;
}

/** Compiles the program into a folder; undefined without a C compiler. @throws Error where it does not compile. */
export function compileLimit(folder: string): Limit | undefined {
  const version = spawnSync('cc', ['--version'], { encoding: 'utf8' });
  if (version.error !== undefined || version.status !== 0) return undefined;
  const program = join(folder, 'limit');
  const made = spawnSync('cc', [...FLAGS, SOURCE, '-o', program], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`limit.c does not compile:\n${made.stderr}`);
  return { program, compiler: `${version.stdout.split('\n')[0]}, ${FLAGS.slice(0, 2).join(' ')}` };
}

/** Starts it on vectors and postings. */
export function startLimit({ program }: Limit, folder: string, head: Head): Promise<Child> {
  const { records, terms, queries, tile } = head;
  return Child.start('C', program, [folder, records, terms, queries, tile].map(String));
}
