import { ATOMS, type Atom, FOLDED, isLatin, longestWordFrom, OTHER_WORDS } from './unit-table.ts';

/** Reading of units, with what they come to in a base unit. */

/** A unit read from a text. */
export interface ReadUnit {
  /** Where it ends, exclusive. */
  readonly end: number;
  /** One spelling for all: `°C`, `mm`, `m3/h`, `W/(m·K)`, `元/吨`. */
  readonly key: string;
  /** The same dimension has the same base unit. */
  readonly base: string;
  /** Value in the base unit = value × factor. */
  readonly factor: number;
  /** Whether it counts things (台, 张, 级), so that a number with it alone is no indicator. */
  readonly counts: boolean;
}

const LONGEST_LATIN = 8;

interface ReadAtom {
  readonly atom: Atom;
  readonly end: number;
}

/** Normal cubic metres, which are no newton metres; the year of t/a. */
function readSpecial(text: string, at: number, sign: 1 | -1): ReadAtom | undefined {
  if (text[at] === 'N' && /^Nm[³3]/.test(text.slice(at, at + 3)))
    return { atom: ATOMS.get('Nm3')!, end: at + 3 };
  // 转/分, which alone would be a share.
  if (sign === -1 && text[at] === '分' && !'之钟贝'.includes(text[at + 1] ?? ' '))
    return { atom: ATOMS.get('min')!, end: at + 1 };
  const isYear = sign === -1 && text[at] === 'a' && !isLatin(text.charCodeAt(at + 1));
  return isYear ? { atom: ATOMS.get('年')!, end: at + 1 } : undefined;
}

/** One unit without its exponent. */
function readAtom(text: string, at: number): ReadAtom | undefined {
  let end = at;
  while (end < at + LONGEST_LATIN && isLatin(text.charCodeAt(end))) end++;
  if (end > at) {
    if (isLatin(text.charCodeAt(end))) return undefined;
    // wt%, vol%
    if (text[end] === '%') {
      const share = ATOMS.get(`${text.slice(at, end).toLowerCase()}%`);
      return share && { atom: share, end: end + 1 };
    }
    const run = text.slice(at, end);
    const atom = ATOMS.get(run) ?? (run.length > 1 ? FOLDED.get(run.toLowerCase()) : undefined);
    if (atom?.key === 'dB' && text.startsWith('(A)', end)) {
      return { atom: { ...atom, key: 'dB(A)' }, end: end + 3 };
    }
    return atom && { atom, end };
  }
  if (
    text[at] === '°' &&
    (text[at + 1] === 'C' || text[at + 1] === 'c') &&
    !isLatin(text.charCodeAt(at + 2))
  ) {
    return { atom: ATOMS.get('°C')!, end: at + 2 };
  }
  const longest = longestWordFrom(text.charCodeAt(at));
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    const atom = ATOMS.get(word);
    if (atom === undefined) continue;
    const next = text[at + length];
    const isOther = next !== undefined && OTHER_WORDS[word]?.includes(next) === true;
    if (!isOther) return { atom, end: at + length };
  }
  return undefined;
}

const EXPONENTS: readonly (readonly [string, number])[] = [
  ['⁻¹', -1],
  ['⁻²', -2],
  ['⁻³', -3],
  ['²', 2],
  ['³', 3],
  ['^-1', -1],
  ['^-2', -2],
  ['^-3', -3],
  ['^2', 2],
  ['^3', 3],
];

/** ⁻ ² ³ ^ - 2 3: nothing else begins an exponent, and most units have none. */
const BEGIN_EXPONENT = [0x207b, 0xb2, 0xb3, 0x5e, 0x2d, 0x32, 0x33];

/** The exponent behind a unit: m², m^2, and m2 of lengths. */
function readExponent(
  text: string,
  at: number,
  key: string,
): { readonly power: number; readonly end: number } {
  const first = text.charCodeAt(at);
  if (!BEGIN_EXPONENT.includes(first)) return { power: 1, end: at };
  for (const [sign, power] of EXPONENTS) {
    if (text.startsWith(sign, at)) return { power, end: at + sign.length };
  }
  // s-1 of s⁻¹ whose height got lost; behind lengths a dash may join a range.
  if (/^(?:s|h|min|K|kg|mol)$/.test(key) && /^-[12](?![\d.%°a-zA-Z])/.test(text.slice(at, at + 3))) {
    return { power: -Number(text[at + 1]), end: at + 2 };
  }
  const isPlain = /^(?:[nμcdk]?m|mm|N\/m|Nm)$/.test(key) && (text[at] === '2' || text[at] === '3');
  if (isPlain && !/[\d.a-zA-Z]/.test(text[at + 1] ?? '')) return { power: Number(text[at]), end: at + 1 };
  return { power: 1, end: at };
}

