import {
  digitsEnd,
  isDigit,
  type ReadNumber,
  readArabic,
  readIdeographs,
  readScale,
} from '../quantities/numbers.ts';
import { wordBeginnings } from '../quantities/unit-table.ts';
import { type ReadUnit, readUnit, tidy } from '../quantities/units.ts';

/** Numbers of a text and their units, as exact terms: the same quantity is one term, however it is written. */

/** One number of a text. */
export interface Measure {
  /** `500000Pa`, `0.00005%`; of a number without unit its digits, `1200`. */
  readonly term: string;
  /** Place; of a number whose unit stands behind another one (50 of 50-80°C) up to that unit. End exclusive. */
  readonly start: number;
  readonly end: number;
  /** False for a number alone: 1,200 or 10^5. */
  readonly hasUnit: boolean;
}

/** Measures, and the stretches of text that they are made of: nothing else is to be read there. */
export interface FoundMeasures {
  readonly measures: readonly Measure[];
  /** In order, not overlapping. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

const NONE: FoundMeasures = { measures: [], spans: [] };
const MAY_HOLD = /\d|分之|[帕米瓦赫伏安克吨秒时升度]/;

const FIRST_IDEOGRAPH = 0x3400;
const LAST_IDEOGRAPH = 0x9fff;

const NO_CHAIN = { parts: [], end: 0 };

/** One number while a chain of them is read: 50~80, 320×425, 100±5. */
interface Part {
  readonly start: number;
  readonly numberEnd: number;
  readonly end: number;
  readonly value: number;
  readonly scale: number;
  readonly unit: ReadUnit | undefined;
  readonly unitStart: number;
}

/** More numbers in one chain are data. */
const LONGEST_CHAIN = 8;

/**
 * The quantities of a text, in time linear in it.
 * @param text a normalised text as `readingText` gives it.
 */
export function measuresOf(text: string): FoundMeasures {
  if (!MAY_HOLD.test(text)) return NONE;
  const measures: Measure[] = [];
  const spans: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const from = beginsNumber(text, at);
    if (from < 0) {
      at++;
      continue;
    }
    const { parts, end } = readChain(text, at);
    const last = parts.at(-1);
    if (last === undefined) {
      at = numberEnd(text, from);
      continue;
    }
    const found = measuresIn(text, parts);
    if (found.length > 0) {
      for (const measure of found) measures.push(measure);
      spans.push({ start: parts[0]!.start, end: last.end });
    }
    at = Math.max(end, at + 1);
  }
  return { measures, spans };
}

const BEGINS = 1;
const GOES_ON = 2;
/** What ideographs are to a number: those that begin one, and those that may stand behind a numeral in it. */
const ROLES = new Uint8Array(0x10000);
for (const unit of wordBeginnings()) {
  if (unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH) ROLES[unit] = GOES_ON;
}
for (const char of '零万亿点分多余至到') ROLES[char.charCodeAt(0)] = GOES_ON;
for (const char of '一二两三四五六七八九十百千半') ROLES[char.charCodeAt(0)] = BEGINS;

/** Whether an ideograph ends a numeral before it for certain: 一 of 一般 is mostly met, and no number. */
function endsNumeral(unit: number): boolean {
  return unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH && ROLES[unit] === 0;
}

/** Where the digits of a number begin, -1 for none; `at` may be the point of .5 */
function beginsNumber(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) {
    if (isDigit(unit)) return at;
    return unit === 0x2e && isDigit(text.charCodeAt(at + 1)) ? at + 1 : -1;
  }
  return ROLES[unit] === BEGINS && !endsNumeral(text.charCodeAt(at + 1)) ? at : -1;
}

/** Past all that may belong to a number that is none: a version, a code, too many digits. */
function numberEnd(text: string, at: number): number {
  let end = at + 1;
  while (
    isDigit(text.charCodeAt(end)) ||
    ((text[end] === '.' || text[end] === ',') && isDigit(text.charCodeAt(end + 1)))
  ) {
    end++;
  }
  return end;
}

/** The numbers of a chain up to the last one with a unit, and where all of it ends: nothing is read twice. */
function readChain(text: string, at: number): { readonly parts: readonly Part[]; readonly end: number } {
  if (isName(text, at)) return NO_CHAIN;
  const first = readPart(text, at, at);
  if (first === undefined) return NO_CHAIN;
  const parts = [first];
  while (parts.length < LONGEST_CHAIN) {
    const previous = parts.at(-1)!;
    const next = readNext(text, previous, parts.length === 1 ? at : -1);
    if (next === undefined) break;
    // 10-3 Pa has lost the height of its power: no range falls from 10.
    if (next === 'power') {
      const end = digitsEnd(text, previous.numberEnd + 1);
      const power = { value: 10 ** -Number(text.slice(previous.numberEnd + 1, end)), end, ideographs: false };
      const whole = withUnit(text, at, power);
      return whole.unit === undefined ? NO_CHAIN : { parts: [whole], end: whole.end };
    }
    parts.push(next);
  }
  const last = parts.at(-1)!;
  // (20±2)℃
  if (last.unit === undefined && text[last.end] === ')' && text[first.start - 1] === '(') {
    const number = { value: last.value, end: last.end + 1, ideographs: false };
    parts[parts.length - 1] = { ...withUnit(text, last.start, number), numberEnd: last.numberEnd };
  }
  // A chain ends with a unit; what stands behind the last one is read for itself.
  const { end } = parts.at(-1)!;
  while (parts.length > 1 && parts.at(-1)!.unit === undefined) parts.pop();
  return { parts, end };
}

