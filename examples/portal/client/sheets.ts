import type { SavedSearchAnswer, SearchAnswer, SideName } from '../server/api.ts';
import { byId, element } from './dom.ts';
import { importView } from './importing.ts';
import { searchesView } from './searches.ts';
import { askExport, askSearches, lookAtSearch, removeSearch, saveSearch, sendFile } from './server.ts';
import { emptyState, isHome, type PageState, questionOf } from './state.ts';
import { inLanguage, say } from './words.ts';

/** The sheets over the page: saved searches with their news, and the import; and the export, which has none. */

/** Rows of an exported file; the server's limit. */
const MOST_ROWS = 500;

export interface SheetActions {
  state(): PageState;
  answer(): SearchAnswer | undefined;
  /** Goes to another state, which takes the place of all that is shown. */
  visit(state: PageState): void;
  /** Shows an error or a word. */
  tell(what: unknown): void;
  /** What is said of an error. */
  told(error: unknown): string;
  /** Records were taken in. */
  changed(): Promise<void>;
}

export class Sheets {
  readonly #actions: SheetActions;
  readonly #saved = byId<HTMLDialogElement>('searches');
  readonly #importing = byId<HTMLDialogElement>('importing');
  #searches: readonly SavedSearchAnswer[] = [];

  constructor(actions: SheetActions) {
    this.#actions = actions;
    for (const id of ['save', 'open-searches']) {
      byId(id).addEventListener('click', () => this.#showSearches(true));
    }
    byId('open-import').addEventListener('click', () => this.#showImport());
    for (const format of ['csv', 'xlsx'] as const) {
      byId(format).addEventListener('click', () => void this.#export(format));
    }
  }

  /** Asks what saved searches tell. A server that is not there now says nothing: nobody asked. */
  async refreshNews(): Promise<void> {
    try {
      this.#searches = await askSearches();
      this.showNews();
    } catch {
      // Told when something is asked for.
    }
  }

  /** The number of news, in the language in use. */
  showNews(): void {
    const count = this.#searches.reduce((sum, { news }) => sum + news.length, 0);
    const badge = byId('news');
    badge.hidden = count === 0;
    badge.textContent = String(count);
    badge.setAttribute('title', say('news', count));
  }

  #showSearches(mayBeSaved: boolean): void {
    const { state, visit } = this.#actions;
    const sheet = this.#saved;
    const suggested = mayBeSaved && !isHome(state()) ? this.#suggestedName() : undefined;
    sheet.replaceChildren(
      ...searchesView(this.#searches, suggested, {
        look: (search, open) => {
          sheet.close();
          const { language } = state();
          visit({ ...emptyState(language), ...search.question, ...(open === undefined ? {} : { open }) });
          void this.#update(lookAtSearch(search.id));
        },
        remove: (search) => void this.#update(removeSearch(search.id)),
        save: (name) => void this.#update(saveSearch(name, questionOf(state()))),
        close: () => sheet.close(),
      }),
    );
    if (!sheet.open) sheet.showModal();
  }

  async #update(change: Promise<SavedSearchAnswer[]>): Promise<void> {
    try {
      this.#searches = await change;
      this.showNews();
      if (this.#saved.open) this.#showSearches(false);
    } catch (error) {
      this.#saved.close();
      this.#actions.tell(error);
    }
  }

  /** A name for what is asked: the text or the record, and what is chosen. */
  #suggestedName(): string {
    const { text, side } = this.#actions.state();
    const answer = this.#actions.answer();
    const choices = answer === undefined ? [] : Object.values(answer.facets).flat();
    const chosen = choices.filter((choice) => choice.chosen).map(inLanguage);
    const parts = [answer?.subject?.title ?? text.split('\n')[0]!, ...chosen];
    const name = parts.filter((part) => part !== '').join(' · ');
    return `${say(side === 'supply' ? 'findSupply' : 'findDemand')}：${name}`.slice(0, 80);
  }

  #showImport(): void {
    const { state, visit, told, changed } = this.#actions;
    const sheet = this.#importing;
    sheet.replaceChildren(
      ...importView(state().side, {
        send: async (side, file, take) => {
          const answer = await sendFile(side, file, take);
          if (answer.taken) await Promise.all([changed(), this.refreshNews()]);
          return answer;
        },
        told,
        show: (side: SideName) => {
          sheet.close();
          visit(emptyState(state().language, side));
        },
        close: () => sheet.close(),
      }),
    );
    sheet.showModal();
  }

  async #export(format: 'csv' | 'xlsx'): Promise<void> {
    const { state, answer, tell } = this.#actions;
    try {
      const { side, language } = state();
      const blob = await askExport(questionOf(state()), format, language);
      const link = element('a', { href: URL.createObjectURL(blob), download: `cuohe-${side}.${format}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      if ((answer()?.total ?? 0) > MOST_ROWS) tell(say('exported', MOST_ROWS));
    } catch (error) {
      tell(error);
    }
  }
}
