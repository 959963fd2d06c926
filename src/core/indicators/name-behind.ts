import type { Name } from './names.ts';
import { knownEnd } from './polarity.ts';

/** The name of a quantity that stands behind its number: 5%以内的误差, 达到99%以上的合格率. */

/** Verbs that alone before a number are no name. */
const VERBS =
  /^(?:实现|允许|保证|确保|达到|要求|具有|具备|拥有|承受|能承受|满足|存在|获得|取得|有|需|耐受|提供|支持|不得有|不能有|会有)?$/;
const BEHIND = /^的([\p{Script=Han}A-Za-z]{2,10})(?![^\s,.;:!?)，。；：、！？）的])/u;
/** What names of quantities end with, beside the words of the table. */
const QUANTITY = /(?:[率度量值力比差速性距]|寿命|范围|周期|时间|能耗|误差|频次|余量|间隙)$/;

/** Whether a name ends as those of quantities do: 支持 and 适用于 before a number name none. */
export function isQuantityName(name: string): boolean {
  return QUANTITY.test(name) || knownEnd(name) > 0;
}

/** Looks at a bounded number of units behind a place; only where nothing but a verb stands before the number. */
export function nameBehind(text: string, before: Name, at: number): Name | undefined {
  if (text[at] !== '的' || !VERBS.test(text.slice(before.start, before.end))) return undefined;
  const called = BEHIND.exec(text.slice(at, at + 13))?.[1];
  if (called === undefined || !isQuantityName(called)) return undefined;
  return { start: at + 1, end: at + 1 + called.length };
}
