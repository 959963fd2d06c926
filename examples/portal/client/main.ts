import type { Info, RecordAnswer, SavedSearchAnswer, SearchAnswer } from '../server/api.ts';
import { chainTiles } from './chain-map.ts';
import { detailView } from './detail.ts';
import { all, byId, element } from './dom.ts';
import { facetFields } from './facets.ts';
import { importView } from './importing.ts';
import { listenToKeys } from './keyboard.ts';
import { type ListActions, listItems, pageLinks } from './list.ts';
import { searchesView } from './searches.ts';
import {
  askExport,
  askInfo,
  askRecord,
  askSearch,
  askSearches,
  lookAtSearch,
  removeSearch,
  ServerRefusal,
  saveSearch,
  sendFile,
} from './server.ts';
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
import { inLanguage, isWord, say, sayAll, setLanguage } from './words.ts';

/** The page: its state is its address, and everything that is shown follows from it. */

/** Milliseconds without a key before the server is asked. */
const PAUSE = 120;
/** Rows of an exported file; the server's limit. */
const MOST_ROWS = 500;

const DEFAULT_LANGUAGE: Language = document.documentElement.lang === 'en' ? 'en' : 'zh';
/** On a phone the list comes first: picture and filters are folded. */
const isNarrow = matchMedia('(max-width: 760px)').matches;
const text = byId<HTMLTextAreaElement>('text');
const detail = byId<HTMLDialogElement>('detail');
const searchesSheet = byId<HTMLDialogElement>('searches');
const importSheet = byId<HTMLDialogElement>('importing');

let state = readHash(location.hash, DEFAULT_LANGUAGE);
let answer: SearchAnswer | undefined;
let info: Info | undefined;
let searches: readonly SavedSearchAnswer[] = [];
let running: AbortController | undefined;
let pause: ReturnType<typeof setTimeout> | undefined;

const actions: ListActions = {
  address: (change) => writeHash(changed(change), DEFAULT_LANGUAGE),
  go: (change) => go(change),
};

