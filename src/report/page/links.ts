import type { CardList } from './card-list.ts';
import { byId } from './dom.ts';

/** Links to cards: they may not be there yet, or not be among what is shown. */

export function startLinks(list: CardList): void {
  const go = (hash: string): boolean => {
    const card = /^#card-(\d+)$/.exec(hash)?.[1];
    if (card === undefined) return false;
    if (!list.reveal(Number(card))) {
      (byId('filters') as HTMLFormElement).reset();
      // After the filters have heard of it.
      setTimeout(() => list.reveal(Number(card)), 1);
    }
    return true;
  };
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a[href^="#card-"]');
    if (link && go(link.getAttribute('href')!)) event.preventDefault();
  });
  window.addEventListener('hashchange', () => go(location.hash));
  go(location.hash);
}
