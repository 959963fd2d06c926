import type { Table } from '../../io/written-table.ts';
import { isContactName, maskContacts } from '../contacts.ts';
import { html, type Markup, NOTHING } from '../html.ts';
import type { ReportModel } from '../model.ts';
import { say, WORDS } from '../say.ts';
import { cellContent, columnOf, markupTable } from './table.ts';

/** Tables that were handed in: results of programmes. */

const MOST_ROWS = 500;

export function programmesSection(model: ReportModel): Markup {
  const { programmes, options } = model;
  const words = WORDS[options.language];
  if (programmes.length === 0) return NOTHING;
  return html`<section id="tables" aria-labelledby="tables-title">
<h2 id="tables-title">${words.tables}</h2>
${programmes.map(({ name, table }) => {
  const { columns, rows } = shownTable(table, model);
  return html`<h3><bdi>${name}</bdi></h3>
${
  rows.length === 0 || columns.length === 0
    ? html`<p class="nothing">${words.empty}</p>`
    : markupTable(
        name,
        columns.map(({ header }, i) =>
          columnOf(
            header,
            rows.map((row) => row[i]),
          ),
        ),
        rows.slice(0, MOST_ROWS).map((row) => columns.map((_, i) => cellContent(row[i]))),
      )
}${rows.length > MOST_ROWS && html`<p class="note">${say(words.moreRows, { count: rows.length - MOST_ROWS })}</p>`}`;
})}
</section>`;
}

/** A table without the columns that hold contacts, and with signs in place of those in its texts, unless they are wanted. */
export function shownTable(table: Table, { options }: Pick<ReportModel, 'options'>): Table {
  if (options.contacts) return table;
  const kept = table.columns.map((_, i) => i).filter((i) => !isContactName(table.columns[i]!.header));
  return {
    ...table,
    columns: kept.map((i) => table.columns[i]!),
    rows: table.rows.map((row) =>
      kept.map((i) => {
        const cell = row[i];
        return typeof cell === 'string' ? maskContacts(cell) : cell;
      }),
    ),
  };
}
