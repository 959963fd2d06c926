import {
  digitsEnd,
  isDigit,
  isNumeral,
  type ReadNumber,
  readArabic,
  readIdeographs,
  readScale,
} from '../quantities/numbers.ts';
import { isLatin } from '../quantities/unit-table.ts';
import { type ReadUnit, readUnit } from '../quantities/units.ts';
import { isOnScale } from './scales.ts';

/** A number or a range with its unit. */
export interface Quantity {
  /** Where it begins, its sign included. */
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number | undefined;
  readonly isTolerance: boolean;
  /** 400多小时, 120余台 */
  readonly isMore: boolean;
  readonly unit: ReadUnit | undefined;
  readonly unitStart: number;
  readonly ideographs: boolean;
  /** 三分之二, 一半 */
  readonly isPart: boolean;
}

/** What stands at a place: a quantity, or something else up to `end`. */
export type Found = Quantity | { readonly skip: number };

const PERCENT: ReadUnit = { end: 0, key: '%', base: '%', factor: 1, counts: false };
/** Units that with a numeral in ideographs are other words: 三元, 一目, 一转. */
const NOT_WITH_IDEOGRAPHS = new Set(['元', '目', 'r', 'A', 'N', 'V', 'Pa', 'Ω', 'Hz', '帧', 'px', 'K']);
const RATIO = /^(?::\d[\d:.]*|\/\d[\d/]*)/;
const DATE = /^(?:年(?:\d{1,2}月?(?:\d{1,2}日?)?)?|-\d{1,2}-\d{1,2}(?!\d)|月(?:\d{1,2}日)?|日|号)/;
const RANGE = /^ ?(?:~|-{1,2}|至|到) ?/;
const TIMES = /^ ?[×xX*] ?(?=\d)/;

/** Reads a quantity at a digit or a numeral. Looks back only to tell a code, an ordinal or a sign. */
export function readQuantity(text: string, at: number): Found {
  const isArabic = isDigit(text.charCodeAt(at));
  const before = text[at - 1] ?? '';
  if (isArabic ? isCode(text, at) : before !== '' && '第初期几数上'.includes(before)) {
    return { skip: isArabic ? digitsEnd(text, at) : at + 1 };
  }
  if (!isArabic && isNumeral(before)) return { skip: at + 1 };
  const first = readNumber(text, at);
  if (first === undefined) return { skip: isArabic ? digitsEnd(text, at) : at + 1 };
  if (isArabic && hasAt(':/年-月日号', text, first.end)) {
    const rest = text.slice(first.end, first.end + 12);
    const other = RATIO.exec(rest) ?? (isDate(at, first, rest) ? DATE.exec(rest) : null);
    if (other !== null) return { skip: first.end + other[0].length };
  }
  const one = withUnit(text, at, first);
  if (hasAt(' ×xX*', text, one.end) && TIMES.test(text.slice(one.end, one.end + 4)))
    return { skip: sizeEnd(text, one.end) };
  const sign = signBefore(text, at);
  const low = one.value * (sign.isNegative ? -1 : 1);
  const range = sign.isTolerance ? undefined : readRange(text, one, low);
  const { end, unit, unitStart, isMore } = range ?? one;
  // Written out: spreading the parts takes longer than all the reading.
  return {
    start: sign.start,
    end,
    low: range?.low ?? low,
    high: range?.high,
    isTolerance: sign.isTolerance,
    isMore,
    unit,
    unitStart,
    ideographs: first.ideographs,
    isPart: first.isPart === true,
  };
}

/** Whether one of a few characters stands at a place: a cheap look before a pattern is tried. */
function hasAt(chars: string, text: string, at: number): boolean {
  const char = text[at];
  return char !== undefined && chars.includes(char);
}

/** A number in either script; nothing for one that is too great to be one. */
function readNumber(text: string, at: number): ReadNumber | undefined {
  const number = isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readIdeographs(text, at);
  return number !== undefined && Number.isFinite(number.value) ? number : undefined;
}

/** A digit that goes on with a name or number: TC4, v1.2.3, 1/20, 第3. */
function isCode(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  if (/[A-Za-z]/.test(before)) return !isOnScale(text, at);
  if (/[_#№第/]/.test(before)) return before !== '/' || isDigit(text.charCodeAt(at - 2));
  if (before === '.' || before === '-') {
    return /[\dA-Za-z]/.test(text[at - 2] ?? ' ');
  }
  return false;
}

function isDate(at: number, { end, value }: ReadNumber, rest: string): boolean {
  if (rest.startsWith('年') || rest.startsWith('-')) {
    return end - at === 4 && value >= 1900 && value <= 2100;
  }
  return end - at <= 2;
}

/** Where a size ends: 320×425mm. */
function sizeEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const times = TIMES.exec(text.slice(end, end + 4));
    if (times === null) return end;
    const next = readNumber(text, end + times[0].length);
    if (next === undefined) return digitsEnd(text, end + times[0].length);
    end = withUnit(text, end + times[0].length, next).end;
  }
}

interface Measured {
  /** Where the number begins. */
  readonly start: number;
  readonly value: number;
  readonly end: number;
  readonly unit: ReadUnit | undefined;
  readonly unitStart: number;
  readonly isMore: boolean;
  /** Factor of the word of scale that was read: 1e4 for 万. */
  readonly scale: number;
}

