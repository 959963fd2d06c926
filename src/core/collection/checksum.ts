/**
 * Two 32-bit lanes over the words of a buffer. Each step is a bijection of its lane for a fixed word and differs
 * for different words, so that a change within one word is always seen; any other change escapes with
 * probability 2⁻⁶⁴.
 */
export function checksum(words: Uint32Array): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul(b ^ word, 0x85ebca6b);
    b = (b << 13) | (b >>> 19);
  }
  return [a >>> 0, b >>> 0];
}
