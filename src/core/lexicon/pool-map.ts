import type { WordPool } from './word-pool.ts';

/** Which words of a pool are the keys of a map, and what they stand for. */
export interface PoolMapParts<V> {
  readonly pool: WordPool;
  /** The first word, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** The position of a word in the pool; any other number for a word that is no key. */
  readonly find: (word: string) => number;
  /** What a word stands for, by its position in the pool; the same thing each time. */
  readonly valueOf: (word: number) => V;
}

const MOST_ABSENT = 16_384;
/** In UTF-16 units: a longer piece of a text would keep the text. */
const LONGEST_ABSENT = 12;

/** A map whose keys lie in a pool, in their order. A key that was found once is found as in any map. */
export class PoolMap<V> implements ReadonlyMap<string, V> {
  private readonly parts: PoolMapParts<V>;
  private readonly known = new Map<string, V>();
  /** Words that are no keys, of those that were asked for: mostly words of the same pool. Emptied when full. */
  private readonly absent = new Set<string>();

  constructor(parts: PoolMapParts<V>) {
    this.parts = parts;
  }

  get size(): number {
    return this.parts.to - this.parts.from;
  }

  get(key: string): V | undefined {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.absent.has(key)) return undefined;
    const word = this.find(key);
    if (word < 0) {
      if (key.length > LONGEST_ABSENT) return undefined;
      if (this.absent.size === MOST_ABSENT) this.absent.clear();
      this.absent.add(key);
      return undefined;
    }
    const value = this.parts.valueOf(word);
    this.known.set(key, value);
    return value;
  }

  has(key: string): boolean {
    return this.known.has(key) || this.get(key) !== undefined;
  }

  *keys(): MapIterator<string> {
    const { pool, from, to } = this.parts;
    for (let i = from; i < to; i++) yield pool.at(i);
  }

  *values(): MapIterator<V> {
    const { parts } = this;
    for (let i = parts.from; i < parts.to; i++) yield parts.valueOf(i);
  }

  *entries(): MapIterator<[string, V]> {
    const { parts } = this;
    for (let i = parts.from; i < parts.to; i++) yield [parts.pool.at(i), parts.valueOf(i)];
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  private find(key: string): number {
    const { find, from, to } = this.parts;
    const word = find(key);
    return word >= from && word < to ? word : -1;
  }
}
