import { maskContacts } from '../contacts.ts';
import { html, type Markup } from '../html.ts';
import type { ReportModel } from '../model.ts';
import { say, WORDS } from '../say.ts';
import { shownRecord } from '../shown-record.ts';
import { markupTable, titleContent } from './table.ts';

/** Demands that nothing answers, with what is nearest. */

/** Rows of markup; what is more stands in the workbook. */
const MOST_ROWS = 1000;

export function unansweredSection(model: ReportModel): Markup {
  const { unanswered, options, chainsOf, chainNames, bestOf, results, queries } = model;
  const { language, contacts } = options;
  const words = WORDS[language];
  const open = contacts ? (text: string) => text : maskContacts;
  const cards = new Map(results.map(({ queryId }, i) => [queryId, i]));
  const rows = unanswered.slice(0, MOST_ROWS).map((record) => {
    const { page } = shownRecord(record, { language, contacts, chainsOf });
    const best = bestOf.get(record.id);
    const card = queries === 'demand' ? cards.get(record.id) : undefined;
    const title = titleContent(page.title);
    const { labelZh, labelEn } = best?.match.level ?? {};
    return [
      card === undefined ? title : html`<a href="#card-${card}">${title}</a>`,
      html`<bdi>${page.organization ?? ''}</bdi>`,
      html`<bdi>${page.place ?? ''}</bdi>`,
      page.chains.map((code) => chainNames.get(code) ?? code).join('、'),
      best === undefined ? words.nothingUnansweredFound : titleContent(open(best.record.title)),
      language === 'zh' ? labelZh : labelEn,
      best?.match.score.toFixed(3),
    ];
  });
  return html`<section id="unanswered" aria-labelledby="unanswered-title">
<h2 id="unanswered-title">${words.unanswered}</h2>
${
  rows.length === 0
    ? html`<p class="nothing">${words.nothingUnanswered}</p>`
    : html`<p class="note">${words.unansweredNote}</p>${markupTable(
        words.unanswered,
        [
          { header: words.demand, isLong: true },
          { header: words.organization },
          { header: words.region },
          { header: words.chain },
          { header: words.nearest, isLong: true },
          { header: words.level },
          { header: words.score, isNumber: true },
        ],
        rows,
      )}`
}
${unanswered.length > MOST_ROWS && html`<p class="note">${say(words.moreRows, { count: unanswered.length - MOST_ROWS })}</p>`}
</section>`;
}
