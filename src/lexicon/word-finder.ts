/** A known word at a place of a normalised text, end exclusive. */
export interface FoundWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the words of a list in a text. Words are kept by their first two UTF-16 units, so that the many places
 * where no word begins cost one look-up.
 */
export class WordFinder {
  private readonly byPrefix = new Map<number, string[]>();

  /** @param words normalised, of two units or more; shorter ones are left out. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < 2) continue;
      const key = prefixKey(word, 0);
      const list = this.byPrefix.get(key);
      if (list === undefined) this.byPrefix.set(key, [word]);
      else list.push(word);
    }
    for (const list of this.byPrefix.values()) list.sort((a, b) => b.length - a.length);
  }

  /** All words that begin at a place, the longest first. Latin words only where no letter or digit touches them. */
  wordsAt(text: string, at: number): string[] {
    const list = at + 1 < text.length ? this.byPrefix.get(prefixKey(text, at)) : undefined;
    if (list === undefined) return NONE;
    return list.filter((word) => text.startsWith(word, at) && standsAlone(text, at, at + word.length));
  }

  /**
   * Cuts a text into words that do not overlap so that the sum of squared lengths is greatest: long words win,
   * and a word that breaks a longer one later does not (铝合金|属 never beats 铝|合金属 by position alone).
   * Between equal sums the longer word at the earlier place wins.
   */
  segment(text: string): FoundWord[] {
    const best = new Float64Array(text.length + 1);
    const chosen = new Map<number, string>();
    for (let at = text.length - 2; at >= 0; at--) {
      best[at] = best[at + 1]!;
      for (const word of this.wordsAt(text, at)) {
        const sum = word.length * word.length + best[at + word.length]!;
        if (sum > best[at]! || (sum === best[at] && !chosen.has(at))) {
          best[at] = sum;
          chosen.set(at, word);
        }
      }
    }
    const found: FoundWord[] = [];
    for (let at = 0; at < text.length; ) {
      const word = chosen.get(at);
      if (word === undefined) at++;
      else {
        found.push({ word, start: at, end: at + word.length });
        at += word.length;
      }
    }
    return found;
  }
}

const NONE: string[] = [];
const ALNUM = /[\p{L}\p{N}]/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function prefixKey(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** A word that begins or ends with a Latin letter or digit must not be a piece of a longer Latin word. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !(joins(text, start - 1) && joins(text, start)) && !(joins(text, end - 1) && joins(text, end));
}

function joins(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== '' && char < '\u2e80' && ALNUM.test(char) && !CJK.test(char);
}
