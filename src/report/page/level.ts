import type { PageData } from '../data.ts';
import { el, svg } from './dom.ts';

/** A level as a shape and a word: three steps, as many filled as the level has. */

const STEPS = 3;

export function levelMark(
  level: number | undefined,
  { levels, words }: Pick<PageData, 'levels' | 'words'>,
): HTMLElement {
  if (level === undefined) return el('span', { class: 'level' }, words.noLevel);
  const steps = Array.from({ length: STEPS }, (_, i) =>
    svg('rect', {
      x: 1 + i * 6,
      y: 8 - i * 3,
      width: 4,
      height: 5 + i * 3,
      class: i < level ? 'step on' : 'step',
    }),
  );
  return el(
    'span',
    { class: `level level-${level}` },
    svg(
      'svg',
      { class: 'steps', viewBox: '0 0 20 14', width: 20, height: 14, 'aria-hidden': 'true' },
      ...steps,
    ),
    levels[level]!,
  );
}
