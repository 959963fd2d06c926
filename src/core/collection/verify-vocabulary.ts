import { ranges, type Steps } from '../../base/steps.ts';
import { slotCount, type VocabularyArrays } from '../vectors/vocabulary.ts';
import { bad, expectLength, expectOffsetsSteps, expectUpToSteps } from './expectations.ts';
import { partOf, type Sections } from './layout.ts';
import type { FullHead } from './saved-head.ts';

/** Terms, and slots, looked at between two turns. */
const A_TURN = 1 << 17;

/** The vocabulary of an index, and how many records hold each term. */
export function* verifyVocabularySteps(head: FullHead, arrays: Sections): Steps<void> {
  yield* verifyTermsSteps(partOf(arrays, 'vocabulary'), 'vocabulary.');
  const { documentFrequencies } = arrays;
  expectLength('documentFrequencies', documentFrequencies, arrays['vocabulary.offsets'].length - 1);
  yield* expectUpToSteps('documentFrequencies', documentFrequencies, head.count);
}

/**
 * Terms that are found or not, without end; their signals side by side.
 * @param prefix of the names of the sections.
 */
export function* verifyTermsSteps({ pool, offsets, slots }: VocabularyArrays, prefix = ''): Steps<void> {
  // No term is empty: each begins with the mark of its signal.
  yield* expectOffsetsSteps(`${prefix}offsets`, offsets, pool.length, 1);
  const size = offsets.length - 1;
  for (const [start, end] of ranges(size, A_TURN)) {
    const id = firstBelow(pool, offsets, Math.max(1, start), end);
    if (id >= 0) throw bad(`${prefix}pool`, `term ${id}`, 'ascending terms', pool[offsets[id]!]);
    yield 0;
  }
  yield* verifySlotsSteps(`${prefix}slots`, slots, size);
}

/** A hash table in which every search ends. */
function* verifySlotsSteps(section: string, slots: Uint32Array, size: number): Steps<void> {
  const { length } = slots;
  expectLength(section, slots, slotCount(size));
  yield* expectUpToSteps(section, slots, size);
  let taken = 0;
  for (const [start, end] of ranges(length, A_TURN)) {
    taken += takenOf(slots, start, end);
    yield 0;
  }
  if (taken !== size) throw bad(section, 'all places', `${size} that are taken`, taken);
}

/** How many slots are taken. Every third is, at random: a branch would be guessed wrong too often. */
function takenOf(slots: Uint32Array, start: number, end: number): number {
  let free = 0;
  for (let slot = start; slot < end; slot++) free += ((slots[slot]! | 0) - 1) >>> 31;
  return end - start - free;
}

/** The first of some terms whose signal is before that of the term before it. */
function firstBelow(pool: Uint16Array, offsets: Uint32Array, start: number, end: number): number {
  for (let id = start; id < end; id++) if (pool[offsets[id]!]! < pool[offsets[id - 1]!]!) return id;
  return -1;
}
