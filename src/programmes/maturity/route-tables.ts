import { col, levels, named, rounded, type Sheet, type SheetColumn, sheet, word } from '../common/sheets.ts';
import { gapColumns } from './gap-columns.ts';
import { MATURITY_LABELS } from './labels.ts';
import type { MaturityRoute, RoutedBase } from './route-types.ts';

const pair = <T extends Pick<MaturityRoute, 'demandId' | 'supplyId'>>() => [
  ...named<T>('需求', 'demand', ({ demandId }) => demandId),
  ...named<T>('成果', 'supply', ({ supplyId }) => supplyId),
];

function baseColumns<T>(baseOf: (item: T) => RoutedBase | undefined): readonly SheetColumn<T>[] {
  const near = (item: T, side: 'nearDemand' | 'nearSupply') => {
    const base = baseOf(item);
    return base === undefined ? undefined : word(MATURITY_LABELS.ring, base[side]);
  };
  return [
    ...named<T>(
      '基地',
      'base',
      (item) => baseOf(item)?.id,
      (item) => baseOf(item)?.name,
    ),
    col('承接', 'serves', (item) => levels(baseOf(item)?.serves.trl)),
    col('领域得分', 'score', (item) => rounded(baseOf(item)?.score)),
    col('离需求方', 'near the demand', (item) => near(item, 'nearDemand')),
    col('离成果方', 'near the supply', (item) => near(item, 'nearSupply')),
  ];
}

/** Where results go, other bases that fit, and those that do not. */
export function routeSheets(routes: readonly MaturityRoute[]): Sheet[] {
  const others = routes.flatMap((route) => route.alternatives.map((base) => ({ ...route, base })));
  const misses = routes.flatMap((route) => route.nearMisses.map((base) => ({ ...route, base })));
  return [
    sheet('成熟度分流', 'routes', routes, [
      pair(),
      col('去向', 'outcome', ({ outcome }) => word(MATURITY_LABELS.outcome, outcome)),
      ...baseColumns<MaturityRoute>(({ base }) => base),
      col('共同用词', 'shared phrases', ({ base }) => base?.phrases),
      col('共同产业链', 'shared chains', ({ base }) => base?.chains),
      col('缺少的条件', 'missing condition', ({ missing }) =>
        missing === undefined ? undefined : word(MATURITY_LABELS.test, missing),
      ),
      ...gapColumns<MaturityRoute>(({ maturity }) => maturity),
      col('说明', 'reason', ({ reason }) => reason),
    ]),
    sheet('备选基地', 'alternatives', others, [
      pair(),
      ...baseColumns<(typeof others)[number]>(({ base }) => base),
    ]),
    sheet('未达条件的基地', 'near misses', misses, [
      pair(),
      ...baseColumns<(typeof misses)[number]>(({ base }) => base),
      col('未达条件', 'fails', ({ base }) => base.failed.map((test) => word(MATURITY_LABELS.test, test))),
      col('待核实', 'to be checked', ({ base }) =>
        base.unknown.map((test) => word(MATURITY_LABELS.test, test)),
      ),
    ]),
  ];
}
