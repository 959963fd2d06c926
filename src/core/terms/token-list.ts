import type { TextSpan } from './stop-phrases.ts';
import { codeOf, termOf } from './term-code.ts';
import type { Token, Tokenizer, TokenKind } from './tokenizer.ts';

/** The kinds of tokens, by the number that a list keeps. */
export const TOKEN_KINDS = [
  'characters',
  'functions',
  'latin',
  'pairs',
  'words',
] as const satisfies readonly TokenKind[];
export const CHARACTERS = 0;
export const LATIN = 2;
export const PAIRS = 3;
const WORDS = 4;

/** The end of a token of a pattern that ends where the word ends that the pattern is of. */
export const WHOLE = 0xffffffff;

/** Of a kind whose term has no code. */
const LONG = 0x80;

const FIRST_CAPACITY = 256;
/** Of a token in all columns. */
const BYTES = 21;

/**
 * Tokens as columns: a text has hundreds, and most are one or two characters. Where all that is asked of them is what they
 * count, no object and no text is made of any.
 */
export class TokenList {
  length = 0;
  /** By `codeOf`; of a term that has none, whose kind has {@link LONG}, the position in `long`. */
  codes: Uint32Array;
  /** Places in the normalised text. */
  starts: Uint32Array;
  ends: Uint32Array;
  weights: Float64Array;
  /** Positions in {@link TOKEN_KINDS}, and {@link LONG}. */
  kinds: Uint8Array;
  /** Terms without a code. */
  private long: string[] = [];

  constructor(capacity = FIRST_CAPACITY) {
    // One buffer for all: each takes longer to make than to fill.
    const buffer = new ArrayBuffer(capacity * BYTES);
    this.weights = new Float64Array(buffer, 0, capacity);
    this.codes = new Uint32Array(buffer, capacity * 8, capacity);
    this.starts = new Uint32Array(buffer, capacity * 12, capacity);
    this.ends = new Uint32Array(buffer, capacity * 16, capacity);
    this.kinds = new Uint8Array(buffer, capacity * 20, capacity);
  }

  /** The same tokens. */
  static of(tokens: readonly Token[]): TokenList {
    const list = new TokenList(tokens.length);
    for (const token of tokens) list.push(token);
    return list;
  }

  clear(): void {
    this.length = 0;
    this.long.length = 0;
  }

  push({ term, start, end, weight = 1, kind = 'words' }: Token): void {
    const code = codeOf(term);
    const number = kind === 'words' ? WORDS : TOKEN_KINDS.indexOf(kind);
    if (code === 0) this.add(this.long.push(term) - 1, start, end, weight, number | LONG);
    else this.add(code, start, end, weight, number);
  }

  /** The same for a term with a code. */
  add(code: number, start: number, end: number, weight: number, kind: number): void {
    const i = this.length++;
    if (i === this.codes.length) this.grow();
    this.codes[i] = code;
    this.starts[i] = start;
    this.ends[i] = end;
    this.weights[i] = weight;
    this.kinds[i] = kind;
  }

  /** Appends the tokens of a pattern, whose places are those within a word, at the place of the word. */
  addPattern(pattern: TokenList, start: number, end: number): void {
    for (let i = 0; i < pattern.length; i++) {
      const kind = pattern.kinds[i]!;
      const code = pattern.codes[i]!;
      const own = kind < LONG ? code : this.long.push(pattern.long[code]!) - 1;
      const to = pattern.ends[i]!;
      const stop = to === WHOLE ? end : start + to;
      this.add(own, start + pattern.starts[i]!, stop, pattern.weights[i]!, kind);
    }
  }

  /** The code of a term; 0 where it has none. */
  codeAt(i: number): number {
    return this.kinds[i]! < LONG ? this.codes[i]! : 0;
  }

  termAt(i: number): string {
    const code = this.codes[i]!;
    return this.kinds[i]! < LONG ? termOf(code) : this.long[code]!;
  }

  /** Position in {@link TOKEN_KINDS}. */
  kindAt(i: number): number {
    return this.kinds[i]! & ~LONG;
  }

  at(i: number): Token {
    const [start, end] = [this.starts[i]!, this.ends[i]!];
    return { term: this.termAt(i), start, end, weight: this.weights[i]!, kind: TOKEN_KINDS[this.kindAt(i)]! };
  }

  tokens(): Token[] {
    return Array.from({ length: this.length }, (_, i) => this.at(i));
  }

  /** Leaves out the tokens that touch a span. */
  leaveOut(spans: readonly TextSpan[]): void {
    const last = spans.at(-1);
    if (last === undefined) return;
    const stopped = new Uint8Array(last.end);
    for (const span of spans) stopped.fill(1, span.start, span.end);
    this.keep((i) => {
      for (let at = this.starts[i]!, end = this.ends[i]!; at < end; at++) if (stopped[at] === 1) return false;
      return true;
    });
  }

  /** Multiplies what each token counts by the factor of the place where it begins. */
  scale(factors: Float64Array): void {
    const { starts, weights } = this;
    for (let i = 0; i < this.length; i++) weights[i]! *= factors[starts[i]!]!;
  }

  /** A list of its own, with no room for more. */
  copy(): TokenList {
    const { length } = this;
    const list = new TokenList(length);
    list.length = length;
    list.codes.set(this.codes.subarray(0, length));
    list.starts.set(this.starts.subarray(0, length));
    list.ends.set(this.ends.subarray(0, length));
    list.weights.set(this.weights.subarray(0, length));
    list.kinds.set(this.kinds.subarray(0, length));
    list.long = this.long.slice();
    return list;
  }

  /** Those of the tokens that pass a test, as a list of its own. */
  filter(passes: (i: number) => boolean): TokenList {
    const list = this.copy();
    list.keep(passes);
    return list;
  }

  private keep(passes: (i: number) => boolean): void {
    const { codes, starts, ends, weights, kinds, length } = this;
    let kept = 0;
    for (let i = 0; i < length; i++) {
      if (!passes(i)) continue;
      if (kept < i) {
        codes[kept] = codes[i]!;
        starts[kept] = starts[i]!;
        ends[kept] = ends[i]!;
        weights[kept] = weights[i]!;
        kinds[kept] = kinds[i]!;
      }
      kept++;
    }
    this.length = kept;
  }

  private grow(): void {
    const room = Math.max(FIRST_CAPACITY, this.codes.length * 2);
    const bigger = new TokenList(room);
    bigger.codes.set(this.codes);
    bigger.starts.set(this.starts);
    bigger.ends.set(this.ends);
    bigger.weights.set(this.weights);
    bigger.kinds.set(this.kinds);
    this.codes = bigger.codes;
    this.starts = bigger.starts;
    this.ends = bigger.ends;
    this.weights = bigger.weights;
    this.kinds = bigger.kinds;
  }
}

/** Appends the tokens of a text to a list. */
export type Cut = (text: string, reading: string, out: TokenList) => void;

/** By the tokenizer itself: one that is made of another's parts cuts as it says. */
const cuts = new WeakMap<Tokenizer, Cut>();

/** A tokenizer whose tokens can be had without an object each. */
export function cuttingBy(tokenizer: Tokenizer, cut: Cut): Tokenizer {
  cuts.set(tokenizer, cut);
  return tokenizer;
}

/** How a tokenizer cuts into a list; undefined for one that gives objects only. */
export function cutOf(tokenizer: Tokenizer): Cut | undefined {
  return cuts.get(tokenizer);
}
