import { CONDITION_STATUSES } from '../common/conditions.ts';
import {
  col,
  kindOf,
  named,
  rounded,
  type Sheet,
  type SheetColumns,
  sheet,
  titleOf,
  unitOf,
  word,
} from '../common/sheets.ts';
import type { CheckedMatch, CheckedMatches, Compatibility } from '../transfer-terms/compatibility.ts';
import { COMPATIBILITY_COMPONENTS } from '../transfer-terms/part.ts';
import { COMPATIBILITY_LABELS } from './labels.ts';

const PAIR: SheetColumns<Compatibility> = [
  named('需求', 'demand', ({ demandId }) => demandId),
  named('供给', 'supply', ({ supplyId }) => supplyId),
];
const VERDICT: SheetColumns<Compatibility> = [
  col('交易条件', 'terms', ({ status }) => word(COMPATIBILITY_LABELS.status, status)),
  ...COMPATIBILITY_COMPONENTS.map((component, at) => ({
    header: COMPATIBILITY_LABELS.component[component],
    value: ({ parts }: Compatibility) => word(COMPATIBILITY_LABELS.status, parts[at]!.status),
  })),
  col('只差一步', 'near miss', ({ isNearMiss }) => isNearMiss),
  col('建议', 'advice', ({ advice }) => advice),
];

function partsSheet(pairs: readonly Compatibility[]): Sheet {
  const parts = pairs.flatMap((pair) => pair.parts.map((part) => ({ ...pair, part })));
  return sheet('分项', 'parts', parts, [
    ...(PAIR as SheetColumns<(typeof parts)[number]>),
    col('分项', 'part', ({ part }) => word(COMPATIBILITY_LABELS.component, part.component)),
    col('结果', 'status', ({ part }) => word(COMPATIBILITY_LABELS.status, part.status)),
    col('原因', 'reason', ({ part }) => part.reason),
    col('建议', 'advice', ({ part }) => part.advice),
    col('超出预算', 'above the budget', ({ part }) => rounded(part.gap, 2)),
  ]);
}

/** Pairs, part by part. */
function pairSheets(pairs: readonly Compatibility[]): Sheet[] {
  return [sheet('相容性', 'compatibility', pairs, [...PAIR, ...VERDICT]), partsSheet(pairs)];
}

/** Matches with their compatibility, part by part, and how often each part is what. */
function checkedSheets(checked: readonly CheckedMatches[]): Sheet[] {
  const matches = checked.flatMap((one) => one.matches);
  const counts = COMPATIBILITY_COMPONENTS.map((component) => ({ component }));
  return [
    sheet('匹配与相容性', 'matches', matches, [
      named('需求', 'demand', ({ compatibility }: CheckedMatch) => compatibility.demandId),
      col('名次', 'rank', ({ match }) => match.rank),
      named(
        '供给',
        'supply',
        ({ match }) => match.id,
        ({ match }) => titleOf(match.record),
      ),
      col('单位', 'organisation', ({ match }) => unitOf(match.record)),
      col('得分', 'score', ({ match }) => rounded(match.score)),
      ...VERDICT.flat().map(({ header, value }) => ({
        header,
        value: ({ compatibility }: CheckedMatch) => value(compatibility),
      })),
      col('理由', 'reason', ({ match }) => match.reason),
    ]),
    partsSheet(matches.map(({ compatibility }) => compatibility)),
    sheet('统计', 'counts', counts, [
      col('分项', 'part', ({ component }) => word(COMPATIBILITY_LABELS.component, component)),
      ...CONDITION_STATUSES.map((status) => ({
        header: COMPATIBILITY_LABELS.status[status],
        value: ({ component }: (typeof counts)[number]) =>
          checked.reduce((sum, one) => sum + one.counts[component][status], 0),
      })),
    ]),
  ];
}

/** Results of the programme, as tables. */
export const COMPATIBILITY_TABLES = [
  kindOf<Compatibility>('either', ['demandId', 'supplyId', 'parts', 'isNearMiss'], pairSheets),
  // The list of a resource list counts kinds.
  kindOf<CheckedMatches>('either', ['matches', 'counts'], checkedSheets, ({ counts }) =>
    Object.hasOwn(Object(counts), 'exclusivity'),
  ),
];
