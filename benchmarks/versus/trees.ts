import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { ROOT } from '../harness/root.ts';

/** A commit, as people write it, in full. @throws Error where there is none. */
export function commitOf(name: string): string {
  const { status, stdout } = git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  if (status !== 0) throw new Error(`no commit ${JSON.stringify(name)} here`);
  return stdout.trim();
}

/** Writes the files of a commit into an empty folder; neither the repository nor its index notices. */
export function checkOut(commit: string, folder: string): void {
  // An index of its own, beside the folder.
  const env = { GIT_INDEX_FILE: `${folder}.index` };
  must(git(['read-tree', commit], env));
  must(git(['checkout-index', '--all', `--prefix=${folder}/`], env));
}

/** Writes the files of the working tree into an empty folder: all that git knows or would take. */
export function copyWorkingTree(folder: string): void {
  const listed = must(git(['ls-files', '-z', '--cached', '--others', '--exclude-standard']));
  for (const name of listed.split('\0')) {
    const file = join(ROOT, name);
    if (name !== '' && existsSync(file)) cpSync(file, join(folder, name));
  }
}

/**
 * Builds the library in a folder by the build that lies there, with the packages that are installed here, and puts
 * scripts of this folder beside it: from there they import `cuohe` by its name, and get what the build made.
 * @param from the folder of `benchmarks` with the scripts.
 * @returns where the scripts are, by name.
 */
export function build<Name extends string>(
  folder: string,
  scripts: readonly Name[],
  from = 'versus',
): Readonly<Record<Name, string>> {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const tsup = join(ROOT, 'node_modules/tsup/dist/cli-default.js');
  must(spawnSync(process.execPath, [tsup, '--no-dts', '--format', 'esm'], { cwd: folder, encoding: 'utf8' }));
  const made = scripts.map((name) => {
    const outfile = join(folder, `${from}-${name}.mjs`);
    buildSync({
      entryPoints: [join(ROOT, `benchmarks/${from}/${name}.ts`)],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      external: ['cuohe'],
      // Those of the root lead `cuohe` to the sources here.
      tsconfigRaw: '{}',
      logLevel: 'error',
    });
    return [name, outfile] as const;
  });
  return Object.fromEntries(made) as Record<Name, string>;
}

interface Ended {
  readonly error?: Error;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function git(args: readonly string[], env: NodeJS.ProcessEnv = {}): Ended {
  const ended = spawnSync('git', args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (ended.error !== undefined) throw new Error(`bench:versus needs git: ${ended.error.message}`);
  return ended;
}

/** What a program printed. @throws Error with its complaint, where it failed. */
function must({ error, status, stdout, stderr }: Ended): string {
  if (status !== 0) throw new Error(error?.message ?? (stderr.trim() || stdout.trim()));
  return stdout;
}
