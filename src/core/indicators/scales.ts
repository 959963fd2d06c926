import { type ReadUnit, readUnit } from '../quantities/units.ts';
import type { Name } from './names.ts';

/** Scales of hardness and parameters of roughness, which stand before their number: HRC58～62, 邵氏A70, Ra0.8. */

interface Scale {
  readonly unit: ReadUnit;
  /** Ra and Rz are other quantities; HRC is a unit only. */
  readonly isName: boolean;
}

const unit = (name: string): ReadUnit => readUnit(name, 0)!;
const hardness = (names: string, key: string): [string, Scale][] =>
  names.split(' ').map((name): [string, Scale] => [name, { unit: unit(key), isName: false }]);
/** Roughness is in μm where nothing else is written (GB/T 131). */
const SCALES: ReadonlyMap<string, Scale> = new Map([
  ...['Ra', 'Rz', 'Rq', 'Ry', 'Rt'].map((name): [string, Scale] => [
    name,
    { unit: unit('μm'), isName: true },
  ]),
  ...hardness('HRC', 'HRC'),
  ...hardness('HRA', 'HRA'),
  ...hardness('HRB', 'HRB'),
  ...hardness('HV', 'HV'),
  ...hardness('HB HBW HBS', 'HB'),
  ...hardness('邵氏A 邵尔A 邵A 邵氏硬度A', '邵氏A'),
  ...hardness('邵氏D 邵尔D 邵D 邵氏硬度D', '邵氏D'),
]);
const LONGEST = Math.max(...[...SCALES.keys()].map((name) => name.length));
/** What scales end with: a cheap look before each length is tried. */
const LAST = new Set([...SCALES.keys()].map((name) => name.at(-1)!));
/** HV0.3 and HV10 are loads. */
const LOADED = /HV$/;
const LEAST_VICKERS = 100;

/** The scale that ends at a place, and where it begins. */
function scaleAt(text: string, at: number): (Scale & { readonly start: number }) | undefined {
  if (at === 0 || !LAST.has(text[at - 1]!)) return undefined;
  for (let length = LONGEST; length > 1; length--) {
    const scale = at < length ? undefined : SCALES.get(text.slice(at - length, at));
    if (scale === undefined) continue;
    // 220HB10: what follows a unit is no value of it; R/Ra is a ratio.
    return /[A-Za-z\d/]/.test(text[at - length - 1] ?? ' ') && /^[A-Z]/.test(text[at - length]!)
      ? undefined
      : { ...scale, start: at - length };
  }
  return undefined;
}

/** Whether a number stands directly behind a scale, or behind one in brackets, and so is one of it. */
export function isOnScale(text: string, at: number): boolean {
  let end = text[at - 1] === ' ' ? at - 1 : at;
  if (text[end - 1] === ')') end--;
  if (scaleAt(text, end) === undefined) return false;
  return !(end === at && LOADED.test(text.slice(at - 2, at)) && valueAt(text, at) < LEAST_VICKERS);
}

/** The scale directly before a number, with what stands before it: 不低于HV900. */
export function scaleBefore(
  text: string,
  at: number,
): { readonly unit: ReadUnit; readonly start: number } | undefined {
  return scaleAt(text, text[at - 1] === ' ' ? at - 1 : at);
}

function valueAt(text: string, at: number): number {
  return Number(/^\d{1,6}(?:\.\d{1,6})?/.exec(text.slice(at, at + 13))?.[0]);
}

/** The unit of the scale with which a name ends, and the name without it. 硬度HV0.3 ends with one and a load. */
export function scaleOf(
  text: string,
  { start, end }: Name,
): { readonly name: Name; readonly unit: ReadUnit; readonly isSpecific: boolean } | undefined {
  const load = /HV\d{1,3}(?:\.\d{1,3})?$/.exec(text.slice(Math.max(start, end - 9), end));
  if (load !== null && start < end - load[0].length) {
    return { name: { start, end }, unit: unit('HV'), isSpecific: true };
  }
  const scale = scaleAt(text, end);
  if (scale === undefined || scale.start < start) return undefined;
  let stop = scale.start;
  while (stop > start && /[ 为是:(]/.test(text[stop - 1]!)) stop--;
  const isAll = scale.isName || stop === start;
  const name = { start, end: isAll ? end : stop };
  return { name, unit: scale.unit, isSpecific: scale.isName || /硬度/.test(text.slice(start, end)) };
}
