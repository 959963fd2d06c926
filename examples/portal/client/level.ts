import type { Level } from '../server/api.ts';
import { element } from './dom.ts';
import { inLanguage } from './words.ts';

/** A level by shape and word: as many bars are filled as it counts. Colour says nothing that these do not. */
export function levelBadge(level: Level): HTMLElement {
  const bars = [1, 2, 3].map((bar) => element('i', { class: level.level >= bar ? 'full' : 'empty' }));
  return element(
    'span',
    { class: `level level-${level.level}` },
    element('span', { class: 'bars', 'aria-hidden': 'true' }, ...bars),
    inLanguage(level),
  );
}
