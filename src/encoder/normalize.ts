import type { SortedTexts } from './sorted-texts.ts';
import type { Texts } from './texts.ts';

/** What pieces have for a space (U+2581). Every text begins with one. */
export const SPACE = '\u2581';

/** What stands for each of some sequences of characters: the compatibility forms of Unicode, and more. */
export interface Rules {
  readonly from: SortedTexts;
  /** By the number of the sequence. */
  readonly to: Texts;
}

/**
 * A text as the pieces spell it: at every place the longest sequence that has a rule is replaced; runs of spaces are
 * one {@link SPACE}, one stands in front, none at the end. A surrogate without its other half counts as U+FFFD.
 * The normalisation `nmt_nfkc` of SentencePiece, with the rules of the model.
 * @returns '' for a text of which nothing is left.
 */
export function normalize(text: string, { from, to }: Rules): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  let out = SPACE;
  let afterSpace = true;
  for (let at = 0; at < whole.length; ) {
    let rule = -1;
    let end = at + 1;
    let ahead = from.first(whole.charCodeAt(at));
    for (let walked = at + 1; ahead; walked++) {
      if (from.found >= 0) {
        rule = from.found;
        end = walked;
      }
      ahead = walked < whole.length && from.next(whole.charCodeAt(walked));
    }
    if (rule < 0) end = at + characterLength(whole, at);
    let piece = rule < 0 ? whole.slice(at, end) : to.text(rule);
    at = end;
    if (afterSpace) piece = piece.replace(/^ +/, '');
    if (piece === '') continue;
    out += piece.replaceAll(' ', SPACE);
    afterSpace = piece.endsWith(' ');
  }
  let end = out.length;
  while (end > 0 && out[end - 1] === SPACE) end--;
  return out.slice(0, end);
}

/** UTF-16 units of the character at a place. */
export function characterLength(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}
