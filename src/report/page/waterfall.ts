import type { PageMatch, PageWords } from '../data.ts';
import { el, svg } from './dom.ts';

/** The parts of a score as a waterfall, and as a table beside it. */

/** A line of text above a bar. */
const ROW = 30;
const TEXT = 13;
const BAR = 8;
const WIDTH = 330;

/** Digits of a score. */
export const score = (value: number) => value.toFixed(3);
/** What a part adds, with its sign. */
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** One step of a waterfall. */
export interface Step {
  readonly name: string;
  readonly value: number;
  /** The lower and the upper end of the bar. */
  readonly from: number;
  readonly to: number;
}

/** Where the bars of the parts lie: each begins where the one before ended. */
export function stepsOf(parts: PageMatch['parts']): Step[] {
  let sum = 0;
  return parts.map(([name, value]) => {
    const before = sum;
    sum += value;
    return { name, value, from: Math.min(before, sum), to: Math.max(before, sum) };
  });
}

export function waterfall(match: PageMatch, words: PageWords): HTMLElement {
  const steps = stepsOf(match.parts);
  const most = Math.max(match.score, ...steps.map(({ to }) => to), Number.MIN_VALUE);
  const x = (value: number) => Number(((Math.max(0, value) / most) * WIDTH).toFixed(1));
  const row = (i: number, name: string, figure: string, of: string) => [
    svg('text', { x: 0, y: i * ROW + TEXT, class: `name ${of}` }, name),
    svg('text', { x: WIDTH, y: i * ROW + TEXT, class: `figure ${of}` }, figure),
  ];
  const bar = (i: number, from: number, to: number, of: string) =>
    svg('rect', {
      x: Math.min(x(from), WIDTH - 1),
      y: i * ROW + TEXT + 4,
      width: Math.max(1, x(to) - x(from)),
      height: BAR,
      class: `bar ${of}`,
    });
  const bars = steps.flatMap(({ name, value, from, to }, i) => {
    const end = x(value < 0 ? from : to);
    return [
      bar(i, from, to, value < 0 ? 'less' : ''),
      svg('line', { x1: end, x2: end, y1: i * ROW + TEXT + 4, y2: (i + 1) * ROW + TEXT + 4, class: 'join' }),
      ...row(i, name, signed(value), ''),
    ];
  });
  const total = [
    ...row(steps.length, words.score, score(match.score), 'sum'),
    bar(steps.length, 0, match.score, 'sum'),
  ];
  const height = (steps.length + 1) * ROW;
  const picture = svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, class: 'waterfall', role: 'img', 'aria-label': words.partsOf },
    ...bars,
    ...total,
  );
  return el('div', { class: 'parts' }, el('h5', {}, words.parts), picture, partsTable(match, words));
}

function partsTable(match: PageMatch, words: PageWords): HTMLElement {
  const row = (name: string, value: string) =>
    el('tr', {}, el('th', { scope: 'row' }, name), el('td', { class: 'number' }, value));
  return el(
    'details',
    { class: 'as-table' },
    el('summary', {}, words.partsTable),
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, words.partsOf),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, words.part),
          el('th', { scope: 'col', class: 'number' }, words.value),
        ),
      ),
      el('tbody', {}, ...match.parts.map(([name, value]) => row(name, signed(value)))),
      el('tfoot', {}, row(words.sum, score(match.score))),
    ),
  );
}
