import type { SideName } from './api.ts';
import type { PortalStore, SavedSearch, Seen, StoredRecord } from './store.ts';

/** A store that lives as long as its process: what `serve` opens two files with, and what tests use. */
export function memoryStore(given: Partial<Record<SideName, readonly StoredRecord[]>> = {}): PortalStore {
  const byId = (records: readonly StoredRecord[] = []) =>
    new Map(records.map((record) => [String(record.id), record]));
  const sides = { supply: byId(given.supply), demand: byId(given.demand) };
  const searches = new Map<string, SavedSearch>();
  const kept = new Map<string, Seen>();
  return {
    records: async (side) => [...sides[side].values()],
    put: async (side, records) => {
      for (const record of records) {
        sides[side].delete(String(record.id));
        sides[side].set(String(record.id), record);
      }
    },
    searches: async () => [...searches.values()],
    saveSearch: async (search) => {
      searches.set(search.id, search);
    },
    removeSearch: async (id) => {
      searches.delete(id);
    },
    seen: async (key) => kept.get(key),
    keepSeen: async (key, seen) => {
      const named = new Set([...searches.values()].map((search) => search.seen));
      for (const old of kept.keys()) if (!named.has(old)) kept.delete(old);
      kept.set(key, seen);
    },
  };
}
