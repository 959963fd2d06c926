import {
  type Conversion,
  defineRegions,
  type LocalConversionReport,
  localConversion,
} from 'cuohe/programmes';
import { REGION_LABELS } from 'cuohe/programmes/region';
import { columns } from './columns.ts';
import { sourceOf } from './region.ts';
import type { DemoProgramme } from './types.ts';

/** Numbers or sums by where they went. */
type Figures = LocalConversionReport['total']['count'];
/** A row of the report. */
type Row = LocalConversionReport['total'];

const WAN = 10_000;

export const programme: DemoProgramme = {
  key: 'local-conversion',
  number: 12,
  titleZh: '科技成果本地转化率',
  titleEn: 'Local conversion report',
  run({ extra }) {
    const regions = defineRegions(sourceOf(extra));
    const report = localConversion(extra<Conversion>('conversions'), { regions });
    const { local, elsewhere, unknown } = REGION_LABELS.destination;
    const head = [
      '项数',
      local.zh,
      elsewhere.zh,
      unknown.zh,
      '本地率',
      '金额（万元）',
      local.zh,
      elsewhere.zh,
      unknown.zh,
      '本地率',
      '未计金额',
    ];
    const table = (title: string, rows: readonly Row[]) => [
      [title, ...head],
      ...rows.map(rowCells),
      ['合计', ...rowCells(report.total).slice(1)],
    ];
    const text = [
      report.definition.zh,
      '',
      ...columns(table('完成单位', report.units), ''),
      '',
      ...columns(table('区县', report.counties), ''),
      '',
      ...columns(table('年度', report.years), ''),
    ].join('\n');
    return { json: report, text, results: [report] };
  },
};

function rowCells({ name, count, amount, unpriced }: Row): string[] {
  return [name.zh, ...cells(count, 1), ...cells(amount, WAN), unpriced > 0 ? `${unpriced}项` : ''];
}

function cells({ total, local, elsewhere, unknown, rate }: Figures, unit: number): string[] {
  const share = rate === undefined ? '—' : `${(rate * 100).toFixed(1)}%`;
  return [...[total, local, elsewhere, unknown].map((value) => String(value / unit)), share];
}
