import type { Bilingual } from '../../base/bilingual.ts';
import { col, facts, percent, type Sheet, type SheetColumn, sheet, tenThousands } from '../common/sheets.ts';
import type { ConversionDestination } from './conversions.ts';
import { REGION_LABELS } from './labels.ts';
import type { ByDestination, ConversionRow, LocalConversionReport } from './local-conversion.ts';

const DESTINATIONS = Object.keys(REGION_LABELS.destination) as ConversionDestination[];

/** Conversions and sums by where they went, the total last. */
export function conversionSheets(report: LocalConversionReport): Sheet[] {
  const figures = (
    what: Bilingual,
    of: (row: ConversionRow) => ByDestination,
    shown: (value: number) => number | undefined,
  ): SheetColumn<ConversionRow>[] => [
    { header: what, value: (row) => shown(of(row).total) },
    ...DESTINATIONS.map((place) => {
      const { zh, en } = REGION_LABELS.destination[place];
      const header = { zh: `${what.zh}：${zh}`, en: `${what.en}: ${en}` };
      return { header, value: (row: ConversionRow) => shown(of(row)[place]) };
    }),
    col(`${what.zh}：本地率（%）`, `${what.en}: local rate (%)`, (row) => percent(of(row).rate)),
  ];
  const table = (zh: string, en: string, rows: readonly ConversionRow[]) =>
    sheet(
      zh,
      en,
      [...rows, report.total],
      [
        col(zh, en, ({ name }: ConversionRow) => name),
        ...figures(
          { zh: '项数', en: 'conversions' },
          ({ count }) => count,
          (value) => value,
        ),
        ...figures({ zh: '金额（万元）', en: 'CNY 10,000' }, ({ amount }) => amount, tenThousands),
        col('未计金额的项数', 'without a sum', ({ unpriced }) => unpriced),
      ],
    );
  return [
    table('完成单位', 'unit', report.units),
    table('区县', 'county', report.counties),
    table('年度', 'year', report.years),
    facts([['口径', 'what counts', report.definition]]),
  ];
}
