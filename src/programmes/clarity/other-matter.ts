import type { Bilingual } from '../../base/bilingual.ts';

/** What is asked for where no technical demand is told, and who answers that. */

export type OtherMatterCode =
  | 'no-content'
  | 'no-demand'
  | 'policy'
  | 'finance'
  | 'talent'
  | 'rights'
  | 'sales'
  | 'permit';

/** A demand that is none of technology: what it is, and where to go with it. */
export interface OtherMatter {
  readonly code: OtherMatterCode;
  /** What is asked for, as a verdict. */
  readonly verdict: Bilingual;
  /** The kind of office. */
  readonly whereTo: Bilingual;
}

/** Labels of {@link OtherMatterCode}. */
export const OTHER_MATTER_LABELS: Readonly<Record<OtherMatterCode, Bilingual>> = {
  'no-content': { zh: '没有写出内容', en: 'nothing told' },
  'no-demand': { zh: '没有需求', en: 'no demand' },
  policy: { zh: '资质与政策申报', en: 'titles and policies' },
  finance: { zh: '资金与融资', en: 'finance' },
  talent: { zh: '人才与招聘', en: 'recruitment' },
  rights: { zh: '知识产权', en: 'intellectual property' },
  sales: { zh: '市场与销售', en: 'sales' },
  permit: { zh: '办证与审批', en: 'permits' },
};

const WHERE_TO: Readonly<Record<OtherMatterCode, Bilingual>> = {
  'no-content': {
    zh: '请与技术经纪人或科技服务窗口联系，说明是什么产品或设备、出了什么问题。',
    en: 'A technology broker or the desk of a science and technology office: name the product or machine and what is wrong.',
  },
  'no-demand': {
    zh: '不必登记；有技术难题时再找技术经纪人或科技服务窗口。',
    en: 'Nothing to register; a technology broker or the desk of a science and technology office when there is a problem.',
  },
  policy: {
    zh: '科技主管部门（高新技术企业、科技项目）或工业和信息化主管部门（专精特新）。',
    en: 'The science and technology office (high-tech enterprises, projects) or the industry office (specialised firms).',
  },
  finance: {
    zh: '银行、融资担保机构，或地方金融管理部门的科技金融服务窗口。',
    en: 'Banks, guarantors, or the desk for technology finance of the local financial office.',
  },
  talent: {
    zh: '人力资源和社会保障部门，或人才服务机构。',
    en: 'The office of human resources and social security, or an employment service.',
  },
  rights: {
    zh: '知识产权主管部门、知识产权保护中心，或专利代理机构。',
    en: 'The intellectual property office, its protection centre, or a patent agent.',
  },
  sales: {
    zh: '商务主管部门，或行业协会、商会。',
    en: 'The commerce office, or a trade association.',
  },
  permit: {
    zh: '政务服务大厅，或负责该项审批的部门。',
    en: 'The public service hall, or the office that grants it.',
  },
};

const WHO = '(?:我们|我|咱们?|本|我司|我厂|贵)?(?:公司|单位|企业|厂|合作社|学校)?(?:这边|这里)?';
const WHEN = '(?:目前|暂时|暂|现在|近期|今年|现阶段)?';

/** Whole clauses that say nothing of the matter. */
const POLITE =
  /^(?:你好|您好|大家好|老师好|老师|各位|领导好|嗨|哈喽|hello|hi|hey|在吗|在不在|有人吗|早上好|上午好|下午好|晚上好|谢谢|感谢|多谢|请问|打扰了|辛苦了|麻烦了|测试|test|好的|收到|ok|thanks|thank you|good morning)+[呀啊哦了]?$/i;
