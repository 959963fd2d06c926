import { NO_EDGE, ROOT, Trie } from '../lexicon/trie.ts';

/** Boilerplate of the trade (国内领先水平, 合作方式面议): spans that no term may come from. */

/** A part of a normalised text, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** How many characters `*` in a phrase may stand for, and which it never does. */
const MAX_GAP = 12;
const NO_GAP = /[\s,.;:!?、。，；：！？()（）]/u;

const BEGINNING_BITS = 2 ** 16;

function beginningOf(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9e37) + text.charCodeAt(at + 1)) & (BEGINNING_BITS - 1);
}

/** Ideographs that fold to themselves, whatever stands behind them. */
const PLAIN = /^[\u4e00-\u9fff]/;

/**
 * Finds the phrases of a list, the longest match at each place, in time linear in the text. A phrase is folded when a text
 * first holds the ideograph that it begins with.
 */
export class StopPhrases {
  /** What stands before the first gap of a phrase, with 1 + its position in `rests`. */
  private readonly heads = new Trie();
  /** Heads of one unit, and a bit for the first two units of the others: most places of a text begin none. */
  private readonly single = new Uint8Array(0x10000);
  private readonly beginnings = new Uint32Array(BEGINNING_BITS / 32);
  /** The parts behind the gaps, of each phrase with the same head. */
  private readonly rests: (readonly string[])[][] = [];
  private readonly byHead = new Map<string, (readonly string[])[]>();
  private readonly fold: (text: string) => string;
  /** Phrases that wait, by the unit that they begin with; a bit for each such unit. */
  private readonly waiting = new Map<number, string[]>();
  private readonly waits = new Uint8Array(0x10000);

  /** @param phrases with `*` for a short gap; a gap at either end of a phrase counts nothing. */
  constructor(phrases: readonly string[], fold: (text: string) => string) {
    this.fold = fold;
    const others: string[] = [];
    for (const phrase of phrases) {
      if (!PLAIN.test(phrase)) {
        others.push(phrase);
        continue;
      }
      const unit = phrase.charCodeAt(0);
      const known = this.waiting.get(unit);
      if (known === undefined) this.waiting.set(unit, [phrase]);
      else known.push(phrase);
      this.waits[unit] = 1;
    }
    this.add(others);
  }

  private add(phrases: readonly string[]): void {
    for (const phrase of phrases) {
      const [head, ...rest] = phrase
        .split('*')
        .map(this.fold)
        .filter((part) => part !== '');
      if (head === undefined) continue;
      const known = this.byHead.get(head);
      if (known === undefined) {
        const rests = [rest];
        this.byHead.set(head, rests);
        this.heads.add(head, this.rests.push(rests));
        if (head.length === 1) this.single[head.charCodeAt(0)] = 1;
        else this.beginnings[beginningOf(head, 0) >>> 5]! |= 1 << (beginningOf(head, 0) & 31);
      } else if (!known.some((other) => JSON.stringify(other) === JSON.stringify(rest))) known.push(rest);
    }
  }

  /** Spans of phrases in a normalised text, in order, not overlapping. */
  find(text: string): TextSpan[] {
    const spans: TextSpan[] = [];
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at);
      if (this.waits[unit] === 1) {
        this.waits[unit] = 0;
        this.add(this.waiting.get(unit)!);
      }
      const end = this.mayBegin(text, at, unit) ? this.endAt(text, at) : at;
      if (end > at) spans.push({ start: at, end });
      at = Math.max(end, at + 1);
    }
    return spans;
  }

  private mayBegin(text: string, at: number, unit: number): boolean {
    if (!this.heads.begins(unit)) return false;
    const bit = beginningOf(text, at);
    return this.single[unit] === 1 || ((this.beginnings[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
  }

  private endAt(text: string, start: number): number {
    let longest = start;
    for (let at = start, node = ROOT; at < text.length; ) {
      const edge = this.heads.edge(node, text.charCodeAt(at++));
      if (edge === NO_EDGE) break;
      node = this.heads.node(edge);
      const value = this.heads.value(edge);
      if (value === 0) continue;
      for (const rest of this.rests[value - 1]!) longest = Math.max(longest, endOf(rest, text, at));
    }
    return longest;
  }
}

/**
 * Where the rest of a phrase ends at the earliest; -1 when it does not follow. It keeps every place that the parts
 * read so far can reach, never a path to it, so that repeated text cannot make it try paths without end.
 */
function endOf(rest: readonly string[], text: string, from: number): number {
  let reached = [from];
  for (let i = 0; i < rest.length && reached.length > 0; i++) reached = afterGap(reached, rest[i]!, text);
  return reached[0] ?? -1;
}

/** Where a part can end that begins at one of the places or a gap behind it; places in ascending order. */
function afterGap(places: readonly number[], part: string, text: string): number[] {
  const ends: number[] = [];
  let next = 0;
  let at = 0;
  let left = -1;
  while (left >= 0 || next < places.length) {
    if (left < 0) at = places[next]!;
    if (at === places[next]) {
      left = MAX_GAP;
      next++;
    }
    if (text.startsWith(part, at)) ends.push(at + part.length);
    const char = charAt(text, at);
    left = char === '' || NO_GAP.test(char) ? -1 : left - 1;
    at += char.length;
  }
  return ends;
}

function charAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
}
