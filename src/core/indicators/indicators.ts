import { baseOf, type ReadUnit, readUnit, tidy } from '../quantities/units.ts';
import { bareStart, changeOf, joined, readDoubling, startOfChange } from './changes.ts';
import { foldSigns } from './fold.ts';
import { nameBehind } from './name-behind.ts';
import { bracketBefore, type Name, nameBefore } from './names.ts';
import { perUnit } from './per-unit.ts';
import { betterWhen } from './polarity.ts';
import { beginsQuantity, isCodeAfter, type Quantity, readQuantity } from './quantity.ts';
import { shareNames } from './respective.ts';
import { scaleBefore, scaleOf } from './scales.ts';
import type { Draft, IndicatorChange, QuantifiedIndicator } from './types.ts';
import { type Before, type IndicatorComparator, readAfter, readBefore } from './words.ts';

export type { IndicatorChange, QuantifiedIndicator } from './types.ts';
export type { ChangeDirection, IndicatorComparator } from './words.ts';

/**
 * Reads the quantified indicators of a Chinese or mixed text, in their order: 温度均匀性≤±1℃, 热循环寿命提高1倍以上,
 * 抽速500～700m³/h, 单件节拍不超过3分钟, 成本降低三成.
 *
 * serves: 「瞄准制约产业提升重大关键核心技术问题」, whose 榜单 sets quantified targets.
 *
 * Read are: comparators in signs and words (不低于, 不得超过, 至少, 以上, 以内, 优于, 约 …), full-width forms, ranges,
 * tolerances, 1×10⁻³, 10^-3, 1e-3, thousands separators, 万 and 亿, numerals in ideographs with a unit (十年, 三成,
 * 一半, 百分之三十), about 200 units and what · and / make of them, changes by an amount (提高30%, 翻番) and to a value
 * (由62%提高到91%). Choices where the wording leaves one: 达到 and 提高到 mean at least, 降至 at most; 优于 is ≥ or
 * ≤ by the quantity (效率, 误差), without a hint ≥ for a percentage and ≤ else; 约 keeps its number.
 *
 * Scales of hardness and roughness stand before their number (HRC58～62, 邵氏A70, Ra0.8, which is in μm where nothing
 * else is written). 快一倍 and 轻20% are changes, as adjectives before a share are; 降到三分之二 is a part of the old
 * value but for rates; 年产2万吨 is 2万吨 a year, 成本每吨800元 is 800元/吨. A name may stand behind a bounded number
 * (5%以内的误差), and several before 分别 stand for as many numbers (检出率、识别率分别为95%、98%). What is not reached
 * (难以达到95%) is a bound on the other side.
 *
 * Not read are: sizes (320×425mm), ratios (1:6) and fractions (1/20), dates, ordinals and codes (TC4, 第3代), numbers
 * whose name or unit stands far before them (a table's column head), units that a host invents, 几 and 数十, numerals in ideographs without a unit, numbers with a counting word (台, 张) or none at all
 * that nothing compares, and traditional characters. What a sentence says about a number (不一定低于5%) is not
 * understood.
 *
 * Time and memory grow with the length of the text. Any text is fine; a text without indicators gives [].
 */
export function parseIndicators(text: string): QuantifiedIndicator[] {
  const folded = foldSigns(text);
  const found: Draft[] = [];
  let at = 0;
  while (at < folded.length) {
    const doubling = folded[at] === '翻' || folded[at] === '减' ? readDoubling(folded, at) : undefined;
    if (doubling !== undefined) {
      const { name, nested } = place(folded, found, at, true);
      found.length -= nested;
      found.push({ ...doubling, name });
      at = doubling.end;
    } else if (!beginsQuantity(folded, at)) at++;
    else {
      const quantity = readQuantity(folded, at);
      if ('skip' in quantity) at = Math.max(at + 1, quantity.skip);
      else {
        at = quantity.end;
        const draft = draftOf(folded, found, quantity);
        if (draft === undefined) continue;
        found.length -= draft.nested ?? 0;
        const from = draft.isTarget ? startOfChange(found, draft) : undefined;
        if (from === undefined) found.push(draft);
        else found.splice(-1, 1, joined(from, draft));
        at = Math.max(at, draft.end);
      }
    }
  }
  return shareNames(folded, found).map((draft) => finished(draft, text));
}

