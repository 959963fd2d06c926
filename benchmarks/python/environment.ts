import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../harness/root.ts';

const HERE = join(ROOT, 'benchmarks/python');
const REQUIREMENTS = join(HERE, 'requirements.txt');
const ENVIRONMENT = join(HERE, '.venv');
/** What was installed; written last, so that it is there only when everything is. */
const STAMP = 'installed.txt';

/**
 * The Python with the pinned packages, in an environment that is made once, and again when the pins change.
 * @throws Error saying what is missing, where there is no Python or the packages cannot be installed.
 */
export function pythonEnvironment(say: (text: string) => void, folder = ENVIRONMENT): string {
  const python = join(folder, 'bin/python');
  const stamp = join(folder, STAMP);
  const wanted = readFileSync(REQUIREMENTS, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  say('installing the Python packages, once');
  rmSync(folder, { recursive: true, force: true });
  run('python3', ['-m', 'venv', folder], 'needs python3 with venv');
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS];
  run(python, install, 'cannot install the packages of benchmarks/python/requirements.txt');
  writeFileSync(stamp, wanted);
  return python;
}

/** What the processes of Python see: no setting of OpenBLAS that belongs to another one. */
export function pythonVariables(): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...others } = process.env;
  return others;
}

function run(command: string, args: readonly string[], failure: string): void {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8', env: pythonVariables() });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim().split('\n').at(-1);
  throw new Error(`bench:python ${failure}: ${why}`);
}