/** A digit that goes on with a name or number: TC4, v1.2.3, SF6-10, 第3. */
function isName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  // Of ideographs and signs above ASCII only 第 and № go on with a name.
  if (unit >= 0x80) return unit === 0x7b2c || unit === 0x2116;
  // _ # ^ and . - /
  if (isAlnum(unit) || unit === 0x5f || unit === 0x23 || unit === 0x5e) return true;
  return (unit === 0x2e || unit === 0x2d || unit === 0x2f) && isAlnum(text.charCodeAt(at - 2));
}

/** A number with its unit at a place. */
function readPart(text: string, at: number, start: number): Part | undefined {
  const number = readNumber(text, at);
  if (number === undefined || !Number.isFinite(number.value)) return undefined;
  // 1.2.3 is a version.
  if (text[number.end] === '.' && isDigit(text.charCodeAt(number.end + 1))) return undefined;
  return withUnit(text, start, number);
}

function readNumber(text: string, at: number): ReadNumber | undefined {
  if (text[at] === '.') {
    const end = digitsEnd(text, at + 1);
    return end - at > 40 ? undefined : { value: Number(`0${text.slice(at, end)}`), end, ideographs: false };
  }
  return isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readIdeographs(text, at);
}

const PERCENT: ReadUnit = { end: 0, key: '%', base: '%', factor: 1, counts: false };

function withUnit(text: string, start: number, number: ReadNumber): Part {
  const part = (scale: number, end: number, unit: ReadUnit | undefined, unitStart: number): Part => ({
    start,
    numberEnd: number.end,
    end,
    value: number.value,
    scale,
    unit,
    unitStart,
  });
  if (number.percent === true) return part(1, number.end, PERCENT, number.end);
  let at = number.end;
  if (text[at] === '多' || text[at] === '余') at++;
  if (text[at] === ' ') at++;
  let unit = unitAt(text, at, number);
  let scale = 1;
  if (unit === undefined) {
    const word = text.charCodeAt(at) < 0x80 ? { factor: 1, end: at } : readScale(text, at);
    if (word.end > at) {
      scale = word.factor;
      at = text[word.end] === ' ' ? word.end + 1 : word.end;
      unit = unitAt(text, at, number);
    }
  }
  return unit === undefined ? part(1, number.end, unit, number.end) : part(scale, unit.end, unit, at);
}

/** Counts of no technology, and prices. */
const UNTELLING: ReadonlySet<string> = new Set(['元', '倍', '成', '次', '模次', '循环', '帧', 'r', '百分点']);
/** 316L is a steel, 5g a generation of networks, 3d a dimension, 5A a grade: names where no more than that is written. */
const STEELS = /^3\d\d$/;

function unitAt(text: string, at: number, number: ReadNumber): ReadUnit | undefined {
  if (!mayBeginHere(text.charCodeAt(at))) return undefined;
  const unit = readUnit(text, at);
  if (unit === undefined || unit.counts || UNTELLING.has(unit.key)) return undefined;
  // 2A12 and 7A04 go on.
  if (isAlnum(text.charCodeAt(unit.end - 1)) && isAlnum(text.charCodeAt(unit.end))) return undefined;
  const spelled = text.slice(at, unit.end);
  if ((spelled === 'l' || spelled === 'L') && STEELS.test(digitsBefore(text, at))) return undefined;
  if (spelled === 'd' || spelled === 'g' || spelled === 'G') {
    if (digitsBefore(text, at).length === 1) return undefined;
  }
  // 3 in one, 5 a day.
  if (spelled === 'in' && /^ ?[a-z\d]/i.test(text.slice(unit.end, unit.end + 2))) return undefined;
  if (isDate(text, at, spelled)) return undefined;
  // Of numerals in ideographs only with a unit that is a word: 一度, 二次, 三元 are words of their own.
  if (number.ideographs && (spelled.length < 2 || /^[A-Za-z]/.test(spelled))) return undefined;
  if (spelled.startsWith('度')) return degrees(text, at, unit);
  return unit;
}

