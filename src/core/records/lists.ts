/** Lists that stand in one text: keywords, names of people and of organisations. */

const OPENING = '([{（【《「“';
const CLOSING = ')]}）】》」”';
const SIGNS = new Set('、;；|｜\n\r\t');
const COMMAS = new Set(',，');

/** Keywords of one text: 涂层、热障,TBC;燃机. A comma within a number (1,4-丁二醇) and what is in brackets stay. O(length). */
export function splitList(text: string): string[] {
  return split(text, (at) => !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''))).flatMap(
    (part) => part.split(/ {2,}/).filter((piece) => piece !== ''),
  );
}

/** A comma before a legal form or a degree does not separate: Foo Co., Ltd.; Li Na, PhD. */
const SUFFIX =
  /^\s{0,3}(?:ltd|inc|llc|llp|l\.p|plc|limited|corp|co\b|gmbh|ag\b|s\.?a\b|b\.?v\b|jr|sr|ph\.?d|m\.?d\b|msc|prof)/i;
/** School of Materials, Northeastern University is one. */
const PART =
  /^\s*(?:the )?(?:school|department|dept|faculty|college|institute|laborator(?:y|ies)|lab|cent(?:er|re)|division)\b/i;
/** The rest of a list that is not told: 张三等, 李四等5人, Li et al. */
const REST =
  /(?<=\S{2}) ?等 ?(?:\d{1,4}|[一二三四五六七八九十]{1,3})?(?:余|多)?(?:人|位|名|家|所|个)?(?:专家|老师|教授|同志|单位|企业|高校|机构|人员)?$/;
const REST_ALONE = /^等(?:\d{1,4})?(?:人|位|名|家|单位)?$|^et al\.?$/i;
const ET_AL = /,? et al\.?$/i;
const TITLE =
  /^(?:副|助理|高级|特聘|讲座|客座)?(?:教授|研究员|工程师|讲师|院士|博士|硕士|博导|硕导|主任|院长|所长|校长|总工|总监|经理|董事长|老师|先生|女士|正高|副高)$/;
/** A family name of two characters: 欧阳 修文 is one person. */
const FAMILY = /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|独孤|南宫|端木|宇文|长孙)$/;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
const OF_ORGANIZATION = /(?:大学|学院|公司|集团|研究院|[院所厂部系室局会]|中心|学校|实验室)$/;

/**
 * Organisations of one text: 东北大学；沈阳鼓风机. What is in brackets stays, legal forms stay with their names, and a
 * final 等 is dropped. O(length).
 */
export function splitOrganizations(text: string): string[] {
  return named(
    split(
      text,
      (at, from) => !SUFFIX.test(text.slice(at + 1, at + 20)) && !PART.test(text.slice(from, from + 20)),
    ),
  );
}

/**
 * People of one text: 李娜、赵云, 张三；李四, Wang Ming, Li Na. Titles stay with their names, and a final 等 is dropped. A
 * comma between a Latin family name and what is given (Li, Na) does not separate, nor does a blank within a name (王 明).
 * O(length).
 */
export function splitPeople(text: string): string[] {
  const parts = split(text, (at, from) => {
    const [before, behind] = [text.slice(from, at).trim(), text.slice(at + 1, at + 60)];
    if (SUFFIX.test(behind)) return false;
    const next = /^[^,，、;；|\n]*/.exec(behind)![0].trim();
    return !(isLatinWord(before) && isLatinWord(next));
  });
  return named(parts.flatMap(slashed).flatMap(spaced));
}

function isLatinWord(text: string): boolean {
  return /^[\p{Script=Latin}.'’-]+$/u.test(text);
}

/** 张三/李四; a slash within Latin text stays. */
function slashed(text: string): string[] {
  return text.split(/(?<=\p{Script=Han}) ?\/ ?(?=\p{Script=Han})/u);
}

/** 李娜 赵云 are two people; 王 明, 张三 教授 and 李娜 东北大学 are one each. */
function spaced(text: string): string[] {
  const pieces = text.split(/\s+/).filter((piece) => piece !== '');
  const people: string[] = [];
  for (const piece of pieces) {
    if (TITLE.test(piece) && people.length > 0) people.push(`${people.pop()!} ${piece}`);
    else people.push(piece);
  }
  const isList = people.every((person) => {
    const name = person.split(' ')[0]!.replace(/等$/, '');
    return HAN_NAME.test(name) && !OF_ORGANIZATION.test(name) && !FAMILY.test(name);
  });
  return isList && people.length > 1 ? people : [text];
}

function named(parts: readonly string[]): string[] {
  return parts
    .map((part) => part.replace(ET_AL, '').replace(REST, '').trim())
    .filter((part) => part !== '' && !REST_ALONE.test(part));
}

/** Splits at signs outside of brackets; `isComma` decides on commas, given where one stands and where its part begins. */
function split(text: string, isComma: (at: number, from: number) => boolean): string[] {
  const inside = inBrackets(text);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (inside[at] === 1) continue;
    // The end of &nbsp; is no sign between names.
    if (char === ';' && ENTITY.test(text.slice(Math.max(from, at - 9), at))) continue;
    if (!SIGNS.has(char) && !(COMMAS.has(char) && isComma(at, from))) continue;
    parts.push(text.slice(from, at).trim());
    from = at + 1;
  }
  parts.push(text.slice(from).trim());
  return parts.filter((part) => part !== '');
}

/** What stands before the semicolon of an entity of web pages. */
const ENTITY = /&#?[a-z\d]{1,8}$/i;

/** 1 for every place within brackets that are closed. */
function inBrackets(text: string): Uint8Array {
  const inside = new Uint8Array(text.length);
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (OPENING.includes(text[at]!)) open.push(at);
    else if (CLOSING.includes(text[at]!) && open.length > 0) {
      const from = open.pop()!;
      // Of nested brackets the outermost is enough.
      if (open.length === 0) inside.fill(1, from, at);
    }
  }
  return inside;
}