interface Place {
  readonly name: Name;
  /** The unit in a bracket behind the name. */
  readonly bracketUnit?: ReadUnit | undefined;
  readonly nested: number;
}

/** The name before a place, not reaching into the indicator before it. */
function place(text: string, found: readonly Draft[], at: number, isChange: boolean): Place {
  const bracket = bracketBefore(text, 0, at);
  const before = bracket === undefined ? found.length : countUpTo(found, bracket.open);
  const from = found[before - 1]?.end ?? 0;
  if (bracket === undefined || startOf(found[before]) < bracket.open) {
    return { name: nameBefore(text, found.at(-1)?.end ?? 0, at, isChange), nested: 0 };
  }
  const unit = readUnit(bracket.inner, 0);
  return {
    name: nameBefore(text, from, bracket.open, isChange),
    bracketUnit: unit?.end === bracket.inner.length ? unit : undefined,
    nested: found.length - before,
  };
}

/** How many indicators end before a place; only the last few can end behind it. */
function countUpTo(found: readonly Draft[], at: number): number {
  let count = found.length;
  while (count > 0 && found[count - 1]!.end > at) count--;
  return count;
}

function startOf(draft: Draft | undefined): number {
  if (draft === undefined) return Number.POSITIVE_INFINITY;
  const { name, wordsStart } = draft;
  return name.end > name.start ? Math.min(name.start, wordsStart) : wordsStart;
}

/** What stands before a quantity, and the unit that is told there. */
interface Around {
  readonly name: Name;
  readonly unit: ReadUnit | undefined;
  readonly before: Before;
  readonly nested: number;
  /** HB60 alone may be a grade. */
  readonly isGrade: boolean;
}

function around(text: string, found: readonly Draft[], quantity: Quantity): Around {
  const from = found.at(-1)?.end ?? 0;
  const code = scaleBefore(text, quantity.start);
  const coded = code === undefined ? undefined : readBefore(text, from, code.start);
  // 不低于HV900, 为HRC60: these words end the name, not the code.
  const isCoded = coded !== undefined && coded.start < code!.start;
  const isShare = quantity.unit?.base === '%' && !quantity.isTolerance;
  const before = isCoded ? coded : readBefore(text, from, quantity.start, isShare);
  const { name, bracketUnit, nested } = place(text, found, before.start, before.direction !== undefined);
  const own = quantity.unit ?? bracketUnit ?? (isCoded ? code?.unit : undefined);
  const scale = own === undefined ? scaleOf(text, name) : undefined;
  const per = perUnit(text, scale?.name ?? name, before.rate, own ?? scale?.unit);
  // Written out: spreading takes longer than much of the reading.
  return { name: per.name, unit: per.unit, before, nested, isGrade: scale?.isSpecific === false };
}

