import type { FieldSpan, MatchRecord } from 'cuohe';
import { KIND_NAMES, organizationName } from '../../src/command/words.ts';
import { pieces } from './highlight.ts';
import type { ShownMatch } from './messages.ts';

/** Turns matches into elements. Texts of records only ever become text nodes. */

/** The score that fills a bar: few pairs of different authors reach it. */
const FULL_BAR = 0.6;
/** Texts of a record that are shown, with their headings. */
const SHOWN_FIELDS = [
  ['abstract', ''],
  ['text', ''],
  ['expertise', '专长'],
  ['researchFields', '研究方向'],
  ['applications', '应用'],
] as const;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** One match as an item of the list. */
export function matchItem({ rank, id, score, chains, reason, record, spans }: ShownMatch): HTMLLIElement {
  const meter = element('div', 'bar', element('span', ''));
  meter.setAttribute('aria-hidden', 'true');
  (meter.firstElementChild as HTMLElement).style.width = `${Math.min(1, score / FULL_BAR) * 100}%`;
  const kind = record.kind === 'achievement' ? [] : [element('span', 'kind', KIND_NAMES[record.kind].zh)];
  const title = element('h3', '', ...kind, ...marked(record.title, 'title', spans));
  return element(
    'li',
    'match',
    element('div', 'rank', String(rank)),
    element(
      'div',
      'body',
      element('header', '', title, element('div', 'score', element('b', '', score.toFixed(3)), meter)),
      element('p', 'about', [organizationName(record), id].filter((part) => part !== '').join(' · ')),
      chips(chains),
      element('p', 'reason', reason.zh, english(reason.en)),
      ...texts(record, spans),
    ),
  );
}

/** Chain names side by side. */
export function chips(names: readonly string[]): HTMLElement {
  return element('div', 'chips', ...names.map((name) => element('span', 'chip', name)));
}

function texts(record: MatchRecord, spans: readonly FieldSpan[]): HTMLElement[] {
  const shown: HTMLElement[] = [];
  for (const [field, heading] of SHOWN_FIELDS) {
    const text = record[field];
    if (typeof text !== 'string' || text.trim() === '') continue;
    const label = heading === '' ? [] : [element('b', '', `${heading}：`)];
    shown.push(element('p', 'text', ...label, ...marked(text, field, spans)));
  }
  const keywords = record.keywords ?? [];
  if (keywords.length > 0) {
    const words = keywords.map((word, i) =>
      element('span', 'keyword', ...marked(word, `keywords[${i}]`, spans)),
    );
    shown.push(element('p', 'keywords', ...words));
  }
  return shown;
}

function english(text: string): HTMLElement {
  const made = element('span', 'en', text);
  made.lang = 'en';
  return made;
}

function marked(text: string, field: string, spans: readonly FieldSpan[]): (Node | string)[] {
  return pieces(text, field, spans).map((piece) =>
    piece.marked ? element('mark', '', piece.text) : piece.text,
  );
}
