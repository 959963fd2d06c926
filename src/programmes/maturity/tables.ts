import { filteredText } from '../common/filtered-facts.ts';
import { col, kindOf, named, rounded, type Sheet, sheet, titleOf, unitOf } from '../common/sheets.ts';
import type { EarlyResult } from './early.ts';
import type { MaturityGap } from './gap.ts';
import { gapColumns } from './gap-columns.ts';
import { routeSheets } from './route-tables.ts';
import type { MaturityRoute } from './route-types.ts';

/** One pair whose records the caller knows. */
function gapSheets(gaps: readonly MaturityGap[]): Sheet[] {
  return [
    sheet('成熟度差距', 'maturity gap', gaps, [
      ...gapColumns<MaturityGap>((gap) => gap),
      col('说明', 'reason', ({ reason }) => reason),
    ]),
  ];
}

/** Matches with their maturity, and every query. */
function earlySheets(results: readonly EarlyResult[]): Sheet[] {
  const matches = results.flatMap(({ queryId, matches: all }) => all.map((match) => ({ queryId, match })));
  return [
    sheet('早期对接', 'matches', matches, [
      named('查询', 'query', ({ queryId }) => queryId),
      col('名次', 'rank', ({ match }) => match.rank),
      named(
        '记录',
        'record',
        ({ match }) => match.id,
        ({ match }) => titleOf(match.record),
      ),
      col('单位', 'organisation', ({ match }) => unitOf(match.record)),
      col('得分', 'score', ({ match }) => rounded(match.score)),
      ...gapColumns<(typeof matches)[number]>(({ match }) => match.maturity),
      col('成熟度说明', 'maturity in words', ({ match }) => match.maturity.reason),
      col('理由', 'reason', ({ match }) => match.reason),
    ]),
    sheet('查询', 'queries', results, [
      named('查询', 'query', ({ queryId }) => queryId),
      col('匹配', 'matches', (result) => result.matches.length),
      col('参与排序的记录', 'candidates', ({ candidates }) => candidates),
      col('未参与的记录', 'filtered out', ({ filtered }) => filteredText(filtered)),
    ]),
  ];
}

/** Results of the programme, as tables. */
export const MATURITY_TABLES = [
  // A result without matches is like any other of a matcher.
  kindOf<EarlyResult>(
    'either',
    ['queryId', 'matches', 'candidates', 'filtered'],
    earlySheets,
    ({ matches }) =>
      Array.isArray(matches) && matches.every((match) => Object.hasOwn(Object(match), 'maturity')),
  ),
  kindOf<MaturityGap>('either', ['supply', 'demand', 'step', 'path'], gapSheets),
  kindOf<MaturityRoute>('listed', ['demandId', 'supplyId', 'outcome', 'maturity'], routeSheets),
];
