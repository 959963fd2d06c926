/** One run of a programme at the size of an office. */
export interface ProgrammeCase {
  /** `broker assignment, M`. */
  readonly name: string;
  /** Number of the programme, 1–16; 0 for all of them together. */
  readonly programme: number;
  /** What is handed in, in words: `1,000 pairs × 550 brokers`. */
  readonly size: (scale: number) => string;
  /**
   * Makes the input, outside of the measured time.
   * @param scale in (0, 1]: 1 is the full size, less shrinks every count (at least one of each).
   * @returns the run that is measured; its number goes into a sink, so that no work is left out.
   */
  prepare(scale: number): Promise<() => number | Promise<number>> | (() => number | Promise<number>);
}

/** A count at a scale, at least 1. */
export function scaled(count: number, scale: number): number {
  return Math.max(1, Math.round(count * scale));
}
