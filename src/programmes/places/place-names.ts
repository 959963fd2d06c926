import type { Bilingual } from '../../base/bilingual.ts';
import { REGION_NAMES } from '../../core/records/region-names.ts';
import { holds } from '../../core/records/regions.ts';

/** Names of regions, folded → keys of all regions that are called so: more than one where the name alone does not tell. */
export type PlaceNames = ReadonlyMap<string, readonly string[]>;

/**
 * Districts of which several cities of China have one: the name tells where it is only behind the name of the city, whatever
 * a host calls its own.
 */
const MANY = [
  '铁西 铁东 和平 朝阳 新华 鼓楼 城关 海州 河东 河西 市中 长安 桥西 桥东 宝山 普陀 南山 青山 白云 西湖 江北 永定 通州 新市 向阳',
  '东山 西山 新城 新兴 龙华 南岸 高新 经开 开发 郊 城 矿 东 西 南 北 城中 城东 城西 城北 新区 南湖 北塔 东湖 清河 银州 太平 西安',
]
  .join(' ')
  .split(' ');
const AMBIGUOUS: ReadonlySet<string> = new Set(MANY.flatMap((name) => [name, `${name}区`]));
/** 西安市 is no 西安区. */
const CITY = /市$/;
/** What kind of region a name tells: without it people call it so too. */
const KIND =
  /(?:特别行政区|(?:(?:满|回|蒙古|朝鲜|锡伯|达斡尔|鄂温克|鄂伦春|土家|苗|侗|瑶|畲|壮|藏|彝|羌|白|傣|黎|哈萨克|柯尔克孜|塔吉克)族){1,3}自治[县旗区州]|自治区|新区|省|市|区|县|旗|盟|地区)$/u;
const NOT_SAID = /[\s·,，、/\\>_-]|\b(?:province|city|district|county)\b/gi;

/** A wording of a region without what does not count: width, case, signs between levels. */
export function foldedPlace(text: string): string {
  return text
    .normalize('NFKC')
    .replace(NOT_SAID, '')
    .toLowerCase()
    .replace(/^中国(?=.)/, '');
}

/** Puts together the names that the library knows and those of a host. O(names). */
export function placeNames(host: ReadonlyMap<string, Bilingual>): PlaceNames {
  const names = new Map<string, Set<string>>();
  const add = (name: string, key: string) => {
    const folded = foldedPlace(name);
    if (folded === '') return;
    const keys = names.get(folded) ?? new Set();
    names.set(folded, keys.add(key));
  };
  for (const [key, known] of REGION_NAMES) for (const name of known) add(name, key);
  for (const [key, { zh, en }] of host) {
    for (const name of [zh, en]) add(name, key);
    const short = zh.replace(KIND, '');
    if (short.length > 1) add(short, key);
  }
  return new Map(Array.from(names, ([name, keys]) => [name, [...keys]]));
}

/**
 * The key of the region that a wording names: 沈阳, 沈阳市, 辽宁省沈阳市浑南区, Shenyang. Nothing where the names known here do
 * not tell, or several regions are called so (铁西区, 朝阳). O(length²) lookups of a short text.
 */
export function placeKey(text: string, names: PlaceNames): string | undefined {
  const folded = foldedPlace(text);
  return folded.length > LONGEST ? undefined : keyIn(folded, names, undefined);
}

/** Longer wordings are no names of regions. */
const LONGEST = 40;

/** @param within the region that was named before. */
function keyIn(text: string, names: PlaceNames, within: string | undefined): string | undefined {
  const isInside = (key: string) => within === undefined || (key !== within && holds(within, key));
  const whole = (names.get(text) ?? []).filter(isInside);
  const isOpen = within === undefined && AMBIGUOUS.has(text);
  if (whole.length === 1 && !isOpen) return whole[0];
  if (whole.length > 0) return undefined;
  for (let cut = text.length - 1; cut > 1; cut--) {
    const head = text.slice(0, cut);
    const outer = (names.get(head) ?? []).filter(isInside);
    if (outer.length !== 1 || (within === undefined && AMBIGUOUS.has(head) && !CITY.test(head))) continue;
    const inner = keyIn(text.slice(cut), names, outer[0]);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
