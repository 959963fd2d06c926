import type { WordFinder } from '../lexicon/word-finder.ts';
import type { ReadField } from '../terms/analyzer.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import type { Token } from '../terms/tokenizer.ts';
import { FirstPlaces } from './first-places.ts';
import { isCut } from './word-edges.ts';

/**
 * Phrases are looked for in this much of a field, and of all fields together, so that a book pasted into a form costs no
 * more. In UTF-16 units.
 */
const MAX_TEXT = 20_000;
const MAX_TEXTS = 40_000;
/** And in so many fields: thousands of keywords repeat each other. */
const MAX_FIELDS = 1000;
/** Most places listed for one phrase and side. */
export const MAX_SPANS = 5;
/** Parts the fields in the text of a record: no normalised text holds it. */
const PART = '\u0001';
/** Words kept for one term. */
const MOST_WORDS = 20;

/** A whole word of the record. */
export interface RecordWord {
  readonly field: ReadField;
  readonly token: Token;
  /** As it stands in the normalised text. */
  readonly text: string;
}

/**
 * All texts of a record in one, with what explanations ask of them again and again: where pieces stand, where known
 * words do, which words are there for a term. Each is made when it is first asked for.
 */
export class ReadText {
  readonly fields: readonly ReadField[];
  readonly text: string;
  /** Where each field begins in the text. */
  readonly starts: Uint32Array;
  /** How much of each field is in the text. */
  protected readonly lengths: Uint32Array;
  private readonly finder: WordFinder;
  private readonly firstPlaces: FirstPlaces;
  private madeEdges: Uint32Array | undefined;
  private madeWords: Map<string, RecordWord[]> | undefined;

  constructor(fields: readonly ReadField[], finder: WordFinder) {
    this.fields = fields;
    this.finder = finder;
    this.starts = new Uint32Array(fields.length);
    this.lengths = new Uint32Array(fields.length);
    const texts: string[] = [];
    let left = MAX_TEXTS;
    for (const [i, { normalized }] of fields.slice(0, MAX_FIELDS).entries()) {
      const text = normalized.text.slice(0, Math.min(left, MAX_TEXT));
      left -= text.length;
      texts.push(text);
      this.lengths[i] = text.length;
      if (i > 0) this.starts[i] = this.starts[i - 1]! + texts[i - 1]!.length + 1;
    }
    this.text = texts.join(PART);
    // Those that are not read stand behind it, so that places stay in order.
    this.starts.fill(this.text.length + 1, texts.length);
    this.firstPlaces = new FirstPlaces(this.text);
  }

  /** Start and end of each known word, one after the other. */
  get edges(): Uint32Array {
    if (this.madeEdges === undefined) {
      const words = this.finder.segment(this.text);
      this.madeEdges = new Uint32Array(2 * words.length);
      for (const [i, { start, end }] of words.entries()) {
        this.madeEdges[2 * i] = start;
        this.madeEdges[2 * i + 1] = end;
      }
    }
    return this.madeEdges;
  }

  /** The first place of a piece that no letter or digit goes on with; -1 for none. */
  placeOf(piece: string): number {
    const at = this.firstPlaces.of(piece);
    return at < 0 || !this.isCut(piece, at) ? at : this.placeFrom(piece, at + 1);
  }

  /** The places of a piece, at most {@link MAX_SPANS}. */
  spansOf(piece: string): FieldSpan[] {
    const spans: FieldSpan[] = [];
    for (let at = this.placeOf(piece); at >= 0; at = this.placeFrom(piece, at + piece.length)) {
      spans.push(this.spanOf(at, at + piece.length));
      if (spans.length === MAX_SPANS) break;
    }
    return spans;
  }

  /** Whether a piece stands at a place, and no letter or digit goes on with it. */
  standsAt(piece: string, at: number): boolean {
    return this.text.startsWith(piece, at) && !this.isCut(piece, at);
  }

  /** A place of the text in the field as given. */
  spanOf(start: number, end: number): FieldSpan {
    const field = this.fieldAt(start);
    return spanOf(this.fields[field]!, start - this.starts[field]!, end - this.starts[field]!);
  }

  /** Where the field of a place begins. */
  startOf(at: number): number {
    return this.starts[this.fieldAt(at)]!;
  }

  /** The words, Latin words and quantities of a term. Single characters and pairs are pieces, no words. */
  wordsOf(term: string): readonly RecordWord[] {
    this.madeWords ??= this.collectWords();
    return this.madeWords.get(term) ?? [];
  }

  private collectWords(): Map<string, RecordWord[]> {
    const words = new Map<string, RecordWord[]>();
    for (const [i, field] of this.fields.entries()) {
      const length = this.lengths[i]!;
      if (length === 0) continue;
      for (const token of field.words) {
        if (token.end > length) continue;
        const list = words.get(token.term) ?? [];
        words.set(token.term, list);
        if (list.length < MOST_WORDS) {
          list.push({ field, token, text: field.normalized.text.slice(token.start, token.end) });
        }
      }
    }
    return words;
  }

  private placeFrom(piece: string, from: number): number {
    for (let at = this.text.indexOf(piece, from); at >= 0; at = this.text.indexOf(piece, at + 1)) {
      if (!this.isCut(piece, at)) return at;
    }
    return -1;
  }

  private isCut(piece: string, at: number): boolean {
    return isCut(this.text, at) || isCut(this.text, at + piece.length);
  }

  /** Position of the field that holds a place. */
  private fieldAt(at: number): number {
    let low = 0;
    for (let high = this.starts.length - 1; low < high; ) {
      const middle = (low + high + 1) >>> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const READ = new WeakMap<readonly ReadField[], ReadText>();

/** The same for the same fields, as long as they are kept. */
export function readTextOf(fields: readonly ReadField[], finder: WordFinder): ReadText {
  const known = READ.get(fields) ?? new ReadText(fields, finder);
  READ.set(fields, known);
  return known;
}
