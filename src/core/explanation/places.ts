import type { AnalyzedField } from '../terms/analyzer.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import type { RecordWord } from './names.ts';
import { placeOf, type Stretch } from './word-edges.ts';

/** Most places listed for one phrase and side. */
export const MAX_SPANS = 5;
/** Phrases are looked for in this much of a field, so that a book pasted into a form costs no more. */
export const MAX_TEXT = 20_000;

/** A place in a text of the record. */
export interface RecordPlace extends Stretch {
  readonly text: string;
}

/** The first place of a piece in the texts of the record. */
export function recordPlace(piece: string, recordTexts: readonly string[]): RecordPlace | undefined {
  for (const text of recordTexts) {
    const start = piece === '' ? -1 : placeOf(text, piece);
    if (start >= 0) return { text, start, end: start + piece.length };
  }
  return undefined;
}

/** Where words of the record stand. */
export function spansOf(words: readonly RecordWord[]): FieldSpan[] {
  const spans: FieldSpan[] = [];
  for (const { field, token } of words) {
    if (spans.length < MAX_SPANS) spans.push(spanOf(field, token.start, token.end));
  }
  return spans;
}

/** Where the record holds a text. */
export function literalSpans(text: string, record: readonly AnalyzedField[]): FieldSpan[] {
  const spans: FieldSpan[] = [];
  for (const field of record) {
    const searched = field.normalized.text.slice(0, MAX_TEXT);
    let at = placeOf(searched, text);
    while (at >= 0 && spans.length < MAX_SPANS) {
      spans.push(spanOf(field, at, at + text.length));
      at = placeOf(searched, text, at + text.length);
    }
  }
  return spans;
}
