import { adverbAt } from './spoken-adverbs.ts';
import { NO_EDGE, ROOT, Trie } from './trie.ts';
import { WordPool } from './word-pool.ts';

/** A known word at a place of a normalised text, end exclusive. */
export interface FoundWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** 32 kB, which stay in the cache while texts are read; the trie has some megabytes. */
const BEGINNING_BITS = 2 ** 18;

const STIR = 0x9e3779b1;
const STIR_NEXT = 0x85ebca6b;

const LAST_BITS = BEGINNING_BITS - 1;

/** The bit for the two units at a place. All of it in 32 bits: what is larger is an object before code is warm. */
function beginningOf(text: string, at: number): number {
  const pair = Math.imul(text.charCodeAt(at), STIR) ^ Math.imul(text.charCodeAt(at + 1), STIR_NEXT);
  return (pair ^ (pair >>> 15)) & LAST_BITS;
}

/** Twice as many are kept at most: the fields of a query and of the records that are explained beside it. */
const MOST_KEPT = 64;
/** UTF-16 units; longer texts are not kept. */
const LONGEST_KEPT = 20_000;

/** UTF-16 units of the texts that working arrays are kept for. */
const SHORT = 4096;

/**
 * Finds the words of a list in a text. A word is put into the trie when a text first holds its two first units: texts
 * of one field begin few of the words of a lexicon, and all at once they would be most of the time that a start takes.
 */
export class WordFinder {
  private readonly words: WordPool;
  /** Words so far, each with 1 + its position in `words`. */
  private readonly trie = new Trie();
  /** By the last bits of a beginning: 1 + the position of the first word that waits; then the one behind it. */
  private readonly waiting: Int32Array;
  private readonly nextWaiting: Int32Array;
  private readonly isEveryday: (position: number) => boolean;
  /** One bit for the first two units of each word, shared by others: most places of a text begin no word. */
  private readonly beginnings = new Uint32Array(BEGINNING_BITS / 32);
  /** The words of the last fields. */
  private kept = new Map<string, readonly FoundWord[]>();
  /** Those before them, which one that is asked for again leaves. */
  private keptBefore = new Map<string, readonly FoundWord[]>();
  /** Used again for each text: for a short one making them takes longer than filling them. */
  private best = new Float64Array(SHORT);
  private chosen = new Int32Array(SHORT);
  /** End of the word that was chosen for a place. */
  private ends = new Int32Array(SHORT);
  /** 1 for each number of the trie whose word may hold an adverb: 皮带跑偏 is also in 皮带老是跑偏. */
  private readonly spoken: Uint8Array;
  /** What {@link WordFinder.takeSpoken} finds: the greatest sum so far, its word's number and end. */
  private most = 0;
  private mostValue = 0;
  private mostEnd = 0;

  /**
   * @param words normalised; those of one UTF-16 unit are left out, of equal ones the last counts.
   * @param everyday those of everyday speech, or the position of the first of them, behind which all are: `segment`
   * finds them with one adverb inside too, after two units or more.
   * @param count of the words of a pool those that are found, from its first.
   */
  constructor(
    words: Iterable<string> | WordPool,
    everyday: { has(word: string): boolean } | number = Number.POSITIVE_INFINITY,
    count = Number.POSITIVE_INFINITY,
  ) {
    this.words = words instanceof WordPool ? words : WordPool.of([...words]);
    this.isEveryday =
      typeof everyday === 'number'
        ? (position) => position >= everyday
        : (position) => everyday.has(this.words.at(position));
    const size = Math.min(count, this.words.size);
    this.spoken = new Uint8Array(size + 1);
    this.nextWaiting = new Int32Array(size);
    let slots = 64;
    while (slots < size && slots < BEGINNING_BITS) slots *= 2;
    this.waiting = new Int32Array(slots);
    const { text, starts } = this.words;
    const { waiting, nextWaiting, beginnings } = this;
    const mask = slots - 1;
    // Calls nothing but the text: of a large lexicon it is run once, and never gets warm.
    for (let word = size - 1; word >= 0; word--) {
      const start = starts[word]!;
      if (starts[word + 1]! - start < 2) continue;
      const pair = Math.imul(text.charCodeAt(start), STIR) ^ Math.imul(text.charCodeAt(start + 1), STIR_NEXT);
      const bit = (pair ^ (pair >>> 15)) & LAST_BITS;
      beginnings[bit >>> 5]! |= 1 << (bit & 31);
      nextWaiting[word] = waiting[bit & mask]!;
      waiting[bit & mask] = word + 1;
    }
  }

  /** The position of a word among those that are found; -1 for none, and for a word of one unit. */
  find(word: string): number {
    if (word.length < 2 || !this.mayBegin(word, 0)) return -1;
    let value = 0;
    for (let at = 0, node = ROOT; at < word.length; ) {
      const edge = this.trie.edge(node, word.charCodeAt(at++));
      if (edge === NO_EDGE) return -1;
      node = this.trie.node(edge);
      value = this.trie.value(edge);
    }
    return value - 1;
  }

