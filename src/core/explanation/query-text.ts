import type { Lexicon } from '../lexicon/lexicon.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { isWord } from '../terms/analyzer.ts';
import type { Token } from '../terms/tokenizer.ts';
import { isTextSignal, SIGNAL_MARKS, SIGNALS } from '../vectors/signals.ts';
import type { SparseRow, Vectorizer } from '../vectors/vectorizer.ts';
import type { Contributions } from './contributions.ts';
import { ReadText } from './read-text.ts';
import { factsOf, type PieceFacts } from './word-edges.ts';

/** The term of a number with a unit. */
export const QUANTITY = /^-?\d[\d.-]*[^\d\s.-].*$/;

/** What a token is to a phrase. */
export const LITERAL = 0;
/** A character or pair of another name, at the place of the name. */
export const SPELLED = 1;
export const WORD = 2;
export const OTHER = 3;

/** The tokens of one field, at their places in the whole text, in the order of the text; of one place the longest first. */
export interface PlacedTokens {
  readonly tokens: readonly Token[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Number of each token's term. */
  readonly terms: Int32Array;
  readonly kinds: Uint8Array;
  /** Number of each whole word by its term and its text, which come together again and again in a long text. */
  readonly words: Int32Array;
}

/** What each term of a query adds to the score of a pair, by the number of the term. */
export interface SharedTerms {
  readonly values: Float64Array;
  /** 1 for a term that both have. */
  readonly has: Uint8Array;
}

/** Pieces whose facts are kept. */
const MOST_PIECES = 4096;
/** For an id of a signal other than text, or of a term beyond what is read for phrases. */
const NO_TERM = -1;

/** The text of a query with its tokens, made once for all records that are explained beside it. */
export class QueryText extends ReadText {
  private readonly lexicon: Lexicon;
  private readonly numbers = new Map<string, number>();
  private readonly words = new Map<string, number>();
  readonly placed: readonly PlacedTokens[];
  private readonly rows = new WeakMap<SparseRow, Int32Array>();
  private readonly facts = new Map<string, PieceFacts>();

  constructor(fields: readonly AnalyzedField[], lexicon: Lexicon) {
    super(fields, lexicon.finder);
    this.lexicon = lexicon;
    this.placed = fields.flatMap((field, i) =>
      this.lengths[i] === 0 ? [] : [this.place(field, this.starts[i]!, this.lengths[i]!)],
    );
  }

  /** What known words a piece is made of; kept for the pieces that were asked for last. */
  factsOf(piece: string): PieceFacts {
    let known = this.facts.get(piece);
    if (known === undefined) {
      if (this.facts.size === MOST_PIECES) this.facts.clear();
      known = factsOf(piece, this.lexicon.finder);
      this.facts.set(piece, known);
    }
    return known;
  }

  /** What a pair shares, by the numbers of terms. */
  shared(row: SparseRow, { terms }: Contributions, vectorizer: Vectorizer): SharedTerms {
    const numbers = this.numbersOf(row, vectorizer);
    const values = new Float64Array(this.numbers.size);
    const has = new Uint8Array(this.numbers.size);
    let at = 0;
    for (const { id, value } of terms) {
      while (row.ids[at]! < id) at++;
      const number = numbers[at]!;
      if (number === NO_TERM) continue;
      values[number]! += value;
      has[number] = 1;
    }
    return { values, has };
  }

  /** The number of the term of each id of a row; none for signals other than text. */
  private numbersOf(row: SparseRow, vectorizer: Vectorizer): Int32Array {
    const known = this.rows.get(row);
    if (known !== undefined) return known;
    const { vocabulary } = vectorizer.parts;
    let s = 0;
    const numbers = Int32Array.from(row.ids, (id) => {
      while (id >= vectorizer.signalStarts[s + 1]!) s++;
      const signal = SIGNALS[s]!;
      if (!isTextSignal(signal)) return NO_TERM;
      return this.numbers.get(vocabulary.term(id).slice(SIGNAL_MARKS[signal].length)) ?? NO_TERM;
    });
    this.rows.set(row, numbers);
    return numbers;
  }

  private place(
    { tokens: all, normalized: { text } }: AnalyzedField,
    offset: number,
    length: number,
  ): PlacedTokens {
    const tokens = inOrder(all.filter((token) => token.end <= length));
    const size = tokens.length;
    const placed = {
      tokens,
      starts: new Int32Array(size),
      ends: new Int32Array(size),
      terms: new Int32Array(size),
      kinds: new Uint8Array(size),
      words: new Int32Array(size),
    };
    for (let i = 0; i < size; i++) {
      const token = tokens[i]!;
      const { term, start, end, kind } = token;
      placed.starts[i] = offset + start;
      placed.ends[i] = offset + end;
      placed.terms[i] = numberIn(this.numbers, term);
      if (kind === 'characters' || kind === 'pairs') {
        const isLiteral = end - start === term.length && text.startsWith(term, start);
        placed.kinds[i] = isLiteral ? LITERAL : SPELLED;
      } else if (isWord(token)) {
        placed.kinds[i] = WORD;
        placed.words[i] = numberIn(this.words, `${term}\n${text.slice(start, end)}`);
      } else placed.kinds[i] = OTHER;
    }
    return placed;
  }
}

/** Ends and positions within a field, as bits of one key. */
const KEY = 2 ** 15;

/** Tokens in the order of the text; of one place the longest first, then as they came. */
function inOrder(tokens: readonly Token[]): Token[] {
  // Numbers in a typed array are sorted without calling back.
  const keys = Float64Array.from(
    tokens,
    ({ start, end }, i) => (start * KEY + (KEY - 1 - end)) * MOST_TOKENS + i,
  );
  return Array.from(keys.sort(), (key) => tokens[key % MOST_TOKENS]!);
}

/** More tokens than what is read of a field has; with two places below {@link KEY}, keys stay below 2⁵³. */
const MOST_TOKENS = 2 ** 23;

/** The number of a text; the next one for a new text. */
function numberIn(numbers: Map<string, number>, text: string): number {
  let number = numbers.get(text);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(text, number);
  }
  return number;
}

const ASKED = new WeakMap<readonly AnalyzedField[], QueryText>();

/** The same for the same fields, as long as they are kept. */
export function queryTextOf(fields: readonly AnalyzedField[], lexicon: Lexicon): QueryText {
  const known = ASKED.get(fields) ?? new QueryText(fields, lexicon);
  ASKED.set(fields, known);
  return known;
}
