import type { PageData } from '../data.ts';
import type { CardList } from './card-list.ts';
import { byId, say } from './dom.ts';
import { CardFilter, type Wanted } from './filter.ts';

/** The choices above the cards. */

/** Milliseconds after the last key until it is searched. */
const PAUSE = 150;

export function startControls(data: PageData, list: CardList): void {
  const form = byId('filters') as HTMLFormElement;
  const status = byId('shown')!;
  const filter = new CardFilter(data);
  const { words } = data;
  const apply = () => {
    const cards = filter.shown(wantedOf(form));
    list.show(cards);
    const matches = cards.reduce((sum, card) => sum + card.matches.length, 0);
    status.textContent =
      cards.length === 0
        ? words.nothingFound
        : say(words.shownCards, { shown: cards.length, all: data.cards.length, matches });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(apply, PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
  });
  form.addEventListener('reset', () => {
    // The fields are empty only after this.
    setTimeout(apply);
  });
  apply();
}

/** What the fields hold. */
function wantedOf(form: HTMLFormElement): Wanted {
  const values = new FormData(form);
  const value = (name: string) => String(values.get(name) ?? '');
  return {
    text: value('text'),
    chain: value('chain'),
    region: value('region'),
    level: value('level'),
    kind: value('kind'),
    answered: value('answered'),
  };
}
