import { basename, resolve } from 'node:path';
import { type Comparison, compareRankings } from '../../src/evaluate/compare.ts';
import type { JudgedSet } from '../../src/evaluate/judged.ts';
import { evaluateRanking, type RankingEvaluation, type RankingSummary } from '../../src/evaluate/ranking.ts';
import { jsonText } from './json.ts';
import { buildSized } from './sized.ts';
import { SWITCHES } from './switches.ts';
import { digits, signed } from './tables.ts';

/** One changed part of the configuration on one judged set. */
export interface AblationRow {
  readonly en: string;
  readonly zh: string;
  readonly summary: RankingSummary;
  /** Against the default; null for the default itself. */
  readonly ndcg10: Comparison | null;
  readonly p1: Comparison | null;
  readonly nonZerosPerRow: number;
  readonly nonZerosPerQuery: number;
}

/** A judged folder under every switch. */
export interface AblationTable {
  readonly name: string;
  readonly rows: readonly AblationRow[];
}

/** Measures every switch on a judged set. */
export function ablate(path: string, judged: JudgedSet): AblationTable {
  let base: RankingEvaluation | undefined;
  const rows = SWITCHES.map(({ en, zh, options }): AblationRow => {
    const { matcher, perRow, perQuery } = buildSized(judged.achievements, judged.demands, options());
    const evaluation = evaluateRanking(judged, matcher);
    const against = (metric: 'ndcg10' | 'p1') =>
      base === undefined ? null : compareRankings(base, evaluation, metric);
    const row = {
      en,
      zh,
      summary: evaluation.summary,
      ndcg10: against('ndcg10'),
      p1: against('p1'),
      nonZerosPerRow: perRow,
      nonZerosPerQuery: perQuery,
    };
    base ??= evaluation;
    return row;
  });
  return { name: basename(resolve(path)), rows };
}

/** Tables in Markdown, one for each judged folder. */
export function ablationMarkdown(tables: readonly AblationTable[]): string {
  return tables.map(markdownOf).join('\n');
}

function markdownOf({ name, rows }: AblationTable): string {
  const demands = rows[0]?.summary.demands ?? 0;
  const lines = rows.map(({ en, zh, summary, ndcg10, p1, nonZerosPerRow, nonZerosPerQuery }) => [
    `${en} ${zh}`,
    digits(summary.ndcg10),
    ...change(ndcg10),
    digits(summary.p1),
    ...change(p1),
    nonZerosPerRow.toFixed(1),
    nonZerosPerQuery.toFixed(1),
  ]);
  const head = [
    'configuration 设置',
    'nDCG@10',
    'Δ',
    'p',
    'P@1',
    'Δ',
    'p',
    'non-zeros a row 每行非零',
    'non-zeros a query 每查询非零',
  ];
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  const table = [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  return `### ${name} (${demands} demands 条需求)\n\n${table.join('\n')}\n`;
}

function change(comparison: Comparison | null): [string, string] {
  return comparison === null
    ? ['', '']
    : [signed(comparison.difference), comparison.p < 0.001 ? '<0.001' : comparison.p.toFixed(3)];
}

/** The same as JSON. */
export function ablationJson(tables: readonly AblationTable[]): string {
  return `${jsonText({ ablation: tables })}\n`;
}
