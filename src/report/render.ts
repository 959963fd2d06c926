import { VERSION } from '../base/version.ts';
import { LEVELS } from '../core/levels/level.ts';
import { cardsOf } from './cards.ts';
import type { PageData } from './data.ts';
import { KIND_NAMES } from './field-names.ts';
import { constant, dataBlock, html, type Markup } from './html.ts';
import { reportModel } from './model.ts';
import { type ReportContents, type ReportOptions, requireContents, resolveOptions } from './options.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './page.generated.ts';
import { say, WORDS } from './say.ts';
import { cardsSection } from './sections/cards.ts';
import { importsSection } from './sections/imports.ts';
import { overviewSection } from './sections/overview.ts';
import { programmesSection } from './sections/programmes.ts';
import { structureSection } from './sections/structure.ts';
import { unansweredSection } from './sections/unanswered.ts';

/** Nothing may be loaded, sent, framed or run but what was made with the library. */
const POLICY = [
  "default-src 'none'",
  `script-src '${SCRIPT_HASH}'`,
  `style-src '${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * A report as one HTML file that needs no server and asks for nothing: summary, supply and demand by chain, gaps, regions,
 * demands without an answer, tables of programmes, what the import said, and a card for each query with its matches, their
 * reasons, both texts with what decided, and the parts of the score; filters and search in the page.
 *
 * Texts of records are never markup, whatever they hold. Records above the clearance, and with `asOf` those that have
 * ended, are left out and counted. Contacts are nowhere in the file unless they are asked for.
 *
 * O(results + texts of their records), and the time that tagging takes for each record.
 *
 * @throws InputError `INVALID_RECORDS` for bad records, and for results of records that are not among them;
 *   `INVALID_OPTIONS` for bad options, and for options that there are not.
 */
export function renderReport(contents: ReportContents, options: ReportOptions = {}): string {
  const resolved = resolveOptions(options);
  requireContents(contents);
  const model = reportModel(contents, resolved);
  const { language, asOf } = resolved;
  const words = WORDS[language];
  const title = resolved.title ?? words.title;
  const cards = cardsOf(model);
  const data: PageData = {
    words: {
      ...words.page,
      ...(model.queries === 'demand' ? {} : { answered: words.wantedOne, unanswered: words.unwantedOne }),
    },
    chains: Object.fromEntries(model.chainNames),
    kinds: Object.fromEntries(Object.entries(KIND_NAMES).map(([kind, name]) => [kind, name[language]])),
    levels: LEVELS.map(({ labelZh, labelEn }) => (language === 'zh' ? labelZh : labelEn)),
    ...cards,
  };
  const links: readonly (readonly [id: string, name: string])[] = [
    ['overview', words.overview],
    ['structure', words.structure],
    ['unanswered', words.unanswered],
    ...(model.programmes.length > 0 ? [['tables', words.tables] as const] : []),
    ...(model.imports.length > 0 ? [['imports', words.imports] as const] : []),
    ['results', words.cards],
  ];
  const page: Markup = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${constant(STYLE)}</style>
</head>
<body>
<a class="skip" href="#results">${words.skip}</a>
<header>
<h1><bdi>${title}</bdi></h1>
${asOf !== undefined && html`<p class="of-day">${say(words.asOf, { day: asOf })}</p>`}
</header>
<nav aria-label="${words.sections}"><div><ul>${links.map(
    ([id, name]) => html`<li><a href="#${id}">${name}</a></li>`,
  )}</ul><button type="button" id="theme"></button></div></nav>
<main>
${overviewSection(model)}
${structureSection(model)}
${unansweredSection(model)}
${programmesSection(model)}
${importsSection(model)}
${cardsSection(model, cards)}
</main>
<footer><p class="note">${say(words.madeOf, { version: VERSION })}</p></footer>
<script type="application/json" id="data">${dataBlock(data)}</script>
<script>${constant(SCRIPT)}</script>
</body>
</html>
`;
  return page.toString();
}
