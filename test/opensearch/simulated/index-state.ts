import { type Field, type Fields, type Indexed, readDocument } from './mapping.ts';
import { type Json, Refusal } from './refusal.ts';

/** A document as it is kept. */
export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly source: Json;
  readonly indexed: Indexed;
  /** Number of the write: documents of a shard stand in this order. */
  readonly order: number;
}

/** What is searched, as of one moment: documents by shard. */
export interface View {
  readonly index: string;
  readonly fields: Fields;
  readonly shards: readonly (readonly Kept[])[];
}

/** An index: what was written, and what of it is searched. */
export class IndexState {
  readonly name: string;
  readonly body: Json;
  readonly fields: Fields;
  readonly aliases = new Set<string>();
  readonly shardCount: number;
  readonly #refusesDots: boolean;
  readonly #remembers: boolean;
  readonly #documents = new Map<string, Kept>();
  /** Versions of deletions. The engine forgets them after a minute. */
  readonly #deleted = new Map<string, number>();
  #view: View;
  #writes = 0;

  constructor(
    name: string,
    body: Json,
    fields: ReadonlyMap<string, Field>,
    settings: { readonly shards: number; readonly remembers: boolean },
    refusesDots: boolean,
  ) {
    this.name = name;
    this.body = body;
    this.fields = fields;
    this.shardCount = settings.shards;
    this.#remembers = settings.remembers;
    this.#refusesDots = refusesDots;
    this.#view = this.#current();
  }

  get view(): View {
    return this.#view;
  }

  /** Documents as they were written last, whether they are searched or not. */
  get documents(): ReadonlyMap<string, Kept> {
    return this.#documents;
  }

  /** @throws Refusal for a document that the mapping does not take, and for a version that is not newer. */
  put(id: string, version: number, source: Json): 'created' | 'updated' {
    const indexed = readDocument(this.fields, source, this.#refusesDots);
    const { before } = this.#expectNewer(id, version);
    this.#deleted.delete(id);
    // Anew at the end, as a write goes into a new segment.
    this.#documents.delete(id);
    this.#documents.set(id, { id, version, source, indexed, order: this.#writes++ });
    return before ? 'updated' : 'created';
  }

  /** @throws Refusal for a version that is not newer. */
  delete(id: string, version: number): 'deleted' | 'not_found' {
    const { before } = this.#expectNewer(id, version);
    this.#documents.delete(id);
    this.#deleted.set(id, version);
    return before ? 'deleted' : 'not_found';
  }

  #expectNewer(id: string, version: number): { readonly before: boolean } {
    const before = this.#documents.get(id);
    const current = before?.version ?? this.#deleted.get(id);
    if (current !== undefined && current >= version)
      throw new Refusal(
        409,
        'version_conflict_engine_exception',
        `[${id}]: version conflict, current version [${current}] is higher or equal to the one provided [${version}]`,
      );
    return { before: before !== undefined };
  }

  /** As after a minute, unless the index is told to remember for hours. */
  forgetDeleted(): void {
    if (!this.#remembers) this.#deleted.clear();
  }

  refresh(): void {
    this.#view = this.#current();
  }

  #current(): View {
    const shards: Kept[][] = Array.from({ length: this.shardCount }, () => []);
    for (const kept of this.#documents.values()) shards[shardOf(kept.id, this.shardCount)]!.push(kept);
    return { index: this.name, fields: this.fields, shards };
  }
}

/** Where a document goes: any spread does that tells ids of one length apart. */
export function shardOf(id: string, shards: number): number {
  let hash = 7;
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) | 0;
  return (hash >>> 3) % shards;
}
