import {
  type AchievementInput,
  createMatcherAsync,
  type DemandInput,
  InputError,
  type Matcher,
  type MatchRecord,
  type StoredChain,
  suggestThreshold,
} from 'cuohe';
import { startAlertLedger } from 'cuohe/programmes/alerts';
import type { Facet, SideName } from './api.ts';
import { fieldsOf, organizationName, regionKeysOf, titleOf } from './shown.ts';
import type { Seen, StoredRecord } from './store.ts';

/** The weights are counted anew once they are off by so much; see the guide of an index that changes. */
const MOST_SHIFT = 0.05;
/** Where a collection is too small to tell which scores are noise. */
const FEW_RECORDS_MIN_SCORE = 0.1;

/** What look-ups and counts read of a record, in lower case. */
interface ReadRecord {
  readonly id: string;
  readonly organization: string;
  readonly text: string;
  readonly keys: Readonly<Record<Facet, readonly string[]>>;
}

/** Answers before the first one that counts. */
const WARM_UPS = 5;

/**
 * One side of the portal: its matcher, and what follows from it. Immutable but for caches: after an import there is
 * another one, and a request that is under way keeps its own.
 */
export class Collection {
  readonly side: SideName;
  readonly matcher: Matcher<StoredRecord>;
  /** Below this two texts have nothing to do with each other. */
  readonly minScore: number;
  /** What is read of each record for look-ups and counts, by position; see `warmUp`. */
  readonly #read: ReadRecord[] = [];
  #visible:
    | { readonly day: number; readonly indices: readonly number[]; readonly has: Set<number> }
    | undefined;
  #seen: { readonly day: number; readonly key: string; readonly seen: Seen } | undefined;

  private constructor(side: SideName, matcher: Matcher<StoredRecord>) {
    this.side = side;
    this.matcher = matcher;
    this.minScore = thresholdOf(matcher);
  }

  /** @throws InputError naming every record that is none. */
  static async open(
    side: SideName,
    records: readonly StoredRecord[],
    signal?: AbortSignal,
  ): Promise<Collection> {
    const options = signal === undefined ? {} : { signal };
    // Rows are what the store has; the library validates what it reads of them.
    const matcher =
      side === 'demand'
        ? await createMatcherAsync(records, {
            side,
            read: (row) => row as unknown as DemandInput,
            ...options,
          })
        : await createMatcherAsync(records, {
            read: (row) => row as unknown as AchievementInput,
            ...options,
          });
    const collection = new Collection(side, matcher);
    collection.warmUp();
    return collection;
  }

  /**
   * What the first request would wait for is made now: the lexicon is opened, the lists that whole rankings go by are made, the
   * records are read for look-ups.
   */
  warmUp(): void {
    const query = this.matcher.size === 0 ? '预热' : this.record(0).title || '预热';
    for (let i = 0; i < WARM_UPS; i++) this.matcher.match(query, { limit: 5, total: true });
    for (const index of this.visible()) this.#readOf(index);
  }

  /** The collection with records put in; weights are counted anew where so many came that they are off. */
  async with(put: readonly StoredRecord[]): Promise<Collection> {
    const next = await this.matcher.updateAsync({ put });
    const isOff = this.matcher.size === 0 || next.drift().shift > MOST_SHIFT;
    const matcher = isOff ? await next.compact({ statistics: 'renew' }) : next;
    const collection = new Collection(this.side, matcher);
    collection.warmUp();
    return collection;
  }

  /** Positions of the records that anybody may see today, ascending: public, and not expired. */
  visible(): readonly number[] {
    return this.#today().indices;
  }

  /** Position of a record that anybody may see; -1 for any other: nobody learns that it is there. */
  indexOf(id: string): number {
    const index = this.matcher.indexOf(id);
    return this.#today().has.has(index) ? index : -1;
  }

  #today() {
    const day = today();
    if (this.#visible?.day !== day) {
      const { indices } = this.matcher.passing();
      this.#visible = { day, indices, has: new Set(indices) };
    }
    return this.#visible;
  }

  record(index: number): MatchRecord {
    return this.matcher.parsed(index);
  }

  chains(index: number): readonly StoredChain[] {
    return this.matcher.chainsOf(this.record(index).id);
  }

  /** What a record counts under in each facet; those that state nothing count under the empty key, as in `counts`. */
  keys(index: number): Readonly<Record<Facet, readonly string[]>> {
    return this.#readOf(index).keys;
  }

  /** Whether what is shown of a record holds a text as it is, but for case. */
  holds(index: number, text: string): boolean {
    return this.#readOf(index).text.includes(text.toLowerCase());
  }

  /** Whether a text is the id of a record, or stands in the name of its organisation. */
  isNamed(index: number, text: string): boolean {
    const { organization, id } = this.#readOf(index);
    const name = text.toLowerCase();
    return id === name || (name.length > 1 && organization.includes(name));
  }

  #readOf(index: number): ReadRecord {
    let read = this.#read[index];
    if (read === undefined) {
      const record = this.record(index);
      const chains = this.chains(index).map(({ code }) => code);
      read = {
        id: record.id.toLowerCase(),
        organization: organizationName(record).toLowerCase(),
        text: [titleOf(record), ...fieldsOf(record)].map(({ text }) => text.toLowerCase()).join('\n'),
        keys: {
          chains: chains.length === 0 ? [''] : chains,
          regions: regionKeysOf(record),
          kinds: [record.kind],
          stages: [record.stage?.code ?? ''],
        },
      };
      this.#read[index] = read;
    }
    return read;
  }

  /** The records that anybody may see now, by their fingerprints, and a key for all of them. O(characters), once. */
  seen(): { readonly key: string; readonly seen: Seen } {
    const day = today();
    if (this.#seen?.day !== day) {
      const { seen } = startAlertLedger(this.matcher);
      this.#seen = { day, seen, key: keyOf(this.side, seen) };
    }
    return this.#seen;
  }
}

/** Expiry goes by days. */
function today(): number {
  return Math.floor(Date.now() / 86_400_000);
}

function thresholdOf(matcher: Matcher<StoredRecord>): number {
  try {
    return suggestThreshold(matcher).minScore;
  } catch (error) {
    if (error instanceof InputError) return FEW_RECORDS_MIN_SCORE;
    throw error;
  }
}

/** A key of what was seen: the same for the same records. FNV-1a over ids and fingerprints, and their number. */
function keyOf(side: SideName, seen: Seen): string {
  let hash = 0x811c9dc5;
  for (const unit of seen.flat().join('\n')) {
    hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193) >>> 0;
  }
  return `${side}-${seen.length}-${hash.toString(36)}`;
}
