/**
 * Room `report/page`: the script of the page: cards as they come into sight, filters, colours, paper.
 * Begin: `main.ts`, which is compiled into `page.generated.ts` by `npm run build:report`, together with `page.css`.
 * Order: knows the data of the report by their types alone, and the page by the ids of its elements.
 */

import type { PageData } from '../data.ts';
import { cardElement, firstMatches, OpenParts } from './card.ts';
import { el } from './dom.ts';
import type { ShownCard } from './filter.ts';

/**
 * The list of cards. Few cards are all there, so that the browser's own search finds what is in them. Of many each is made
 * when it comes near to what is in sight, and taken away when it is far; what is above keeps its height, so that nothing
 * jumps.
 */

/** Matches up to which all cards are there. */
const FEW = 500;

/** Cards that come and go together. */
const TOGETHER = 6;
/** How near, in screens: the keyboard finds what comes next, and printing nothing unexpected. */
const NEAR = '150%';
/** Heights before anything was measured, in pixels. */
const CARD_HEIGHT = 170;
const MATCH_HEIGHT = 150;

interface Group {
  readonly cards: readonly ShownCard[];
  readonly holder: HTMLElement;
  isFilled: boolean;
}

export class CardList {
  readonly open = new OpenParts();
  readonly #data: PageData;
  readonly #holder: HTMLElement;
  readonly #observer: IntersectionObserver;
  readonly #groupOf = new Map<number, Group>();
  #groups = new Map<Element, Group>();
  #shown: readonly ShownCard[] = [];

  constructor(data: PageData, holder: HTMLElement) {
    this.#data = data;
    this.#holder = holder;
    this.#observer = new IntersectionObserver((entries) => this.#look(entries), {
      rootMargin: `${NEAR} 0px`,
    });
  }

  /** What is shown now. */
  get shown(): readonly ShownCard[] {
    return this.#shown;
  }

  /** Shows these cards, from the first one on. */
  show(cards: readonly ShownCard[]): void {
    this.#shown = cards;
    this.#observer.disconnect();
    this.#groups = new Map();
    this.#groupOf.clear();
    const holders: HTMLElement[] = [];
    for (let at = 0; at < cards.length; at += TOGETHER) {
      const holder = el('div', { class: 'group' });
      const group: Group = { cards: cards.slice(at, at + TOGETHER), holder, isFilled: false };
      this.#groups.set(holder, group);
      for (const { card } of group.cards) this.#groupOf.set(card, group);
      holder.style.height = `${heightOf(this.#data, group.cards)}px`;
      holders.push(holder);
    }
    this.#holder.replaceChildren(...holders);
    const matches = cards.reduce((sum, card) => sum + card.matches.length, 0);
    if (cards.length + matches <= FEW) this.fillAll();
    else for (const holder of holders) this.#observer.observe(holder);
  }

  /** Brings a card into sight, and the keyboard to it; false where it is not shown. */
  reveal(card: number): boolean {
    const group = this.#groupOf.get(card);
    if (group === undefined) return false;
    // What comes into sight with it first, so that it stays where it is.
    const before = this.#groups.get(group.holder.previousElementSibling!);
    for (const one of [before, group]) if (one !== undefined) this.#fill(one);
    const title = document.getElementById(`card-${card}-title`);
    title?.closest('article')?.scrollIntoView({ block: 'start' });
    title?.focus({ preventScroll: true });
    return true;
  }

  /** Makes all cards at once, for paper. */
  fillAll(): void {
    this.#observer.disconnect();
    for (const group of this.#groups.values()) this.#fill(group);
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const group = this.#groups.get(target);
      if (group === undefined) continue;
      if (isIntersecting) this.#fill(group);
      else this.#empty(group);
    }
  }

  #fill(group: Group): void {
    if (group.isFilled) return;
    const { holder, cards } = group;
    const before = holder.getBoundingClientRect();
    holder.replaceChildren(...cards.map((card) => cardElement(this.#data, card, this.open)));
    holder.style.height = '';
    group.isFilled = true;
    // What is above what is in sight has changed its height: the page moves along.
    if (before.bottom <= 0) window.scrollBy(0, holder.getBoundingClientRect().height - before.height);
  }

  #empty(group: Group): void {
    const { holder } = group;
    if (!group.isFilled || holder.contains(document.activeElement)) return;
    holder.style.height = `${holder.getBoundingClientRect().height}px`;
    holder.replaceChildren();
    group.isFilled = false;
  }
}

function heightOf(data: PageData, cards: readonly ShownCard[]): number {
  return cards.reduce((sum, card) => sum + CARD_HEIGHT + firstMatches(data, card) * MATCH_HEIGHT, 0);
}
