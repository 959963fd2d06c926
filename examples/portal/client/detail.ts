import type { RecordAnswer, ScorePart, ShownField } from '../server/api.ts';
import { element, markedNodes } from './dom.ts';
import { levelBadge } from './level.ts';
import { aboutOf, chainChips, itemButtons, type ListActions } from './list.ts';
import { inLanguage, say } from './words.ts';

/** A record in full, and why it matches. */
export function detailView(answer: RecordAnswer, actions: ListActions, close: () => void): HTMLElement[] {
  const { item, fields, pair } = answer;
  const head = element(
    'header',
    { class: 'sheet-head' },
    element(
      'h2',
      { id: 'detail-title' },
      item.level === undefined ? undefined : levelBadge(item.level),
      ...markedNodes(item.title),
    ),
    closeButton(close),
  );
  const record = element(
    'section',
    { class: 'side' },
    element('h3', {}, say(pair === undefined ? 'recordText' : 'offered')),
    ...fieldRows(fields),
  );
  return [
    head,
    aboutOf(item),
    element('div', { class: 'foot' }, chainChips(item), itemButtons(item, actions)),
    ...(pair === undefined ? [record] : [...pairView(answer, pair), both(pair, record)]),
  ];
}

export function closeButton(close: () => void): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'close', 'aria-label': say('close'), onclick: close },
    '×',
  );
}

type Pair = NonNullable<RecordAnswer['pair']>;

/** Query and record side by side, marked. */
function both(pair: Pair, record: HTMLElement): HTMLElement {
  const query = element(
    'section',
    { class: 'side' },
    element('h3', {}, say('asked')),
    element('p', { class: 'query-title' }, ...markedNodes(pair.queryTitle)),
    ...fieldRows(pair.query),
  );
  return element('div', { class: 'both' }, query, record);
}

function pairView({ item }: RecordAnswer, pair: Pair): HTMLElement[] {
  const made: HTMLElement[] = [
    element('h3', {}, say('why')),
    element('p', { class: 'reason' }, item.reason === undefined ? '' : inLanguage(item.reason)),
  ];
  if (pair.conditions.length > 0) {
    const rows = pair.conditions.map(({ met, ...text }) =>
      element(
        'li',
        { class: met ? 'met' : 'unmet' },
        element('b', {}, met ? `✓ ${say('met')}` : `✗ ${say('unmet')}`),
        ` ${inLanguage(text)}`,
      ),
    );
    made.push(element('h3', {}, say('conditions')), element('ul', { class: 'conditions' }, ...rows));
  }
  if (pair.phrases.length > 0) {
    const rows = pair.phrases.map(({ phrase, other }) =>
      element('li', { class: 'chip' }, other === undefined ? phrase : `${phrase} ≈ ${other}`),
    );
    made.push(element('h3', {}, say('phrases')), element('ul', { class: 'chips' }, ...rows));
  }
  made.push(element('h3', {}, say('parts')), waterfall(pair.parts, pair.score));
  return made;
}

/** The parts of a score as a waterfall, which is a table as well: each begins where the one before it ended. */
function waterfall(parts: readonly ScorePart[], score: number): HTMLElement {
  const most = Math.max(
    score,
    parts.filter(({ value }) => value > 0).reduce((sum, { value }) => sum + value, 0),
  );
  let sum = 0;
  const bar = (from: number, to: number, name: string) => {
    const made = element('span', { class: `fall ${name}` });
    made.style.left = `${(100 * Math.min(from, to)) / most}%`;
    made.style.width = `${(100 * Math.abs(to - from)) / most}%`;
    return element('td', { class: 'fall-cell', 'aria-hidden': 'true' }, made);
  };
  const rows = parts.map((part) => {
    const from = sum;
    sum += part.value;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, inLanguage(part)),
      bar(from, sum, part.value < 0 ? 'minus' : 'plus'),
      element('td', { class: 'number' }, `${part.value < 0 ? '−' : '+'}${Math.abs(part.value).toFixed(3)}`),
    );
  });
  rows.push(
    element(
      'tr',
      { class: 'sum' },
      element('th', { scope: 'row' }, say('sum')),
      bar(0, score, 'all'),
      element('td', { class: 'number' }, score.toFixed(3)),
    ),
  );
  return element(
    'table',
    { class: 'waterfall' },
    element('thead', {}, element('tr', {}, ...heads())),
    element('tbody', {}, ...rows),
  );
}

function heads(): HTMLElement[] {
  return [
    element('th', { scope: 'col' }, say('part')),
    element('td', { 'aria-hidden': 'true' }),
    element('th', { scope: 'col' }, say('adds')),
  ];
}

function fieldRows(fields: readonly ShownField[]): HTMLElement[] {
  if (fields.length === 0) return [];
  const rows = fields.flatMap((field) => [
    element('dt', {}, inLanguage(field.label)),
    element('dd', {}, ...markedNodes(field)),
  ]);
  return [element('dl', { class: 'fields' }, ...rows)];
}
