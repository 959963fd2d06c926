import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import {
  defineRegions,
  type Escalation,
  escalationList,
  nameOfRegion,
  type RegionSource,
  type Regions,
  regionRelation,
  type WidenedSearch,
  widenSearch,
} from 'cuohe/programmes';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme, type Sample } from './types.ts';

/** An entry of what a host declares of regions. */
type Listed<K extends keyof RegionSource> = NonNullable<RegionSource[K]>[number];

/** Demands whose search is shown: served in the county; by a partner region; first in the zone's neighbourhood. */
const SEARCHED = ['D013', 'D055', 'Z001'];
/** A demand of the zone, which has no code. */
const OF_ZONE: DemandInput = {
  id: 'Z001',
  title: '铸件机器人打磨',
  problem: '铸件打磨靠人工，尺寸不一致，机器人磨不到或磨过头，需要柔顺力控。',
  regionCode: '沈抚改革创新示范区',
};
const PAIRS = [
  ['210106', '210106'],
  ['210112', '210404'],
  ['210112', '沈抚示范区'],
  ['210106', '210113'],
  ['210106', '210400'],
  ['210106', '211400'],
  ['210106', '110108'],
  ['210200', '110108'],
] as const;
const LISTED = 4;

export const programme: DemoProgramme = {
  key: 'region',
  number: 12,
  titleZh: '省市县三级与对口合作',
  titleEn: 'Region: ring by ring',
  async run({ achievements, demands, extra }) {
    const regions = defineRegions(sourceOf(extra));
    const matcher = createMatcher([...achievements, ...extra<AchievementInput>('new-achievements')]);
    const filter = { asOf: AS_OF };
    const all = [...demands, OF_ZONE];
    const options = { filter };
    const searches = SEARCHED.map((id) => all.find((demand) => demand.id === id)!).map((demand) => ({
      demand,
      search: widenSearch(demand, matcher, regions, { ...options, enough: 2 }),
    }));
    const escalation = await escalationList(all, matcher, regions, options);
    const relations = PAIRS.map(([a, b]) => ({ a, b, relation: regionRelation(a, b, regions) }));
    const text = [
      '地区关系',
      ...columns(
        relations.map(({ a, b, relation }) => [
          nameOfRegion(a, regions).zh,
          nameOfRegion(b, regions).zh,
          relation.label.zh,
        ]),
      ),
      '',
      `由近及远查找（匹配等级弱及以上，够2项即止）`,
      ...searches.flatMap(({ demand, search }) => searchLines(demand, search, regions)),
      '',
      [
        `逐级上报：${all.length}项需求`,
        `本级解决${escalation.kept.length}项`,
        `上报${escalation.offices.reduce((sum, office) => sum + office.demands.length, 0)}项`,
        `地区不明${escalation.unplaced.length}项`,
        `已到期、未列入${escalation.leftOut.expired.length}项`,
      ].join('，'),
      ...escalation.offices.flatMap(({ office, demands }) => [
        `  报${office.name.zh}　${demands.length}项`,
        ...columns(demands.slice(0, LISTED).map(escalatedRow), '    '),
        ...(demands.length > LISTED ? [`    ……另${demands.length - LISTED}项`] : []),
      ]),
    ].join('\n');
    return {
      json: { relations, searches: searches.map(({ search }) => searchJson(search)), escalation },
      text,
      results: [searches.map(({ search }) => search), escalation],
    };
  },
};

/** What the sample knows of regions. */
export function sourceOf(extra: Sample['extra']): RegionSource {
  return {
    areas: extra<Listed<'areas'>>('areas'),
    partners: extra<Listed<'partners'>>('partner-regions'),
    names: extra<Listed<'names'>>('region-names'),
  };
}

function searchLines(
  { id, title }: DemandInput,
  search: WidenedSearch<AchievementInput>,
  regions: Regions,
): string[] {
  const rows = search.rings.map(({ label, matches, ranked }) => [
    label.zh,
    `${ranked}项中`,
    matches
      .map((match) => `${match.id} ${shortened(match.record.title, 36)} ${match.score.toFixed(2)}`)
      .join('；') || '无',
  ]);
  const home = search.home === undefined ? '地区不明' : nameOfRegion(search.home, regions).zh;
  return [`  ${id} ${title}（${home}）`, ...columns(rows, '    ')];
}

function escalatedRow({ demandId, title, reason }: Escalation['unplaced'][number]): string[] {
  return [demandId, shortened(title, 32), reason.zh];
}

function searchJson({ rings, ...search }: WidenedSearch) {
  return {
    ...search,
    rings: rings.map(({ ring, matches, ranked }) => ({
      ring,
      ranked,
      matches: matches.map(({ id, score }) => ({ id, score })),
    })),
  };
}