/** The state with a change; undefined takes a part away. */
function changed(change: Change): PageState {
  const kept = Object.entries({ ...state, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as PageState;
}

/** Goes to another state: a place to come back to, unless it only follows the typing. */
function go(change: Change, follows = false): void {
  const next = changed(change);
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

async function find(): Promise<void> {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const isTurned = answer !== undefined && answer.page !== state.page;
  try {
    answer = await askSearch(questionOf(state), state.page, signal);
    if (signal.aborted) return;
    tell(undefined);
    showAnswer(answer);
    if (isTurned) byId('results').scrollIntoView({ block: 'start' });
  } catch (error) {
    if (!signal.aborted) tell(error);
  }
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

/** Texts of the page itself, in the language of the state. */
function showWords(): void {
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  for (const [attribute, set] of [
    ['data-t', (node: Element, word: string) => (node.textContent = word)],
    ['data-t-label', (node: Element, word: string) => node.setAttribute('aria-label', word)],
  ] as const) {
    for (const node of all(`[${attribute}]`)) {
      const word = node.getAttribute(attribute)!;
      if (isWord(word)) set(node, say(word));
    }
  }
  const language = byId('language');
  language.textContent = state.language === 'zh' ? 'English' : '中文';
  language.lang = state.language === 'zh' ? 'en' : 'zh-CN';
  showNews();
  showMap();
  if (answer !== undefined) showAnswer(answer);
}

/** The question as far as it can be seen without the server. */
function showQuestion(): void {
  for (const radio of all<HTMLInputElement>('#ask [name="side"]')) {
    radio.checked = radio.value === state.side;
  }
  if (text.value.trim() !== state.text) text.value = state.text;
  const placeholder = say(state.side === 'supply' ? 'askSupply' : 'askDemand');
  text.placeholder = placeholder;
  text.setAttribute('aria-label', placeholder);
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

function showNews(): void {
  const count = searches.reduce((sum, { news }) => sum + news.length, 0);
  const badge = byId('news');
  badge.hidden = count === 0;
  badge.textContent = String(count);
  badge.setAttribute('title', say('news', count));
}

function showSearches(mayBeSaved: boolean): void {
  const update = async (change: Promise<SavedSearchAnswer[]>) => {
    try {
      searches = await change;
      showNews();
      if (searchesSheet.open) showSearches(false);
    } catch (error) {
      searchesSheet.close();
      tell(error);
    }
  };
  const suggested = mayBeSaved && !isHome(state) ? nameOf(state) : undefined;
  searchesSheet.replaceChildren(
    ...searchesView(searches, suggested, {
      look: (search, open) => {
        searchesSheet.close();
        go({ ...emptyState(state.language), ...search.question, ...(open === undefined ? {} : { open }) });
        void update(lookAtSearch(search.id));
      },
      remove: (search) => void update(removeSearch(search.id)),
      save: (name) => void update(saveSearch(name, questionOf(state))),
      close: () => searchesSheet.close(),
    }),
  );
  if (!searchesSheet.open) searchesSheet.showModal();
}

/** A name for what is asked. */
function nameOf({ text: asked, side }: PageState): string {
  const chosen =
    answer === undefined
      ? []
      : Object.values(answer.facets)
          .flat()
          .filter((choice) => choice.chosen);
  const parts = [answer?.subject?.title ?? asked.split('\n')[0]!, ...chosen.map(inLanguage)];
  const name = parts.filter((part) => part !== '').join(' · ');
  return `${say(side === 'supply' ? 'findSupply' : 'findDemand')}：${name}`.slice(0, 80);
}

async function exportAs(format: 'csv' | 'xlsx'): Promise<void> {
  try {
    const blob = await askExport(questionOf(state), format, state.language);
    const link = element('a', { href: URL.createObjectURL(blob), download: `cuohe-${state.side}.${format}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    if ((answer?.total ?? 0) > MOST_ROWS) tell(say('exported', MOST_ROWS));
  } catch (error) {
    tell(error);
  }
}

function showImport(): void {
  const close = () => importSheet.close();
  importSheet.replaceChildren(
    ...importView(state.side, {
      send: async (side, file, take) => {
        const told = await sendFile(side, file, take);
        if (told.taken) await refresh();
        return told;
      },
      told: toldOf,
      show: (side) => {
        close();
        go(emptyState(state.language, side));
      },
      close,
    }),
  );
  importSheet.showModal();
}

/** News of saved searches. A server that is not there now says nothing: nobody asked. */
async function refreshNews(): Promise<void> {
  try {
    searches = await askSearches();
    showNews();
  } catch {
    // Told when something is asked for.
  }
}

/** What may be different after an import. */
async function refresh(): Promise<void> {
  [info, searches] = await Promise.all([askInfo(), askSearches()]);
  showNews();
  showMap();
  await find();
}

/** Room for what is typed, up to a part of the page. */
function fitText(): void {
  text.style.height = 'auto';
  text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
}

function typed(): void {
  fitText();
  clearTimeout(pause);
  pause = setTimeout(() => {
    const isNew = state.text === '';
    const asked = { text: text.value.trim(), of: undefined, like: undefined, open: undefined, page: 1 };
    if (asked.text !== state.text) go(asked, !isNew);
  }, PAUSE);
}

function clearText(): void {
  text.value = '';
  fitText();
  go({ text: '', of: undefined, like: undefined, page: 1, level: 0 });
  text.focus();
}

text.addEventListener('input', (event) => {
  // Letters on their way to ideographs are nothing to look for.
  if (!(event as InputEvent).isComposing) typed();
});
text.addEventListener('compositionend', typed);
text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('#list a.title')?.focus();
});
byId('ask').addEventListener('submit', (event) => event.preventDefault());
byId('ask').addEventListener('change', (event) => {
  const { name, value } = event.target as HTMLInputElement;
  if (name !== 'side') return;
  go({
    ...emptyState(state.language, value as PageState['side']),
    text: state.text,
    of: undefined,
    like: undefined,
    open: undefined,
  });
});
byId('clear').addEventListener('click', clearText);
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('results').focus();
});
byId('language').addEventListener('click', () => go({ language: state.language === 'zh' ? 'en' : 'zh' }));
byId('save').addEventListener('click', () => showSearches(true));
byId('open-searches').addEventListener('click', () => showSearches(true));
byId('open-import').addEventListener('click', showImport);
byId('csv').addEventListener('click', () => void exportAs('csv'));
byId('xlsx').addEventListener('click', () => void exportAs('xlsx'));
detail.addEventListener('close', closeDetail);
for (const sheet of [detail, searchesSheet, importSheet]) {
  // Outside of a sheet is its backdrop.
  sheet.addEventListener('click', (event) => event.target === sheet && sheet.close());
}
window.addEventListener('popstate', () => follow(readHash(location.hash, DEFAULT_LANGUAGE)));
document.addEventListener('visibilitychange', () => {
  // Who comes back sees what others have taken in meanwhile.
  if (document.visibilityState === 'visible') void refreshNews();
});
listenToKeys(clearText);

if (isNarrow) byId<HTMLDetailsElement>('filters').open = false;
setLanguage(state.language);
showWords();
follow(state);
fitText();
askInfo().then((told) => {
  info = told;
  byId('xlsx').hidden = !told.workbooks;
  showMap();
}, tell);
askSearches().then((told) => {
  searches = told;
  showNews();
}, tell);
