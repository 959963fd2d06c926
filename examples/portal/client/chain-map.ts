import type { Info } from '../server/api.ts';
import { element } from './dom.ts';
import { inLanguage, say } from './words.ts';

/** The picture of chains: a tile for each, with two bars and their numbers. */

export function chainTiles(
  { chains }: Info,
  chosen: readonly string[],
  toggle: (code: string) => void,
): HTMLLIElement[] {
  const most = Math.max(1, ...chains.flatMap(({ supply, demand }) => [supply, demand]));
  return chains.map((chain) => {
    const { code, supply, demand } = chain;
    const isShort = demand > supply;
    const bar = (side: 'supply' | 'demand', count: number) => {
      const made = element('span', { class: `tile-bar ${side}` });
      made.style.width = `${(100 * count) / most}%`;
      return element(
        'span',
        { class: 'tile-row' },
        element('span', { class: 'tile-side' }, say(side)),
        element('span', { class: 'tile-track', 'aria-hidden': 'true' }, made),
        element('b', {}, String(count)),
      );
    };
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: isShort ? 'tile short' : 'tile',
          'aria-pressed': String(chosen.includes(code)),
          'data-chain': code,
          onclick: () => toggle(code),
        },
        element('span', { class: 'tile-name' }, inLanguage(chain)),
        bar('supply', supply),
        bar('demand', demand),
        isShort ? element('span', { class: 'tile-note' }, `▲ ${say('short')}`) : undefined,
      ),
    );
  });
}
