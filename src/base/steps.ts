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

/**
 * The ranges of rows that are worked on between two turns: at most so many rows, and so many entries, but one row at least.
 * @param ends where each row ends among the entries.
 */
export function* rowRanges(
  ends: ArrayLike<number>,
  mostRows: number,
  mostEntries: number,
): Generator<readonly [start: number, end: number], void> {
  for (let start = 0; start < ends.length; ) {
    const most = (start === 0 ? 0 : ends[start - 1]!) + mostEntries;
    const last = Math.min(ends.length, start + mostRows);
    let end = start + 1;
    while (end < last && ends[end]! <= most) end++;
    yield [start, end];
    start = end;
  }
}

/** Bytes copied between two turns: less than a millisecond, where the memory is new a few. */
const BYTES_A_TURN = 1 << 20;

/** What is copied piece by piece: bytes, or other numbers of one type. */
type Copied = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** Copies all of an array to the beginning of another one of its type, in steps. */
export function* copySteps<A extends Copied>(to: A, from: A): Steps<void> {
  for (const [start, end] of ranges(from.length, BYTES_A_TURN / from.BYTES_PER_ELEMENT)) {
    to.set(from.subarray(start, end), start);
    yield 0;
  }
}

/**
 * New memory, all of it touched in its order, in steps. Systems give memory page by page when it is first written; a few
 * thousand writes all over an array would have to wait for all its pages at once.
 */
export function* touchSteps<A extends Copied>(array: A): Steps<A> {
  if (array.byteLength <= BYTES_A_TURN) return array;
  for (const [start, end] of ranges(array.length, BYTES_A_TURN / array.BYTES_PER_ELEMENT)) {
    array.fill(0, start, end);
    yield 0;
  }
  return array;
}

/** Steps whose number is told by the caller. */
export function* told<T>(done: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield done;
  }
}
