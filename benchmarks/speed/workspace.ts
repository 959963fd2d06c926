import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Head, writePostings, writeVectors } from './data/files.ts';
import type { Vectors } from './data/vectors.ts';

/** Vectors in a folder. */
export interface Collection {
  readonly folder: string;
  readonly head: Head;
}

/** A folder for everything that processes share; gone when the benchmark ends. */
export class Workspace {
  private readonly root = mkdtempSync(join(tmpdir(), 'cuohe-bench-'));
  private readonly collections = new Map<number, Collection>();

  constructor() {
    process.once('exit', () => rmSync(this.root, { recursive: true, force: true }));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  }

  folder(name: string): string {
    const folder = join(this.root, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Vectors of so many records: made when first asked for, and written with their postings. */
  collection(records: number, make: () => Vectors): Collection {
    const known = this.collections.get(records);
    if (known !== undefined) return known;
    const folder = this.folder(`vectors-${records}`);
    const vectors = make();
    const made = { folder, head: writeVectors(folder, vectors) };
    writePostings(folder, vectors);
    this.collections.set(records, made);
    return made;
  }
}
