import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run notebooks [-- FOLDER]`: runs the notebooks from nothing, as their readers would: the package as it would be
 * published, Deno, a Python environment of its own. What the notebooks show and write is left in FOLDER, where one is given.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOTEBOOKS = join(ROOT, 'examples/notebooks');
/** Its Jupyter kernel runs one of them. */
const DENO = '2.9.6';
const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'cuohe-notebooks-'));
try {
  const [given] = process.argv.slice(2);
  const out = given === undefined ? join(folder, 'out') : resolve(given);
  mkdirSync(out, { recursive: true });
  const names = readdirSync(NOTEBOOKS).filter((name) => name.endsWith('.ipynb'));
  for (const name of names) copyFileSync(join(NOTEBOOKS, name), join(folder, name));

  // A run of tests has made the package already.
  const made = process.env.CUOHE_TARBALL ?? '';
  if (existsSync(made)) copyFileSync(made, join(folder, basename(made)));
  else run('npm', ['pack', '--silent', '--pack-destination', folder], ROOT);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const packages = [`./${tarball}`, `deno@${DENO}`, `echarts@${devDependencies.echarts}`];
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', ...packages]);

  const python = join(folder, 'venv/bin/python');
  run('python3', ['-m', 'venv', 'venv']);
  run(python, ['-m', 'pip', 'install', '--quiet', '--requirement', join(NOTEBOOKS, 'requirements.txt')]);
  const jupyter = join(folder, 'jupyter');
  const argv = [join(folder, 'node_modules/.bin/deno'), 'jupyter', '--kernel', '--conn', '{connection_file}'];
  mkdirSync(join(jupyter, 'kernels/deno'), { recursive: true });
  writeFileSync(
    join(jupyter, 'kernels/deno/kernel.json'),
    JSON.stringify({ argv, display_name: 'Deno', language: 'typescript' }),
  );
  run(python, [join(NOTEBOOKS, 'run.py'), out, ...names.map((name) => join(folder, name))], folder, {
    JUPYTER_DATA_DIR: jupyter,
    CUOHE: `${process.execPath} ${join(folder, 'node_modules/cuohe/bin/cuohe.js')}`,
    CUOHE_DATA: join(ROOT, 'examples/data'),
    CUOHE_OUT: out,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a program, whose words go where ours go; its failure ends this one. */
function run(
  command: string,
  args: readonly string[],
  cwd = folder,
  env: Readonly<Record<string, string>> = {},
) {
  execFileSync(command, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
}