const NONE = new RegExp(
  `^${WHO}${WHEN}${WHO}(?:还|也|暂)?(?:没有|没|无|不需要|没啥|没什么|尚无|暂无)(?:什么|任何|啥|明确的?|具体的?)*(?:技术|合作|科技|创新|新的?)*(?:方面的?)?(?:需求|需要|难题|困难|要求|打算|想法)?[了吧呢的]?$`,
);
/** Matters of other offices by their words, and words by which they are technical after all. */
const MATTERS: readonly (readonly [OtherMatterCode, RegExp])[] = [
  [
    'policy',
    /高新技术企业|高企|专精特新|小巨人|瞪羚|科技型中小企业|(?:项目|奖励|政策|补贴|补助|资质|课题)(?:资金)?(?:申报|申请|认定|兑现|扶持)|(?:申报|申请|办理?|拿|领|要).{0,6}(?:补贴|补助|奖励|资质|称号|政策扶持|科技项目)|(?:补贴|优惠)政策|研发费用加计扣除|企业技术中心认定/,
  ],
  ['finance', /贷款|融资|担保|投资人|投资方|风投|资金周转|资金紧张|缺资金|缺钱|借钱|上市辅导|股权质押|信贷/],
  [
    'talent',
    /招聘|招人|招工|求职|找工作|应聘|招.{0,6}(?:工程师|工人|员工|技术员|研究生|博士|大学生|经理)|缺.{0,4}(?:工人|人手|员工)|招不到.{0,4}(?:人|工)|实习|猎头|引进(?:人才|博士)/,
  ],
  [
    'rights',
    /(?:申请|办理?|注册|代理|查询).{0,6}(?:专利|商标|软著|著作权)|(?:专利|商标)(?:申请|注册|代理|侵权|维权|查询|年费)/,
  ],
  [
    'sales',
    /销路|找客户|找订单|找代理|招代理|找经销商|招商|打开市场|开拓市场|推销|打广告|带货|卖不出去|滞销|拓展销售/,
  ],
  [
    'permit',
    /营业执照|办证|许可证|环评|用地(?:审批|指标|手续|申请)|租厂房|租场地|办公场地|税务|报税|社保|工商注册|消防验收|立项备案/,
  ],
];
/** A clause with one of these asks for technology: 贷款风控系统开发, 招人解决焊接变形. */
const TECHNICAL =
  /技术(?!员|人员|工人|企业|合同)|研究|应用|示范|探讨|原因|防治|解决|攻克|攻关|难题|改进|改造|系统|软件|算法|模型|平台|小程序|开发|研制|工艺|配方|材料|检测|监测|识别|自动|装置|机器人|降低|提高|替代|国产化/;
/** Longer clauses are read as told. In UTF-16 units. */
const LONGEST = 40;
const MOST_CLAUSES = 12;

/**
 * What a text asks for that is no technical demand; nothing where one clause is not known to be of another matter. O(text).
 */
export function otherMatterOf(text: string): OtherMatter | undefined {
  const clauses = text
    .slice(0, LONGEST * MOST_CLAUSES)
    .split(/[，。；;！!？?\n\r、,：:.~～…]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  if (clauses.length > MOST_CLAUSES || text.length > LONGEST * MOST_CLAUSES) return undefined;
  if (!clauses.some((clause) => /\p{L}/u.test(clause))) return undefined;
  let code: OtherMatterCode = 'no-content';
  for (const clause of clauses) {
    const found = codeOf(clause);
    if (found === undefined) return undefined;
    if (code === 'no-content' || (code === 'no-demand' && found !== 'no-content')) code = found;
  }
  return {
    code,
    verdict: {
      zh: `不是技术需求：${OTHER_MATTER_LABELS[code].zh}`,
      en: `No technical demand: ${OTHER_MATTER_LABELS[code].en}`,
    },
    whereTo: WHERE_TO[code],
  };
}

function codeOf(clause: string): OtherMatterCode | undefined {
  if (clause.length > LONGEST) return undefined;
  // Numbers and signs alone say nothing, nor does 你好.
  if (!/\p{L}/u.test(clause) || POLITE.test(clause)) return 'no-content';
  if (NONE.test(clause)) return 'no-demand';
  if (TECHNICAL.test(clause)) return undefined;
  return MATTERS.find(([, words]) => words.test(clause))?.[0];
}
