import type { LevelEvaluation } from '../../src/evaluate/graded.ts';
import type { RankingMetric } from '../../src/evaluate/ranking.ts';
import { alignColumns } from './columns.ts';
import type { KindMeasures } from './kinds.ts';
import { learnedLine } from './levels.ts';
import type { DataResult, Result, TagsResult } from './measure.ts';

/** Results for people. */
export function toTables(results: readonly Result[]): string {
  return results
    .map((result) => {
      const title = `${result.kind === 'data' ? '排序 Ranking' : '打标 Tagging'}: ${result.path}`;
      const learned = result.kind === 'data' ? result.learned : undefined;
      const line = learned === undefined ? '' : `${learnedLine(learned.path, learned.options)}\n`;
      const rows = alignColumns(result.kind === 'data' ? dataRows(result) : tagsRows(result));
      const kinds = result.kind === 'data' ? kindTable(result.kinds) : '';
      return `${title}\n${line}${rows}\n${kinds}`;
    })
    .join('\n');
}

function kindTable(kinds: readonly KindMeasures[]): string {
  if (kinds.length === 0) return '';
  const rows = kinds.map(({ kind, demands, ndcg10, p1 }) => [
    `  ${kind}`,
    String(demands),
    digits(ndcg10),
    digits(p1),
  ]);
  return `${alignColumns([['  难点 kind', '需求 demands', 'nDCG@10', 'P@1'], ...rows])}\n`;
}

const DATA_LABELS: readonly (readonly [RankingMetric | 'auc', string])[] = [
  ['ndcg10', '  nDCG@10 前十归一化折损累计增益'],
  ['p1', '  P@1 首位相关的需求占比'],
  ['mrr', '  MRR 首个相关成果名次倒数'],
  ['recall10', '  recall@10 前十召回率'],
  ['map', '  MAP 平均精度'],
  ['auc', '  AUC 相关对高于无关对的概率'],
  ['demandAuc', '  AUC 同一需求之内 within a demand'],
];

const LEVEL_LABELS: readonly (readonly [keyof LevelEvaluation, string])[] = [
  ['levelScore', '  level score 等级得分'],
  ['calibrationError', '  ECE 概率校准误差'],
  ['precisionAtHalf', '  P@1 最有把握的一半需求 of the surest half'],
  ['precisionAtMost', '  P@1 最有把握的八成需求 of the surest 80 %'],
  ['precisionAtAll', '  P@1 全部需求 of all judged demands'],
  ['answered', '  首位为强或较强的需求占比 said to be answered'],
  ['answeredRight', '  其中首位相关 rightly so'],
];

function dataRows({ evaluation: { summary }, levels, learned, other }: DataResult): string[][] {
  const head = ['  指标 measure', learned === undefined ? '默认 default' : '所学 learned'];
  if (other !== undefined) head.push('设置 config', '差 difference', '95% 区间 interval', 'p');
  const comparisons = new Map<string, readonly string[]>(
    (other?.comparisons ?? []).map(({ metric, difference, low, high, p }) => [
      metric,
      [signed(difference), `${signed(low)} … ${signed(high)}`, digits(p)],
    ]),
  );
  return [
    head,
    ...DATA_LABELS.map(([metric, label]) => [
      label,
      digits(summary[metric]),
      ...(other === undefined ? [] : [digits(other.evaluation.summary[metric])]),
      ...(comparisons.get(metric) ?? []),
    ]),
    ...LEVEL_LABELS.map(([measure, label]) => [label, digits(levels[measure])]),
    ['  需求 demands', String(summary.demands)],
    ['  其中有相关成果 with a relevant one', String(summary.relevantDemands)],
    ['  判定对 judged pairs', String(summary.pairs)],
  ];
}

function tagsRows({ evaluation }: TagsResult): string[][] {
  return [
    ['  指标 measure', '默认 default'],
    ['  micro F1 微平均', digits(evaluation.microF1)],
    ['  precision 精确率', digits(evaluation.precision)],
    ['  recall 召回率', digits(evaluation.recall)],
    ['  macro F1 宏平均', digits(evaluation.macroF1)],
    ['  first code 首个产业链正确', digits(evaluation.firstCode)],
    ['  题名 titles', String(evaluation.titles)],
  ];
}

/** Four digits, or a dash for what has no meaning. */
export function digits(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(4);
}

/** Four digits with a sign; no minus before a zero. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(4);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
