import type { Ranked } from '../../harness/protocol.ts';

/** Matches asked for everywhere. */
export const LIMIT = 10;
/** Relative error that sums of a hundred 32-bit products may have. */
const TOLERANCE = 1e-5;

/** Whether two lists of answers are the same to the last bit, order and ties included. */
export function identical(expected: readonly Ranked[], received: readonly Ranked[]): boolean {
  return JSON.stringify(expected) === JSON.stringify(received);
}

/** Whether the scores are the expected ones within the rounding of 32-bit sums, and the rows but for ties. */
export function agree(expected: readonly Ranked[], received: readonly Ranked[]): boolean {
  return expected.length === received.length && expected.every((ranked, q) => agrees(ranked, received[q]!));
}

function agrees(expected: Ranked, received: Ranked): boolean {
  const close = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  const { scores } = expected;
  if (received.rows.length !== expected.rows.length) return false;
  if (new Set(received.rows).size !== received.rows.length) return false;
  if (!scores.every((score, i) => close(score, received.scores[i]!))) return false;
  const last = scores.at(-1);
  // A row that only one of them has must be tied with the last.
  const tied = (a: Ranked, b: Ranked) =>
    a.rows.every((row, i) => b.rows.includes(row) || close(a.scores[i]!, last!));
  return tied(expected, received) && tied(received, expected);
}
