/**
 * Work in steps: a generator that yields now and then, so that a caller may report, stop, or take turns with others. What
 * it comes to does not depend on who drives it.
 */
export type Steps<T> = Generator<number, T, void>;

/** What steps come to, all at once. */
export function last<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The ranges of so many items that are worked on between two turns. */
export function* ranges(size: number, most: number): Generator<readonly [start: number, end: number], void> {
  for (let start = 0; start < size; start += most) yield [start, Math.min(size, start + most)];
}
