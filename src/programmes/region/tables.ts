import {
  col,
  dayFact,
  facts,
  kindOf,
  LEFT_OUT,
  NO_DAY,
  named,
  reasoned,
  rounded,
  type Sheet,
  type SheetColumn,
  sheet,
  soleKind,
  thresholdFact,
  titleOf,
  unitOf,
  word,
} from '../common/sheets.ts';
import { placeName } from '../places/regions.ts';
import type { ContractFigures } from './contract-figures.ts';
import { contractSheets } from './contract-tables.ts';
import { conversionSheets } from './conversion-tables.ts';
import type { EscalatedDemand, Escalation } from './escalate.ts';
import { REGION_LABELS } from './labels.ts';
import type { LocalConversionReport } from './local-conversion.ts';
import type { WidenedSearch } from './widen.ts';

const query = <T extends { readonly queryId: string }>() =>
  named<T>('查询', 'query', ({ queryId }) => queryId);

/** Matches from near to far, and every ring that was searched. */
function searchSheets(searches: readonly WidenedSearch[]): Sheet[] {
  const rings = searches.flatMap(({ queryId, rings: all }) => all.map((ring) => ({ queryId, ring })));
  const matches = rings.flatMap(({ queryId, ring }) =>
    ring.matches.map((match) => ({ queryId, ring, match })),
  );
  return [
    sheet('由近及远', 'matches', matches, [
      query(),
      col('范围', 'ring', ({ ring }) => ring.label),
      named(
        '记录',
        'record',
        ({ match }) => match.id,
        ({ match }) => titleOf(match.record),
      ),
      col('单位', 'organisation', ({ match }) => unitOf(match.record)),
      col('得分', 'score', ({ match }) => rounded(match.score)),
      col('总名次', 'rank of all', ({ match }) => match.rank),
      col('理由', 'reason', ({ match }) => match.reason),
    ]),
    sheet('查找范围', 'rings', rings, [
      query(),
      col('范围', 'ring', ({ ring }) => ring.label),
      col('记录', 'records', ({ ring }) => ring.ranked),
      col('匹配', 'matches', ({ ring }) => ring.matches.length),
    ]),
    sheet('查询', 'queries', searches, [
      query(),
      named(
        '起点地区',
        'home region',
        ({ home }) => home,
        ({ home }) => (home === undefined ? REGION_LABELS.nearness.unknown : placeName(home)),
      ),
      col('找到', 'found', ({ found }) => found),
      col('已够', 'enough', ({ isEnough }) => isEnough),
      col('基准日', 'as of', ({ asOf }) => asOf ?? NO_DAY),
    ]),
  ];
}

/** What is handed up to whom; what stays; what has no place. */
function escalationSheets(escalation: Escalation): Sheet[] {
  const handed = escalation.offices.flatMap(({ office, demands }) => demands.map((one) => ({ office, one })));
  const columns = <T>(of: (item: T) => EscalatedDemand): readonly SheetColumn<T>[] => [
    ...named<T>(
      '需求',
      'demand',
      (item) => of(item).demandId,
      (item) => of(item).title,
    ),
    col('出自', 'from', (item) => of(item).from?.name),
    col('最近有成果的范围', 'nearest ring with a match', (item) => {
      const { found } = of(item);
      return found === undefined ? undefined : word(REGION_LABELS.ring, found.ring);
    }),
    ...named<T>('最近成果', 'match', (item) => of(item).found?.id),
    col('得分', 'score', (item) => rounded(of(item).found?.score)),
    col('说明', 'reason', (item) => of(item).reason),
  ];
  return [
    sheet('逐级上报', 'handed up', handed, [
      col('报', 'to', ({ office }) => office.name),
      ...columns<(typeof handed)[number]>(({ one }) => one),
    ]),
    sheet(
      '地区不明',
      'region unknown',
      escalation.unplaced,
      columns<EscalatedDemand>((one) => one),
    ),
    sheet('本级解决', 'kept', escalation.kept, [
      named('需求', 'demand', ({ demandId }) => demandId),
      col('单位', 'office', ({ office }) => office.name),
      named('成果', 'match', ({ best }) => best.id),
      col('得分', 'score', ({ best }) => rounded(best.score)),
    ]),
    sheet(
      '未列入',
      'left out',
      escalation.leftOut.expired,
      reasoned(
        '需求',
        'demand',
        (id) => id,
        () => LEFT_OUT.expired,
      ),
    ),
    facts([
      dayFact(escalation),
      thresholdFact('对接门槛', 'least score', escalation.minScore, 'near'),
      ['密级超出范围', 'above the clearance', escalation.leftOut.withheld],
    ]),
  ];
}

/** Results of the programme, as tables. */
export const REGION_TABLES = [
  soleKind<ContractFigures>(['types', 'units', 'receivers', 'years', 'total'], contractSheets),
  kindOf<WidenedSearch>('either', ['queryId', 'rings', 'isEnough'], searchSheets),
  soleKind<Escalation>(['kept', 'offices', 'unplaced', 'leftOut'], escalationSheets),
  soleKind<LocalConversionReport>(['units', 'counties', 'years', 'definition'], conversionSheets),
];
