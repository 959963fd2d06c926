import type { Match } from 'cuohe';
import type { Question, SearchAnswer } from './api.ts';
import { facetChoices } from './facets.ts';
import { type Found, findAll } from './find.ts';
import { itemOf } from './item.ts';
import type { Portal } from './portal.ts';
import { organizationName, titleOf } from './shown.ts';
import type { StoredRecord } from './store.ts';

/** Records on a page of the list. */
export const PAGE_SIZE = 20;

/** One page of what a question finds. @throws Refused */
export function search(portal: Portal, question: Question, page = 1): SearchAnswer {
  const started = performance.now();
  const found = findAll(portal, question);
  const { collection, subject, total, named, levels, answer, counts } = found;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const first = (page - 1) * PAGE_SIZE;
  const shown = found.slice(first, PAGE_SIZE);
  // Reasons are made for the page alone.
  const matches = matchesOf(found, shown);
  const from = subject?.from;
  return {
    ...(from && {
      subject: {
        side: from.side,
        id: from.record.id,
        title: titleOf(from.record).text,
        organization: organizationName(from.record),
      },
    }),
    total,
    page,
    pages,
    items: shown.map((index, i) => {
      const { level, rank, score, ...item } = itemOf(collection, index, matches[i], first + i + 1);
      if (rank === undefined || named.has(index)) return item;
      return { ...item, rank, score: score!, ...(level && levels && { level }) };
    }),
    facets: facetChoices(collection, question, counts),
    ...(levels && { levels }),
    ...(answer && { answer }),
    took: performance.now() - started,
  };
}

const BY_NAME = { zh: '单位或编号与检索词相符。', en: 'Its organisation or id is what was typed.' };

/** The matches of records that were found, with reasons; nothing where nothing was asked. */
export function matchesOf(
  { collection, subject, named }: Found,
  wanted: readonly number[],
): Match<StoredRecord>[] {
  const matches = subject?.reasons(wanted.map((index) => collection.record(index).id)) ?? [];
  return matches.map((match) => (named.has(match.index) ? { ...match, reason: BY_NAME } : match));
}
