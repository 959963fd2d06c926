import { CuoheError } from '../base/errors.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import { inTurns } from '../core/matcher/run.ts';
import { indexMemory } from '../core/postings/memory.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { applied, merged } from './apply.ts';
import { decodeChangeSteps } from './change.ts';
import { type Files, lastNumber } from './files.ts';
import { findManifest, type Manifest, readEntry } from './manifest.ts';

/** A state of a store. */
export interface State {
  readonly matcher: Matcher<MatchRecord>;
  readonly manifest: Manifest;
}

/** What is found in the files. */
export interface Loaded {
  /** The last whole state; undefined for files that hold none yet. */
  readonly state: State | undefined;
  /** Largest generation of any manifest, torn ones included; 0 without any. */
  readonly last: number;
}

/** Opens the bytes of an index. */
export type Open = (bytes: Uint8Array) => Matcher<MatchRecord> | Promise<Matcher<MatchRecord>>;

/** Times that a state is looked for: whoever writes meanwhile may remove what the manifest before named. */
const ATTEMPTS = 10;

/**
 * Reads the last whole state; changes nothing.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` naming the file that is damaged, `SAVED_INDEX_MISMATCH`, `STORE_FAILED`.
 */
export async function load(files: Files, open: Open): Promise<Loaded> {
  for (let attempt = 1; ; attempt++) {
    const { newest, last, damage } = await findManifest(files, await files.list());
    if (newest === undefined) {
      if (last > 0 && attempt < ATTEMPTS && (await moved(files, last))) continue;
      // Of the first manifest nobody was told unless it was whole: nothing was ever here. A later one is damaged.
      if (last > 1) throw damage;
      return { state: undefined, last };
    }
    try {
      return { state: { matcher: await read(files, newest, open), manifest: newest }, last };
    } catch (error) {
      if (attempt === ATTEMPTS || !(await moved(files, newest.generation))) throw error;
    }
  }
}

async function moved(files: Files, generation: number): Promise<boolean> {
  const { newest } = await findManifest(files, await files.list());
  return newest !== undefined && newest.generation > generation;
}

async function read(files: Files, { base, changes }: Manifest, open: Open): Promise<Matcher<MatchRecord>> {
  const matcher = await openBase(base.name, await readEntry(files, base, indexMemory), open);
  if (changes.length === 0) return matcher;
  const read = [];
  for (const change of changes) {
    const steps = decodeChangeSteps(change.name, await readEntry(files, change));
    read.push(await inTurns(steps, undefined, {}));
  }
  try {
    return await applied(matcher, merged(read));
  } catch (cause) {
    // They were validated when they were put: by another release.
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CuoheError('SAVED_INDEX_MISMATCH', `The changes in the store are refused: ${why}`, { cause });
  }
}

/** Errors of the bytes name the file. */
export async function openBase(name: string, bytes: Uint8Array, open: Open): Promise<Matcher<MatchRecord>> {
  try {
    return await open(bytes);
  } catch (cause) {
    if (!isOfBytes(cause)) throw cause;
    throw new CuoheError(cause.code, `The file "${name}" of the store: ${cause.message}`.split('\n'), {
      cause,
    });
  }
}

/** Whether an error says that files cannot be opened, not that they could not be read; of whichever build of the library. */
export function isOfBytes(error: unknown): error is CuoheError {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code;
  return code === 'SAVED_INDEX_UNREADABLE' || code === 'SAVED_INDEX_MISMATCH';
}

/** The number of the next file of data: no name is used twice, not even one that a crash left behind. */
export function nextNumber(names: readonly string[], atLeast: number): number {
  return Math.max(atLeast, lastNumber(names, ['base', 'change']) + 1);
}
