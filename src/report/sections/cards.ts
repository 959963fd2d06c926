/**
 * Room `report/sections`: the parts of the page that are markup from the start: figures, pictures, tables.
 * Begin: `overview.ts` is the first screen.
 * Order: knows the model; `render.ts` puts the sections into a page.
 */

import { LEVELS } from '../../core/levels/level.ts';
import { regionName } from '../../core/records/region-names.ts';
import type { Cards } from '../cards.ts';
import { KIND_NAMES } from '../field-names.ts';
import { html, type Markup } from '../html.ts';
import type { ReportModel } from '../model.ts';
import { say, WORDS } from '../say.ts';
import { markupTable, titleContent } from './table.ts';

/** The place of the cards, which the script of the page makes, with their filters; a table where there is no script. */

/** Matches of the table for who has no script. */
const MOST_ROWS = 300;
/** Value of a choice for records that state nothing; the page knows the same. */
const STATES_NOTHING = '-';

export function cardsSection(model: ReportModel, cards: Cards): Markup {
  const words = WORDS[model.options.language];
  return html`<section id="results" aria-labelledby="results-title">
<h2 id="results-title" tabindex="-1">${words.cards}</h2>
${
  cards.cards.length === 0
    ? html`<p class="nothing">${words.empty}</p>`
    : html`${filters(model, cards)}
<p id="shown" role="status" aria-live="polite"></p>
<p id="print-note" class="note"></p>
<div id="cards"></div>
<noscript>${plainMatches(model, cards)}</noscript>`
}
</section>`;
}

type Choice = readonly [value: string, name: string];

function filters(model: ReportModel, { cards, records }: Cards): Markup {
  const { options, queries, chainNames, byBest } = model;
  const { language } = options;
  const words = WORDS[language];
  const asked = cards.map(({ query }) => records[query]!);
  const chainCounts = countsOf(asked.map(({ chains }) => chains));
  const regionCounts = countsOf(asked.map(({ regions }) => regions));
  const chains: Choice[] = [...chainNames, ...unknownOf(chainCounts, chainNames)]
    .filter(([code]) => chainCounts.has(code))
    .map(([code, name]) => [code, `${name} (${chainCounts.get(code)})`]);
  const regions: Choice[] = [...regionCounts.keys()]
    .filter((key) => key !== STATES_NOTHING)
    .sort()
    .map((key) => [
      key,
      `${'\u3000'.repeat(depthOf(key))}${nameOf(key, language)} (${regionCounts.get(key)})`,
    ]);
  const kinds = countsOf(records.filter(({ kind }) => kind !== 'demand').map(({ kind }) => [kind]));
  const kindChoices: Choice[] = [...kinds.keys()].map((kind) => [kind, KIND_NAMES[kind]?.[language] ?? kind]);
  const nothing = (counts: ReadonlyMap<string, number>): Choice[] => {
    const count = counts.get(STATES_NOTHING);
    return count === undefined ? [] : [[STATES_NOTHING, `${words.none} (${count})`]];
  };
  const levels: Choice[] = [...LEVELS]
    .filter(({ level }) => level > 0)
    .reverse()
    .map(({ level, labelZh, labelEn }) => {
      const label = language === 'zh' ? labelZh : labelEn;
      return [String(level), level === LEVELS.length - 1 ? label : say(words.orBetter, { level: label })];
    });
  return html`<form id="filters" role="search" aria-label="${words.filters}">
<label class="find">${words.search}<input type="search" name="text" placeholder="${words.searchHint}" autocomplete="off"></label>
${choice('chain', words.chainOfQuery[queries], [...chains, ...nothing(chainCounts)], words.all)}
${choice('region', words.regionOfQuery[queries], [...regions, ...nothing(regionCounts)], words.all)}
${byBest !== undefined && choice('level', words.levelOfMatch, levels, words.all)}
${choice('kind', words.supplyKind, kindChoices, words.all)}
${
  byBest !== undefined &&
  choice(
    'answered',
    words.answer[queries],
    [
      ['yes', queries === 'demand' ? words.answered : words.wantedOne],
      ['no', queries === 'demand' ? words.notAnswered : words.unwantedOne],
    ],
    words.all,
  )
}
<button type="reset">${words.reset}</button>
</form>`;
}

function choice(name: string, label: string, choices: readonly Choice[], all: string): Markup {
  return html`<label>${label}<select name="${name}"><option value="">${all}</option>${choices.map(
    ([value, text]) => html`<option value="${value}">${text}</option>`,
  )}</select></label>\n`;
}

/** How many have each key; those without any have the key of nothing. */
function countsOf(keys: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of keys)
    for (const key of list.length === 0 ? [STATES_NOTHING] : new Set(list))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function unknownOf(counts: ReadonlyMap<string, number>, names: ReadonlyMap<string, string>): Choice[] {
  return [...counts.keys()]
    .filter((code) => code !== STATES_NOTHING && !names.has(code))
    .map((code) => [code, code]);
}

/** Cities stand below their provinces, counties below their cities. */
function depthOf(key: string): number {
  return /^\d+$/.test(key) ? Math.max(0, key.length / 2 - 1) : 0;
}

/** The name of a region; of a county, whose name is not known, also its code. */
function nameOf(key: string, language: 'zh' | 'en'): string {
  const name = regionName(key)[language];
  return /^\d{6}$/.test(key) && name !== key ? `${name} ${key}` : name;
}

function plainMatches({ options, queries }: ReportModel, { cards, records }: Cards): Markup {
  const { language } = options;
  const words = WORDS[language];
  const all = cards.flatMap((card) => card.matches.map((match) => ({ card, match })));
  const rows = all.slice(0, MOST_ROWS).map(({ card, match }) => {
    const level = match.level === undefined ? undefined : LEVELS[match.level];
    const record = records[match.record]!;
    return [
      titleContent(records[card.query]!.title),
      String(match.rank),
      titleContent(record.title),
      html`<bdi>${record.organization ?? ''}</bdi>`,
      language === 'zh' ? level?.labelZh : level?.labelEn,
      match.score.toFixed(3),
      html`<bdi>${match.reason}</bdi>`,
    ];
  });
  const names = queries === 'demand' ? [words.demand, words.achievement] : [words.achievement, words.demand];
  return html`<p class="note">${words.noScript}</p>${markupTable(
    words.matches,
    [
      { header: names[0]!, isLong: true },
      { header: words.rank, isNumber: true },
      { header: names[1]!, isLong: true },
      { header: words.organization },
      { header: words.level },
      { header: words.score, isNumber: true },
      { header: words.reason, isLong: true },
    ],
    rows,
  )}${all.length > MOST_ROWS && html`<p class="note">${say(words.noScriptMore, { count: all.length - MOST_ROWS })}</p>`}`;
}
