import { CuoheError } from '../base/errors.ts';
import { type Files, fileName, fileOf, lastNumber } from './files.ts';
import { encodeManifest, findManifest, type Manifest } from './manifest.ts';

/**
 * Makes a state the last one: its manifest is the one step that counts. Of two writers that make the same generation, the
 * files refuse one.
 * @throws CuoheError `STORE_CHANGED` where another writer was first; `STORE_FAILED` where it is not known whether the
 * manifest is there.
 */
export async function commit(files: Files, manifest: Manifest): Promise<void> {
  const bytes = encodeManifest(manifest);
  try {
    await files.write(fileName('manifest', manifest.generation), bytes);
  } catch (error) {
    throw (await isOfAnother(files, manifest)) ? changedElsewhere() : error;
  }
}

async function isOfAnother(files: Files, { generation, base, changes }: Manifest): Promise<boolean> {
  try {
    const { newest } = await findManifest(files, await files.list());
    if (newest === undefined || newest.generation < generation) return false;
    const ours = JSON.stringify([generation, base, changes]);
    return JSON.stringify([newest.generation, newest.base, newest.changes]) !== ours;
  } catch {
    return false;
  }
}

/** @throws CuoheError `STORE_CHANGED` where there is a manifest of a later generation than the last one known. */
export function expectNoOther(names: readonly string[], last: number): void {
  if (lastNumber(names, ['manifest']) > last) throw changedElsewhere();
}

function changedElsewhere(): CuoheError {
  return new CuoheError(
    'STORE_CHANGED',
    'Another process has changed the store since it was opened: open it again, and repeat the change. One process at a time may write.',
  );
}

/**
 * Removes what a state does not name: older states, and what a crash left behind. Only who has made the last state may do
 * it: no other writer can make one that names any of these any more.
 * @param names all files, as they were before the state was made.
 * @param pending name of a file that is being written; until it is whole it may have a longer one.
 */
export async function clean(
  files: Files,
  names: readonly string[],
  { generation, base, changes }: Manifest,
  pending?: string,
): Promise<void> {
  const kept = new Set([fileName('manifest', generation), base.name, ...changes.map(({ name }) => name)]);
  const isKept = (name: string) => kept.has(name) || name.split('.', 1)[0] === pending;
  const isOurs = (name: string) => fileOf(name) !== undefined && !isKept(name);
  // Manifests first: none that is left names a file that is gone.
  const isManifest = (name: string) => fileOf(name)!.kind === 'manifest';
  const left = names.filter(isOurs).sort((a, b) => Number(isManifest(b)) - Number(isManifest(a)));
  for (const name of left) {
    // What cannot be removed now is tried again after the next change.
    await files.remove(name).catch(() => {});
  }
}
