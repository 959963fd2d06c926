import type { DenseSize } from './cases.ts';
import type { Times } from './measure.ts';

/** What was measured on what. */
export interface Measurement {
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly node: string;
    readonly platform: string;
  };
  readonly corpus: { readonly kind: string; readonly records: number; readonly queries: number };
  readonly index: {
    readonly records: number;
    readonly terms: number;
    readonly postings: number;
    readonly bytes: number;
  };
  /** Postings touched by all queries together. */
  readonly touched: number;
  readonly dense: DenseSize & { readonly repeats: number };
  readonly times: ReadonlyMap<string, Times>;
}

/** One line of the result: times of one unit of work. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly mean: number;
  readonly sd: number;
  readonly rounds: number;
  /** The best time in other words. */
  readonly note: string;
}

/** How many times as long a rival takes, by the best times. */
export interface Ratio {
  readonly rival: string;
  readonly beside: string;
  readonly times: number;
}

/** The result, as `--json` prints it. */
export interface Report extends Omit<Measurement, 'times' | 'touched'> {
  readonly postingsPerQuery: number;
  readonly figures: readonly Figure[];
  readonly ratios: readonly Ratio[];
}

const MAP_KERNEL = 'kernel beside the Map loop';
const SUBSET_KERNEL = 'kernel on the subset';

/** Times of rounds → times of one record, query, index or pair. */
export function reportOf({ times, touched, ...rest }: Measurement): Report {
  const { corpus, index, dense } = rest;
  const pairs = dense.records * dense.queries;
  const perQuery = { unit: 'µs/query', factor: 1000 / corpus.queries };
  const perPair = { unit: 'ns/pair', factor: 1e6 / pairs };
  const postingRate = (min: number) =>
    `${(touched / corpus.queries / min / 1000).toPrecision(2)} postings/ns`;
  const units: Record<string, { unit: string; factor: number; note?: (min: number) => string }> = {
    build: {
      unit: 'ms',
      factor: 1,
      note: (min) => `${whole((corpus.records / min) * 1000)} records/s`,
    },
    match: perQuery,
    'match, explained': perQuery,
    kernel: { ...perQuery, note: postingRate },
    save: { unit: 'ms', factor: 1, note: () => `${(index.bytes / 1e6).toFixed(1)} MB` },
    open: { unit: 'ms', factor: 1 },
    [MAP_KERNEL]: { ...perQuery, note: postingRate },
    'Map loop': { ...perQuery, note: postingRate },
    [SUBSET_KERNEL]: { unit: 'ns/pair', factor: 1e6 / (pairs * dense.repeats) },
    'fast-cosine-similarity': perPair,
    'ml-distance': perPair,
  };
  const figures = Object.entries(units).map(([name, { unit, factor, note }]): Figure => {
    const { min, mean, sd, rounds } = times.get(name)!;
    const best = min * factor;
    return { name, unit, min: best, mean: mean * factor, sd: sd * factor, rounds, note: note?.(best) ?? '' };
  });
  const ratio = (rival: string, beside: string): Ratio => {
    const best = (name: string) => figures.find((figure) => figure.name === name)!.min;
    return { rival, beside, times: best(rival) / best(beside) };
  };
  return {
    ...rest,
    postingsPerQuery: touched / corpus.queries,
    figures,
    ratios: [
      ratio('Map loop', MAP_KERNEL),
      ratio('fast-cosine-similarity', SUBSET_KERNEL),
      ratio('ml-distance', SUBSET_KERNEL),
    ],
  };
}

/** The result for people. */
export function reportText(report: Report): string {
  const { machine, corpus, index, dense, figures, ratios, postingsPerQuery } = report;
  return [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.platform}; one thread`,
    `${corpus.kind} corpus: ${whole(corpus.records)} records, ${whole(corpus.queries)} queries; index: ` +
      `${whole(index.terms)} terms, ${whole(index.postings)} postings; ${whole(postingsPerQuery)} postings touched a query`,
    `dense subset: ${dense.records} records × ${dense.queries} queries, ${whole(dense.dimensions)} dimensions`,
    '',
    ...table([
      ['case', 'unit', 'min', 'mean ± sd', ''],
      ...figures.map(({ name, unit, min, mean, sd, note }) => [
        name,
        unit,
        digits(min),
        `${digits(mean)} ± ${digits(sd)}`,
        note,
      ]),
    ]),
    '',
    ...table([
      ['rival', 'beside', 'takes'],
      ...ratios.map(({ rival, beside, times }) => [rival, beside, `${digits(times)} ×`]),
    ]),
  ].join('\n');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Three significant digits, without an exponent. */
function digits(value: number): string {
  return value >= 100 ? whole(value) : value.toPrecision(3);
}
