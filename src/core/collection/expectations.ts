import { ranges, type Steps } from '../../base/steps.ts';
import { unreadable } from './container.ts';
import type { Sections } from './layout.ts';

/** What the arrays of a saved index are expected to hold, and the error of those that do not. */

/** Something about a section that cannot be. */
export function bad(section: string, place: string, expected: string, received: unknown): Error {
  return unreadable(expected, String(received), undefined, undefined, undefined, { section, place });
}

/** Rows of all sections. */
export function rowCountOf(arrays: Sections): number {
  return arrays['rows.offsets'].length - 1;
}

/** Numbers looked at between two turns. */
export const TURN = 1 << 18;

type Numbers = Uint8Array | Float32Array | Float64Array;

/** Expects a length. @throws what {@link bad} makes; so do all of these. */
export function expectLength(section: string, { length }: ArrayLike<number>, expected: number): void {
  if (length !== expected) throw bad(section, 'its end', `${expected} numbers`, `${length}`);
}

/** Expects that every number is at least `least` and at most `most`: NaN is neither. */
export function* expectWithinSteps(
  section: string,
  numbers: Numbers,
  least: number,
  most: number,
): Steps<void> {
  for (const [start, end] of ranges(numbers.length, TURN)) {
    const place = firstOutside(numbers, start, end, least, most);
    if (place >= 0) throw bad(section, `place ${place}`, `numbers from ${least} to ${most}`, numbers[place]);
    if (end < numbers.length) yield 0;
  }
}

function firstOutside(numbers: Numbers, start: number, end: number, least: number, most: number): number {
  for (let i = start; i < end; i++) if (!(numbers[i]! >= least && numbers[i]! <= most)) return i;
  return -1;
}

/** Expects that no number is greater than `most`. Of one type of array: engines make a tight loop of it. */
export function* expectUpToSteps(section: string, numbers: Uint32Array, most: number): Steps<void> {
  for (const [start, end] of ranges(numbers.length, TURN)) {
    const place = firstAbove(numbers, start, end, most);
    if (place >= 0) throw bad(section, `place ${place}`, `numbers from 0 to ${most}`, numbers[place]);
    if (end < numbers.length) yield 0;
  }
}

function firstAbove(numbers: Uint32Array, start: number, end: number, most: number): number {
  for (let i = start; i < end; i++) if (numbers[i]! > most) return i;
  return -1;
}

/**
 * Expects offsets: the first is 0, none is less than the one before, the last is the end of what they are places in.
 * @param step by how much each is larger than the one before, at least.
 */
export function* expectOffsetsSteps(
  section: string,
  offsets: Uint32Array,
  last: number,
  step = 0,
): Steps<void> {
  if (offsets.length === 0 || offsets[0] !== 0) throw bad(section, 'place 0', 'a first number 0', offsets[0]);
  yield* expectAscendingSteps(section, offsets, step);
  if (offsets.at(-1) !== last) throw bad(section, 'its end', `a last number ${last}`, offsets.at(-1));
}

/** Expects that each number is larger than the one before, by so much at least. */
export function* expectAscendingSteps(section: string, numbers: Uint32Array, step = 1): Steps<void> {
  for (const [start, end] of ranges(numbers.length, TURN)) {
    const place = firstBelow(numbers, start, end, step);
    if (place >= 0) throw bad(section, `place ${place}`, 'ascending numbers', numbers[place]);
    if (end < numbers.length) yield 0;
  }
}

function firstBelow(numbers: Uint32Array, start: number, end: number, step: number): number {
  let least = start === 0 ? 0 : numbers[start - 1]! + step;
  for (let i = start; i < end; i++) {
    if (numbers[i]! < least) return i;
    least = numbers[i]! + step;
  }
  return -1;
}
