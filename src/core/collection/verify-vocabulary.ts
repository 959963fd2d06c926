import { ranges, type Steps } from '../../base/steps.ts';
import { bad, expectLength, expectOffsetsSteps, expectUpToSteps } from './expectations.ts';
import type { Sections } from './layout.ts';
import type { FullHead } from './saved-head.ts';

/** Terms, and slots, looked at between two turns. */
const A_TURN = 1 << 17;

/** Terms that are found or not, without end; their signals side by side; how many records hold each. */
export function* verifyVocabularySteps(head: FullHead, arrays: Sections): Steps<void> {
  const pool = arrays['vocabulary.pool'];
  const offsets = arrays['vocabulary.offsets'];
  // No term is empty: each begins with the mark of its signal.
  yield* expectOffsetsSteps('vocabulary.offsets', offsets, pool.length, 1);
  const size = offsets.length - 1;
  for (const [start, end] of ranges(size, A_TURN)) {
    const id = firstBelow(pool, offsets, Math.max(1, start), end);
    if (id >= 0) throw bad('vocabulary.pool', `term ${id}`, 'ascending terms', pool[offsets[id]!]);
    yield 0;
  }
  yield* verifySlotsSteps(arrays['vocabulary.slots'], size);
  const { documentFrequencies } = arrays;
  expectLength('documentFrequencies', documentFrequencies, size);
  yield* expectUpToSteps('documentFrequencies', documentFrequencies, head.count);
}

/** A hash table in which every search ends. */
function* verifySlotsSteps(slots: Uint32Array, size: number): Steps<void> {
  const { length } = slots;
  const isPower = length > 0 && 2 ** Math.round(Math.log2(length)) === length;
  if (!isPower || length <= size)
    throw bad('vocabulary.slots', 'its end', `a power of two above ${size}`, length);
  yield* expectUpToSteps('vocabulary.slots', slots, size);
  let taken = 0;
  for (const [start, end] of ranges(length, A_TURN)) {
    taken += takenOf(slots, start, end);
    yield 0;
  }
  if (taken !== size) throw bad('vocabulary.slots', 'all places', `${size} that are taken`, taken);
}

function takenOf(slots: Uint32Array, start: number, end: number): number {
  let taken = 0;
  for (let slot = start; slot < end; slot++) if (slots[slot] !== 0) taken++;
  return taken;
}

/** The first of some terms whose signal is before that of the term before it. */
function firstBelow(pool: Uint16Array, offsets: Uint32Array, start: number, end: number): number {
  for (let id = start; id < end; id++) if (pool[offsets[id]!]! < pool[offsets[id - 1]!]!) return id;
  return -1;
}
