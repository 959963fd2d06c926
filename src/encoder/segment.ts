import { characterLength } from './normalize.ts';
import type { SortedTexts } from './sorted-texts.ts';

/** The pieces that texts are made of. */
export interface Pieces {
  readonly texts: SortedTexts;
  /** By number: the logarithm of how probable a piece is. */
  readonly scores: Float32Array;
  /** Numbers of the pieces for a character that is in none, for the beginning and the end of a text. */
  readonly unknown: number;
  readonly begin: number;
  readonly end: number;
}

/** What a character in no piece costs beyond the least probable piece; SentencePiece's constant. */
const UNKNOWN_PENALTY = 10;

/**
 * The most probable way to cut a normalised text into pieces, with the pieces for its beginning and end around it: the
 * greatest sum of scores, of equal ones the one whose last piece begins first (SentencePiece's unigram model). A character that is
 * no piece by itself may stand for an unknown one. '' is one unknown piece.
 */
export class Segmenter {
  private readonly unknownScore: number;

  constructor(private readonly pieces: Pieces) {
    this.unknownScore = pieces.scores.reduce((least, score) => Math.min(least, score), 0) - UNKNOWN_PENALTY;
  }

  /** The numbers of the pieces. Linear in the text: a piece has at most 255 units. */
  segment(text: string): number[] {
    const { texts, scores, unknown, begin, end } = this.pieces;
    const { length } = text;
    if (length === 0) return [begin, unknown, end];
    const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY, 1);
    const from = new Int32Array(length + 1);
    const piece = new Int32Array(length + 1);
    for (let at = 0, width: number; at < length; at += width) {
      width = characterLength(text, at);
      let isPiece = false;
      let ahead = texts.first(text.charCodeAt(at));
      for (let to = at + 1; ahead; to++) {
        const found = texts.found;
        if (found >= 0) {
          const score = best[at]! + scores[found]!;
          if (score > best[to]!) [best[to], from[to], piece[to]] = [score, at, found];
          isPiece ||= to === at + width;
        }
        ahead = to < length && texts.next(text.charCodeAt(to));
      }
      const score = best[at]! + this.unknownScore;
      const to = at + width;
      if (!isPiece && score > best[to]!) [best[to], from[to], piece[to]] = [score, at, unknown];
    }
    const numbers = [end];
    for (let at = length; at > 0; at = from[at]!) numbers.push(piece[at]!);
    numbers.push(begin);
    return numbers.reverse();
  }
}
