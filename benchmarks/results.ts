/**
 * Runs both speed benchmarks, keeps what they found as `results/<day>.json`, and prints RESULTS.md from the last of
 * these files: `npm run bench:results -- [options of the benchmarks]`. With `--print` nothing is measured; `--folder
 * FOLDER` takes another place than this folder.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { command } from './harness/command.ts';
import { ROOT } from './harness/root.ts';
import { keepResults, lastResults } from './speed/report/dated.ts';
import { resultsPage } from './speed/report/page.ts';
import type { Report } from './speed/report/types.ts';

/** Room for the JSON of one report, in bytes. */
const MOST_OUTPUT = 2 ** 26;

await command(() => {
  const args = process.argv.slice(2);
  const folder = resolve(option(args, '--folder') ?? join(ROOT, 'benchmarks'));
  if (flag(args, '--print')) {
    if (args.length > 0) throw new Error(`--print measures nothing: unexpected ${args.join(' ')}`);
  } else {
    keepResults(folder, { bench: measure('speed.ts', args), python: measure('python.ts', args) });
  }
  writeFileSync(join(folder, 'RESULTS.md'), resultsPage(lastResults(folder)));
});

/** Runs a benchmark in a process of its own. @throws Error where it fails; it has told why. */
function measure(script: string, args: readonly string[]): Report {
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `benchmarks/${script}`, ...args, '--json'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: MOST_OUTPUT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`${script} ended with ${signal ?? status}`);
  return JSON.parse(stdout) as Report;
}

/** Takes an option and its value out of the arguments, which are those of the benchmarks otherwise. */
function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  if (at < 0) return undefined;
  const [, value] = args.splice(at, 2);
  if (value === undefined) throw new Error(`${name}: expected a value`);
  return value;
}

function flag(args: string[], name: string): boolean {
  const at = args.indexOf(name);
  if (at >= 0) args.splice(at, 1);
  return at >= 0;
}
