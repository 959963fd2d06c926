import type { Bilingual } from '../../base/bilingual.ts';
import { isRegionCode } from '../../core/records/regions.ts';
import { isIn, liesIn, type Place, placeOf } from './place.ts';
import { cityOf, nameOfRegion, PLAIN_REGIONS, type Regions } from './regions.ts';

/** How near two regions are, nearest first; `unknown` where a region is missing or its place is not told. */
export const REGION_NEARNESS = [
  'county',
  'zone',
  'city',
  'circle',
  'province',
  'partner',
  'elsewhere',
  'unknown',
] as const;
export type RegionNearness = (typeof REGION_NEARNESS)[number];

/** What people call each degree. */
export const REGION_NEARNESS_LABELS: Readonly<Record<RegionNearness, Bilingual>> = {
  county: { zh: '同区县', en: 'same county' },
  zone: { zh: '同功能区', en: 'same zone' },
  city: { zh: '同市', en: 'same city' },
  circle: { zh: '同都市圈', en: 'same metropolitan circle' },
  province: { zh: '同省', en: 'same province' },
  partner: { zh: '对口合作地区', en: 'partner region' },
  elsewhere: { zh: '其他地区', en: 'another region' },
  unknown: { zh: '地区不明', en: 'region unknown' },
};

/** How two regions stand to each other. */
export interface RegionRelation {
  readonly code: RegionNearness;
  /** What makes them near: the key of what both lie in, or the wording of an area; absent for the last three degrees. */
  readonly shared?: string;
  /** 同在沈阳市; 对口合作：沈阳市与北京市. */
  readonly label: Bilingual;
}

/**
 * How near two regions are: same county > zone > city > circle > province > partner regions > elsewhere.
 *
 * serves: 「省、市、县三级技术转移工作网络体系」, 「引进都市圈域内先进科技成果」
 *
 * Regions are codes of two to six digits (the last zero pairs may be left out), names that the library or the host knows
 * (沈阳, 沈阳市浑南区), or wordings of areas. An area lies
 * in all of its members, and the nearest counts. A wording that no area has is near to itself only: like a zone of
 * its own, and `unknown` beside others. Counties under a province directly (third and fourth digit 90) share no
 * city. Symmetric. O(members of both areas × partner pairs).
 */
export function regionRelation(
  a: string | undefined,
  b: string | undefined,
  regions: Regions = PLAIN_REGIONS,
): RegionRelation {
  const [from, to] = [placeOf(a, regions), placeOf(b, regions)];
  if (from === undefined || to === undefined) return relation('unknown');
  if (from.area !== undefined && from.area === to.area) {
    return withinArea(from.area.isZone ? 'zone' : 'circle', from.area.name);
  }
  const common = sharedKey(from, to);
  if (common?.length === 6 && isRegionCode(from.key) && isRegionCode(to.key))
    return within('county', common, regions);
  const zone = sharedArea(from, to, regions, true);
  if (zone !== undefined) return withinArea('zone', zone);
  if (from.codes.length === 0 || to.codes.length === 0) {
    return from.key === to.key ? withinArea('zone', { zh: from.key, en: from.key }) : relation('unknown');
  }
  const city = common === undefined ? undefined : cityOf(common);
  if (city !== undefined) return within('city', city, regions);
  const circle = sharedArea(from, to, regions, false);
  if (circle !== undefined) return withinArea('circle', circle);
  if (common !== undefined) return within('province', common.slice(0, 2), regions);
  const pair = regions.partners.find(
    ([x, y]) =>
      (isIn(from, x, regions) && isIn(to, y, regions)) || (isIn(from, y, regions) && isIn(to, x, regions)),
  );
  return pair === undefined ? relation('elsewhere') : partners(pair, regions);
}

/** The narrowest region that some code of one and some code of the other lie in. */
function sharedKey(a: Place, b: Place): string | undefined {
  let best = '';
  for (const one of a.codes) {
    for (const other of b.codes) {
      const common = commonKey(one, other);
      if (common.length > best.length) best = common;
    }
  }
  return best === '' ? undefined : best;
}

function commonKey(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a.slice(0, length + 2) === b.slice(0, length + 2))
    length += 2;
  return a.slice(0, length);
}

/** The first area that both lie in: as its wording, or as a part of a member. */
function sharedArea(a: Place, b: Place, regions: Regions, isZone: boolean): Bilingual | undefined {
  for (const area of regions.areas.values()) {
    if (area.isZone === isZone && liesIn(a, area) && liesIn(b, area)) return area.name;
  }
  return undefined;
}

function relation(code: 'elsewhere' | 'unknown'): RegionRelation {
  return { code, label: REGION_NEARNESS_LABELS[code] };
}

function within(code: RegionNearness, key: string, regions: Regions): RegionRelation {
  const { zh, en } = nameOfRegion(key, regions);
  return { code, shared: key, label: { zh: `同在${zh}`, en: `both in ${en}` } };
}

function withinArea(code: RegionNearness, name: Bilingual): RegionRelation {
  return { code, shared: name.zh, label: { zh: `同在${name.zh}`, en: `both in ${name.en}` } };
}

function partners([x, y]: readonly [string, string], regions: Regions): RegionRelation {
  const [one, other] = [nameOfRegion(x, regions), nameOfRegion(y, regions)];
  return {
    code: 'partner',
    label: { zh: `对口合作：${one.zh}与${other.zh}`, en: `partner regions: ${one.en} and ${other.en}` },
  };
}

/**
 * The degrees of nearness that some region may have to this one: none is `zone` to a region that lies in no zone.
 * Always ends with `elsewhere` and `unknown`.
 */
export function reachOf(region: string | undefined, regions: Regions): RegionNearness[] {
  const place = placeOf(region, regions);
  const some = (test: (place: Place) => boolean) => place !== undefined && test(place);
  const inArea = (isZone: boolean) => (at: Place) =>
    [...regions.areas.values()].some((area) => area.isZone === isZone && liesIn(at, area));
  const reached: Readonly<Record<RegionNearness, boolean>> = {
    county: some(({ key }) => isRegionCode(key) && key.length === 6),
    zone: some((at) => at.codes.length === 0 || inArea(true)(at)),
    city: some(({ codes }) => codes.some((code) => cityOf(code) !== undefined)),
    circle: some(inArea(false)),
    province: some(({ codes }) => codes.length > 0),
    partner: some((at) => regions.partners.some((pair) => pair.some((key) => isIn(at, key, regions)))),
    elsewhere: true,
    unknown: true,
  };
  return REGION_NEARNESS.filter((degree) => reached[degree]);
}

/** {@link regionRelation} from one region, remembering the answers: for many records of few regions. */
export function nearnessFrom(
  home: string | undefined,
  regions: Regions,
): (region: string | undefined) => RegionNearness {
  const known = new Map<string, RegionNearness>();
  return (region = '') => {
    let nearness = known.get(region);
    if (nearness === undefined) {
      nearness = regionRelation(home, region, regions).code;
      known.set(region, nearness);
    }
    return nearness;
  };
}
