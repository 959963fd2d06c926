import type { NormalizedText } from './folded-text.ts';

/**
 * The normalised text as numbers and units are read from it, unit by unit at the same places: with the capitals of the
 * text as given (mW is no MW), dashes and signs of ranges in one spelling, a full-width comma as itself (it parts
 * numbers, 1,200 is one), and a circled number as a blank (it numbers a list). Texts without a digit stay as they are.
 * @param source the text as given; without it, capitals are not known.
 */
export function readingText(normalized: NormalizedText, source: string): string {
  const { text, starts, ends } = normalized;
  if (!HAS_NUMBER.test(text)) return text;
  let units: Uint16Array | undefined;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const given = source.charCodeAt(starts[at]!);
    if (unit === given && (unit < 0x80 || (unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH))) continue;
    const read = unitAs(unit, given) || compatible(at, unit);
    if (read === unit) continue;
    units ??= unitsOf(text);
    units[at] = read;
  }
  return units === undefined ? text : textOf(units);

  /** ㎽ is two characters of one place. */
  function compatible(at: number, unit: number): number {
    if (unit < 0x61 || unit > 0x7a || source.charCodeAt(starts[at]!) < 0x2100) return unit;
    let first = at;
    while (first > 0 && starts[first - 1] === starts[at] && at - first < 8) first--;
    const whole = source.slice(starts[at], ends[at]).normalize('NFKC');
    const char = whole.charAt(at - first);
    return char.toLowerCase().charCodeAt(0) === unit ? char.charCodeAt(0) : unit;
  }
}

/** The same without the text as given. */
export function plainReading(text: string): string {
  return HAS_NUMBER.test(text)
    ? text.replace(SIGN, (sign) => String.fromCharCode(signAs(sign.charCodeAt(0))))
    : text;
}

/** Characters that are read as they are, nearly all of most texts. */
const FIRST_IDEOGRAPH = 0x3400;
const LAST_IDEOGRAPH = 0x9fff;

const HAS_NUMBER = /\d|分之|半|[一二两三四五六七八九十百千]/;
const SIGN = /[\u2010-\u2015\u2212\u223c\u301c\u2715\u2716]/g;

/** What a unit is read as, by the unit that stood there; 0 where neither tells. */
function unitAs(unit: number, given: number): number {
  if (unit >= 0x61 && unit <= 0x7a) {
    if (given + 0x20 === unit) return given;
    return given >= 0xff21 && given <= 0xff3a && given - 0xfec0 === unit ? given - 0xfee0 : 0;
  }
  if (unit === 0x3c9 && (given === 0x3a9 || given === 0x2126)) return 0x3a9;
  if (unit === 0x2c && given === 0xff0c) return given;
  // ①, ⑴, ⒈ and their like.
  if ((given >= 0x2460 && given <= 0x24ff) || (given >= 0x2776 && given <= 0x2793)) return 0x20;
  return signAs(unit);
}

function signAs(unit: number): number {
  if ((unit >= 0x2010 && unit <= 0x2013) || unit === 0x2212) return 0x2d;
  // A long dash is a pause or a range, never a sign.
  if (unit === 0x2014 || unit === 0x2015 || unit === 0x223c || unit === 0x301c) return 0x7e;
  return unit === 0x2715 || unit === 0x2716 ? 0xd7 : unit;
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

const CHUNK = 8192;

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) {
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + CHUNK)) as string;
  }
  return text;
}