function draftOf(text: string, found: readonly Draft[], quantity: Quantity): Draft | undefined {
  const { before, unit, nested, isGrade, name: ahead } = around(text, found, quantity);
  const after = readAfter(text, quantity.end);
  const stated = statedComparator(quantity, before, after.comparator);
  const isStated = stated !== undefined || before.direction !== undefined || before.reached !== undefined;
  const behind = isStated && unit !== undefined ? nameBehind(text, ahead, after.end) : undefined;
  const name = behind ?? ahead;
  const called = text.slice(name.start, name.end);
  // 北纬41～46度
  if (unit?.key === '°C' && /[纬经]$/.test(called)) return undefined;
  if (unit === undefined) {
    if (!isStated || called === '' || quantity.ideographs || isCodeAfter(text, quantity.end))
      return undefined;
  } else if (isGrade && !isStated) return undefined;
  else if (isOnlyCounted(quantity, unit) && (!isStated || stated === '≈')) return undefined;
  const isPart = quantity.isPart && !/(?:[率比]|比例|比重|含量)$/.test(called);
  const said = stated ?? impliedComparator(before, called, unit);
  // 难以达到±0.1mm
  if (before.isUnreached && (said === '±' || said === '~')) return undefined;
  const change = changeOf(before, quantity.low, quantity.high, unit, isPart);
  const from = before.isTarget && unit === undefined ? bareStart(text, name, quantity.low) : undefined;
  return {
    name: from?.name ?? name,
    // 在0.3%: words that say nothing are no part of it.
    wordsStart: isStated || before.better ? before.start : quantity.start,
    end: behind?.end ?? after.end,
    comparator: before.isUnreached ? unreached(said, called, unit) : said,
    low: quantity.low,
    high: quantity.high,
    unit,
    unitText: quantity.unit === undefined ? [0, 0] : [quantity.unitStart, quantity.end],
    change: from === undefined ? change : { ...change!, ratio: from.ratio },
    isTarget: before.isTarget,
    nested,
  };
}

/** 26台, 一次, 一天: no measure of anything unless something compares them. */
function isOnlyCounted({ ideographs, low }: Quantity, unit: ReadUnit): boolean {
  return unit.counts || (ideographs && (low === 1 || unit.key === '次'));
}

/** The comparator that signs or words state; 约 gives way to any other. */
function statedComparator(
  { isTolerance, high, isMore }: Quantity,
  before: Before,
  after: IndicatorComparator | undefined,
): IndicatorComparator | undefined {
  if (isTolerance) return '±';
  if (high !== undefined) return '~';
  const stated = [before.comparator, after].find((sign) => sign !== undefined && sign !== '≈');
  return stated ?? (isMore ? '>' : (before.comparator ?? after));
}

function impliedComparator(before: Before, name: string, unit: ReadUnit | undefined): IndicatorComparator {
  if (before.direction !== undefined) {
    if (!before.isTarget) return '=';
    return before.direction === 'up' ? '≥' : '≤';
  }
  const better = betterWhen(name, unit?.base);
  if (before.better) return (better ?? (unit?.key === '%' ? 'higher' : 'lower')) === 'higher' ? '≥' : '≤';
  if (before.reached === 'down') return '≤';
  if (before.reached !== undefined) return better === 'lower' ? '≤' : '≥';
  return '=';
}

/** What is not reached lies on the other side: 难以达到95%, 未降到5mg/L以下. */
function unreached(said: IndicatorComparator, name: string, unit: ReadUnit | undefined): IndicatorComparator {
  const isLower = said === '≤' || said === '<' || (said !== '≥' && betterWhen(name, unit?.base) === 'lower');
  return isLower ? '>' : '<';
}

function finished(draft: Draft, text: string): QuantifiedIndicator {
  const { name, unit, low, high, comparator, change } = draft;
  const start = startOf(draft);
  // Written out, in the order that people read it: see `around`.
  const told = {} as Written<QuantifiedIndicator>;
  if (name.end > name.start) told.name = text.slice(name.start, name.end);
  told.comparator = comparator;
  told.value = low;
  if (high !== undefined) told.high = high;
  told.unit = text.slice(draft.unitText[0], draft.unitText[1]);
  told.unitKey = unit?.key ?? '';
  if (unit !== undefined) told.base = baseOf(unit, low, high);
  if (change !== undefined) told.change = tidyRatio(change);
  told.raw = text.slice(start, draft.end);
  told.start = start;
  told.end = draft.end;
  return told;
}

type Written<T> = { -readonly [K in keyof T]: T[K] };

function tidyRatio(change: IndicatorChange): IndicatorChange {
  return change.ratio === undefined ? change : { ...change, ratio: tidy(change.ratio) };
}
