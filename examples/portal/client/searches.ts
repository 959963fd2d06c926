import type { SavedSearchAnswer } from '../server/api.ts';
import { closeButton } from './detail.ts';
import { element } from './dom.ts';
import { say } from './words.ts';

/** Saved searches, and what each has to tell. */

export interface SearchActions {
  /** Shows a search, or one record that it found; either way its news are seen. */
  look(search: SavedSearchAnswer, open?: string): void;
  remove(search: SavedSearchAnswer): void;
  /** Saves what is shown now. */
  save(name: string): void;
  close(): void;
}

/** @param suggested name for what is shown now; undefined where nothing is asked */
export function searchesView(
  searches: readonly SavedSearchAnswer[],
  suggested: string | undefined,
  actions: SearchActions,
): HTMLElement[] {
  const list = searches.map((search) => searchItem(search, actions));
  return [
    element(
      'header',
      { class: 'sheet-head' },
      element('h2', { id: 'searches-title' }, say('searches')),
      closeButton(actions.close),
    ),
    ...(suggested === undefined ? [] : [saveForm(suggested, actions)]),
    searches.length === 0
      ? element('p', { class: 'empty' }, say('noSearches'))
      : element('ul', { class: 'saved' }, ...list),
  ];
}

function saveForm(suggested: string, { save }: SearchActions): HTMLElement {
  const input = element('input', {
    type: 'text',
    name: 'name',
    maxlength: '100',
    required: true,
    value: suggested,
  });
  const submit = (event: Event) => {
    event.preventDefault();
    save(input.value);
  };
  return element(
    'form',
    { class: 'save-form', onsubmit: submit },
    element('label', {}, `${say('name')} `, input),
    element('button', { class: 'first' }, say('save')),
  );
}

function searchItem(search: SavedSearchAnswer, { look, remove }: SearchActions): HTMLElement {
  const { name, total, news } = search;
  const told = news.map(({ id, title, changed }) =>
    element(
      'li',
      {},
      element('span', { class: 'tag' }, say(changed ? 'isChanged' : 'isNew')),
      element('button', { type: 'button', class: 'link', onclick: () => look(search, id) }, title),
    ),
  );
  return element(
    'li',
    {},
    element('h3', {}, name),
    element(
      'p',
      { class: 'about' },
      `${say('found', total)} · ${news.length === 0 ? say('noNews') : say('news', news.length)}`,
    ),
    told.length === 0 ? undefined : element('ul', { class: 'told' }, ...told),
    element(
      'div',
      { class: 'acts' },
      element('button', { type: 'button', onclick: () => look(search) }, say('look')),
      element('button', { type: 'button', onclick: () => remove(search) }, say('remove')),
    ),
  );
}
