import type { JudgedSet } from '../../src/evaluate/judged.ts';
import type { RankingEvaluation } from '../../src/evaluate/ranking.ts';

/** The measures of the demands of one kind of difficulty. */
export interface KindMeasures {
  /** What the demands say in `category`. */
  readonly kind: string;
  readonly demands: number;
  readonly ndcg10: number;
  readonly p1: number;
}

/** Measures by what demands say in their field `category`, in the order in which it comes; none where none says it. */
export function measuresByKind({ demands }: JudgedSet, { perDemand }: RankingEvaluation): KindMeasures[] {
  const kindOf = new Map(
    demands.map((demand) => [String(demand.id), (demand as { category?: unknown }).category]),
  );
  const found = new Map<string, { count: number; ndcg10: number; p1: number }>();
  for (const { demandId, values } of perDemand) {
    const kind = kindOf.get(demandId);
    if (typeof kind !== 'string' || kind === '') continue;
    const sums = found.get(kind) ?? { count: 0, ndcg10: 0, p1: 0 };
    sums.count++;
    sums.ndcg10 += values.ndcg10 ?? 0;
    sums.p1 += values.p1 ?? 0;
    found.set(kind, sums);
  }
  return [...found].map(([kind, { count, ndcg10, p1 }]) => ({
    kind,
    demands: count,
    ndcg10: ndcg10 / count,
    p1: p1 / count,
  }));
}
