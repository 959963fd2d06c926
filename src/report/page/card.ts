import type { PageData } from '../data.ts';
import { el, say, told } from './dom.ts';
import type { ShownCard } from './filter.ts';
import { matchItem, particulars } from './match.ts';

/** Matches of a card that are shown before somebody asks for all of them. */
const FIRST_MATCHES = 10;
/** So many are shown in any case; further ones only where they have a level above none. */
const LEAST_MATCHES = 3;

/** How many matches of a card are shown at first; on paper all but those of the level of nothing behind the first. */
export function firstMatches(
  { cards }: PageData,
  { card, matches }: ShownCard,
  most = FIRST_MATCHES,
): number {
  const all = cards[card]!.matches;
  let first = 0;
  while (
    first < Math.min(matches.length, most) &&
    (first < LEAST_MATCHES || all[matches[first]!]!.level !== 0)
  )
    first++;
  return first;
}

/** What of the cards is open, kept while they come and go. */
export class OpenParts {
  readonly #open = new Set<string>();
  /** Everything is open but what has the level of nothing: on paper. */
  all = false;

  has(key: string, level?: number): boolean {
    return (this.all && level !== 0) || this.#open.has(key);
  }

  set(key: string, isOpen: boolean): void {
    if (this.all) return;
    if (isOpen) this.#open.add(key);
    else this.#open.delete(key);
  }
}

/** The card of a query with its matches. */
export function cardElement(data: PageData, shown: ShownCard, open: OpenParts): HTMLElement {
  const { words, records } = data;
  const card = data.cards[shown.card]!;
  const query = records[card.query]!;
  const id = `card-${shown.card}`;
  const { matches } = shown;
  const list = el('ol', { class: 'matches' });
  const add = (from: number, to: number) => {
    for (const place of matches.slice(from, to)) {
      const key = `${shown.card}/${place}`;
      const match = card.matches[place]!;
      const isOpen = open.has(key, match.level);
      list.append(matchItem(data, query, match, isOpen, (now) => open.set(key, now)));
    }
  };
  const isWhole = !open.all && open.has(id);
  const first = isWhole ? matches.length : firstMatches(data, shown, open.all ? matches.length : undefined);
  add(0, first);
  const article = el(
    'article',
    { class: 'card', id, 'aria-labelledby': `${id}-title` },
    el(
      'div',
      { class: 'card-head' },
      el('h3', { id: `${id}-title`, tabindex: -1 }, told(query.title)),
      particulars(data, query),
      card.answer !== undefined &&
        el(
          'p',
          { class: card.answered ? 'answer' : 'answer none' },
          el('b', {}, card.answered ? words.answered : words.unanswered),
          ' ',
          card.answer,
        ),
      card.needs.length > 0 &&
        el(
          'div',
          { class: 'needs' },
          el('h4', {}, words.needs),
          el('ol', {}, ...card.needs.map((need) => el('li', {}, told(need)))),
        ),
    ),
    matches.length > 0
      ? list
      : el('p', { class: 'nothing' }, card.matches.length === 0 ? words.noMatches : words.noneShown),
  );
  if (first < matches.length) {
    const more = el(
      'button',
      { type: 'button', class: 'more' },
      say(words.more, { count: matches.length - first }),
    );
    more.addEventListener('click', () => {
      open.set(id, true);
      add(first, matches.length);
      const next = list.children[first]?.querySelector('summary');
      more.remove();
      next?.focus();
    });
    article.append(more);
  }
  return article;
}
