import type { Ranked } from '../../harness/protocol.ts';
import type { Formula } from '../data/reference.ts';
import type { Vectors } from '../data/vectors.ts';

/** An engine that holds the records, and answers queries of the same vectors by their number. */
export type Engine = (query: number) => Ranked;

/** Makes an engine; this is not timed. */
export type Open = (vectors: Vectors) => Engine;

/** What an engine can do of the task: for each weighted query, the exact ten best cosines, ties in row order. */
export interface Abilities {
  /** Takes a weight for each term of a query. */
  readonly weightedQueries: boolean;
  /** Gives the exact best by its own formula, best first; without it the host selects from scores. */
  readonly exactTopK: boolean;
  /** Cuts Chinese into terms by itself. */
  readonly chinese: boolean;
}

/** Another engine, and what must be known of it to read its times. */
export interface Peer {
  readonly name: string;
  /** Package whose version counts; undefined for code of this repository. */
  readonly package: string | undefined;
  readonly formula: Formula;
  readonly abilities: Abilities;
  /** Larger collections are measured on their first so many records. */
  readonly mostRecords: number;
  /** Most queries of a round. */
  readonly mostQueries: number;
  /** How it was used. */
  readonly note: string;
  readonly open: () => Promise<Open>;
}
