import type { Steps } from '../../base/steps.ts';
import type { Terms, VocabularyBuilder } from './vocabulary.ts';

/** Terms written between two turns. */
const TERMS_A_TURN = 4096;

/**
 * Writes the terms of several lists into a vocabulary, each term once, in steps: one walk along all lists, which compares
 * units where they lie and makes no text.
 * @returns the id of each term, by list.
 */
export function* joinedTermsSteps(
  lists: readonly Terms[],
  vocabulary: VocabularyBuilder,
): Steps<Uint32Array[]> {
  const places = lists.map(({ offsets }) => new Uint32Array(offsets.length - 1));
  const heads = lists.map(() => 0);
  for (let count = 1; ; count++) {
    let least = -1;
    for (let i = 0; i < lists.length; i++) {
      if (heads[i]! === places[i]!.length) continue;
      if (least < 0 || compared(lists[i]!, heads[i]!, lists[least]!, heads[least]!) < 0) least = i;
    }
    if (least < 0) return places;
    const [from, at] = [lists[least]!, heads[least]!];
    for (let u = from.offsets[at]!; u < from.offsets[at + 1]!; u++) vocabulary.push(from.pool[u]!);
    const id = vocabulary.end();
    // The list with the least term is the first one that has it.
    for (let i = least; i < lists.length; i++) {
      const head = heads[i]!;
      if (head === places[i]!.length) continue;
      if (i !== least && compared(lists[i]!, head, from, at) !== 0) continue;
      places[i]![head] = id;
      heads[i]!++;
    }
    if (count % TERMS_A_TURN === 0) yield 0;
  }
}

/** Less than, equal to or greater than 0, as a term stands before, is, or stands behind another by UTF-16 units. */
function compared(a: Terms, i: number, b: Terms, j: number): number {
  const [start, end] = [a.offsets[i]!, a.offsets[i + 1]!];
  const [from, to] = [b.offsets[j]!, b.offsets[j + 1]!];
  const length = Math.min(end - start, to - from);
  for (let u = 0; u < length; u++) {
    const distance = a.pool[start + u]! - b.pool[from + u]!;
    if (distance !== 0) return distance;
  }
  return end - start - (to - from);
}
