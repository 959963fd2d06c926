/** The best rows of one query, best first. */
export interface Ranked {
  readonly rows: readonly number[];
  readonly scores: readonly number[];
}

/**
 * How the driver speaks with the processes that it measures: it writes one line, `case queries answers`, and is
 * answered with one line of JSON. The clock runs inside the process, around the work alone.
 */
export interface Reply {
  /** Time of the work, in milliseconds. */
  readonly ms: number;
  /** Time of each query, in milliseconds, where they were timed one by one. */
  readonly each?: readonly number[];
  /** Answers to the queries, where they were asked for; these are not timed. */
  readonly answers?: readonly Ranked[];
  /** Further results, such as sizes in bytes. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** First line of a process: it is ready. */
export interface Ready {
  readonly ready: Readonly<Record<string, string | number>>;
}
