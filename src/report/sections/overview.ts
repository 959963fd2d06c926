import { LEVELS } from '../../core/levels/level.ts';
import { type Content, html, type Markup } from '../html.ts';
import type { ReportModel } from '../model.ts';
import { figure, percent, say, WORDS } from '../say.ts';

/** The first screen: how many, how many of them answered, where the gaps are. */

/** Chains that are named. */
const NAMED = 3;

export function overviewSection(model: ReportModel): Markup {
  const { figures, options, byBest, byLevel, results } = model;
  const { language } = options;
  const words = WORDS[language];
  const { total, basis } = figures;
  const values = {
    demands: figure(total.demands),
    achievements: figure(total.achievements),
    answered: figure(total.answered),
    gap: figure(total.gap),
    share: percent(total.answered, total.demands),
  };
  const sentence = basis === 'levels' ? words.headline : words.headlineNoLevels;
  const cells: readonly (readonly [string, number, boolean])[] = [
    [words.demands, total.demands, false],
    [words.answered, total.answered, true],
    [words.notAnswered, total.gap, true],
    [words.achievements, total.achievements, false],
    [words.wanted, total.wanted, false],
    [words.matches, total.matches, false],
  ];
  return html`<section id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">${words.overview}</h2>
<p class="headline">${total.demands === 0 ? words.headlineNone : emphasised(sentence, values)} ${gapsOf(model)}</p>
<dl class="figures">${cells.map(
    ([name, value, isTelling]) =>
      html`<div class="${isTelling ? 'telling' : 'plain'}"><dt>${name}</dt><dd>${figure(value)}</dd></div>`,
  )}</dl>
${
  byBest !== undefined &&
  byLevel !== undefined &&
  html`<div class="bars">${levelBar(words.byBest, byBest, results.length - sum(byBest), model)}${levelBar(
    words.byLevel,
    byLevel,
    0,
    model,
  )}</div>`
}
${leftOut(model).map((text) => html`<p class="note">${text}</p>`)}
<details class="print-open"><summary>${words.howToRead}</summary><p class="note">${figures.note[language]}</p></details>
</section>`;
}

/** A sentence in which the figures stand out. */
function emphasised(sentence: string, values: Readonly<Record<string, string>>): Content {
  return sentence
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? html`<b>${values[part.slice(1, -1)]}</b>` : part));
}

function gapsOf({ figures, options }: ReportModel): string {
  const { language } = options;
  const words = WORDS[language];
  const largest = figures.chains
    .filter(({ gap, code }) => gap > 0 && code !== '')
    .sort((a, b) => b.gap - a.gap)
    .slice(0, NAMED);
  if (largest.length === 0) return '';
  const list = largest.map((chain) =>
    language === 'zh' ? `${chain.nameZh}（${chain.gap} 项）` : `${chain.nameEn} (${chain.gap})`,
  );
  return say(words.largestGaps, { list: list.join(language === 'zh' ? '、' : ', ') });
}

/** What a report leaves out, in words. */
export function leftOut({ withheld, ended, figures, options }: ReportModel): string[] {
  const { language, asOf } = options;
  const words = WORDS[language];
  return [
    withheld > 0 && say(words.withheld, { count: figure(withheld) }),
    ended > 0 && say(words.ended, { count: figure(ended), day: asOf! }),
    figures.unasked > 0 && say(words.unasked, { count: figure(figures.unasked) }),
  ].filter((text) => text !== false);
}

const WIDTH = 600;
const HEIGHT = 16;

/** Counts by level as one bar, the strongest first, with its figures below. */
function levelBar(name: string, counts: readonly number[], none: number, { options }: ReportModel): Markup {
  const { language } = options;
  const words = WORDS[language];
  const parts: { readonly fill: string; readonly label: string; readonly count: number }[] = [...LEVELS]
    .reverse()
    .map(({ level, labelZh, labelEn }) => ({
      fill: `fill-${level}`,
      label: language === 'zh' ? labelZh : labelEn,
      count: counts[level]!,
    }));
  if (none > 0) parts.push({ fill: 'fill-none', label: words.noMatch, count: none });
  const all = sum(parts.map(({ count }) => count));
  let x = 0;
  const bars = parts
    .filter(({ count }) => count > 0)
    .map(({ fill, count }) => {
      const width = (WIDTH * count) / all;
      const bar = html`<rect class="${fill}" x="${x.toFixed(1)}" y="1" width="${width.toFixed(1)}" height="${HEIGHT - 2}"/>`;
      x += width;
      return bar;
    });
  return html`<figure>
<figcaption>${name}</figcaption>
<svg class="stack" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<ul class="legend">${parts.map(
    ({ fill, label, count }) =>
      html`<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="${fill}" width="10" height="10"/></svg>${label} <b>${figure(count)}</b> <span class="note">${percent(count, all)}</span></li>`,
  )}</ul>
</figure>`;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
