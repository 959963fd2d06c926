import type { Simplifier } from '../../core/terms/normalize.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { redactPersonalData } from './redact.ts';
import { isChineseName, isLongSurname } from './surnames.ts';

/** A person as a text names one. */
export interface ReadPerson {
  readonly name: string;
  /** 教授, 研究员, 高级工程师: as written. */
  readonly professionalTitle?: string;
}

/** Professional titles, those that hold another one first. */
const TITLES = [
  '教授级高级工程师|正高级工程师|高级工程师|助理工程师|工程师|高工',
  '推广研究员|副研究员|助理研究员|研究员|高级实验师|实验师',
  '副教授|教授|讲师|助教|院士|副主任医师|主任医师|农艺师|高级农艺师',
].join('|');
/** What else stands behind a name and is no part of it. */
const COURTESIES =
  '博士生导师|博士后|博士|硕士|主任|所长|院长|校长|处长|部长|科长|厂长|总?经理|董事长|总工程师|总工|老师|师傅|同志|先生|女士|专家|研发团队|科研团队|创新团队|团队|课题组|项目组|等(?: ?[\\d一二三四五六七八九十]+ ?人|人)?';
/** A group behind a name: what stands before it may be a field as well (先进材料团队). */
const GROUP = /(?:团队|课题组|项目组)$/;
/** 王总, 李工: nobody knows who it is. 欧阳工 is the same; 王建工 is a name. */
const ADDRESSED = /^(?:\p{Script=Han}|(?:欧阳|司马|上官|诸葛|东方|慕容|皇甫|令狐|司徒)) ?[总工]$/u;
/** What stands where a name is missing, and words that no name of a person holds. */
const NOBODY =
  /^(?:暂?[无缺]|没有|待[定补]充?|未[知定填]|不[详明]|略|保密|匿名|同上|其他|多人|全体|若干|详?见附[件表])$/;
const NO_PERSON =
  /大学|学院|研究|公司|集团|医院|中心|实验室|科技|技术|工程|材料|系统|装备|设备|项目|课题|机械|电子|有限|附件|团队|部门|研发部|单位|本人|人员/;
