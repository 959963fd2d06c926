import { foldWording } from '../../core/records/wording.ts';

/** Levels of professional titles and degrees, from their wording. */

/** The least and the greatest level that a wording may mean. */
export type Level = readonly [least: number, most: number];

const TRADES = '工程|实验|农艺|畜牧|兽医|经济|会计|统计|工艺美术';
/** Whole titles with their level, 1 初级 to 4 正高级; behind them only brackets may stand. */
const TITLES: readonly (readonly [RegExp, Level])[] = [
  [/正高|教授级|研究员级/, [4, 4]],
  [/副高/, [3, 3]],
  [/^高级(?:职称)?$/, [3, 4]],
  [/^中级(?:职称)?$/, [2, 2]],
  [/^(?:初级|员级|助理级)(?:职称)?$/, [1, 1]],
  [/^(?:中国(?:科学院|工程院))?院士$/, [4, 4]],
  [/^(?:副教授|副研究员|副主任[医药护技]师|副研究馆员|副编审)$/, [3, 3]],
  [new RegExp(`^(?:高级(?:(?:${TRADES})师|讲师)|高工)$`), [3, 3]],
  [/^(?:助理研究员|主治医师|讲师|馆员)$/, [2, 2]],
  [/^(?:助教|研究实习员|助理馆员|住院医师|技术员)$/, [1, 1]],
  [new RegExp(`^助理(?:${TRADES})师$`), [1, 1]],
  [new RegExp(`^(?:${TRADES})师$`), [2, 2]],
  [/^(?:(?:长聘|终身|[一二三四]级)?教授|(?:推广|[二三四]级)?研究员|主任[医药护技]师|研究馆员|编审)$/, [4, 4]],
];

/** Degrees with their level, 0 without one to 4 博士. */
const DEGREES: readonly (readonly [RegExp, Level])[] = [
  [/博士|ph\.?d|doctor/i, [4, 4]],
  [/硕士|master/i, [3, 3]],
  [/研究生/, [3, 4]],
  [/学士|本科|双学位|bachelor/i, [2, 2]],
  [/大专|专科|高职/, [1, 1]],
  [/^(?:高中|中专|中职|技校|初中)/, [0, 0]],
];

/** Who studies for a degree, or guides those who do, does not have it. */
const NO_DEGREE = /在读|在学|候选|肄业|博士生(?!毕业)|硕士生(?!毕业)|导师|博导|硕导|名誉|荣誉|[非无未没不]/;
/** Who waits for a title, or bears it as a guest, does not have it. */
const NO_TITLE = /拟|申报|待评|名誉|荣誉|客座|兼职|[非无未没不]/;
/** A longer wording is a sentence. In UTF-16 units. */
const LONGEST = 30;

/**
 * The level of a professional title, 1 (初级) to 4 (正高级), or of a degree, 0 to 4: of several the highest (硕士，博士在读
 * is a 硕士). Nothing where none is understood.
 */
export function levelsOf(wording: string, kind: 'title' | 'degree'): Level | undefined {
  const text = foldWording(wording).replace(/\s/g, '');
  if (text.length > LONGEST) return undefined;
  let highest: Level | undefined;
  const take = (level: Level | undefined) => {
    if (level !== undefined && (highest === undefined || level[1] > highest[1])) highest = level;
  };
  if (kind === 'title') {
    // 高级工程师(教授级): what stands in brackets tells more.
    const parts = NO_TITLE.test(text) ? [] : text.split(/[,、/;|()]/);
    for (const part of parts) take(TITLES.find(([words]) => words.test(part))?.[1]);
  } else {
    for (const part of text.split(/[,、/;|]/)) {
      if (!NO_DEGREE.test(part)) take(DEGREES.find(([words]) => words.test(part))?.[1]);
    }
  }
  return highest;
}
