import type { Question, SideName } from './api.ts';

/**
 * What a portal keeps: records and saved searches. Two adapters stand beside this file, in memory and over SQLite; one for
 * the database of a host is as short. Everything is plain JSON.
 */

/** A record as it was given: the library validates it. */
export interface StoredRecord {
  readonly id: string | number;
  readonly [field: string]: unknown;
}

/** A search that somebody comes back to. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly question: Question;
  /** Key of the records as they were when it was last looked at; see {@link PortalStore.seen}. */
  readonly seen: string;
}

/** The records that were there at some time: id and fingerprint of each. */
export type Seen = readonly (readonly [id: string, fingerprint: string])[];

/** Calls may be answered later or at once. */
export interface PortalStore {
  /** All records of a side, the oldest first. */
  records(side: SideName): Promise<readonly StoredRecord[]>;
  /** Takes records in, all or none; one with an id that is there takes its place. */
  put(side: SideName, records: readonly StoredRecord[]): Promise<void>;
  /** Saved searches, the oldest first. */
  searches(): Promise<readonly SavedSearch[]>;
  /** Adds a search, or takes the place of the one with its id. */
  saveSearch(search: SavedSearch): Promise<void>;
  removeSearch(id: string): Promise<void>;
  /** What a key of {@link SavedSearch.seen} stands for; undefined for an unknown one. */
  seen(key: string): Promise<Seen | undefined>;
  /** Keeps what was seen under a key, and forgets what no saved search names. Many searches share one key. */
  keepSeen(key: string, seen: Seen): Promise<void>;
}
