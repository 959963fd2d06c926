import type { PageData, PageMatch, PageRecord } from '../data.ts';
import { el, say, told } from './dom.ts';
import { levelMark } from './level.ts';
import { markedTexts } from './marked.ts';
import { score, waterfall } from './waterfall.ts';

/** Kinds that go without saying. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['achievement', 'demand']);

/** One match: what it is, why, and on demand both texts beside each other and the parts of the score. */
export function matchItem(
  data: PageData,
  query: PageRecord,
  match: PageMatch,
  isOpen: boolean,
  onToggle: (isOpen: boolean) => void,
): HTMLElement {
  const { words } = data;
  const record = data.records[match.record]!;
  const details = el('details', { class: 'why' }, el('summary', {}, words.compare));
  let isMade = false;
  const make = () => {
    if (isMade) return;
    isMade = true;
    details.append(reasons(data, query, record, match));
  };
  if (isOpen) {
    make();
    details.open = true;
  }
  details.addEventListener('toggle', () => {
    if (details.open) make();
    onToggle(details.open);
  });
  const percent =
    match.probability === undefined
      ? undefined
      : say(words.probability, { percent: `${Math.round(match.probability * 100)}%` });
  return el(
    'li',
    { class: 'match' },
    el(
      'div',
      { class: 'match-head' },
      el('span', { class: 'rank' }, el('span', { class: 'unseen' }, words.rank), String(match.rank)),
      el('h4', {}, told(record.title)),
      el(
        'p',
        { class: 'grade' },
        levelMark(match.level, data),
        el('span', { class: 'score' }, `${words.score} `, el('b', {}, score(match.score))),
        percent !== undefined && el('span', { class: 'probability' }, percent),
      ),
    ),
    particulars(data, record),
    match.need === undefined
      ? undefined
      : el('p', { class: 'need' }, say(words.need, { number: match.need + 1 })),
    match.reason !== '' && el('p', { class: 'reason' }, told(match.reason)),
    details,
  );
}

/** Organisation, place, kind and chains of a record, and what else it says. */
export function particulars(data: PageData, record: PageRecord): HTMLElement {
  const { words, chains, kinds } = data;
  const items = [
    record.organization === undefined ? undefined : told(record.organization),
    record.place === undefined ? undefined : told(record.place),
    PLAIN_KINDS.has(record.kind) ? undefined : kinds[record.kind],
    ...record.facts.map(([label, text]) => el('span', {}, `${label} `, told(text))),
    el('span', { class: 'id' }, `${words.number} `, told(record.id)),
  ];
  const tags = record.chains.map((code) => el('li', {}, Object.hasOwn(chains, code) ? chains[code]! : code));
  return el(
    'div',
    { class: 'particulars' },
    el('ul', { class: 'facts' }, ...items.map((item) => item !== undefined && el('li', {}, item))),
    tags.length > 0 && el('ul', { class: 'chains', 'aria-label': words.chains }, ...tags),
  );
}

function reasons(data: PageData, query: PageRecord, record: PageRecord, match: PageMatch): HTMLElement {
  const { words } = data;
  const conditions = match.conditions.map(([outcome, text]) =>
    el('li', {}, el('b', {}, outcome), ' ', told(text)),
  );
  const side = (shown: PageRecord, places: PageMatch['queryPlaces']) =>
    el(
      'div',
      { class: 'side' },
      el('h5', {}, shown.kind === 'demand' ? words.texts.demand : words.texts.supply),
      markedTexts(shown, places),
    );
  return el(
    'div',
    { class: 'reasons' },
    el('div', { class: 'sides' }, side(query, match.queryPlaces), side(record, match.recordPlaces)),
    conditions.length > 0 &&
      el('div', { class: 'conditions' }, el('h5', {}, words.conditions), el('ul', {}, ...conditions)),
    match.parts.length > 0 && waterfall(match, words),
  );
}
