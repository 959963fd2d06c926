import type { FieldSpan } from 'cuohe';

/** A piece of a text, marked or not. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at the places in one field; places that overlap or touch become one. */
export function pieces(text: string, field: string, spans: readonly FieldSpan[]): Piece[] {
  const places = spans.filter((span) => span.field === field).sort((a, b) => a.start - b.start);
  const cut: Piece[] = [];
  let end = 0;
  let markedFrom: number | undefined;
  const flush = () => {
    if (markedFrom !== undefined) cut.push({ text: text.slice(markedFrom, end), marked: true });
    markedFrom = undefined;
  };
  for (const place of places) {
    if (markedFrom === undefined || place.start > end) {
      flush();
      if (place.start > end) cut.push({ text: text.slice(end, place.start), marked: false });
      markedFrom = place.start;
    }
    end = Math.max(end, place.end);
  }
  flush();
  if (end < text.length) cut.push({ text: text.slice(end), marked: false });
  return cut;
}
