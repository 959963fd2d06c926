import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { regionName } from '../../core/records/region-names.ts';
import { isRegionCode, regionKey } from '../../core/records/regions.ts';
import { checkLists, checkOptions, ELSEWHERE, ID, itemOf, optionsOf, partOf, TEXT } from '../common/check.ts';
import { type PlaceNames, placeKey, placeNames } from './place-names.ts';

/**
 * An area that GB/T 2260 has no code for. Of counties it is a zone (功能区: 沈抚改革创新示范区), with a city among its
 * members a circle (都市圈: 沈阳都市圈).
 */
export interface HostArea {
  /** The wording that records carry as their region. */
  readonly id: string;
  /** Other wordings of records for the same area. */
  readonly aliases?: readonly string[];
  /** Default: the id. */
  readonly nameEn?: string;
  /** GB/T 2260 codes of the counties and cities that it lies in, wholly or in part. */
  readonly members: readonly string[];
}

/** Two regions that cooperate (对口合作), in either direction: codes or ids of areas. */
export interface PartnerPair {
  readonly a: string;
  readonly b: string;
}

/** The name of a region for people. The library knows provinces and the cities of Liaoning and Shandong. */
export interface NamedRegion {
  /** GB/T 2260 code. */
  readonly code: string;
  readonly zh: string;
  /** Default: the Chinese name. */
  readonly en?: string;
}

/** What a host knows of its regions beyond their codes. */
export interface RegionSource {
  readonly areas?: readonly HostArea[];
  readonly partners?: readonly PartnerPair[];
  readonly names?: readonly NamedRegion[];
}

/** An area as it is looked up. */
export interface RegionArea {
  readonly name: Bilingual;
  /** Keys of the member regions, as given. */
  readonly members: readonly string[];
  /** Whether it is of counties only. */
  readonly isZone: boolean;
}

/** Regions, made by {@link defineRegions}. Plain data: it may be shared by any number of calls. */
export interface Regions {
  /** Region key of every wording of an area → the area. */
  readonly areas: ReadonlyMap<string, RegionArea>;
  /** Pairs of region keys. */
  readonly partners: readonly (readonly [string, string])[];
  readonly names: ReadonlyMap<string, Bilingual>;
  /** What regions are called, by the library and the host: wordings of records (沈阳, 沈阳市) are read by it. */
  readonly wordings: PlaceNames;
}

/** Shape of {@link Regions} in options. */
export const REGIONS = partOf<Regions>(
  z.looseObject({ areas: z.instanceof(Map), partners: z.array(z.any()), names: z.instanceof(Map) }),
);

/** Provinces that are one city each: Beijing, Tianjin, Shanghai, Chongqing. */
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);
/** Third and fourth digit of counties under a province directly (省直辖县级). */
const NO_CITY = '90';

/** The key of the city that a region key lies in; undefined for provinces and counties of no city. */
export function cityOf(key: string): string | undefined {
  const province = key.slice(0, 2);
  if (MUNICIPALITIES.has(province)) return province;
  return key.length < 4 || key.slice(2, 4) === NO_CITY ? undefined : key.slice(0, 4);
}

const code = z.string().check(z.refine(isRegionCode, { error: 'a code of GB/T 2260' }));
const isMember = (text: string) => isRegionCode(text) && regionKey(text).length > 2;
const member = z.string().check(z.refine(isMember, { error: 'the code of a city or county' }));
const isWording = (text: string) => regionKey(text) !== '' && !isRegionCode(regionKey(text));
const wording = ID.check(z.refine(isWording, { error: 'a name, no code' }));

const SOURCE = optionsOf<RegionSource>({ areas: ELSEWHERE, partners: ELSEWHERE, names: ELSEWHERE });
const AREA = itemOf<HostArea>({
  id: wording,
  aliases: z.optional(z.array(wording)),
  nameEn: z.optional(TEXT),
  members: z.array(member).check(z.minLength(1)),
});
const PARTNERS = itemOf<PartnerPair>({ a: ID, b: ID });
const NAME = itemOf<NamedRegion>({ code, zh: ID, en: z.optional(TEXT) });