interface Part {
  readonly key: string;
  readonly power: number;
}

/** A unit while its parts are read. */
class Compound {
  readonly parts: Part[] = [];
  readonly powers = new Map<string, number>();
  factor = 1;
  counts = true;
  end: number;

  constructor(at: number) {
    this.end = at;
  }

  /** Reads one part at a place; false where there is none. */
  take(text: string, at: number, sign: 1 | -1): boolean {
    const read = readSpecial(text, at, sign) ?? readAtom(text, at);
    if (read === undefined) return false;
    const previous = this.parts.at(-1);
    const energy =
      previous && read.atom.key === 'h' && sign === 1 ? ATOMS.get(`${previous.key}h`) : undefined;
    if (energy !== undefined && previous!.power === 1) {
      // kW·h
      this.parts.pop();
      this.powers.clear();
      this.factor = 1;
      this.add(energy, 1);
      this.end = read.end;
      return true;
    }
    const { power, end } = readExponent(text, read.end, read.atom.key);
    this.add(read.atom, sign * power);
    this.end = end;
    return true;
  }

  private add(atom: Atom, power: number): void {
    this.parts.push({ key: atom.key, power });
    for (const [symbol, own] of Object.entries(atom.powers)) {
      this.powers.set(symbol, (this.powers.get(symbol) ?? 0) + own * power);
    }
    this.factor *= atom.factor ** power;
    this.counts &&= atom.counts;
  }
}

const TIMES = '·⋅*.';

/** A cheap look before a unit is read: behind most numerals in ideographs none stands. */
function mayBeginUnit(unit: number): boolean {
  return isLatin(unit) || unit === 0xb0 || longestWordFrom(unit) > 0;
}

/**
 * Reads the unit at a place of a folded text; all that stands behind a slash divides. Looks at a bounded number of
 * characters.
 */
export function readUnit(text: string, at: number): ReadUnit | undefined {
  if (!mayBeginUnit(text.charCodeAt(at))) return undefined;
  const unit = new Compound(at);
  if (!unit.take(text, at, 1)) return undefined;
  let sign: 1 | -1 = 1;
  for (let part = 0; part < 4; part++) {
    const sep = text[unit.end] ?? '';
    const isSlash = sep === '/';
    if (!isSlash && (sep === '' || !TIMES.includes(sep))) break;
    let next = unit.end + 1;
    const isGroup = isSlash && text[next] === '(';
    if (isGroup) next++;
    const before: 1 | -1 = sign;
    if (isSlash) sign = -1;
    if (!unit.take(text, next, sign)) {
      sign = before;
      break;
    }
    while (isGroup && TIMES.includes(text[unit.end] ?? ' ')) if (!unit.take(text, unit.end + 1, -1)) break;
    if (isGroup && text[unit.end] === ')') unit.end++;
  }
  // Newton per square metre: MPa and N/mm2 are one.
  if (unit.powers.size === 2 && unit.powers.get('N') === 1 && unit.powers.get('m') === -2) {
    unit.powers.clear();
    unit.powers.set('Pa', 1);
  }
  return {
    end: unit.end,
    key: fraction(unit.parts.map(({ key, power }) => [key, power])),
    base: fraction([...unit.powers].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : 1))),
    factor: unit.factor,
    counts: unit.counts,
  };
}

/** `W/(m·K)` of W¹ m⁻¹ K⁻¹. */
function fraction(powers: readonly (readonly [string, number])[]): string {
  const [first] = powers;
  if (powers.length === 1 && first![1] === 1) return first![0];
  const side = (sign: 1 | -1) =>
    powers
      .filter(([, power]) => power * sign > 0)
      .map(([key, power]) => (Math.abs(power) === 1 ? key : `${key}${Math.abs(power)}`));
  const [over, under] = [side(1), side(-1)];
  const top = over.length === 0 ? '1' : over.join('·');
  if (under.length === 0) return over.length === 0 ? '' : top;
  return `${top}/${under.length === 1 ? under[0]! : `(${under.join('·')})`}`;
}

/** A unit for each of another one: t and d are t/d. Nothing where it is one already, or the other is none. */
export function unitPer(unit: ReadUnit, each: string): ReadUnit | undefined {
  if (unit.key.includes('/')) return undefined;
  const text = `${unit.key}/${each}`;
  const read = readUnit(text, 0);
  return read?.end === text.length ? read : undefined;
}

/** A value and the upper end of a range in the base unit. */
export function baseOf({ base, factor }: ReadUnit, low: number, high: number | undefined) {
  const value = tidy(low * factor);
  return { unit: base, factor, value, ...(high === undefined ? {} : { high: tidy(high * factor) }) };
}

/** Without the noise of the last bits: 0.4 mm is 0.0004 m. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
