/**
 * Runs both benchmarks and writes RESULTS.md: `npm run bench:results -- [options of the benchmarks] [--out FILE]`.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './harness/root.ts';
import { resultsDocument } from './speed/report/results.ts';
import type { Report } from './speed/report/types.ts';

/** Room for the JSON of one report, in bytes. */
const MOST_OUTPUT = 2 ** 26;

/** Runs a benchmark in a process of its own. @throws Error where it fails; it has told why. */
function report(script: string, args: readonly string[]): Report {
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, script), ...args, '--json'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: MOST_OUTPUT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`${script} ended with ${signal ?? status}`);
  return JSON.parse(stdout) as Report;
}

const args = process.argv.slice(2);
const out = args.indexOf('--out');
const [, file] = out < 0 ? [] : args.splice(out, 2);
try {
  const bench = report('benchmarks/speed.ts', args);
  const python = report('benchmarks/python.ts', args);
  writeFileSync(file ?? join(ROOT, 'benchmarks/RESULTS.md'), resultsDocument(bench, python));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
