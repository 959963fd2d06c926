import type { Statement, Statements } from './statements.ts';

/** Who asks: a name that ends so. */
const WHO = /^.{1,28}?(?:有限责任公司|股份有限公司|有限公司|公司|集团|合作社|研究院|研究所)/;
/** A name that ends so may be a thing too: 电商平台. */
const MAYBE_WHO = /^.{1,28}?(?:平台|中心|企业|工厂|厂|农场|学校|医院|园区)/;
/** What a title says that announces a demand and does not name it, the longer words first. */
const CALL =
  /揭榜挂帅|技术攻关|技术难题|技术需求|技术合作|供需对接|登记表|需求表|信息表|征集令|关于|寻求|求助|诚征|征集|揭榜|发布|登记|公告|通知|启事|对接|合作|需求|难题|信息|技术|项目|一项|一则|一批|企业|[的函表等和及与书]/g;
const ANNOUNCES = /需求|难题|揭榜|征集|求助|公告|启事|通知|诚征/;
const IDEOGRAPHS = /\p{Script=Han}{2}|[\p{L}\p{N}]{2}/u;
/** A longer title is a text. In UTF-16 units. */
const LONGEST = 60;

/**
 * The statements of a title: a name, read whole, but for titles that announce a demand without naming it: 某某公司技术需求登记.
 * Who asks is no part of what is asked. What is left beside him and the words of the announcement counts in full,
 * unless it says who asks as well: no pair of its characters stands in the needs.
 * @param told the needs and problems of the record's texts; empty where none is told: then its title is all there is.
 */
export function readTitle(title: string, told: string): Statements {
  const whole = [{ start: 0, end: title.length, role: 'other' }] as const;
  if (title === '') return [];
  if (told === '' || title.length > LONGEST || !ANNOUNCES.test(title)) return whole;
  const who = WHO.exec(title)?.[0].length ?? 0;
  const rest = what(title.slice(who));
  if (rest !== undefined && (who > 0 || mentions(told, rest))) return parts(title, who);
  const maybe = MAYBE_WHO.exec(title)?.[0].length ?? 0;
  const behind = maybe > 0 ? what(title.slice(maybe)) : undefined;
  if (behind !== undefined && mentions(told, behind)) return parts(title, maybe);
  return [{ start: 0, end: title.length, role: 'company' }];
}

/** What is left of a title without its announcement; undefined for nothing. */
function what(title: string): string | undefined {
  const left = title.replace(CALL, ' ');
  return IDEOGRAPHS.test(left) ? left : undefined;
}

function mentions(told: string, words: string): boolean {
  for (let at = 0; at + 1 < words.length; at++) {
    const pair = words.slice(at, at + 2);
    if (IDEOGRAPHS.test(pair) && told.includes(pair)) return true;
  }
  return false;
}

function parts(title: string, who: number): Statement[] {
  const thing = { start: who, end: title.length, role: 'other' } as const;
  return who === 0 ? [thing] : [{ start: 0, end: who, role: 'company' }, thing];
}
