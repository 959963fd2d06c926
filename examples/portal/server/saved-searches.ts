import { randomUUID } from 'node:crypto';
import type { Question, SavedSearchAnswer } from './api.ts';
import { type Found, findAll } from './find.ts';
import type { Portal } from './portal.ts';
import { Refused } from './refused.ts';
import { titleOf } from './shown.ts';
import type { SavedSearch } from './store.ts';
import { visibleRecord } from './subject.ts';

/** Saved searches: each tells what its own list has that was not there, or was another, when it was last looked at. */

const LONGEST_NAME = 100;
const MOST_SEARCHES = 200;
/** News that are listed of each. */
const MOST_NEWS = 50;

/** Saves a search; what it finds now counts as seen. @throws Refused */
export async function saveSearch(portal: Portal, question: Question, name: unknown): Promise<void> {
  if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) {
    throw new Refused(
      400,
      `名称应是 1 至 ${LONGEST_NAME} 个字符。`,
      `A name has 1 to ${LONGEST_NAME} characters.`,
    );
  }
  if ((await portal.store.searches()).length >= MOST_SEARCHES) {
    throw new Refused(
      400,
      `最多保存 ${MOST_SEARCHES} 个检索。`,
      `At most ${MOST_SEARCHES} searches are saved.`,
    );
  }
  // One that cannot be run is not kept.
  findAll(portal, question);
  await see(portal, { id: randomUUID(), name: name.trim(), question, seen: '' });
}

/** All that a search finds now is seen. @throws Refused 404 */
export async function lookAt(portal: Portal, id: string): Promise<void> {
  const found = (await portal.store.searches()).find((search) => search.id === id);
  if (found === undefined) throw new Refused(404, '没有这个检索。', 'There is no such search.');
  await see(portal, found);
}

async function see(portal: Portal, search: SavedSearch): Promise<void> {
  const { key, seen } = portal.side(search.question.side).seen();
  await portal.store.saveSearch({ ...search, seen: key });
  await portal.store.keepSeen(key, seen);
}

/** Every saved search with its news. */
export async function savedSearches(portal: Portal): Promise<SavedSearchAnswer[]> {
  const answers: SavedSearchAnswer[] = [];
  for (const search of await portal.store.searches()) answers.push(await withNews(portal, search));
  return answers;
}

async function withNews(
  portal: Portal,
  { id, name, question, seen }: SavedSearch,
): Promise<SavedSearchAnswer> {
  const collection = portal.side(question.side);
  const told = { id, name, question };
  let found: Found;
  try {
    found = findAll(portal, question);
  } catch (error) {
    // The record that it asked about has gone.
    if (error instanceof Refused) return { ...told, total: 0, news: [] };
    throw error;
  }
  const now = collection.seen();
  // Nothing was put in since: nothing is compared.
  if (now.key === seen) return { ...told, total: found.total, news: [] };
  const before = new Map(await portal.store.seen(seen));
  const prints = new Map(now.seen);
  const news = found
    .slice(0, found.total)
    .map((index) => collection.record(index).id)
    .filter((record) => before.get(record) !== prints.get(record))
    .slice(0, MOST_NEWS)
    .map((record) => ({
      id: record,
      title: titleOf(visibleRecord(collection, record)).text,
      changed: before.has(record),
    }));
  return { ...told, total: found.total, news };
}
