import type { Bilingual } from '../../base/bilingual.ts';
import {
  col,
  dayFact,
  facts,
  LEFT_OUT,
  named,
  reasoned,
  type Sheet,
  type SheetColumns,
  sheet,
  soleKind,
} from '../common/sheets.ts';
import type { ChainLibrary } from './library.ts';
import type { ChainPeriod } from './periods.ts';
import type { ChainRow, ChainTable } from './rows.ts';
import type { ChainView } from './view.ts';
import { chain, SIDE, SIDES, viewSheets } from './view-tables.ts';

/** What came of demands; only where the library was given cases. */
const OUTCOMES: SheetColumns<ChainRow> = [
  col('在办需求', 'demands with an open case', ({ openDemands }) => openDemands?.length),
  col('已签约需求', 'signed demands', ({ signedDemands }) => signedDemands?.length),
];

const figuresOf = ({ total }: Pick<ChainTable, 'total'>): SheetColumns<ChainRow> => [
  chain((row) => row),
  col('先进制造链', 'advanced manufacturing', ({ advancedManufacturing }) => advancedManufacturing),
  col('成果', 'achievements', ({ achievements }) => achievements.length),
  col('需求', 'demands', ({ demands }) => demands.length),
  col('有匹配的需求', 'matched demands', ({ matchedDemands }) => matchedDemands.length),
  col('缺口需求', 'unmatched demands', ({ unmatchedDemands }) => unmatchedDemands.length),
  col('待用成果', 'unserved achievements', ({ unservedAchievements }) => unservedAchievements.length),
  ...(total.openDemands === undefined ? [] : OUTCOMES),
  col('单位', 'units', ({ units }) => units.length),
  col('未注明单位', 'records without a unit', ({ withoutUnit }) =>
    SIDES.reduce((sum, side) => sum + withoutUnit[side].length, 0),
  ),
];

/** All rows of a table, the sums last. */
function allRows({ rows, withoutChain, advancedManufacturing, total }: ChainTable): readonly ChainRow[] {
  return [...rows, withoutChain, advancedManufacturing, total];
}

/** Figures of all chains, the gaps one by one, the records and units of each chain, the periods. */
function librarySheets(library: ChainLibrary): Sheet[] {
  const chains = [...library.rows, library.withoutChain];
  const gaps = chains.flatMap((row) => row.unmatchedDemands.map((id) => ({ row, id })));
  const records = chains.flatMap((row) => {
    const open = { achievements: new Set(row.unservedAchievements), demands: new Set(row.unmatchedDemands) };
    const unitless = {
      achievements: new Set(row.withoutUnit.achievements),
      demands: new Set(row.withoutUnit.demands),
    };
    return SIDES.flatMap((side) =>
      row[side].map((id) => ({
        row,
        side,
        id,
        isMatched: !open[side].has(id),
        hasUnit: !unitless[side].has(id),
      })),
    );
  });
  const units = chains.flatMap((row) => row.units.map((unit) => ({ row, unit })));
  const periods = library.periods.flatMap((period) => allRows(period).map((row) => ({ period, row })));
  const expired = SIDES.flatMap((side) => library.leftOut[side].expired.map((id) => ({ side, id })));
  return [
    sheet('产业链项目库', 'chain library', allRows(library), figuresOf(library)),
    sheet('缺口需求', 'gaps', gaps, [chain(({ row }) => row), named('需求', 'demand', ({ id }) => id)]),
    sheet('在库记录', 'records', records, [
      chain(({ row }) => row),
      col('类别', 'side', ({ side }) => SIDE[side]),
      named('记录', 'record', ({ id }) => id),
      col('有匹配', 'matched', ({ isMatched }) => isMatched),
      col('注明单位', 'names a unit', ({ hasUnit }) => hasUnit),
    ]),
    sheet('单位', 'units', units, [
      chain(({ row }) => row),
      col('单位', 'unit', ({ unit }) => unit.name),
      col('成果', 'achievements', ({ unit }) => unit.achievements),
      col('需求', 'demands', ({ unit }) => unit.demands),
    ]),
    sheet('阶段性汇集', 'periods', periods, [
      col('时段', 'period', ({ period }) => periodName(period)),
      ...figuresOf(library)
        .flat()
        .map(({ value, ...column }) => ({
          ...column,
          value: ({ row }: { readonly row: ChainRow }) => value(row),
          ofId: undefined,
        })),
    ] as SheetColumns<(typeof periods)[number]>),
    sheet('未列入', 'left out', expired, [
      col('类别', 'side', ({ side }) => SIDE[side]),
      ...reasoned<(typeof expired)[number]>(
        '记录',
        'record',
        ({ id }) => id,
        () => LEFT_OUT.expired,
      ),
    ]),
    facts([
      dayFact(library),
      ['密级超出范围的成果', 'achievements above the clearance', library.leftOut.achievements.withheld],
      ['密级超出范围的需求', 'demands above the clearance', library.leftOut.demands.withheld],
    ]),
  ];
}

function periodName({ after, until, undated }: ChainPeriod): Bilingual {
  if (undated) return { zh: '未注明日期', en: 'without a date' };
  if (until === null) return { zh: `${after}之后`, en: `after ${after}` };
  if (after === null) return { zh: `截至${until}`, en: `up to ${until}` };
  return { zh: `${after}之后至${until}`, en: `after ${after}, up to ${until}` };
}

/** Results of the programme, as tables. */
export const CHAIN_TABLES = [
  soleKind<ChainLibrary>(['rows', 'withoutChain', 'periods', 'leftOut'], librarySheets),
  soleKind<ChainView>(['code', 'upstream', 'downstream'], viewSheets),
];
