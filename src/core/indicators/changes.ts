/**
 * Room `core/indicators`: quantities that a text names (指标): read with name, comparator and unit, and compared.
 * Begin: `indicators.ts` reads a text, `compare-indicators.ts` holds two against each other.
 * Order: knows records and quantities.
 */

import type { ReadUnit } from '../quantities/units.ts';
import type { Name } from './names.ts';
import type { Draft, IndicatorChange } from './types.ts';
import { type Before, readAfter } from './words.ts';

/**
 * The change that the words before a number state.
 *
 * @param isPart the number is a part of the old value by its wording: 降到三分之二.
 */
export function changeOf(
  { direction, isTarget, ofOld }: Before,
  low: number,
  high: number | undefined,
  unit: ReadUnit | undefined,
  isPart = false,
): IndicatorChange | undefined {
  if (direction === undefined) return undefined;
  const share = unit?.base === '%' && high === undefined ? (low * unit.factor) / 100 : undefined;
  if (isTarget) {
    // 提高到3倍 is of the old value; 提高到90% only where the text says so.
    const isOfOld = share !== undefined && (ofOld || isPart || unit?.key === '倍');
    return { direction, kind: 'to', ...(isOfOld ? { ratio: share } : {}) };
  }
  if (share === undefined || (direction === 'down' && share > 1)) return { direction, kind: 'by' };
  return { direction, kind: 'by', ratio: direction === 'up' ? 1 + share : 1 - share };
}

/** 由62%提高到91%: the indicator before, where the change begins. */
export function startOfChange(found: readonly Draft[], draft: Draft): Draft | undefined {
  const last = found.at(-1);
  if (last === undefined || draft.name.end > draft.name.start) return undefined;
  const isNext = draft.wordsStart - last.end <= 1 && last.comparator !== '~' && last.change === undefined;
  return isNext && last.unit?.base === draft.unit?.base ? last : undefined;
}

/** 偏析指数由1.18降至1.06: a number without unit is no indicator by itself, and so stands in the name. */
export function bareStart(
  text: string,
  { start, end }: Name,
  to: number,
): { readonly name: Name; readonly ratio: number } | undefined {
  const found = /(?:由|从)(\d+(?:\.\d+)?)$/.exec(text.slice(start, end));
  const ratio = found === null ? Number.NaN : to / Number(found[1]);
  return Number.isFinite(ratio) ? { name: { start, end: start + found!.index }, ratio } : undefined;
}

/** One indicator of where a change begins and where it ends. */
export function joined(from: Draft, to: Draft): Draft {
  const factor = (to.unit?.factor ?? 1) / (from.unit?.factor ?? 1);
  const ratio = (to.low * factor) / from.low;
  const change = { ...to.change!, ...(Number.isFinite(ratio) && ratio >= 0 ? { ratio } : {}) };
  return { ...to, name: from.name, wordsStart: from.wordsStart, change };
}

const TIMES: ReadUnit = { end: 0, key: '倍', base: '%', factor: 100, counts: false };
const DOUBLINGS = /^(?:翻(?:[一两三]?番|倍|一倍|两倍)|减半)/;

/** 翻番, 翻两番, 翻倍, 减半. */
export function readDoubling(text: string, at: number): Omit<Draft, 'name'> | undefined {
  const word = DOUBLINGS.exec(text.slice(at, at + 3))?.[0];
  if (word === undefined) return undefined;
  const isDown = word === '减半';
  const ratio = isDown ? 0.5 : word === '翻两番' ? 4 : word === '翻三番' ? 8 : word === '翻两倍' ? 3 : 2;
  const after = readAfter(text, at + word.length);
  return {
    wordsStart: at,
    end: after.end,
    comparator: after.comparator ?? '=',
    low: isDown ? 0.5 : ratio - 1,
    unit: TIMES,
    unitText: [0, 0],
    change: { direction: isDown ? 'down' : 'up', kind: 'by', ratio },
  };
}
