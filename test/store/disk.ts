import type { Files } from 'cuohe/store';

/** Something that was done to a disk. */
export type Act = { readonly write: string; readonly bytes: Uint8Array } | { readonly remove: string };

/** Files in memory, which remember in which order they came and went. */
export class Disk implements Files {
  readonly files: Map<string, Uint8Array>;
  readonly acts: Act[] = [];

  constructor(files: Iterable<readonly [string, Uint8Array]> = []) {
    this.files = new Map(files);
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    return this.files.get(name)?.slice();
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    if (this.files.has(name)) throw new Error(`taken: ${name}`);
    this.files.set(name, bytes.slice());
    this.acts.push({ write: name, bytes: bytes.slice() });
  }

  async list(): Promise<string[]> {
    return [...this.files.keys()];
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
    this.acts.push({ remove: name });
  }

  get names(): string[] {
    return [...this.files.keys()].sort();
  }
}

/** How the file is left that was being written when everything stopped. */
export const TEARS = {
  absent: () => undefined,
  cut: (bytes: Uint8Array, at: number) => bytes.slice(0, at),
  zeros: (bytes: Uint8Array, at: number) => bytes.slice().fill(0, at),
  'old blocks': (bytes: Uint8Array, at: number) => bytes.slice().fill(0x5a, at),
} as const;
export type Tear = keyof typeof TEARS;

/**
 * A disk after a crash: what was written before is there, the file that was being written is torn, and a removed file may be
 * there again.
 * @param done how many acts were finished.
 * @param at bytes of the next file that had been written.
 */
export function crashed(
  acts: readonly Act[],
  done: number,
  at: number,
  tear: Tear,
  isBack: (name: string) => boolean,
): Disk {
  const files = new Map<string, Uint8Array>();
  acts.slice(0, done).forEach((act) => {
    if ('write' in act) files.set(act.write, act.bytes);
    else if (!isBack(act.remove)) files.delete(act.remove);
  });
  const next = acts[done];
  if (next !== undefined && 'write' in next) {
    const left = TEARS[tear](next.bytes, at);
    if (left !== undefined) files.set(next.write, left);
  }
  return new Disk(files);
}
