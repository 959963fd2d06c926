import type { Item, SearchAnswer } from '../server/api.ts';
import { element, markedNodes } from './dom.ts';
import { levelBadge } from './level.ts';
import type { Change } from './state.ts';
import { inLanguage, say } from './words.ts';

/** The list of records, and its pages. */

export interface ListActions {
  /** Address of a state that differs from the one shown. */
  address(change: Change): string;
  go(change: Change): void;
}

/** Links of a page around the one that is shown. */
const AROUND = 2;

export function listItems({ items }: SearchAnswer, actions: ListActions): HTMLLIElement[] {
  return items.map((item) => element('li', {}, listItem(item, actions)));
}

function listItem(item: Item, actions: ListActions): HTMLElement {
  const { id, title, excerpt, score, level, reason } = item;
  const link = element(
    'a',
    { class: 'title', href: actions.address({ open: id }), 'data-id': id },
    ...markedNodes(title),
  );
  return element(
    'article',
    { class: 'item' },
    element(
      'h3',
      {},
      level === undefined ? undefined : levelBadge(level),
      link,
      score === undefined
        ? undefined
        : element('span', { class: 'score' }, `${say('score')} ${score.toFixed(2)}`),
    ),
    aboutOf(item),
    excerpt.text === '' ? undefined : element('p', { class: 'excerpt' }, ...markedNodes(excerpt)),
    reason === undefined || inLanguage(reason) === ''
      ? undefined
      : element('p', { class: 'reason' }, inLanguage(reason)),
    element('div', { class: 'foot' }, chainChips(item), itemButtons(item, actions)),
  );
}

/** Organisation, place, kind, maturity, id: each apart, so that a mark of direction in one turns no other round. */
export function aboutOf({ organization, region, kind, stage, id }: Item): HTMLElement {
  const parts = [organization, region && inLanguage(region), inLanguage(kind), stage, id];
  const shown = parts.flatMap((part) =>
    part === undefined || part === '' ? [] : [element('bdi', {}, part)],
  );
  return element('p', { class: 'about' }, ...shown.flatMap((part, i) => (i === 0 ? [part] : [' · ', part])));
}

export function chainChips({ chains }: Item): HTMLElement {
  const chips = chains.map((chain) =>
    element('li', { class: chain.shared ? 'chip shared' : 'chip' }, inLanguage(chain)),
  );
  return element('ul', { class: 'chips', 'aria-label': say('chains') }, ...chips);
}

/** What can be asked about a record. */
export function itemButtons({ side, id }: Item, { go }: ListActions): HTMLElement {
  const other = side === 'supply' ? 'demand' : 'supply';
  const asked = {
    text: '',
    of: undefined,
    like: undefined,
    open: undefined,
    page: 1,
    level: 0,
    ...NO_FILTERS,
  };
  const button = (label: string, change: Change) =>
    element('button', { type: 'button', onclick: () => go(change) }, label);
  return element(
    'div',
    { class: 'acts' },
    button(say(`across_${side}`), { ...asked, side: other, of: id }),
    button(say('similar'), { ...asked, side, like: id }),
  );
}

export const NO_FILTERS = { chains: [], regions: [], kinds: [], stages: [] } as const;

/** Previous, numbers around this page, next. */
export function pageLinks({ page, pages }: SearchAnswer, actions: ListActions): HTMLElement[] {
  const numbers = Array.from({ length: pages }, (_, i) => i + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) <= AROUND,
  );
  const link = (n: number, text: string, label: string) =>
    element(
      'a',
      {
        href: actions.address({ page: n }),
        'aria-label': label,
        'aria-current': n === page && text === String(n) ? 'page' : undefined,
      },
      text,
    );
  const made: HTMLElement[] = [];
  if (page > 1) made.push(link(page - 1, '‹', say('previous')));
  for (const [i, n] of numbers.entries()) {
    if (i > 0 && n > numbers[i - 1]! + 1) made.push(element('span', { 'aria-hidden': 'true' }, '…'));
    made.push(link(n, String(n), say('page', n)));
  }
  if (page < pages) made.push(link(page + 1, '›', say('next')));
  return made;
}
