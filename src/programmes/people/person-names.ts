import type { Simplifier } from '../../core/terms/normalize.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { redactPersonalData } from './redact.ts';

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
const COURTESIES = '博士生导师|博士后|博士|硕士|主任|所长|院长|老师|先生|女士|专家|团队|课题组|等人?';
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
  return text.trim().replace(ROLE_BEFORE, '');
}

/** 王 伟, 王伟教授, 阿依慕·买买提, Li Wei: the name and its title; nothing for what can be no name of a person. */
export function readPerson(text: string): ReadPerson | undefined {
  let name = normalizedName(withoutRole(redactPersonalData(text)))
    .replace(LATIN_TITLE, '')
    .replace(FAMILY_FIRST, '$2 $1');
  let professionalTitle: string | undefined;
  for (;;) {
    const title = TITLE_BEHIND.exec(name);
    const behind = title ?? COURTESY_BEHIND.exec(name);
    if (behind === null) break;
    // 王教授, 专家: no name that tells who it is.
    if (behind.index < 2) return undefined;
    professionalTitle ??= title?.[0];
    name = name.slice(0, behind.index).trim();
  }
  const isName =
    /^[\p{L}·.' -]{2,}$/u.test(name) && name.length <= MOST_CHARACTERS && !ORGANIZATION.test(name);
  // Without dots no Chinese name has seven characters.
  if (!isName || /\p{Script=Han}{7}/u.test(name)) return undefined;
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
