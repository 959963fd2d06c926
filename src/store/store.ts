import { Issues } from '../base/issues.ts';
import { unreadable } from '../core/collection/sections.ts';
import { engineOf } from '../core/matcher/engine-of.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import { indexMemory } from '../core/postings/memory.ts';
import { clean, commit, expectNoOther } from './commit.ts';
import type { Store } from './contract.ts';
import { type Files, fileName, guarded, lastNumber } from './files.ts';
import { isOfBytes, type Loaded, load, nextNumber, openBase } from './load.ts';
import { entryOf, findManifest } from './manifest.ts';
import { type ResolvedStoreOptions, resolveStoreOptions, type StoreOptions } from './options.ts';
import { Writer } from './writer.ts';

/**
 * Opens an index in files as it was after its last change, or makes the first one. Nothing of an existing store is
 * written, so that others may read what one process writes.
 * @param files a folder (`folderFiles` of `cuohe/store/folder`), the private files of a page
 * ({@link originPrivateFiles}), or four functions of your own.
 * @throws InputError `INVALID_OPTIONS`; CuoheError `SAVED_INDEX_UNREADABLE` naming the file that is damaged or missing,
 * `SAVED_INDEX_MISMATCH` as `openMatcher`, `STORE_FAILED` where files cannot be read or written, `STORE_CHANGED` where
 * two make the first index at one time; whatever `create` throws.
 */
export async function openStore(files: Files, options: StoreOptions): Promise<Store> {
  const resolved = resolveStoreOptions(files, options);
  const safe = guarded(files);
  const { state, last } = await loaded(safe, resolved);
  if (state !== undefined) return new Writer(safe, resolved, state, last);
  return created(safe, resolved, last);
}

async function loaded(files: Files, { open, rebuild }: ResolvedStoreOptions): Promise<Loaded> {
  try {
    return await load(files, open);
  } catch (error) {
    if (!rebuild || !isOfBytes(error)) throw error;
    return { state: undefined, last: lastNumber(await files.list(), ['manifest']) };
  }
}

/** Makes the first state of a store, or the first that opens again. */
async function created(files: Files, options: ResolvedStoreOptions, last: number): Promise<Store> {
  const { create, open } = options;
  if (create === undefined) throw unreadable('a store', 'files without one; give `create`');
  const made: unknown = await create();
  const issues = new Issues();
  issues.expect(engineOf(made) !== undefined, 'create', 'a function that makes a matcher', made);
  issues.throwAsOptions();
  const bytes = await (made as Matcher).saveAsync({ allocate: indexMemory });
  const names = await files.list();
  expectNoOther(names, last);
  const base = fileName('base', nextNumber(names, 1));
  // Before anything is written: what does not open here would not open tomorrow.
  const matcher = await openBase(base, bytes, open);
  await files.write(base, bytes);
  const generation = await firstGeneration(files, last);
  const manifest = { generation, base: entryOf(base, bytes), changes: [] };
  await commit(files, manifest);
  await clean(files, names, manifest);
  return new Writer(files, options, { matcher, manifest }, generation);
}

/** The first manifest is always the first: whoever finds a later one that is not whole knows that something was there. */
async function firstGeneration(files: Files, last: number): Promise<number> {
  if (last !== 1) return last + 1;
  const { newest } = await findManifest(files, await files.list());
  if (newest !== undefined) return last + 1;
  await files.remove(fileName('manifest', 1));
  return 1;
}
