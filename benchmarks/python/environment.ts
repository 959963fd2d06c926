import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../harness/root.ts';

/** What an environment is made for. */
interface Purpose {
  /** The command that needs it. */
  readonly command: string;
  /** A folder of the repository with `requirements.txt`. */
  readonly home: string;
}
const PEERS: Purpose = { command: 'bench:python', home: 'benchmarks/python' };

/** What was installed; written last, so that it is there only when everything is. */
const STAMP = 'installed.txt';

/**
 * The Python with the pinned packages, in an environment that is made once, and again when the pins change.
 * @throws Error saying what is missing, where there is no Python or the packages cannot be installed.
 */
export function pythonEnvironment(
  say: (text: string) => void,
  { command, home } = PEERS,
  folder = join(ROOT, home, '.venv'),
): string {
  const run = (program: string, args: readonly string[], failure: string) =>
    runOrFail(program, args, `${command} ${failure}`);
  const requirements = join(ROOT, home, 'requirements.txt');
  const python = join(folder, 'bin/python');
  const stamp = join(folder, STAMP);
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  say('installing the Python packages, once');
  rmSync(folder, { recursive: true, force: true });
  run('python3', ['-m', 'venv', folder], 'needs python3 with venv');
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  run(python, install, `cannot install the packages of ${home}/requirements.txt`);
  writeFileSync(stamp, wanted);
  return python;
}

/** What the processes of Python see: no setting of OpenBLAS that belongs to another one. */
export function pythonVariables(): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...others } = process.env;
  return others;
}

/** @throws Error with the failure and its reason in one line. */
export function runOrFail(program: string, args: readonly string[], failure: string): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: pythonVariables(),
  });
  if (status === 0) return stdout;
  const why = error?.message ?? stderr.trim().split('\n').at(-1);
  throw new Error(`${failure}: ${why}`);
}
