/** What the page is asked for, and what it tells. */

/** An answer without its texts. */
export interface Answer {
  readonly ids: readonly string[];
  readonly scores: readonly number[];
}

/** What the page tells of one run. */
export interface Told {
  readonly kernel: string;
  /** From the request for the index to the first answer, in milliseconds. */
  readonly openMs: number;
  /** Of each query, in milliseconds: the ten best without reasons. */
  readonly times: readonly number[];
  /** The same with reasons. */
  readonly explained: readonly number[];
  readonly answers: readonly Answer[];
  /** What the page uses by the browser's own account, in bytes; null where it gives none. */
  readonly memory: number | null;
}

/** Matches asked for. */
export const LIMIT = 10;
