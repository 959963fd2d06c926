import { CuoheError } from '../base/errors.ts';

/**
 * Where a store keeps its files: a flat folder of its own. Names are made of lower-case letters, digits and hyphens. What
 * the store relies on: a file whose `write` was resolved is there, whole, whatever happens afterwards.
 */
export interface Files {
  /**
   * All bytes of a file; undefined where there is none.
   * @param allocate memory that bytes may be read into to be used where they lie; bytes from elsewhere do as well.
   */
  read(name: string, allocate?: (byteLength: number) => Uint8Array): Promise<Uint8Array | undefined>;
  /**
   * Makes a new file, and resolves once it is durable. It rejects where the name is taken, which is how two writers at one
   * time are told apart: where a platform cannot refuse, they are told apart only when one has finished before the other
   * begins. A crash should leave the whole file or none; part of one is seen and passed over.
   */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** The names of all files, in any order. */
  list(): Promise<readonly string[]>;
  /** Removes a file; one that is not there is none to remove. It need not be durable. */
  remove(name: string): Promise<void>;
}

/** What the files of a store hold. */
export type FileKind = 'manifest' | 'base' | 'change';

export function fileName(kind: FileKind, number: number): string {
  return `${kind}-${number}`;
}

/** A file of a store by its name; undefined for one of somebody else's. What stands behind a dot is not finished. */
export function fileOf(
  name: string,
): { readonly kind: FileKind; readonly number: number; readonly isWhole: boolean } | undefined {
  const [, kind, digits, rest] = /^(manifest|base|change)-([1-9]\d{0,14})(\..*)?$/.exec(name) ?? [];
  if (kind === undefined) return undefined;
  return { kind: kind as FileKind, number: Number(digits), isWhole: rest === undefined };
}

/** Largest number of the files of a kind, or of several; 0 without any. */
export function lastNumber(names: readonly string[], kinds: readonly FileKind[]): number {
  let last = 0;
  for (const name of names) {
    const file = fileOf(name);
    if (file?.isWhole && kinds.includes(file.kind)) last = Math.max(last, file.number);
  }
  return last;
}

/** Files whose failures are errors of the library, with the platform's error as their cause. */
export function guarded(files: Files): Files {
  return {
    async read(name, allocate) {
      const bytes = await attempt(`read the file "${name}"`, () => files.read(name, allocate));
      if (bytes === undefined || bytes instanceof Uint8Array) return bytes;
      throw failed(`read the file "${name}"`, new TypeError('`read` gave neither bytes nor undefined'));
    },
    write: (name, bytes) => attempt(`write the file "${name}"`, () => files.write(name, bytes)),
    async list() {
      const names: unknown = await attempt('list the files', () => files.list());
      if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return names;
      throw failed('list the files', new TypeError('`list` gave no array of names'));
    },
    remove: (name) => attempt(`remove the file "${name}"`, () => files.remove(name)),
  };
}

async function attempt<T>(what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw failed(what, cause);
  }
}

function failed(what: string, cause: unknown): CuoheError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CuoheError('STORE_FAILED', `The store cannot ${what}: ${why}`, { cause });
}
