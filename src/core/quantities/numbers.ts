/**
 * Room `core/quantities`: numbers and units as Chinese technical texts write them, one notion of them for all.
 * Begin: this file reads numbers, `units.ts` units, with the table in `unit-table.ts`. All of it looks at texts with
 * full-width forms, spaces, dashes and signs in one spelling.
 * Order: knows no other room.
 */

/** A number read from a text. */
export interface ReadNumber {
  readonly value: number;
  /** Exclusive. */
  readonly end: number;
  /** Written in ideographs: 十, 两万, 一点五. */
  readonly ideographs: boolean;
  /** The number is a share of a hundred: 百分之三十, 三分之一, 一半. */
  readonly percent?: boolean;
  /** … and is written as a part of one: 三分之二, 一半. */
  readonly isPart?: boolean;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const DIGITS = '零一二三四五六七八九';
/** By UTF-16 unit: a character as a text of its own would be made for each look. */
const DIGIT_VALUES: ReadonlyMap<number, number> = new Map(
  [...DIGITS, '〇', '两'].map((char, i) => [
    char.charCodeAt(0),
    [...DIGITS].length > i ? i : char === '两' ? 2 : 0,
  ]),
);
const PLACES: ReadonlyMap<number, number> = new Map(
  Object.entries({ 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }).map(([char, place]) => [
    char.charCodeAt(0),
    place,
  ]),
);
/** Words of scale behind a number: 2万次, 1.2亿元, 5千元. */
const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
];

/** 0–9. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a numeral in ideographs may begin here. */
export function isNumeral(char: string): boolean {
  return char !== '' && '零〇一二两三四五六七八九十百千半'.includes(char);
}

/** Where the digits end that begin at a place. */
export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** More digits are no measurement, and slow to read. */
const MOST_DIGITS = 40;

/** Reads 1,200.5, 1e-3, 1×10⁻³, 10^-3 at a digit; nothing for a number of more than forty characters. */
export function readArabic(text: string, at: number): ReadNumber | undefined {
  let end = digitsEnd(text, at);
  if (end - at <= 3) {
    while (text[end] === ',' && digitsEnd(text, end + 1) === end + 4) end += 4;
  }
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  if (end - at > MOST_DIGITS) return undefined;
  const value = Number(text.slice(at, end).replaceAll(',', ''));
  if (value === 10 && end === at + 2) {
    const bare = readPower(text, end);
    if (bare !== undefined) return { value: 10 ** bare.power, end: bare.end, ideographs: false };
    // 10-5Pa of 10⁻⁵Pa whose height got lost: no range goes down.
    const lost = /^-(\d|10)(?=[A-Za-z])/.exec(text.slice(end, end + 4));
    if (lost !== null)
      return { value: Number(`1e-${lost[1]}`), end: end + lost[0].length, ideographs: false };
  }
  const exponent = /^[eE](?:[+-]\d{1,3}(?!\d)|\d{1,3}(?![\da-zA-Z]))/.exec(text.slice(end, end + 6));
  if (exponent !== null) {
    const all = end + exponent[0].length;
    return { value: Number(`${value}${exponent[0]}`), end: all, ideographs: false };
  }
  const times = /^ ?[×xX*·] ?10/.exec(text.slice(end, end + 5));
  const power = times === null ? undefined : readPower(text, end + times[0].length, true);
  if (power === undefined) return { value, end, ideographs: false };
  return { value: Number(`${value}e${power.power}`), end: power.end, ideographs: false };
}

/** ⁻³, ^-3, ^3; where a factor stands before the 10 also -3, as superscripts get lost. */
function readPower(text: string, at: number, hasFactor = false): { power: number; end: number } | undefined {
  const window = text.slice(at, at + 4);
  const plain = (hasFactor ? /^(?:\^[+-]?|[+-])\d{1,2}(?!\d)/ : /^\^[+-]?\d{1,2}(?!\d)/).exec(window);
  if (plain !== null) return { power: Number(plain[0].replace('^', '')), end: at + plain[0].length };
  const raised = /^[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}/.exec(window);
  if (raised === null) return undefined;
  const digits = [...raised[0]].map((sign) => {
    if (sign === '⁻') return '-';
    return sign === '⁺' ? '' : SUPERSCRIPTS.indexOf(sign);
  });
  return { power: Number(digits.join('')), end: at + raised[0].length };
}

/** Reads 十, 一百二十, 两万, 一点五, 半, 百分之三十, 三分之一 at an ideograph; nothing for 三四 and 二〇二六. */
export function readIdeographs(text: string, at: number): ReadNumber | undefined {
  const whole = readRun(text, at);
  if (whole === undefined) return undefined;
  if (text.startsWith('分之', whole.end)) {
    const part = isDigit(text.charCodeAt(whole.end + 2))
      ? readArabic(text, whole.end + 2)
      : readRun(text, whole.end + 2);
    if (part === undefined || whole.value === 0) return undefined;
    // 百分之三十 is 30 exactly.
    const value = whole.value === 100 ? part.value : (100 * part.value) / whole.value;
    return { value, end: part.end, ideographs: true, percent: true, isPart: whole.value !== 100 };
  }
  return whole;
}

/** Most ideographs of one number. */
const LONGEST_RUN = 16;

function readRun(text: string, at: number): ReadNumber | undefined {
  if (text[at] === '半') return { value: 0.5, end: at + 1, ideographs: true };
  if (text.startsWith('一半', at))
    return { value: 50, end: at + 2, ideographs: true, percent: true, isPart: true };
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let end = at;
  for (; end < at + LONGEST_RUN; end++) {
    const unit = text.charCodeAt(end);
    const found = DIGIT_VALUES.get(unit) ?? -1;
    const place = found < 0 ? PLACES.get(unit) : undefined;
    if (found > 0) {
      // 三四 is a guess, and 二〇二六 a year.
      if (digit !== undefined) return undefined;
      digit = found;
    } else if (found === 0) {
      if (digit !== undefined) return undefined;
    } else if (place === undefined) break;
    else if (place >= 1e4) {
      total = (total + section + (digit ?? 0) || 1) * place;
      section = 0;
      digit = undefined;
    } else {
      section += (digit ?? 1) * place;
      digit = undefined;
    }
  }
  if (end === at) return undefined;
  let value = total + section + (digit ?? 0);
  if (text[end] === '点') {
    const decimals = readDecimals(text, end + 1);
    if (decimals !== '') {
      value = Number(`${value}.${decimals}`);
      end += 1 + decimals.length;
    }
  }
  return { value, end, ideographs: true };
}

function readDecimals(text: string, at: number): string {
  let digits = '';
  while (digits.length < LONGEST_RUN) {
    const found = DIGITS.indexOf(text[at + digits.length] ?? ' ');
    if (found < 0) break;
    digits += found;
  }
  return digits;
}

/** A word of scale at a place. */
export function readScale(text: string, at: number): { readonly factor: number; readonly end: number } {
  if (!PLACES.has(text.charCodeAt(at))) return { factor: 1, end: at };
  for (const [word, factor] of SCALES) {
    if (text.startsWith(word, at)) return { factor, end: at + word.length };
  }
  return { factor: 1, end: at };
}
