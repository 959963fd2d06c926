import type { SharedFolder } from '../harness/shared-folder.ts';
import { type Head, writePostings, writeVectors } from './data/files.ts';
import type { Vectors } from './data/vectors.ts';

/** Vectors in a folder. */
export interface Collection {
  readonly folder: string;
  readonly head: Head;
}

/** Vectors by their number of records: made when first asked for, and written with their postings. */
export class Collections {
  private readonly shared: SharedFolder;
  private readonly known = new Map<number, Collection>();

  constructor(shared: SharedFolder) {
    this.shared = shared;
  }

  of(records: number, make: () => Vectors): Collection {
    const known = this.known.get(records);
    if (known !== undefined) return known;
    const folder = this.shared.folder(`vectors-${records}`);
    const vectors = make();
    const made = { folder, head: writeVectors(folder, vectors) };
    writePostings(folder, vectors);
    this.known.set(records, made);
    return made;
  }
}