/** Marks of notes behind a name: 王伟①, 李娜*, 赵云1,2. */
const NOTES = /(?:[\d*#†‡§^★☆,，]|\((?:\d|[*#])\)){1,12}$/;
/** 1.王伟, (2)李娜, ③赵云. */
const NUMBERED = /^(?:\(?\d{1,2}(?:\)|[.、．:] ?(?!\d)|(?=\p{Script=Han})) ?)/u;
/** What a list remarks on somebody, and is no part of the name; who else stands in brackets tells people apart. */
const REMARK =
  / ?\((?:已?退休|已故|已?离[职岗]|在[读职]|男|女|外聘|外籍|兼职|排名?第?[\d一二三四五六七八九十]{1,3}(?:位|名)?|第[\d一二三四五六七八九十]{1,3}(?:完成人|发明人|作者)?|通[讯信]作者|(?:项目|课题|技术)?负责人|组长|联系人|主持人?|博士生?|硕士生?|研究生|教授|副教授|研究员|副研究员|高级工程师|工程师|院士|讲师)\)$/;
/** What in running text tells that a name stands before it. */
export const TITLES_IN_TEXT = new RegExp(`${TITLES}|博士|老师|专家|团队|课题组`, 'g');
const TITLE_BEHIND = new RegExp(`(${TITLES})$`);
const COURTESY_BEHIND = new RegExp(`(?:${COURTESIES})$`);
/** Names of organisations end so, and stand among people by mistake. */
const ORGANIZATION =
  /(?:公司|大学|学院|研究院|科学院|设计院|研究所|中心|集团|医院|工厂|实验室|学校|合作社)$|^.{1,20}(?:研究|设计|检测|科)[院所]$/;
const MOST_CHARACTERS = 40;
const DOTS = /[·•・‧∙]/g;
/** What somebody does in a team or project, before a name: 团队负责人：高明. */
const ROLE =
  '(?:(?:团队|项目|课题组?|学术|学科|技术|平台|实验室|成果|研发)?(?:负责人|带头人|牵头人|主持人|联系专家|首席科学家|首席专家)|完成人|发明人|专家)';
/** What may stand before a colon: 成员, 参与人, 姓名, 院士. */
const LABEL =
  /^[\u4e00-\u9fff]{0,8}(?:人员?|成员|组员|组长|姓名|名单|作者|学者|导师|院士|教授|专家|负责|主持) ?[:：] ?/;
const ROLE_BEFORE = new RegExp(`^(?:${ROLE})(?: ?[:：]\\s*| +)`);
/** The same in running text, where a name may follow at once: 负责人高明. */
export const ROLES_IN_TEXT = /(?:负责人|带头人|牵头人|主持人|首席科学家|首席专家)(?: ?[:：] ?|[为是])?/g;
/** Titles before Latin names. */
const LATIN_TITLE = /^(?:prof(?:essor)?|dr|mr|mrs|ms|ir)\b\.? +/i;
/** Smith, John. */
const FAMILY_FIRST = /^(\p{Script=Latin}[\p{Script=Latin}'-]*), ?(\p{Script=Latin}[\p{Script=Latin}.' -]*)$/u;

/** Whether a text ends as names of organisations do. O(length). */
export function isOrganizationName(text: string): boolean {
  return ORGANIZATION.test(text.trim());
}

/** A name without the role before it: 团队负责人：高明 → 高明. O(length). */
export function withoutRole(text: string): string {
  return text.trim().replace(ROLE_BEFORE, '').replace(LABEL, '');
}

/** 王 伟, 王伟教授, 王伟①, 阿依慕·买买提, Li Wei: the name and its title; nothing for what can be no name of a person. O(length). */
export function readPerson(text: string): ReadPerson | undefined {
  let name = normalizedName(withoutRole(redactPersonalData(text)).trim())
    .replace(NUMBERED, '')
    .replace(REMARK, '')
    .replace(NOTES, '')
    .trim()
    .replace(LATIN_TITLE, '')
    .replace(FAMILY_FIRST, '$2 $1');
  if (ADDRESSED.test(name) || NOBODY.test(name)) return undefined;
  let professionalTitle: string | undefined;
  let isGroup = false;
  for (;;) {
    const title = TITLE_BEHIND.exec(name);
    const behind = title ?? COURTESY_BEHIND.exec(name);
    if (behind === null) break;
    // 王教授, 专家: no name that tells who it is.
    if (behind.index < 2) return undefined;
    professionalTitle ??= title?.[0];
    isGroup ||= title === null && GROUP.test(name);
    name = name.slice(0, behind.index).trim();
  }
  const isName =
    /^[\p{L}·.' -]{2,}$/u.test(name) && name.length <= MOST_CHARACTERS && !ORGANIZATION.test(name);
  // Without dots no Chinese name has seven characters.
  if (!isName || /\p{Script=Han}{7}/u.test(name) || NO_PERSON.test(name)) return undefined;
  if (!/^\p{Script=Han}+$/u.test(name)) return titled(name, professionalTitle);
  // 先进陶瓷团队 is of a field, 张和王伟 of two; 王伟院士团队 tells who it is.
  const isPlain = isChineseName(name);
  if (isGroup && professionalTitle === undefined && !isPlain) return undefined;
  const isOfTwo = name.length > 3 && /.[和与及]./.test(name) && !isLongSurname(name.slice(0, 2));
  return isOfTwo ? undefined : titled(name, professionalTitle);
}

function titled(name: string, professionalTitle: string | undefined): ReadPerson {
  return { name, ...(professionalTitle === undefined ? {} : { professionalTitle }) };
}

/** The key under which spellings of a name meet: width, case, dots, hyphens and spaces do not count. */
export function personKey(name: string, simplifier?: Simplifier): string {
  return normalize(name, simplifier).text.replace(/[\s·•・‧∙.'-]/g, '');
}

const EXPERT_TITLE = new RegExp(
  `^(\\p{Script=Han}\\s?\\p{Script=Han}{1,3}?|\\p{Script=Han}+·[\\p{Script=Han}·]+)\\s*(${TITLES}|博士)[\\s,、:—-]*(.*)$`,
  'su',
);

/**
 * The title of an expert's record, 解望之 教授 旋转机械故障诊断: who it is, and what is left. Nothing where no
 * professional title tells the name from the rest.
 */
export function readExpertTitle(
  title: string,
): { readonly person: ReadPerson; readonly topic: string } | undefined {
  const text = title.normalize('NFKC').replace(DOTS, '·').trim();
  const isNameAlone = /^\p{Script=Han}{2,4}$/u.test(text);
  const [, written = '', behind = '', topic = ''] =
    EXPERT_TITLE.exec(text) ?? (isNameAlone ? ['', text] : []);
  const person = readPerson(written + behind);
  return person === undefined ? undefined : { person, topic };
}

/** Width and space in one form, letters in their case. */
function normalizedName(text: string): string {
  const plain = text.normalize('NFKC').replace(DOTS, '·').replace(/\s+/g, ' ').trim();
  // 阿不都热西提 买买提: no Chinese name has so many characters.
  const dotted = plain.replace(/^(\p{Script=Han}{5,8})[ .](?=\p{Script=Han}{2})/u, (all, first: string) =>
    ORGANIZATION.test(first) ? all : `${first}·`,
  );
  return dotted.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}
