import { type Choice, FACETS, type Facet, type SearchAnswer } from '../server/api.ts';
import { element } from './dom.ts';
import type { Change, PageState } from './state.ts';
import { inLanguage, say } from './words.ts';

/** The filters beside the list, each choice with how many records it would leave. */

/** Choices that are in sight without asking for more. */
const IN_SIGHT = 7;

export function facetFields(
  { facets, levels }: SearchAnswer,
  state: PageState,
  go: (change: Change) => void,
): HTMLElement[] {
  const fields: HTMLElement[] = [];
  if (levels !== undefined) fields.push(levelField(levels, state.level, go));
  for (const facet of FACETS) {
    const field = facetField(facet, facets[facet], state, go);
    if (field !== undefined) fields.push(field);
  }
  const isFiltered = state.level > 0 || FACETS.some((facet) => state[facet].length > 0);
  if (isFiltered) {
    const none = { level: 0, page: 1, ...Object.fromEntries(FACETS.map((facet) => [facet, []])) };
    fields.unshift(
      element('button', { type: 'button', class: 'reset', onclick: () => go(none) }, say('reset')),
    );
  }
  return fields;
}

function facetField(
  facet: Facet,
  choices: readonly Choice[],
  state: PageState,
  go: (change: Change) => void,
): HTMLElement | undefined {
  // One kind of all is no choice.
  if (choices.length === 0 || (choices.length === 1 && !choices[0]!.chosen)) return undefined;
  const row = ({ key, count, chosen, ...name }: Choice) => {
    const toggle = () => {
      const left = state[facet].filter((other) => other !== key);
      go({ [facet]: chosen ? left : [...left, key], page: 1 });
    };
    const deep = facet === 'regions' && /^\d+$/.test(key) ? Math.max(0, key.length / 2 - 1) : 0;
    return element(
      'label',
      { class: `choice deep-${deep}` },
      element('input', { type: 'checkbox', id: `${facet}-${key}`, checked: chosen, onchange: toggle }),
      element('span', { class: 'name' }, inLanguage(name)),
      element('span', { class: 'count' }, String(count)),
    );
  };
  // The most frequent are in sight, in their order, districts behind cities; what is chosen stays there.
  const isDistrict = ({ key }: Choice) => Number(facet === 'regions' && /^\d{6}$/.test(key));
  const frequent = new Set(
    [...choices].sort((a, b) => isDistrict(a) - isDistrict(b) || b.count - a.count).slice(0, IN_SIGHT),
  );
  const isFirst = (choice: Choice) => frequent.has(choice) || choice.chosen;
  const first = choices.filter(isFirst);
  const rest = choices.filter((choice) => !isFirst(choice));
  return element(
    'fieldset',
    {},
    element('legend', {}, say(facet)),
    ...first.map(row),
    rest.length === 0
      ? undefined
      : element(
          'details',
          { id: `more-${facet}` },
          element('summary', {}, say('more', rest.length)),
          ...rest.map(row),
        ),
  );
}

function levelField(
  levels: NonNullable<SearchAnswer['levels']>,
  chosen: number,
  go: (change: Change) => void,
): HTMLElement {
  const rows = levels.map((count, level) =>
    element(
      'label',
      { class: 'choice' },
      element('input', {
        type: 'radio',
        name: 'level',
        id: `level-${level}`,
        checked: level === chosen,
        onchange: () => go({ level, page: 1 }),
      }),
      element('span', { class: 'name' }, say(`levels${level as 0 | 1 | 2 | 3}`)),
      element('span', { class: 'count' }, String(count)),
    ),
  );
  return element('fieldset', {}, element('legend', {}, say('level')), ...rows);
}
