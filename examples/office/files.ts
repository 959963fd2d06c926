import { readFileSync } from 'node:fs';
import { type SessionSlot, type TimetableOptions, timetable } from 'cuohe/programmes';

/** What an office has in its folders: the bundled sample. */

export function text(name: string): string {
  return readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
}

/** Items of a file, one JSON object a line. */
export function list<T>(name: string): T[] {
  const lines = text(`programmes/${name}.jsonl`).split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

/** The rooms of a season, with their half-days cut into slots. */
export function venues(): { readonly id: string; readonly slots: readonly SessionSlot[] }[] {
  const rooms = list<TimetableOptions & { readonly name: string }>('session-venues');
  return rooms.map(({ name: _, ...room }) => ({ id: room.id, slots: timetable(room) }));
}
