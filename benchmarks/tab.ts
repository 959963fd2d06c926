/**
 * A national portal in a tab: titles with their index, built and saved here, opened in Chromium and asked there:
 * `npm run --silent bench:tab -- [--records N] [--queries N] [--texts FILE] [--json]`. CHROMIUM names the browser.
 */
import { parseArgs } from 'node:util';
import { type Corpus, corpusOf, syntheticTitles } from './corpus.ts';
import { countOf } from './harness/arguments.ts';
import { command, say } from './harness/command.ts';
import { digits, table, whole } from './harness/table.ts';
import { measureTab, type TabReport } from './tab/measure.ts';

const DEFAULTS = { records: '450000', queries: '300' };

await command(async () => {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: DEFAULTS.records },
      queries: { type: 'string', default: DEFAULTS.queries },
      texts: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [records, queries] = [countOf('records', values.records), countOf('queries', values.queries)];
  const corpus =
    values.texts === undefined ? syntheticTitles(records, queries) : titlesOf(values.texts, records, queries);
  const report = await measureTab(corpus, process.env.CHROMIUM ?? '/usr/bin/chromium', say);
  console.log(values.json ? JSON.stringify(report) : text(report));
});

/** The titles of the user's own texts. */
function titlesOf(path: string, records: number, queries: number): Corpus {
  const { achievements, demands } = corpusOf(path, records, queries);
  const titled = ({ id, title }: { readonly id: string; readonly title?: string | undefined }) => ({
    id,
    title: title ?? '',
  });
  return { achievements: achievements.map(titled), demands: demands.map(titled) };
}

function text(report: TabReport): string {
  const { memoryMb: memory, queryMs, explainedMs, targets } = report;
  const mb = (value: number | null) => (value === null ? 'not told' : digits(value));
  const met = (is: boolean) => (is ? 'met' : 'not met');
  return table([
    [`Chromium ${report.browser}, ${report.kernel}`, '', ''],
    ['titles', whole(report.records), ''],
    ['postings', whole(report.postings), ''],
    ['saved, MB', digits(report.savedMb), ''],
    ['build in Node, s', digits(report.buildSeconds), ''],
    ['fetched, opened and first answer, ms', digits(report.openMs), ''],
    ['ten best, ms: median', digits(queryMs.p50), ''],
    [`… 99 in 100 (≤ ${targets.query.most})`, digits(queryMs.p99), met(targets.query.met)],
    ['… with reasons: median', digits(explainedMs.p50), ''],
    ['… 99 in 100', digits(explainedMs.p99), ''],
    ['process of the tab, MB: empty page', mb(memory.empty), ''],
    ['… with the index, after all queries', mb(memory.process), ''],
    [`… the greatest (≤ ${targets.memory.most})`, mb(memory.greatest), met(targets.memory.met)],
    ['the page alone, as the browser tells, MB', mb(memory.page), ''],
    ['answers with the bits of those in Node', report.agree ? 'all' : 'NOT ALL', ''],
  ]).join('\n');
}
