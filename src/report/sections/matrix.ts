import type { ChainPair } from '../../charts/figures.ts';
import { html, type Markup } from '../html.ts';
import type { ReportModel } from '../model.ts';
import { figure, say, WORDS } from '../say.ts';
import { markupTable } from './table.ts';

/** Matches by the chain of the demand and the chain of the achievement, as a picture and as a table. */

const CELL = 30;
const HEAD = 128;
/** Width of a character of 12 px, of which those of ASCII take a little more than half. */
const WIDE = 12;
const NARROW = 6.6;
const LONGEST_NAME = 190;
const STEPS = 5;
/** From this step on the ground is dark, and figures are light. */
const DARK = 4;

export function matrixFigure(model: ReportModel): Markup {
  const { figures, options } = model;
  const { language } = options;
  const words = WORDS[language];
  const names = new Map(
    figures.chains.map(({ code, nameZh, nameEn }) => [code, language === 'zh' ? nameZh : nameEn]),
  );
  const order = figures.chains.map(({ code }) => code);
  const used = (which: 'demandChain' | 'supplyChain') =>
    order.filter((code) => figures.pairs.some((pair) => pair[which] === code));
  const rows = used('demandChain');
  const columns = used('supplyChain');
  if (rows.length === 0) return html`<p class="nothing">${words.page.noMatches}</p>`;
  const most = Math.max(1, ...figures.pairs.map(({ answering }) => answering));
  const left = Math.min(LONGEST_NAME, Math.max(...rows.map((code) => widthOf(names.get(code)!)))) + 28;
  const width = left + columns.length * CELL + HEAD * 0.75;
  const height = HEAD + rows.length * CELL + 6;
  const cell = (pair: ChainPair) => {
    const x = left + columns.indexOf(pair.supplyChain) * CELL;
    const y = HEAD + rows.indexOf(pair.demandChain) * CELL;
    if (pair.answering === 0) {
      return html`<circle class="only-near" cx="${x + CELL / 2}" cy="${y + CELL / 2}" r="2"/>`;
    }
    const step = stepOf(pair.answering, most);
    const isSame = pair.supplyChain === pair.demandChain && pair.supplyChain !== '';
    return html`<g><rect class="q${step}" x="${x + 1}" y="${y + 1}" width="${CELL - 2}" height="${CELL - 2}"/>${
      isSame &&
      html`<rect class="same" x="${x + 1.5}" y="${y + 1.5}" width="${CELL - 3}" height="${CELL - 3}"/>`
    }<text class="${step >= DARK ? 'in dark' : 'in'}" x="${x + CELL / 2}" y="${y + CELL / 2 + 4}">${pair.answering}</text><title>${say(
      words.cell,
      {
        demand: names.get(pair.demandChain)!,
        supply: names.get(pair.supplyChain)!,
        matches: pair.matches,
        answering: pair.answering,
      },
    )}</title></g>`;
  };
  const picture = html`<div class="wide" role="group" tabindex="0" aria-label="${words.matrix}"><svg class="matrix" role="img" aria-label="${words.matrix}" viewBox="0 0 ${Math.round(width)} ${height}" width="${Math.round(width)}" height="${height}">
${columns.map((code, i) => {
  const x = left + i * CELL + CELL / 2 + 4;
  return html`<text transform="rotate(-50 ${x} ${HEAD - 8})" x="${x}" y="${HEAD - 8}">${shortened(names.get(code)!)}</text>`;
})}
${rows.map(
  (code, i) =>
    html`<text class="row-name" x="${left - 10}" y="${HEAD + i * CELL + CELL / 2 + 4}">${shortened(names.get(code)!)}</text>`,
)}
<path class="grid" d="${gridPath(left, rows.length, columns.length)}"/>
${figures.pairs.map(cell)}
<text class="axis" x="4" y="14">↓ ${words.demand} · → ${words.achievement}</text>
</svg></div>`;
  return html`<figure>${picture}<figcaption class="note">${words.matrixNote}</figcaption>
<details class="as-table"><summary>${words.asTable}</summary>${markupTable(
    words.matrix,
    [
      { header: words.matrixRows },
      { header: words.matrixColumns },
      { header: words.matches, isNumber: true },
      { header: words.answering, isNumber: true },
    ],
    figures.pairs.map(({ demandChain, supplyChain, matches, answering }) => [
      names.get(demandChain),
      names.get(supplyChain),
      figure(matches),
      figure(answering),
    ]),
  )}</details></figure>`;
}

/** How dark a cell is, from 1 to 5: by the root, as few cells have most of the matches. */
export function stepOf(matches: number, most: number): number {
  return Math.min(STEPS, Math.max(1, Math.ceil(STEPS * Math.sqrt(matches / most))));
}

function gridPath(left: number, rows: number, columns: number): string {
  const lines: string[] = [];
  for (let i = 0; i <= columns; i++) lines.push(`M${left + i * CELL} ${HEAD}v${rows * CELL}`);
  for (let i = 0; i <= rows; i++) lines.push(`M${left} ${HEAD + i * CELL}h${columns * CELL}`);
  return lines.join('');
}

function widthOf(name: string): number {
  let width = 0;
  for (const char of name) width += char.charCodeAt(0) < 0x2e80 ? NARROW : WIDE;
  return width;
}

/** A name as long as there is room for. */
function shortened(name: string): string {
  if (widthOf(name) <= LONGEST_NAME - WIDE) return name;
  let short = '';
  for (const char of name) {
    if (widthOf(short + char) > LONGEST_NAME - 2 * WIDE) break;
    short += char;
  }
  return `${short}…`;
}
