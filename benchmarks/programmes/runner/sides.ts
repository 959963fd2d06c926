import { cpSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../../harness/child.ts';
import { ROOT } from '../../harness/root.ts';
import { SharedFolder } from '../../harness/shared-folder.ts';
import { checkOut, commitOf, copyWorkingTree } from '../../versus/trees.ts';

/** Where the source that is measured lies. */
export interface Side {
  readonly folder: string;
}

/** The working tree where it lies. */
export const HERE: Side = { folder: ROOT };

/**
 * The working tree and a commit, each as a copy that no edit reaches. Both have the benchmarks of the working tree:
 * what is asked is the same, and what answers differs.
 * @throws Error where there is no such commit.
 */
export function twoSides(commit: string): { readonly now: Side; readonly before: Side } {
  const found = commitOf(commit);
  const shared = new SharedFolder();
  const now = shared.folder('now');
  copyWorkingTree(now);
  const before = shared.folder('before');
  checkOut(found, before);
  rmSync(join(before, 'benchmarks'), { recursive: true });
  cpSync(join(now, 'benchmarks'), join(before, 'benchmarks'), { recursive: true });
  for (const folder of [now, before]) {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  }
  return { now: { folder: now }, before: { folder: before } };
}

/** Starts a case of a file of the benchmarks, given by its name, against the source of a side. */
export function startCase(
  { folder }: Side,
  name: string,
  file: string,
  rest: readonly string[],
): Promise<Child> {
  const within = (path: string) => join(folder, 'benchmarks/programmes', path);
  const args = ['--import', 'tsx', within('runner/child.ts'), within(file), ...rest];
  // Leads `cuohe` to the sources of this side, wherever the process starts.
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json') };
  return Child.start(name, process.execPath, args, env);
}
