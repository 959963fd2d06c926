import type { SupplyAndDemand } from '../../charts/figures.ts';
import { type Content, html, type Markup } from '../html.ts';
import type { ReportModel } from '../model.ts';
import { figure, percent, WORDS } from '../say.ts';
import { matrixFigure } from './matrix.ts';
import { type MarkupColumn, markupTable } from './table.ts';

/** Supply and demand by chain and by region. */

export function structureSection(model: ReportModel): Markup {
  const { figures, options } = model;
  const { language } = options;
  const words = WORDS[language];
  const named = language === 'zh' ? 'nameZh' : 'nameEn';
  const chains = figures.chains
    .filter(isTold)
    .map((chain) => ({ ...chain, name: chain[named] }))
    .sort((a, b) => Number(a.code === '') - Number(b.code === '') || b.gap - a.gap || b.demands - a.demands);
  const regions = figures.regions.filter(isTold).map((region) => ({ ...region, name: region[language] }));
  return html`<section id="structure" aria-labelledby="structure-title">
<h2 id="structure-title">${words.structure}</h2>
${
  chains.length === 0
    ? html`<p class="nothing">${words.empty}</p>`
    : html`<h3>${words.matrix}</h3>${matrixFigure(model)}
<h3>${words.gaps}</h3>${countsTable(words.gaps, words.chain, chains, figures.total, model)}
<h3>${words.regions}</h3>${countsTable(words.regions, words.region, regions, figures.total, model)}`
}
</section>`;
}

type Counts = Omit<SupplyAndDemand['total'], 'matches' | 'answering'>;

function isTold({ demands, achievements }: Counts): boolean {
  return demands + achievements > 0;
}

/** Counts by name: what is asked for, offered, answered and missing. */
function countsTable(
  caption: string,
  first: string,
  rows: readonly (Counts & { readonly name: string })[],
  total: Counts,
  { options }: ReportModel,
): Markup {
  const words = WORDS[options.language];
  const columns: readonly MarkupColumn[] = [
    { header: first },
    ...[words.demands, words.answered, words.gap].map((header) => ({ header, isNumber: true })),
    { header: words.share },
    ...[words.achievements, words.wanted].map((header) => ({ header, isNumber: true })),
  ];
  const cells = (name: Content, { demands, answered, gap, achievements, wanted }: Counts): Content[] => [
    name,
    figure(demands),
    figure(answered),
    figure(gap),
    html`<span class="together">${shareBar(answered, demands)}${percent(answered, demands)}</span>`,
    figure(achievements),
    figure(wanted),
  ];
  return markupTable(
    caption,
    columns,
    rows.map((row) => cells(html`<bdi>${row.name}</bdi>`, row)),
    cells(words.total, total),
  );
}

function shareBar(part: number, whole: number): Content {
  if (whole === 0) return undefined;
  const width = ((100 * part) / whole).toFixed(1);
  return html`<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="done" width="${width}" height="10"/></svg>`;
}
