import type { Info, RecordAnswer, SearchAnswer } from '../server/api.ts';
import { chainTiles } from './chain-map.ts';
import { detailView } from './detail.ts';
import { all, byId, element } from './dom.ts';
import { facetFields } from './facets.ts';
import { listenToKeys } from './keyboard.ts';
import { type ListActions, listItems, pageLinks } from './list.ts';
import { showPageWords } from './page-words.ts';
import { askInfo, askRecord, askSearch, ServerRefusal } from './server.ts';
import { Sheets } from './sheets.ts';
import {
  type Change,
  emptyState,
  isHome,
  type Language,
  type PageState,
  questionOf,
  readHash,
  writeHash,
} from './state.ts';
import { TextBox } from './text-box.ts';
import { inLanguage, say, sayAll, setLanguage } from './words.ts';

/** The page: its state is its address, and everything that is shown follows from it. */

const DEFAULT_LANGUAGE: Language = document.documentElement.lang === 'en' ? 'en' : 'zh';
/** On a phone the list comes first: picture and filters are folded. */
const isNarrow = matchMedia('(max-width: 760px)').matches;
const detail = byId<HTMLDialogElement>('detail');

let state = readHash(location.hash, DEFAULT_LANGUAGE);
let answer: SearchAnswer | undefined;
let info: Info | undefined;
/** Whether a question is on its way, and whether the state has gone on since. */
let isRunning = false;
let isStale = false;

const actions: ListActions = {
  address: (change) => writeHash(changed(change), DEFAULT_LANGUAGE),
  go: (change) => go(change),
};
const box = new TextBox({
  typed: (text) => {
    const asked = { text, of: undefined, like: undefined, open: undefined, page: 1 };
    // The first letter is a place to come back to, and the others follow it.
    if (text !== state.text) go(asked, state.text !== '');
  },
  enter: () => all('#list a.title')[0]?.focus(),
});
const sheets = new Sheets({
  state: () => state,
  answer: () => answer,
  visit: (next) => visit(next),
  tell,
  told: toldOf,
  changed: refresh,
});

