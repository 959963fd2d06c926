/** Work in steps, between which a reader may look at the clock. */

/** Steps before any record is read. */
export function* quietly<T>(steps: Generator<void, T>): Generator<number, T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield 0;
  }
}
