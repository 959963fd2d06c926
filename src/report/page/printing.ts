import type { PageData } from '../data.ts';
import type { CardList } from './card-list.ts';
import { byId, say } from './dom.ts';

/** Paper shows all that passes the filters, opened. */

/** Matches that are printed with both texts; of more a browser makes thousands of pages. */
const MOST_OPENED = 1000;

export function startPrinting(data: PageData, list: CardList): void {
  const note = byId('print-note')!;
  let closed: HTMLDetailsElement[] | undefined;
  let place = 0;
  const before = () => {
    if (closed !== undefined) return;
    place = window.scrollY;
    const matches = list.shown.reduce((sum, card) => sum + card.matches.length, 0);
    const isTooMuch = matches > MOST_OPENED;
    const values = { matches, most: MOST_OPENED, none: data.levels[0]! };
    note.textContent = say(isTooMuch ? data.words.tooManyToPrint : data.words.printed, values);
    list.open.all = !isTooMuch;
    // Anew, as they are open now.
    list.show(list.shown);
    list.fillAll();
    closed = Array.from(document.querySelectorAll<HTMLDetailsElement>('details.print-open:not([open])'));
    for (const details of closed) details.open = true;
  };
  const after = () => {
    if (closed === undefined) return;
    for (const details of closed) details.open = false;
    closed = undefined;
    list.open.all = false;
    list.show(list.shown);
    window.scrollTo(0, place);
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  // Some browsers tell of paper by the medium alone.
  window.matchMedia('print').addEventListener('change', ({ matches }) => (matches ? before() : after()));
}
