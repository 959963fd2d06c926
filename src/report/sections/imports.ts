import type { ImportNotice, ImportReport } from '../../io/report.ts';
import { isContactName, maskNotice } from '../contacts.ts';
import { type Content, html, type Markup, NOTHING } from '../html.ts';
import type { ReportModel } from '../model.ts';
import { figure, say, WORDS } from '../say.ts';
import { markupTable } from './table.ts';

/** What was said when the records were read. */

const MOST_ROWS = 500;

export function importsSection(model: ReportModel): Markup {
  const words = WORDS[model.options.language];
  if (model.imports.length === 0) return NOTHING;
  return html`<section id="imports" aria-labelledby="imports-title">
<h2 id="imports-title">${words.imports}</h2>
${model.imports.map(([name, report]) => importPart(name, report, model))}
</section>`;
}

/** Notices that may be shown, what to check first: those of columns with contacts quote them. */
export function shownNotices(
  { notices }: ImportReport,
  { options }: Pick<ReportModel, 'options'>,
): readonly ImportNotice[] {
  const { contacts } = options;
  const shown = contacts
    ? notices
    : notices
        .filter(({ code, header }) => !(code.startsWith('cell') && isContactName(header ?? '')))
        // What is said of a column names it, and no person.
        .map((notice) =>
          notice.code.startsWith('column') ? notice : { ...notice, text: maskNotice(notice.text) },
        );
  return [
    ...shown.filter(({ level }) => level === 'warning'),
    ...shown.filter(({ level }) => level === 'info'),
  ];
}

function importPart(name: string, report: ImportReport, model: ReportModel): Markup {
  const { language } = model.options;
  const words = WORDS[language];
  const notices = shownNotices(report, model);
  const warnings = notices.filter(({ level }) => level === 'warning').length;
  const rows = notices
    .slice(0, MOST_ROWS)
    .map((notice): Content[] => [
      notice.level === 'warning' ? html`<b>${words.warning}</b>` : words.info,
      html`<bdi>${placeOf(notice, language)}</bdi>`,
      html`<bdi>${notice.text[language]}</bdi>`,
    ]);
  const figures = {
    records: figure(report.records),
    leftOut: figure(report.leftOut),
    warnings: figure(warnings),
  };
  return html`<h3><bdi>${name}</bdi></h3>
<p>${say(words.importFigures, figures)} ${notices.length === 0 && words.noNotices}</p>
${
  rows.length > 0 &&
  html`<details class="print-open"><summary>${words.asTable}</summary>${markupTable(
    `${words.imports} ${name}`,
    [{ header: words.kind }, { header: words.place }, { header: words.what, isLong: true }],
    rows,
  )}${notices.length > MOST_ROWS && html`<p class="note">${say(words.moreRows, { count: notices.length - MOST_ROWS })}</p>`}</details>`
}`;
}

/** Where a notice points to, as a spreadsheet counts. */
export function placeOf({ sheet, row, column, header, id }: ImportNotice, language: 'zh' | 'en'): string {
  const isZh = language === 'zh';
  return [
    sheet,
    row === undefined ? undefined : isZh ? `第${row}行` : `row ${row}`,
    column === undefined ? undefined : isZh ? `${column}列` : `column ${column}`,
    header === undefined ? undefined : isZh ? `“${header}”` : `“${header}”`,
    row === undefined ? id : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}
