import { NO_EDGE, ROOT, Trie } from './trie.ts';

/** A known word at a place of a normalised text, end exclusive. */
export interface FoundWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the words of a list in a text. */
export class WordFinder {
  private readonly words: readonly string[];
  /** Each word with 1 + its position in `words`. */
  private readonly trie = new Trie();

  /** @param words normalised, of two UTF-16 units or more; shorter ones are left out. */
  constructor(words: Iterable<string>) {
    this.words = [...words].filter((word) => word.length >= 2);
    for (const [i, word] of this.words.entries()) this.trie.add(word, i + 1);
  }

  /** All words that begin at a place, the longest first. Latin words only where no letter or digit touches them. */
  wordsAt(text: string, at: number): string[] {
    const found: string[] = [];
    for (let end = at, node = ROOT; end < text.length; ) {
      const edge = this.trie.edge(node, text.charCodeAt(end++));
      if (edge === NO_EDGE) break;
      node = this.trie.node(edge);
      const value = this.trie.value(edge);
      if (value > 0 && standsAlone(text, at, end)) found.push(this.words[value - 1]!);
    }
    return found.reverse();
  }

  /**
   * Cuts a text into words that do not overlap so that the sum of squared lengths is greatest: long words win,
   * and a word that breaks a longer one later does not (铝合金|属 never beats 铝|合金属 by position alone).
   * Between equal sums the longer word at the earlier place wins.
   */
  segment(text: string): FoundWord[] {
    const { trie } = this;
    const best = new Float64Array(text.length + 1);
    /** 1 + position of the word that begins here; 0 for none. */
    const chosen = new Int32Array(text.length);
    for (let at = text.length - 1; at >= 0; at--) {
      let most = best[at + 1]!;
      for (let end = at, node = ROOT; end < text.length; ) {
        const edge = trie.edge(node, text.charCodeAt(end++));
        if (edge === NO_EDGE) break;
        node = trie.node(edge);
        const value = trie.value(edge);
        if (value === 0) continue;
        const sum = (end - at) * (end - at) + best[end]!;
        if (sum >= most && standsAlone(text, at, end)) {
          most = sum;
          chosen[at] = value;
        }
      }
      best[at] = most;
    }
    const found: FoundWord[] = [];
    for (let at = 0; at < text.length; ) {
      const value = chosen[at]!;
      if (value === 0) at++;
      else {
        const word = this.words[value - 1]!;
        found.push({ word, start: at, end: at + word.length });
        at += word.length;
      }
    }
    return found;
  }
}

const ALNUM = /[\p{L}\p{N}]/u;
const HANGUL = /\p{Script=Hangul}/u;

/** A word that begins or ends with a Latin letter or digit must not be a piece of a longer Latin word. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !(joins(text, start) && joins(text, start - 1)) && !(joins(text, end - 1) && joins(text, end));
}

function joins(text: string, at: number): boolean {
  // Past either end the unit is NaN, which is in no range.
  const unit = text.charCodeAt(at);
  if (unit < 0x80) {
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a);
  }
  if (!(unit < 0x2e80)) return false;
  const char = text.charAt(at);
  return ALNUM.test(char) && !HANGUL.test(char);
}
