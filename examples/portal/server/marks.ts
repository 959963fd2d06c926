import type { FieldSpan } from 'cuohe';
import type { Mark, MarkedText } from './api.ts';

/** The places of one field as marks: ascending, those that overlap or touch joined. */
export function marksOf(field: string, spans: readonly FieldSpan[]): Mark[] {
  const places = spans.filter((span) => span.field === field).sort((a, b) => a.start - b.start);
  const joined: [number, number][] = [];
  for (const { start, end } of places) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** A text with its marks. */
export function marked(text: string, field: string, spans: readonly FieldSpan[]): MarkedText {
  return { text, marks: marksOf(field, spans) };
}

/** Texts joined to one, marks moved along. */
export function joined(parts: readonly MarkedText[], between: string): MarkedText {
  let text = '';
  const marks: Mark[] = [];
  for (const [i, part] of parts.entries()) {
    if (i > 0) text += between;
    for (const [start, end] of part.marks) marks.push([start + text.length, end + text.length]);
    text += part.text;
  }
  return { text, marks };
}

/** Units that an excerpt has before its first mark. */
const BEFORE = 24;

/** A window of a text about its first mark, with … where something is left out. */
export function excerptOf({ text, marks }: MarkedText, length = 140): MarkedText {
  if (text.length <= length) return { text, marks };
  const first = marks.find(([start, end]) => end > start)?.[0] ?? 0;
  const from = whole(text, Math.max(0, Math.min(first - BEFORE, text.length - length)));
  const to = whole(text, Math.min(text.length, from + length));
  const lead = from > 0 ? '…' : '';
  const shift = lead.length - from;
  const inside = marks
    .filter(([start, end]) => end > from && start < to)
    .map(([start, end]): Mark => [Math.max(start, from) + shift, Math.min(end, to) + shift]);
  return { text: `${lead}${text.slice(from, to)}${to < text.length ? '…' : ''}`, marks: inside };
}

/** A place that halves no character of two units. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