/** A cheap look before a unit is read: no sign of ASCII but % begins one, and nothing stands behind the end. */
function mayBeginHere(unit: number): boolean {
  return unit >= 0x80 || unit === 0x25 || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** A letter or digit of ASCII. */
function isAlnum(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** The last digits, six at most, before a place. */
function digitsBefore(text: string, at: number): string {
  let start = at;
  while (start > at - 6 && isDigit(text.charCodeAt(start - 1))) start--;
  return text.slice(start, at);
}

function isDate(text: string, at: number, spelled: string): boolean {
  if (spelled === '月') return true;
  if (spelled !== '年') return false;
  const digits = digitsBefore(text, at);
  return digits.length === 4 && text[at - 1] !== ' ' && Number(digits) >= 1900 && Number(digits) <= 2100;
}

const HEAT = /[温热冷冻烧烘焙炉熔煮蒸寒凉火焊]/;
const TURN = /[角旋转倾仰俯弯斜扭摆方弧]/;
/** Characters before and behind 度 that may tell what is measured. */
const NEAR = 10;

/** 度 is heat or an angle only where the text says so. */
function degrees(text: string, at: number, unit: ReadUnit): ReadUnit {
  const near = text.slice(Math.max(0, at - NEAR), at) + text.slice(unit.end, unit.end + 4);
  const heat = HEAT.test(near);
  const turn = TURN.test(near);
  if (heat && !turn) return unit;
  const name = turn && !heat ? 'deg' : '度';
  return { ...unit, key: name, base: unit.base.replace('°C', name) };
}

/** What joins the numbers of one chain: ends of a range, sides of a body, a tolerance. */
const BETWEEN = /^(?: ?(?:~|-{1,2}|至|到) ?| ?[×xX*] ?|\/| ?± ?| ?\+\/?- ?)/;

function readNext(text: string, previous: Part, first: number): Part | 'power' | undefined {
  const char = text[previous.end];
  if (char === undefined || !' ~-至到×xX*/±+'.includes(char)) return undefined;
  const between = BETWEEN.exec(text.slice(previous.end, previous.end + 5))?.[0];
  if (between === undefined) return undefined;
  let at = previous.end + between.length;
  const start = at;
  const isNegative = text[at] === '-' && between.trim() !== '-';
  if (isNegative) at++;
  if (!isDigit(text.charCodeAt(at)) && !(text[at] === '.' && isDigit(text.charCodeAt(at + 1))))
    return undefined;
  const next = readPart(text, at, start);
  if (next === undefined) return undefined;
  // 1/3 of a metre is no range; 10/0.4 kV are two voltages.
  if (between === '/' && previous.unit === undefined && previous.value <= next.value) return undefined;
  const isTen =
    between === '-' &&
    previous.unit === undefined &&
    previous.value === 10 &&
    previous.numberEnd - first === 2;
  if (isTen && next.value < 10 && next.numberEnd - at === 1) return 'power';
  return isNegative ? { ...next, value: -next.value } : next;
}

function measuresIn(text: string, parts: readonly Part[]): Measure[] {
  const last = parts.at(-1)!;
  if (last.unit === undefined) return aloneIn(text, parts);
  const found: Measure[] = [];
  let following = last;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]!;
    if (part.unit !== undefined) following = part;
    const isBare = part.unit === undefined;
    // 5~8万吨 is 50,000 on.
    const scale =
      isBare && part.value * following.scale > following.value * following.scale ? 1 : following.scale;
    const sign = i === 0 ? signBefore(text, part.start) : { start: part.start, factor: 1 };
    const { base, factor } = following.unit!;
    const value = tidy(part.value * scale * factor) * sign.factor;
    if (!Number.isFinite(value)) continue;
    const term = `${value === 0 ? 0 : value}${base.startsWith('1') ? ' ' : ''}${base}`;
    found.push({ term, start: sign.start, end: following.end, hasUnit: true });
  }
  return found.reverse();
}

/** 零下40℃, and -40℃ where the dash joins nothing. */
function signBefore(text: string, start: number): { readonly start: number; readonly factor: number } {
  const before = text.charCodeAt(start - 1);
  if (before !== 0x2d && before !== 0x4e0b) return { start, factor: 1 };
  const window = text.slice(Math.max(0, start - 3), start);
  const minus = /(?:^|[^\dA-Za-z)%°~-])(-|零下)$/.exec(window);
  return minus === null ? { start, factor: 1 } : { start: start - minus[1]!.length, factor: -1 };
}

/** Digits that a number alone needs to say something. */
const LEAST_DIGITS = 3;

/** Numbers without unit that are not written in digits alone: 1,200 and 10^5. */
function aloneIn(text: string, [part]: readonly Part[]): Measure[] {
  const { start, numberEnd, value } = part!;
  // 10^5 is the shortest but one.
  if (numberEnd - start < 3) return [];
  const written = text.slice(start, numberEnd);
  if (!/[,^×]/.test(written) || /[A-Za-z]/.test(text[numberEnd] ?? ' ')) return [];
  const term = String(tidy(value));
  if (term.replace(/\D/g, '').length < LEAST_DIGITS) return [];
  return [{ term, start, end: numberEnd, hasUnit: false }];
}
