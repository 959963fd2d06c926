import type { ImportAnswer, SideName } from '../server/api.ts';
import { closeButton } from './detail.ts';
import { element } from './dom.ts';
import { inLanguage, say } from './words.ts';

/** The import of a file: first what was understood of it, then the choice to take it in. */

export interface ImportActions {
  /** Reads a file; with `take` its records can be found from then on. */
  send(side: SideName, file: File, take: boolean): Promise<ImportAnswer>;
  /** What is said of an error. */
  told(error: unknown): string;
  /** Shows the newest records of a side. */
  show(side: SideName): void;
  close(): void;
}

export function importView(side: SideName, actions: ImportActions): HTMLElement[] {
  let chosen = side;
  const status = element('div', { class: 'report', 'aria-live': 'polite' });
  const input = element('input', {
    type: 'file',
    accept: '.xlsx,.xls,.csv,.tsv,.json,.jsonl,.txt',
    onchange: () => read(false),
  });
  async function read(take: boolean): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    const as = chosen;
    status.replaceChildren(element('p', {}, say('reading')));
    try {
      const answer = await actions.send(as, file, take);
      status.replaceChildren(...reportView(answer, () => read(true), actions.show));
    } catch (error) {
      status.replaceChildren(element('p', { class: 'alert', role: 'alert' }, actions.told(error)));
    }
  }
  const radio = (value: SideName) =>
    element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name: 'import-side',
        value,
        checked: value === side,
        onchange: () => {
          chosen = value;
          void read(false);
        },
      }),
      element('span', {}, say(value)),
    );
  return [
    element(
      'header',
      { class: 'sheet-head' },
      element('h2', { id: 'import-title' }, say('importTitle')),
      closeButton(actions.close),
    ),
    element('p', {}, say('importHelp')),
    element(
      'div',
      { class: 'import-form' },
      element(
        'fieldset',
        { class: 'sides' },
        element('legend', {}, say('importAs')),
        radio('supply'),
        radio('demand'),
      ),
      element('label', { class: 'file' }, `${say('file')} `, input),
    ),
    status,
  ];
}

function reportView(answer: ImportAnswer, take: () => void, show: (side: SideName) => void): HTMLElement[] {
  const { records, leftOut, replaced, warnings, notices, columns, taken, side } = answer;
  const facts = [
    taken ? undefined : say('readable', records),
    leftOut > 0 ? say('leftOut', leftOut) : undefined,
    replaced > 0 && !taken ? say('replaces', replaced) : undefined,
    warnings > 0 ? say('warnings', warnings) : undefined,
  ].filter((fact) => fact !== undefined);
  const made: HTMLElement[] = [];
  if (taken) {
    made.push(
      element('p', { class: 'done' }, `✓ ${say('taken', records)}`),
      element('button', { type: 'button', class: 'first', onclick: () => show(side) }, say('show')),
    );
  }
  made.push(element('p', { class: 'facts' }, facts.join(' · ')));
  if (!taken && records > 0) {
    made.push(element('button', { type: 'button', class: 'first', onclick: take }, say('take', records)));
  }
  for (const level of ['warning', 'info'] as const) {
    const rows = notices
      .filter((notice) => notice.level === level)
      .map(({ place, text }) =>
        element('li', {}, element('b', {}, inLanguage(place)), ` ${inLanguage(text)}`),
      );
    if (rows.length === 0) continue;
    const title = level === 'warning' ? say('warnings', warnings) : say('notes');
    made.push(element('h3', {}, title), element('ul', { class: `notices ${level}` }, ...rows));
  }
  if (columns.length > 0) {
    const rows = columns.map(({ header, field }) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, header),
        element('td', {}, field === null ? say('kept') : inLanguage(field)),
      ),
    );
    const head = element(
      'tr',
      {},
      element('th', { scope: 'col' }, say('header')),
      element('th', { scope: 'col' }, say('field')),
    );
    made.push(
      element('h3', {}, say('columns')),
      element('table', { class: 'columns-read' }, element('thead', {}, head), element('tbody', {}, ...rows)),
    );
  }
  return made;
}
