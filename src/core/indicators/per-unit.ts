import { type ReadUnit, unitPer } from '../quantities/units.ts';
import type { Name } from './names.ts';

/** Quantities for each of something, where the name says of what: 年产2万吨, 成本每吨800元. */

/** What passes in a time: 年产, 日处理污水; not 年产值, nor 近十年处理. */
const RATE =
  /(?:^|[^\d零一二两三四五六七八九十百几近多往历当今去明前后半本整])([年月日])(?:产|处理|加工|屠宰|消纳|焚烧)(?![值品业线])/;
const TIMES: Readonly<Record<string, string>> = { 年: '年', 月: '月', 日: 'd' };
/** What can pass in a time: matter, things and energy. */
const PASSING = /^(?:kg|m3|Nm3|m2|m|J)$/;
const EACH = /(?:的)?每(?:个)?([^每,，;；]{1,4})$/;

/** The unit and the name of a quantity that is for each of something. */
export function perUnit(
  text: string,
  name: Name,
  rate: Name | undefined,
  unit: ReadUnit | undefined,
): { readonly name: Name; readonly unit: ReadUnit | undefined } {
  if (unit === undefined) return { name, unit };
  const called = text.slice(name.start, name.end);
  const each = called.includes('每') ? EACH.exec(called) : null;
  const divided = each === null ? undefined : unitPer(unit, each[1]!);
  if (divided !== undefined)
    return { name: { start: name.start, end: name.start + each!.index }, unit: divided };
  const first = eachAhead(called, unit);
  if (first !== undefined)
    return { name: { start: name.start + first.end, end: name.end }, unit: first.unit };
  const named = rate !== undefined && name.end === name.start ? rate : name;
  if (!unit.counts && !PASSING.test(unit.base)) return { name: named, unit };
  const time = RATE.exec(rate === undefined ? called : text.slice(rate.start, rate.end))?.[1];
  return { name: named, unit: (time === undefined ? undefined : unitPer(unit, TIMES[time]!)) ?? unit };
}

/** 每亩用水, 每小时处理: what it is for each of stands first. */
function eachAhead(
  called: string,
  unit: ReadUnit,
): { readonly end: number; readonly unit: ReadUnit } | undefined {
  if (!called.startsWith('每')) return undefined;
  const from = called[1] === '个' ? 2 : 1;
  for (let end = Math.min(from + 3, called.length - 1); end > from; end--) {
    const divided = unitPer(unit, called.slice(from, end));
    if (divided !== undefined) return { end, unit: divided };
  }
  return undefined;
}