/**
 * Puts together what a host knows of its regions: areas without a code, partner regions, names. Without anything,
 * regions are their codes and the names that the library knows.
 *
 * serves: 「构建省、市、县三级技术转移工作网络体系」, 「加快建立我省与江苏、沈阳与北京、大连与上海科技合作机制」
 *
 * Records may name their region in words: 沈阳, 沈阳市 and 210100 are one, 浑南 and 浑南区 where `names` has it. A name that
 * several regions have (铁西区, 朝阳) tells nothing alone, and with its city all: 沈阳市铁西区.
 *
 * An area counts as lying in every one of its members, so that it is as near to a place as the nearest of them. Of
 * two areas with one wording the first counts. O(what is given).
 * @throws InputError `INVALID_RECORDS` naming every bad area, pair and name; `INVALID_OPTIONS` for
 *   names of lists that there are not.
 */
export function defineRegions(source: RegionSource = {}): Regions {
  checkOptions(source, SOURCE);
  const { areas = [], partners = [], names = [] } = source;
  checkLists([
    { what: 'areas', items: areas, schema: AREA },
    { what: 'partners', items: partners, schema: PARTNERS, unique: false },
    { what: 'names', items: names, schema: NAME, unique: false },
  ]);
  const byWording = new Map<string, RegionArea>();
  for (const { id, aliases = [], nameEn, members } of areas) {
    const keys = members.map(regionKey);
    const name = { zh: id, en: nameEn ?? id };
    const area = { name, members: keys, isZone: keys.every((key) => key.length === 6) };
    for (const key of [id, ...aliases].map(regionKey)) if (!byWording.has(key)) byWording.set(key, area);
  }
  const named = new Map(names.map(({ code, zh, en }) => [regionKey(code), { zh, en: en ?? zh }]));
  const wordings = placeNames(named);
  const keyOf = (region: string) => keyOfWording(region, byWording, wordings);
  return {
    areas: byWording,
    partners: partners.map(({ a, b }) => [keyOf(a), keyOf(b)]),
    names: named,
    wordings,
  };
}

/**
 * The key of a region given by its code or in words: 210100, 沈阳市 and 沈阳 are 2101, and 沈阳市浑南区 is 210112 where the host
 * names it. A wording of an area, and one that no name tells, is its own key. O(length).
 */
export function keyOfRegion(
  region: string,
  { areas, wordings }: Pick<Regions, 'areas' | 'wordings'>,
): string {
  return keyOfWording(region, areas, wordings);
}

function keyOfWording(region: string, areas: Regions['areas'], wordings: PlaceNames): string {
  const key = regionKey(region);
  return isRegionCode(key) || areas.has(key) ? key : (placeKey(key, wordings) ?? key);
}

/** No areas, partners or names. */
export const PLAIN_REGIONS: Regions = defineRegions();

/** The name of a region in a cell of a table, unless titles have one for its code; nothing where none is told. */
export function placeName(
  region: string | null | undefined,
): (Bilingual & { readonly id: string }) | undefined {
  if (typeof region !== 'string' || region.trim() === '') return undefined;
  const { zh, en } = nameOfRegion(region);
  return { id: region, zh, en };
}

/**
 * The name of a region for people: the host's, else the one that the library knows, else the code itself.
 * @param region code or wording of an area.
 */
export function nameOfRegion(region: string, regions: Regions = PLAIN_REGIONS): Bilingual {
  const key = keyOfRegion(region, regions);
  const known = regions.areas.get(key)?.name ?? regions.names.get(key);
  if (known !== undefined) return known;
  const { zh, en } = regionName(key);
  // `regionName` gives a county the name of its city.
  return key.length === 6 && zh !== key ? { zh: `${zh}${key}`, en: `${en} ${key}` } : { zh, en };
}