/** The state with a change; undefined takes a part away. */
function changed(change: Change): PageState {
  const kept = Object.entries({ ...state, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as PageState;
}

/** Changes the state. @param follows whether it only follows the typing, and is no place to come back to */
function go(change: Change, follows = false): void {
  visit(changed(change), follows);
}

/** Goes to another state. */
function visit(next: PageState, follows = false): void {
  const address = writeHash(next, DEFAULT_LANGUAGE);
  if (follows) history.replaceState(null, '', address);
  else if (address !== location.hash) history.pushState(null, '', address);
  follow(next);
}

/** Shows a state: asks for what is not there. */
function follow(next: PageState): void {
  const before = state;
  state = next;
  setLanguage(state.language);
  const isOther = writeHash({ ...state, open: '' }, 'zh') !== writeHash({ ...before, open: '' }, 'zh');
  if (state.language !== before.language) showWords();
  showQuestion();
  if (isOther || answer === undefined) void find();
  void showDetail();
}

/**
 * Asks for what the state wants. While one question is on its way the newest waits for it: the server answers one at a time,
 * and of what is typed in between nobody wants to know.
 */
async function find(): Promise<void> {
  isStale = true;
  if (isRunning) return;
  isRunning = true;
  const list = byId('list');
  list.setAttribute('aria-busy', 'true');
  while (isStale) {
    isStale = false;
    const isTurned = answer !== undefined && answer.page !== state.page;
    try {
      const found = await askSearch(questionOf(state), state.page);
      if (isStale) continue;
      answer = found;
      tell(undefined);
      showAnswer(answer);
      if (isTurned) byId('results').scrollIntoView({ block: 'start' });
    } catch (error) {
      if (!isStale) tell(error);
    }
  }
  isRunning = false;
  list.removeAttribute('aria-busy');
}

/** What is said of an error. */
function toldOf(error: unknown): string {
  return error instanceof ServerRefusal ? inLanguage(error.told) : say('failed');
}

/** Shows an error or a word; nothing takes it away. */
function tell(what: unknown): void {
  const alert = byId('alert');
  alert.hidden = what === undefined;
  alert.textContent = what === undefined ? '' : typeof what === 'string' ? what : toldOf(what);
}

/** All texts, in the language of the state. */
function showWords(): void {
  showPageWords(state.language);
  sheets.showNews();
  showMap();
  if (answer !== undefined) showAnswer(answer);
}

/** The question as far as it can be seen without the server. */
function showQuestion(): void {
  for (const radio of all<HTMLInputElement>('#ask [name="side"]')) {
    radio.checked = radio.value === state.side;
  }
  box.show(state);
  byId('clear').hidden = state.text === '' && state.of === undefined && state.like === undefined;
  byId('save').hidden = isHome(state);
  showMap();
}

let wasHome: boolean | undefined;

function showMap(): void {
  if (info === undefined) return;
  const short = info.chains.filter(({ supply, demand }) => demand > supply).length;
  byId('legend').textContent = sayAll('legend', { ...info.records, short });
  byId('tiles').replaceChildren(
    ...chainTiles(info, state.chains, (code) => {
      const others = state.chains.filter((other) => other !== code);
      go({ chains: state.chains.includes(code) ? others : [...others, code], page: 1 });
    }),
  );
  // Open where nothing else is to be seen; whoever closes or opens it has it so until then.
  const home = state.text === '' && state.of === undefined && state.like === undefined;
  if (home !== wasHome) byId<HTMLDetailsElement>('map').open = home && !isNarrow;
  wasHome = home;
}

function showAnswer(shown: SearchAnswer): void {
  const { total, took, subject } = shown;
  const isAsked = state.text !== '' || state.of !== undefined || state.like !== undefined;
  const word = isAsked ? 'found' : isHome(state) ? 'newest' : 'filtered';
  byId('count').replaceChildren(
    say(word, total.toLocaleString('en')),
    element('small', {}, ` ${say('took', took.toFixed(0))}`),
  );
  document.title = isAsked ? `${subject?.title ?? state.text.slice(0, 40)} · ${say('brand')}` : say('brand');
  const about = byId('subject');
  about.hidden = subject === undefined;
  about.textContent = '';
  if (subject !== undefined) {
    about.append(
      `${say(state.of === undefined ? 'alike' : 'answering')} `,
      element('a', { href: recordAddress(subject) }, subject.title),
      ` ${[subject.organization, subject.id].filter((part) => part !== '').join(' · ')}`,
    );
  }
  const told = byId('answer');
  told.hidden = shown.answer === undefined && total > 0;
  told.textContent =
    total === 0 ? say('nothing') : shown.answer === undefined ? '' : inLanguage(shown.answer);
  keepFocus(() => byId('facets').replaceChildren(...facetFields(shown, state, actions.go)));
  byId('list').replaceChildren(...listItems(shown, actions));
  const pages = byId('pages');
  pages.hidden = shown.pages < 2;
  pages.replaceChildren(...pageLinks(shown, actions));
}

/** The address of a record alone. */
function recordAddress({ side, id }: { readonly side: PageState['side']; readonly id: string }): string {
  return writeHash({ ...emptyState(state.language, side), open: id }, DEFAULT_LANGUAGE);
}

/** Replaces elements without taking the focus, or what was unfolded, away. */
function keepFocus(replace: () => void): void {
  const focused = document.activeElement?.id ?? '';
  const open = all('#facets details[open]').map(({ id }) => id);
  replace();
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused !== '' && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

let opened: string | undefined;

async function showDetail(): Promise<void> {
  const { open } = state;
  if (open === undefined) {
    opened = undefined;
    if (detail.open) detail.close();
    return;
  }
  const key = writeHash(state, 'zh');
  if (opened === key) return;
  opened = key;
  let found: RecordAnswer;
  try {
    found = await askRecord(questionOf(state), open);
  } catch (error) {
    tell(error);
    if (state.open === open) go({ open: undefined }, true);
    return;
  }
  if (state.open !== open) return;
  detail.replaceChildren(...detailView(found, actions, closeDetail));
  if (!detail.open) detail.showModal();
  detail.scrollTop = 0;
}

function closeDetail(): void {
  if (state.open === undefined) return;
  const { open } = state;
  go({ open: undefined });
  const titles = all('#list a.title');
  titles.find((title) => title.dataset.id === open)?.focus();
}

/** What is different after an import. */
async function refresh(): Promise<void> {
  info = await askInfo();
  showMap();
  await find();
}

function clear(): void {
  box.clear();
  go({ text: '', of: undefined, like: undefined, page: 1, level: 0 });
}

byId('ask').addEventListener('submit', (event) => event.preventDefault());
byId('ask').addEventListener('change', (event) => {
  const { name, value } = event.target as HTMLInputElement;
  if (name !== 'side') return;
  visit({ ...emptyState(state.language, value as PageState['side']), text: state.text });
});
byId('clear').addEventListener('click', clear);
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('results').focus();
});
byId('language').addEventListener('click', () => go({ language: state.language === 'zh' ? 'en' : 'zh' }));
detail.addEventListener('close', closeDetail);
for (const sheet of all<HTMLDialogElement>('dialog')) {
  // Outside of a sheet is its backdrop.
  sheet.addEventListener('click', (event) => event.target === sheet && sheet.close());
}
window.addEventListener('popstate', () => follow(readHash(location.hash, DEFAULT_LANGUAGE)));
document.addEventListener('visibilitychange', () => {
  // Who comes back sees what others have taken in meanwhile.
  if (document.visibilityState === 'visible') void sheets.refreshNews();
});
listenToKeys(clear);

if (isNarrow) byId<HTMLDetailsElement>('filters').open = false;
setLanguage(state.language);
showWords();
follow(state);
void sheets.refreshNews();
askInfo().then((told) => {
  info = told;
  byId('xlsx').hidden = !told.workbooks;
  showMap();
}, tell);
