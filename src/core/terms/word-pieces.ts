/** Where the pieces that a segmenter returns stand in the text that it was given. */

/** A piece at its place, in UTF-16 units, end exclusive. */
export interface PlacedPiece {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** How far ahead a piece is looked for when a segmenter left something out; bounds the cost of a strange one. */
const REACH = 256;

/** Places pieces that follow each other. A piece that does not stand in the text is left out. */
export function placeWords(text: string, words: readonly string[]): PlacedPiece[] {
  const placed: PlacedPiece[] = [];
  let at = 0;
  for (const word of words) {
    const start = text.startsWith(word, at) ? at : ahead(text, word, at);
    if (start < 0 || word === '') continue;
    at = start + word.length;
    placed.push({ word, start, end: at });
  }
  return placed;
}

/**
 * Places the pieces of a search cut, where each word comes after the shorter words inside of it:
 * 燃气, 轮机, 气轮机, 燃气轮机.
 * @param words the plain cut of the same text, placed.
 */
export function placeParts(words: readonly PlacedPiece[], parts: readonly string[]): PlacedPiece[] {
  const placed: PlacedPiece[] = [];
  let next = 0;
  for (const whole of words) {
    // Parts of one length stand in the order of the text, so each search goes on behind the last of its length.
    const from = new Map<number, number>();
    for (; next < parts.length && parts[next] !== whole.word; next++) {
      const part = parts[next]!;
      const inside = whole.word.indexOf(part, from.get(part.length) ?? 0);
      if (inside < 0 || part === '') continue;
      from.set(part.length, inside + 1);
      const start = whole.start + inside;
      placed.push({ word: part, start, end: start + part.length });
    }
    placed.push(whole);
    next++;
  }
  return placed;
}

function ahead(text: string, word: string, at: number): number {
  const found = text.slice(at, at + REACH + word.length).indexOf(word);
  return found < 0 ? -1 : at + found;
}
