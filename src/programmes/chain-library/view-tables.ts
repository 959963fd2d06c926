import type { Bilingual } from '../../base/bilingual.ts';
import { col, dayFact, facts, named, rounded, type Sheet, sheet } from '../common/sheets.ts';
import type { ChainRow } from './rows.ts';
import type { ChainView, NeighbourChain } from './view.ts';

/** What a record is. */
export const SIDE = {
  achievements: { zh: '成果', en: 'achievement' },
  demands: { zh: '需求', en: 'demand' },
} as const satisfies Record<string, Bilingual>;
/** Both sides. */
export const SIDES = ['achievements', 'demands'] as const;

/** Columns of a chain. */
export const chain = <T>(row: (item: T) => Pick<ChainRow, 'code' | 'name'>) =>
  named<T>(
    '产业链',
    'chain',
    (item) => row(item).code,
    (item) => row(item).name,
  );

const UP: Bilingual = { zh: '上游供本链', en: 'from upstream' };
const DOWN: Bilingual = { zh: '本链供下游', en: 'to downstream' };

/** What neighbours offer each other, and what each has. */
export function viewSheets(view: ChainView): Sheet[] {
  const neighbours = [
    ...view.upstream.map((near) => ({ way: UP, near })),
    ...view.downstream.map((near) => ({ way: DOWN, near })),
  ] satisfies { way: Bilingual; near: NeighbourChain }[];
  const offers = neighbours.flatMap(({ way, near }) => near.offers.map((offer) => ({ way, near, offer })));
  const records = neighbours.flatMap(({ way, near }) => [
    ...near.achievements.map((id) => ({ way, near, side: SIDE.achievements, id })),
    ...near.unmatchedDemands.map((id) => ({ way, near, side: SIDE.demands, id })),
  ]);
  const head = <T extends { readonly way: Bilingual; readonly near: NeighbourChain }>() => [
    col<T>('方向', 'direction', ({ way }) => way),
    ...chain<T>(({ near }) => near),
  ];
  return [
    sheet('上下游可供', 'offers', offers, [
      head(),
      named('需求', 'demand', ({ offer }) => offer.demandId),
      named('成果', 'achievement', ({ offer }) => offer.achievementId),
      col('得分', 'score', ({ offer }) => rounded(offer.score)),
      col('理由', 'reason', ({ offer }) => offer.reason),
    ]),
    sheet('上下游链', 'neighbours', neighbours, [
      head(),
      col('可供成果', 'achievements', ({ near }) => near.achievements.length),
      col('缺口需求', 'unmatched demands', ({ near }) => near.unmatchedDemands.length),
      col('可供', 'offers', ({ near }) => near.offers.length),
    ]),
    sheet('上下游记录', 'their records', records, [
      head(),
      col('类别', 'side', ({ side }) => side),
      named('记录', 'record', ({ id }) => id),
    ]),
    facts([['产业链编号', 'chain id', view.code], ['产业链', 'chain', view.name], dayFact(view)]),
  ];
}
