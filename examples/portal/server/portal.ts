import type { SideName } from './api.ts';
import { Collection } from './collection.ts';
import type { PortalStore, StoredRecord } from './store.ts';

/** The state of a portal: both sides, and the store that they are kept in. */
export class Portal {
  readonly store: PortalStore;
  readonly #sides: Record<SideName, Collection>;
  /** Changes wait for one another: of two at the same time neither would have the other. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(store: PortalStore, supply: Collection, demand: Collection) {
    this.store = store;
    this.#sides = { supply, demand };
  }

  /** Reads the store and indexes both sides. @throws InputError naming every record that is none. */
  static async open(store: PortalStore, signal?: AbortSignal): Promise<Portal> {
    const supply = await Collection.open('supply', await store.records('supply'), signal);
    const demand = await Collection.open('demand', await store.records('demand'), signal);
    return new Portal(store, supply, demand);
  }

  side(side: SideName): Collection {
    return this.#sides[side];
  }

  /** Takes records in: into the index, then into the store, then into sight. @throws InputError; then nothing changed. */
  put(side: SideName, records: readonly StoredRecord[]): Promise<void> {
    const next = this.#turn.then(async () => {
      const changed = await this.#sides[side].with(records);
      await this.store.put(side, records);
      this.#sides[side] = changed;
    });
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

/** The other side. */
export function across(side: SideName): SideName {
  return side === 'supply' ? 'demand' : 'supply';
}
