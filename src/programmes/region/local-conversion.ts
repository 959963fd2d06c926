import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { checkLists, checkOptions, ELSEWHERE, optionsOf } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { PLAIN_REGIONS, type Regions } from '../places/regions.ts';
import {
  CONVERSION,
  CONVERSION_DESTINATION_LABELS,
  type Conversion,
  type ConversionDestination,
  type LocalLevel,
  type ReadConversion,
  type RowHead,
  readConversion,
} from './conversions.ts';

/** How local conversions are counted. */
export interface LocalConversionOptions {
  /** What counts as local. Default `city`. */
  readonly level?: LocalLevel;
  /** Areas and names of `defineRegions`; default: codes alone. */
  readonly regions?: Regions;
  /** Further names of organisations, so that one stands as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
}

/** Numbers or sums by where they went. `local` + `elsewhere` + `unknown` = `total`. */
export interface ByDestination extends Readonly<Record<ConversionDestination, number>> {
  readonly total: number;
  /** `local` / (`local` + `elsewhere`), in [0, 1]; absent where nothing is known. */
  readonly rate?: number;
}

/** One row of the report. */
export interface ConversionRow extends RowHead {
  /** Conversions. */
  readonly count: ByDestination;
  /** Their sums in yuan. */
  readonly amount: ByDestination;
  /** Conversions without a sum in yuan: they count in `count` only. */
  readonly unpriced: number;
}

/** The local conversion report. The rows of each table add up to `total`. */
export interface LocalConversionReport {
  readonly level: LocalLevel;
  /** What the numbers mean, for people. */
  readonly definition: Bilingual;
  /** By unit, most conversions first, then by key; the unknown one last. */
  readonly units: readonly ConversionRow[];
  /** By region of the unit, as narrow as it is given, by key; the unknown one last. */
  readonly counties: readonly ConversionRow[];
  /** By year of signing; the unknown one last. */
  readonly years: readonly ConversionRow[];
  readonly total: ConversionRow;
}

const OPTIONS = optionsOf<LocalConversionOptions>({
  level: z.optional(z.enum(['county', 'city', 'province'])),
  regions: ELSEWHERE,
  aliases: ALIASES,
});

const LEVEL_NAMES: Readonly<Record<LocalLevel, Bilingual>> = {
  county: { zh: '同一区县', en: 'county' },
  city: { zh: '同一城市', en: 'city' },
  province: { zh: '同一省份', en: 'province' },
};

/**
 * The local conversion rate (本地转化率) by unit, county and year, by number and by amount.
 *
 * serves: 「将科技成果本地转化率纳入对县(区)绩效考核」
 *
 * A conversion is local if the unit and the receiver are in one city (county, province). The rate is local ÷ (local +
 * elsewhere); conversions whose regions do not tell stand in a column of their own and in no rate. Of a range the lower
 * end counts; sums are kept in fen, so that totals are exact. For one year or unit beside another, hand in its
 * conversions alone. O(conversions).
 * @param conversions signed ones; with ids of their own.
 * @throws InputError naming every bad conversion or option.
 */
export function localConversion(
  conversions: readonly Conversion[],
  options: LocalConversionOptions = {},
): LocalConversionReport {
  checkOptions(options, OPTIONS);
  checkLists([{ what: 'conversions', items: conversions, schema: CONVERSION }]);
  const { level = 'city', regions = PLAIN_REGIONS } = options;
  const keys = readUnits(
    options.aliases,
    conversions.map(({ unit }) => unit),
  );
  const read = conversions.map((conversion) => readConversion(conversion, { level, regions, units: keys }));
  const units = table(read, ({ unit }) => unit).sort(
    (a, b) => unknownLast(a, b) || b.count.total - a.count.total || byKey(a, b),
  );
  const inOrder = (rows: ConversionRow[]) => rows.sort((a, b) => unknownLast(a, b) || byKey(a, b));
  return {
    level,
    definition: definitionOf(level),
    units,
    counties: inOrder(table(read, ({ county }) => county)),
    years: inOrder(table(read, ({ year }) => year)),
    total: rowOf({ key: '', name: { zh: '合计', en: 'total' } }, read),
  };
}

function table(read: readonly ReadConversion[], headOf: (one: ReadConversion) => RowHead): ConversionRow[] {
  return [...groupBy(read, (one) => headOf(one).key).values()].map((items) =>
    rowOf(headOf(items[0]!), items),
  );
}

function rowOf(head: RowHead, items: readonly ReadConversion[]): ConversionRow {
  return {
    ...head,
    count: byDestination(items, () => 1),
    amount: byDestination(items, ({ fen = 0 }) => fen, 100),
    unpriced: items.filter(({ fen }) => fen === undefined).length,
  };
}

function byDestination(
  items: readonly ReadConversion[],
  measure: (item: ReadConversion) => number,
  unit = 1,
): ByDestination {
  const sums: Record<ConversionDestination, number> = { local: 0, elsewhere: 0, unknown: 0 };
  for (const item of items) sums[item.destination] += measure(item);
  const known = sums.local + sums.elsewhere;
  return {
    local: sums.local / unit,
    elsewhere: sums.elsewhere / unit,
    unknown: sums.unknown / unit,
    total: (known + sums.unknown) / unit,
    ...(known > 0 ? { rate: sums.local / known } : {}),
  };
}

function definitionOf(level: LocalLevel): Bilingual {
  const { zh, en } = LEVEL_NAMES[level];
  return {
    zh: `完成单位与承接单位在${zh}的，计为${CONVERSION_DESTINATION_LABELS.local.zh}；本地转化率＝本地÷（本地＋异地），地区不明的另列，不计入比率。`,
    en: `Local: the unit and the receiver are in one ${en}. Rate = local ÷ (local + elsewhere); unknown regions stand apart and are in no rate.`,
  };
}

function unknownLast(a: RowHead, b: RowHead): number {
  return Number(a.key === '') - Number(b.key === '');
}

function byKey(a: RowHead, b: RowHead): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
