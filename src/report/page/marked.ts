import type { PageRecord, Places } from '../data.ts';
import { type Child, el } from './dom.ts';

/** Texts with what decided marked in them. */

/** A piece of a text, marked or not. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** One text cut at its places, which are in order and apart. */
export function piecesOf(text: string, number: number, places: Places): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (let i = 0; i + 2 < places.length; i += 3) {
    if (places[i] !== number) continue;
    const start = places[i + 1]!;
    const end = places[i + 2]!;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** One text of a record with its marks. */
export function markedText(text: string, number: number, places: Places): HTMLElement {
  const children: Child[] = piecesOf(text, number, places).map((piece) =>
    piece.marked ? el('mark', {}, piece.text) : piece.text,
  );
  return el('bdi', {}, ...children);
}

/** All texts of a record, label by label; keywords and other lists in one line. */
export function markedTexts(record: PageRecord, places: Places): HTMLElement {
  const list = el('dl', { class: 'texts' });
  let before: string | undefined;
  let holder: HTMLElement | undefined;
  for (const [number, [label, text]] of record.texts.entries()) {
    const marked = markedText(text, number, places);
    if (label === before) holder!.append('、', marked);
    else {
      holder = el('dd', {}, marked);
      list.append(el('dt', {}, label), holder);
    }
    before = label;
  }
  return list;
}
