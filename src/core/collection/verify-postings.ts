import { ranges, type Steps } from '../../base/steps.ts';
import { columnBytes, MOST_STEPS } from '../postings/columns.ts';
import { TILE } from '../postings/postings.ts';
import { BLOCK, tailForm } from '../postings/tail-lists.ts';
import { directoryLength, MOST_PACKED, PLACE_MASK } from '../postings/tiled-lists.ts';
import {
  bad,
  expectAscendingSteps,
  expectLength,
  expectOffsetsSteps,
  expectUpToSteps,
  expectWithinSteps,
  rowCountOf,
} from './expectations.ts';
import type { Sections } from './layout.ts';
import type { FullHead } from './saved-head.ts';

/** Postings, and terms, looked at between two turns. */
const A_TURN = 1 << 17;

/** What the kernels walk: nothing in it leads out of its array, out of the tile, or out of the row's sum. */
export function* verifyColumnsSteps(arrays: Sections): Steps<void> {
  const terms = arrays['columns.terms'];
  const bytes = arrays['columns.bytes'];
  yield* expectTermsSteps('columns.terms', terms, arrays);
  expectLength('columns.bytes', bytes, terms.length * columnBytes(rowCountOf(arrays), TILE));
  expectLength('columns.steps', arrays['columns.steps'], terms.length);
  yield* expectWithinSteps('columns.steps', arrays['columns.steps'], 0, 1);
  // Four at a time: they are whole blocks of rows, and lie at a multiple of 8.
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  for (const [start, end] of ranges(words.length, A_TURN)) {
    if (anyAbove(words, start, end)) yield* expectWithinSteps('columns.bytes', bytes, 0, MOST_STEPS);
    yield 0;
  }
}

/** Whether any byte of some words is above {@link MOST_STEPS}: with what is missing to 128 added, its highest bit is set. */
function anyAbove(words: Int32Array, start: number, end: number): boolean {
  let bits = 0;
  for (let i = start; i < end; i++) {
    const word = words[i]!;
    bits |= word | ((word & 0x7f7f7f7f) + MISSING);
  }
  return (bits & 0x80808080) !== 0;
}

const MISSING = (127 - MOST_STEPS) * 0x01010101;

function* expectTermsSteps(
  section: 'columns.terms' | 'lists.terms',
  terms: Uint32Array,
  { documentFrequencies }: Sections,
): Steps<void> {
  yield* expectAscendingSteps(section, terms);
  yield* expectUpToSteps(section, terms, documentFrequencies.length - 1);
}

export function* verifyListsSteps(arrays: Sections): Steps<void> {
  const terms = arrays['lists.terms'];
  const directory = arrays['lists.directory'];
  const postings = arrays['lists.postings'];
  const rowCount = rowCountOf(arrays);
  yield* expectTermsSteps('lists.terms', terms, arrays);
  expectLength('lists.directory', directory, directoryLength(terms.length, rowCount, TILE));
  yield* expectOffsetsSteps('lists.directory', directory, postings.length);
  for (let tile = 0, first = 0; first < rowCount; tile++, first += TILE) {
    const places = Math.min(TILE, rowCount - first) * 4;
    const from = directory[tile * terms.length]!;
    const to = directory[(tile + 1) * terms.length]!;
    for (const [start, end] of ranges(to - from, A_TURN)) {
      const place = firstBadPosting(postings, from + start, from + end, places);
      if (place >= 0) throw bad('lists.postings', `place ${place}`, 'a row and a weight', postings[place]);
      yield 0;
    }
  }
}

/** The first posting that is none. */
function firstBadPosting(postings: Uint32Array, start: number, end: number, places: number): number {
  for (let i = start; i < end; i++) {
    const posting = postings[i]!;
    if (posting > MOST_PACKED || (posting & PLACE_MASK) >= places || (posting & 3) !== 0) return i;
  }
  return -1;
}

export function* verifyTailSteps(head: FullHead, arrays: Sections): Steps<void> {
  const bases = arrays['tail.bases'];
  const offsets = arrays['tail.offsets'];
  const postings = arrays['tail.postings'];
  const rowCount = rowCountOf(arrays);
  const { bits } = tailForm(rowCount, 0);
  if (head.tailBits !== bits)
    throw bad('tail.postings', 'the head', `${bits} bits of a weight`, head.tailBits);
  const terms = arrays.documentFrequencies.length;
  const blocks = Math.ceil(terms / BLOCK);
  expectLength('tail.bases', bases, blocks);
  expectLength('tail.offsets', offsets, terms + blocks);
  let total = 0;
  for (const [start, end] of ranges(blocks, A_TURN / BLOCK)) {
    for (let block = start; block < end; block++) {
      if (bases[block] !== total) throw bad('tail.bases', `place ${block}`, `${total}`, bases[block]);
      const first = block * (BLOCK + 1);
      const last = Math.min(offsets.length - 1, first + BLOCK);
      const place = firstBadTail(offsets, first, last);
      if (place >= 0) throw bad('tail.offsets', `place ${place}`, 'ascending numbers', offsets[place]);
      total += offsets[last]!;
    }
    yield 0;
  }
  expectLength('tail.postings', postings, total);
  for (const [start, end] of ranges(blocks, A_TURN / BLOCK)) {
    const place = firstBadRow(arrays, start, end, bits, rowCount);
    if (place >= 0) throw bad('tail.postings', `place ${place}`, 'ascending rows', postings[place]);
    yield 0;
  }
}

/** The first offset of a block that is less than the one before it; the first of all is 0. */
function firstBadTail(offsets: Uint16Array, first: number, last: number): number {
  if (offsets[first] !== 0) return first;
  for (let i = first; i < last; i++) if (offsets[i + 1]! < offsets[i]!) return i + 1;
  return -1;
}

/** The first posting of some blocks whose row is none, or not behind the one before it of the same term. */
function firstBadRow(arrays: Sections, start: number, end: number, bits: number, rowCount: number): number {
  const bases = arrays['tail.bases'];
  const offsets = arrays['tail.offsets'];
  const postings = arrays['tail.postings'];
  for (let block = start; block < end; block++) {
    const first = block * (BLOCK + 1);
    const last = Math.min(offsets.length - 1, first + BLOCK);
    let at = bases[block]!;
    for (let i = first; i < last; i++) {
      const behind = bases[block]! + offsets[i + 1]!;
      for (let before = -1; at < behind; at++) {
        const row = postings[at]! >>> bits;
        if (row <= before || row >= rowCount) return at;
        before = row;
      }
    }
  }
  return -1;
}