  /** All words that begin at a place, the longest first. Latin words only where no letter or digit touches them. */
  wordsAt(text: string, at: number): string[] {
    const found: string[] = [];
    if (!this.mayBegin(text, at)) return found;
    for (let end = at, node = ROOT; end < text.length; ) {
      const edge = this.trie.edge(node, text.charCodeAt(end++));
      if (edge === NO_EDGE) break;
      node = this.trie.node(edge);
      const value = this.trie.value(edge);
      if (value > 0 && standsAlone(text, at, end)) found.push(this.words.at(value - 1));
    }
    return found.reverse();
  }

  /**
   * Cuts a text into words that do not overlap so that the sum of squared lengths is greatest: long words win,
   * and a word that breaks a longer one later does not (铝合金|属 never beats 铝|合金属 by position alone).
   * Between equal sums the longer word at the earlier place wins.
   */
  segment(text: string): FoundWord[] {
    if (text.length < 2) return [];
    const { trie } = this;
    const isShort = text.length < SHORT;
    const best = isShort ? this.best : new Float64Array(text.length + 1);
    best[text.length] = 0;
    /** 1 + position of the word that begins here; 0 for none. */
    const chosen = isShort ? this.chosen : new Int32Array(text.length);
    const ends = isShort ? this.ends : new Int32Array(text.length);
    if (isShort) chosen.fill(0, 0, text.length);
    for (let at = text.length - 1; at >= 0; at--) {
      let most = best[at + 1]!;
      if (!this.mayBegin(text, at)) {
        best[at] = most;
        continue;
      }
      let node = trie.first(text.charCodeAt(at));
      if (node === ROOT) {
        best[at] = most;
        continue;
      }
      // No word has one unit.
      for (let end = at + 1; end < text.length; ) {
        const adverb = end >= at + 2 ? adverbAt(text, end) : 0;
        if (adverb > 0 && end + adverb < text.length) {
          this.most = most;
          this.mostValue = 0;
          this.takeSpoken(text, at, end + adverb, node, adverb, best);
          if (this.mostValue > 0) {
            most = this.most;
            chosen[at] = this.mostValue;
            ends[at] = this.mostEnd;
          }
        }
        const edge = trie.edge(node, text.charCodeAt(end++));
        if (edge === NO_EDGE) break;
        node = trie.node(edge);
        const value = trie.value(edge);
        if (value === 0) continue;
        const sum = (end - at) * (end - at) + best[end]!;
        if (sum >= most && standsAlone(text, at, end)) {
          most = sum;
          chosen[at] = value;
          ends[at] = end;
        }
      }
      best[at] = most;
    }
    const found: FoundWord[] = [];
    for (let at = 0; at < text.length; ) {
      const value = chosen[at]!;
      if (value === 0) at++;
      else {
        const word = this.words.at(value - 1);
        found.push({ word, start: at, end: ends[at]! });
        at = ends[at]!;
      }
    }
    return found;
  }

  /** Goes on with a word of everyday speech behind an adverb; the adverb counts no length. */
  private takeSpoken(
    text: string,
    at: number,
    from: number,
    node: number,
    adverb: number,
    best: Float64Array,
  ): void {
    for (let end = from, here = node; end < text.length; ) {
      const edge = this.trie.edge(here, text.charCodeAt(end++));
      if (edge === NO_EDGE) return;
      here = this.trie.node(edge);
      const value = this.trie.value(edge);
      if (value === 0 || this.spoken[value] === 0) continue;
      const length = end - at - adverb;
      const sum = length * length + best[end]!;
      if (sum > this.most && standsAlone(text, at, end)) {
        this.most = sum;
        this.mostValue = value;
        this.mostEnd = end;
      }
    }
  }

  /** Whether a word may begin at a place; then all that may are in the trie. */
  private mayBegin(text: string, at: number): boolean {
    const bit = beginningOf(text, at);
    if (((this.beginnings[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return false;
    const slot = bit & (this.waiting.length - 1);
    if (this.waiting[slot] !== 0) this.addWaiting(slot);
    return true;
  }

  private addWaiting(slot: number): void {
    const { words, trie, waiting, nextWaiting } = this;
    const { text, starts } = words;
    for (let value = waiting[slot]!; value > 0; value = nextWaiting[value - 1]!) {
      trie.add(text, value, starts[value - 1]!, starts[value]!);
      if (this.isEveryday(value - 1)) this.spoken[value] = 1;
    }
    waiting[slot] = 0;
  }

  /** The same, kept for the last texts: the tokenizer and the chain tagger ask for the words of the same whole fields. */
  segmentField(text: string): readonly FoundWord[] {
    if (text.length > LONGEST_KEPT) return this.segment(text);
    const known = this.kept.get(text);
    if (known !== undefined) return known;
    const found = this.keptBefore.get(text) ?? this.segment(text);
    if (this.kept.size === MOST_KEPT) {
      this.keptBefore = this.kept;
      this.kept = new Map();
    }
    this.kept.set(text, found);
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
