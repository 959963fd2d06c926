import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a program printed and how it ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script with Node, as a host would: without the settings of the test runner. */
export function node(cwd: string, ...args: string[]): Ended {
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME },
  });
  return { status, stdout, stderr };
}

/** Runs a program that is installed with the development dependencies. */
export const tool = (cwd: string, path: string, ...args: string[]): Ended =>
  node(cwd, join(ROOT, 'node_modules', path), ...args);

/** What a run looks like that printed nothing but this. */
export const printed = (stdout: string): Ended => ({ status: 0, stdout, stderr: '' });

/** A file or folder of the repository. */
export const inRoot = (path: string): string => join(ROOT, path);
