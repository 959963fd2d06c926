import type { FieldSpan } from '../core/terms/span.ts';
import type { Places } from './data.ts';

/** Places in texts as one list of numbers. */

/**
 * Spans of fields as places in numbered texts: in order, what overlaps or touches joined. Spans of fields that are not
 * among the texts, or that do not stand where they say, are left out.
 * @param texts path of the field → its number and its text.
 */
export function placesOf(
  spans: readonly FieldSpan[],
  texts: ReadonlyMap<string, { readonly number: number; readonly text: string }>,
): Places {
  const byText = new Map<number, [start: number, end: number][]>();
  for (const { field, start, end } of spans) {
    const found = texts.get(field);
    if (found === undefined || !(start >= 0 && start < end && end <= found.text.length)) continue;
    const list = byText.get(found.number) ?? [];
    byText.set(found.number, list);
    list.push([start, end]);
  }
  const places: number[] = [];
  for (const number of [...byText.keys()].sort((a, b) => a - b)) {
    let last: [number, number] | undefined;
    const close = () => {
      if (last !== undefined) places.push(number, ...last);
    };
    for (const [start, end] of byText.get(number)!.sort((a, b) => a[0] - b[0])) {
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
      else {
        close();
        last = [start, end];
      }
    }
    close();
  }
  return places;
}