/** A number with 多, 余, its scale and unit. */
function withUnit(text: string, start: number, number: ReadNumber): Measured {
  if (number.percent === true) {
    return { ...number, start, unit: PERCENT, unitStart: number.end, isMore: false, scale: 1 };
  }
  let at = number.end;
  const isMore = text[at] === '多' || text[at] === '余';
  if (isMore) at++;
  if (text[at] === ' ') at++;
  let unit = unitFor(text, at, number);
  let scale = 1;
  if (unit === undefined) {
    let word = readScale(text, at);
    if (word.end > at) {
      const all = lowerScale(text, number.value, word);
      scale = all.factor;
      word = all;
      at = text[word.end] === ' ' ? word.end + 1 : word.end;
      if (text[at] === '多' || text[at] === '余') at++;
      unit = unitFor(text, at, number);
      if (unit === undefined) at = word.end;
    } else if (!isMore) at = number.end;
  }
  // 九成五 is 95%.
  const tenths =
    unit?.key === '成' ? Math.max(0, '零一二三四五六七八九'.indexOf(text[unit.end] ?? ' ')) / 10 : 0;
  return {
    start,
    value: scale === 1 && tenths === 0 ? number.value : exact(number.value * scale + tenths),
    end: (unit?.end ?? at) + (tenths > 0 ? 1 : 0),
    unit,
    unitStart: at,
    isMore,
    scale,
  };
}

/** 1亿2千万: the number, counted in the first scale, goes on in a lower one. */
function lowerScale(
  text: string,
  value: number,
  { factor, end }: ReturnType<typeof readScale>,
): ReturnType<typeof readScale> {
  const next = value > 0 && isDigit(text.charCodeAt(end)) ? readArabic(text, end) : undefined;
  const lower = next === undefined ? undefined : readScale(text, next.end);
  if (lower === undefined || lower.end === next!.end || lower.factor >= factor) return { factor, end };
  return { factor: factor + (next!.value * lower.factor) / value, end: lower.end };
}

function unitFor(text: string, at: number, { ideographs, end, value }: ReadNumber): ReadUnit | undefined {
  const unit = readUnit(text, at);
  if (unit === undefined || !ideographs) return unit;
  if (NOT_WITH_IDEOGRAPHS.has(unit.key) && value < 1e4) return undefined;
  // 一度 is once.
  return unit.key === '°C' && text[end - 1] === '一' ? undefined : unit;
}

/** 0.1 × 10⁴ is 1000, not 1000.0000000000001. */
function exact(value: number): number {
  return Number(value.toPrecision(15));
}

interface Sign {
  readonly start: number;
  readonly isTolerance: boolean;
  readonly isNegative: boolean;
}

function signBefore(text: string, at: number): Sign {
  if (!hasAt('±-下负正 ', text, at - 1)) return { start: at, isTolerance: false, isNegative: false };
  const window = text.slice(Math.max(0, at - 4), at);
  const tolerance = /(?:±|\+\/-|\+-|正负) ?$/.exec(window);
  if (tolerance !== null) {
    return { start: at - tolerance[0].length, isTolerance: true, isNegative: false };
  }
  const minus = /(?:^|[^\dA-Za-z)%℃])(-|零下 ?)$/.exec(window);
  if (minus !== null) return { start: at - minus[1]!.length, isTolerance: false, isNegative: true };
  return { start: at, isTolerance: false, isNegative: false };
}

/** 50~80mm, 0.5MPa至1MPa, 5~8万元, 100±5mm; nothing where what follows is no second end. */
function readRange(
  text: string,
  one: Measured,
  low: number,
): (Omit<Measured, 'value' | 'start'> & { readonly low: number; readonly high: number }) | undefined {
  if (!hasAt(' ~-至到±', text, one.end)) return undefined;
  const spread = /^ ?± ?(?=\d)/.exec(text.slice(one.end, one.end + 3));
  const between = spread ?? RANGE.exec(text.slice(one.end, one.end + 4));
  if (between === null) return undefined;
  let at = one.end + between[0].length;
  const isNegative = spread === null && text[at] === '-';
  // -40～+85℃
  if (isNegative || (spread === null && text[at] === '+')) at++;
  const isBare = one.unit === undefined && one.scale === 1;
  if (!isDigit(text.charCodeAt(at)) && !isNumeral(text[at] ?? '')) return undefined;
  const second = readNumber(text, at);
  if (second === undefined) return undefined;
  const two = withUnit(text, at, second);
  // 024-2345 and 3-5 name other things than ranges.
  if (isBare && two.unit === undefined && between[0].includes('-') && !isOnScale(text, one.start))
    return undefined;
  const unit = one.unit ?? two.unit;
  let high = two.value * (isNegative ? -1 : 1);
  let first = low;
  if (one.unit === undefined && one.scale === 1 && two.scale > 1 && low * two.scale <= high) {
    first = exact(low * two.scale);
  }
  if (one.unit !== undefined) {
    if (two.unit === undefined || two.unit.base !== one.unit.base) return undefined;
    if (two.unit.factor !== one.unit.factor) high = exact((high * two.unit.factor) / one.unit.factor);
  }
  const unitStart = one.unit === undefined ? two.unitStart : one.unitStart;
  if (spread !== null) [first, high] = [exact(first - high), exact(first + high)];
  const ends = first <= high ? { low: first, high } : { low: high, high: first };
  return { ...two, unit, unitStart, ...ends };
}

/** Whether a quantity begins that {@link readQuantity} can read. */
export function beginsQuantity(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) || isNumeral(text[at]!);
}

/** Whether the characters behind a number without unit make it a code: 3D, 18Ni300. */
export function isCodeAfter(text: string, at: number): boolean {
  return isLatin(text.charCodeAt(at));
}
