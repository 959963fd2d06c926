import type { Bilingual } from '../../base/bilingual.ts';
import { col, facts, type Sheet, type SheetColumn, sheet, tenThousands } from '../common/sheets.ts';
import type { ByDirection, ContractFigures, ContractRow } from './contract-figures.ts';

/** What people call each direction. */
export const DIRECTION_LABELS: Readonly<Record<Exclude<keyof ByDirection, 'total'>, Bilingual>> = {
  output: { zh: '输出', en: 'output' },
  absorbed: { zh: '吸纳', en: 'absorbed' },
  within: { zh: '其中本地成交', en: 'of both, within' },
  outside: { zh: '双方均在外地', en: 'outside' },
  unknown: { zh: '地区不明', en: 'region unknown' },
};

const DIRECTIONS = Object.keys(DIRECTION_LABELS) as (keyof typeof DIRECTION_LABELS)[];

/** Contracts and sums by type, unit, receiver and year, the total last. */
export function contractSheets(figures: ContractFigures): Sheet[] {
  const columns = (
    what: Bilingual,
    of: (row: ContractRow) => ByDirection,
    shown: (value: number) => number | undefined,
  ): SheetColumn<ContractRow>[] => [
    { header: what, value: (row) => shown(of(row).total) },
    ...DIRECTIONS.map((direction) => {
      const { zh, en } = DIRECTION_LABELS[direction];
      const header = { zh: `${what.zh}：${zh}`, en: `${what.en}: ${en}` };
      return { header, value: (row: ContractRow) => shown(of(row)[direction]) };
    }),
  ];
  const table = (zh: string, en: string, rows: readonly ContractRow[]) =>
    sheet(
      zh,
      en,
      [...rows, figures.total],
      [
        col(zh, en, ({ name }: ContractRow) => name),
        ...columns(
          { zh: '项数', en: 'contracts' },
          ({ count }) => count,
          (value) => value,
        ),
        ...columns({ zh: '成交额（万元）', en: 'CNY 10,000' }, ({ amount }) => amount, tenThousands),
        col('未计金额的项数', 'without a sum', ({ unpriced }) => unpriced),
      ],
    );
  return [
    table('合同类型', 'type of contract', figures.types),
    table('完成单位', 'unit', figures.units),
    table('承接单位', 'receiver', figures.receivers),
    table('年度', 'year', figures.years),
    facts([
      ['口径', 'what counts', figures.definition],
      ['日期不明、未计入', 'left out: day unknown', figures.undated],
    ]),
  ];
}
