import { regionName } from '../../core/records/region-names.ts';
import { col, facts, named, rounded, type Sheet, sheet, word } from '../common/sheets.ts';
import { qualityFacts } from '../planning/quality-facts.ts';
import { SESSION_LABELS } from './labels.ts';
import type { VisitPlan } from './visits.ts';

/** Who goes where and when; who does not go where. */
export function visitSheets(plan: VisitPlan): Sheet[] {
  const stops = plan.trips.flatMap(({ day, district, routes }) =>
    routes.flatMap(({ expert, stops: firms }) => firms.map((stop) => ({ day, district, expert, ...stop }))),
  );
  const travellers = [
    ...named<{ readonly expert: string }>('专家', 'expert', ({ expert }) => expert),
  ] as const;
  const firm = <T extends { readonly firm: string }>() => named<T>('企业', 'firm', (item) => item.firm);
  return [
    sheet('企业行', 'visits', stops, [
      col('日期', 'day', ({ day }) => day),
      named(
        '地区',
        'district',
        ({ district }) => district,
        ({ district }) => districtName(district),
      ),
      travellers,
      firm(),
      col('项目', 'pairs', ({ pairIds }) => pairIds),
      col('价值', 'value', ({ value }) => rounded(value)),
    ]),
    sheet('路线', 'trips', plan.trips, [
      col('日期', 'day', ({ day }) => day),
      named(
        '地区',
        'district',
        ({ district }) => district,
        ({ district }) => districtName(district),
      ),
      col('专家', 'experts', ({ routes }) => routes.length),
      col('家次', 'visits', ({ routes }) => routes.reduce((sum, { stops: firms }) => sum + firms.length, 0)),
      col('价值', 'value', ({ value }) => rounded(value)),
    ]),
    sheet('未安排', 'not planned', plan.unvisited, [
      travellers,
      firm(),
      col('原因', 'reason', ({ reason }) => word(SESSION_LABELS.unvisited, reason)),
      col('项目', 'pairs', ({ pairIds }) => pairIds),
      col('价值', 'value', ({ value }) => rounded(value)),
    ]),
    facts(qualityFacts(plan)),
  ];
}

/** Of a city or province; counties are known to the host alone. */
function districtName(key: string) {
  return key.length < 6 ? regionName(key) : undefined;
}
