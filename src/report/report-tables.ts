import { LEVELS } from '../core/levels/level.ts';
import type { LeanMatch, Match } from '../core/matcher/match.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { reportTable } from '../io/report-table.ts';
import type { Table, TableCell } from '../io/written-table.ts';
import { maskContacts } from './contacts.ts';
import { KIND_NAMES } from './field-names.ts';
import { type ReportModel, reportModel } from './model.ts';
import { type ReportContents, type ReportOptions, requireContents, resolveOptions } from './options.ts';
import { otherSide } from './read.ts';
import { WORDS } from './say.ts';
import { shownNotices } from './sections/imports.ts';
import { leftOut } from './sections/overview.ts';
import { shownTable } from './sections/programmes.ts';
import { nameOf, shownRecord } from './shown-record.ts';

/**
 * The same content as {@link renderReport} as tables, a sheet each: summary, matches, demands without an answer, counts
 * by chain, by pairs of chains and by region, what the import said, and tables of programmes. `writeTable` of
 * `cuohe/xlsx` writes them as one workbook. Contacts, secrecy and validity as there.
 * @throws InputError as `renderReport` does.
 */
export function reportTables(contents: ReportContents, options: ReportOptions = {}): Table[] {
  const resolved = resolveOptions(options);
  requireContents(contents);
  const model = reportModel(contents, resolved);
  const { language } = resolved;
  const words = WORDS[language];
  const open = resolved.contacts ? (text: string) => text : maskContacts;
  return [
    summary(model),
    matches(model, open),
    unanswered(model, open),
    counts(words.gaps, words.chain, model.figures.chains, (chain) =>
      language === 'zh' ? chain.nameZh : chain.nameEn,
    )(model),
    pairs(model),
    counts(words.regions, words.region, model.figures.regions, (region) => region[language])(model),
    ...model.programmes.map(({ name, table }) => ({ ...shownTable(table, model), name })),
    ...model.imports.map(([name, report]) => ({
      ...reportTable({ ...report, notices: shownNotices(report, model) }, language),
      name,
    })),
  ];
}

function tableOf(name: string, headers: readonly string[], rows: readonly (readonly TableCell[])[]): Table {
  return { name, columns: headers.map((header) => ({ header })), rows };
}

function summary(model: ReportModel): Table {
  const { figures, options, byBest, byLevel } = model;
  const { language, asOf } = options;
  const words = WORDS[language];
  const { total } = figures;
  const levels = (name: string, by: readonly number[] | undefined): TableCell[][] =>
    (by ?? [])
      .map((count, level) => [
        `${name}${language === 'zh' ? '：' : ': '}${label(LEVELS[level], language)}`,
        count,
      ])
      .reverse();
  return tableOf(
    words.overview,
    [words.figure, words.value],
    [
      ...(asOf === undefined ? [] : [[words.day, asOf]]),
      [words.demands, total.demands],
      [words.answered, total.answered],
      [words.notAnswered, total.gap],
      [words.achievements, total.achievements],
      [words.wanted, total.wanted],
      [words.matches, total.matches],
      ...levels(words.byBest, byBest),
      ...levels(words.byLevel, byLevel),
      ...leftOut(model).map((text) => [text]),
      [figures.note[language]],
    ],
  );
}

function label(
  level: (typeof LEVELS)[number] | LeanMatch['level'],
  language: 'zh' | 'en',
): string | undefined {
  return language === 'zh' ? level?.labelZh : level?.labelEn;
}

function matches(
  { results, queries, options, recordOf }: ReportModel,
  open: (text: string) => string,
): Table {
  const { language } = options;
  const words = WORDS[language];
  const rows = results.flatMap(({ queryId, matches, needs }) =>
    matches.map((match): TableCell[] => {
      const query = recordOf(queries, queryId);
      const record = recordOf(otherSide(queries), match.id);
      const { conditions = [] } = match as Partial<Match>;
      return [
        query.id,
        open(query.title),
        organizationOf(query, open),
        match.rank,
        record.id,
        open(record.title),
        organizationOf(record, open),
        KIND_NAMES[record.kind]?.[language],
        label(match.level, language),
        rounded(match.score),
        match.probability,
        match.need === undefined ? undefined : open(needs?.[match.need]?.text ?? ''),
        open(match.reason[language]),
        conditions.map((condition) => open(condition[language])).join('；'),
      ];
    }),
  );
  const own = queries === 'demand' ? words.demand : words.achievement;
  const other = queries === 'demand' ? words.achievement : words.demand;
  const of = (name: string, what: string) => (language === 'zh' ? `${name}${what}` : `${name}: ${what}`);
  const headers = [
    of(own, words.number),
    own,
    of(own, words.organization),
    words.rank,
    of(other, words.number),
    other,
    of(other, words.organization),
    words.kind,
    words.level,
    words.score,
    words.probability,
    words.need,
    words.reason,
    words.conditions,
  ];
  return tableOf(words.matches, headers, rows);
}

/** As many digits of a score as people read. */
function rounded(score: number): number {
  return Number(score.toFixed(3));
}

function organizationOf(record: MatchRecord, open: (text: string) => string): string | undefined {
  const name = nameOf(record);
  return name === undefined ? undefined : open(name);
}

function unanswered(model: ReportModel, open: (text: string) => string): Table {
  const { options, chainsOf, chainNames, bestOf } = model;
  const { language, contacts } = options;
  const words = WORDS[language];
  const rows = model.unanswered.map((record): TableCell[] => {
    const { page } = shownRecord(record, { language, contacts, chainsOf });
    const best = bestOf.get(record.id);
    return [
      page.id,
      page.title,
      page.organization,
      page.place,
      page.chains.map((code) => chainNames.get(code) ?? code).join('、'),
      best?.record.id,
      best === undefined ? undefined : open(best.record.title),
      label(best?.match.level, language),
      best && rounded(best.match.score),
    ];
  });
  const headers = [
    words.number,
    words.demand,
    words.organization,
    words.region,
    words.chain,
    `${words.nearest} ${words.number}`,
    words.nearest,
    words.level,
    words.score,
  ];
  return tableOf(words.unanswered, headers, rows);
}

type Counts = Pick<
  ReportModel['figures']['total'],
  'demands' | 'answered' | 'gap' | 'achievements' | 'wanted'
>;

function counts<T extends Counts>(
  name: string,
  first: string,
  all: readonly T[],
  nameOfRow: (row: T) => string,
): (model: ReportModel) => Table {
  return ({ options, figures }) => {
    const words = WORDS[options.language];
    const row = (rowName: string, { demands, answered, gap, achievements, wanted }: Counts): TableCell[] => [
      rowName,
      demands,
      answered,
      gap,
      achievements,
      wanted,
    ];
    const headers = [first, words.demands, words.answered, words.gap, words.achievements, words.wanted];
    const told = all.filter(({ demands, achievements }) => demands + achievements > 0);
    return tableOf(name, headers, [
      ...told.map((one) => row(nameOfRow(one), one)),
      row(words.total, figures.total),
    ]);
  };
}

function pairs({ figures, options }: ReportModel): Table {
  const { language } = options;
  const words = WORDS[language];
  const names = new Map(
    figures.chains.map(({ code, nameZh, nameEn }) => [code, language === 'zh' ? nameZh : nameEn]),
  );
  return tableOf(
    words.matrix,
    [words.matrixRows, words.matrixColumns, words.matches, words.answering],
    figures.pairs.map(({ demandChain, supplyChain, matches, answering }) => [
      names.get(demandChain),
      names.get(supplyChain),
      matches,
      answering,
    ]),
  );
}
