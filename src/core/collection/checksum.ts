import { last, ranges, type Steps } from '../../base/steps.ts';

/** Words added between two turns. */
const WORDS_A_TURN = 1 << 20;

/**
 * Two 32-bit lanes over the words of a buffer. Each step is a bijection of its lane for a fixed word and differs
 * for different words, so that a change within one word is always seen; any other change escapes with
 * probability 2⁻⁶⁴.
 */
export function checksum(words: Uint32Array): readonly [number, number] {
  return last(checksumSteps(words));
}

/** The same in steps. */
export function* checksumSteps(words: Uint32Array): Steps<readonly [number, number]> {
  const lanes = Uint32Array.of(0x811c9dc5, 0x9e3779b9);
  for (const [start, end] of ranges(words.length, WORDS_A_TURN)) {
    add(lanes, words, start, end);
    yield 0;
  }
  return [lanes[0]!, lanes[1]!];
}

function add(lanes: Uint32Array, words: Uint32Array, start: number, end: number): void {
  let [a, b] = lanes as unknown as [number, number];
  for (let i = start; i < end; i++) {
    const word = words[i]!;
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul(b ^ word, 0x85ebca6b);
    b = (b << 13) | (b >>> 19);
  }
  lanes[0] = a;
  lanes[1] = b;
}
