import type { Bilingual } from '../../base/bilingual.ts';
import { problemStart } from './everyday.ts';

/** What is asked for where no technical demand is told, and who answers that. */

export type OtherMatterCode =
  | 'no-content'
  | 'no-demand'
  | 'policy'
  | 'finance'
  | 'talent'
  | 'rights'
  | 'sales'
  | 'permit'
  | 'other';

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
  talent: { zh: '人才与用工', en: 'staff and recruitment' },
  rights: { zh: '知识产权', en: 'intellectual property' },
  sales: { zh: '市场与销售', en: 'sales' },
  permit: { zh: '办证与审批', en: 'permits' },
  other: { zh: '其他事务', en: 'other business' },
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
  other: {
    zh: '平台的操作问题请找平台客服，其余请拨打12345政务服务便民热线或到当地企业服务窗口。',
    en: 'The support of the platform for its use; else the public service line 12345 or the desk for enterprises.',
  },
};

const WHO = '(?:我们|我|咱们?|本|我司|我厂|贵)?(?:公司|单位|企业|厂|合作社|学校)?(?:这边|这里)?';
const WHEN = '(?:目前|暂时|暂|现在|近期|今年|现阶段)?';

/** Whole clauses that say nothing of the matter. */
const POLITE =
  /^(?:你好|您好|大家好|老师好|老师|各位|领导好|嗨|哈喽|hello|hi|hey|在吗|在不在|有人吗|早上好|上午好|下午好|晚上好|麻烦问一下|问一下|想问一下|咨询一下|谢谢|感谢|多谢|请问|打扰了|辛苦了|麻烦了|测试|test|好的|收到|ok|thanks|thank you|good morning)+[呀啊哦了]?$/i;
/** … or only end a talk. */
const LATER =
  /^(?:(?:等|以后|回头|到时候?|将来|下次|需要时|有需要|有需求|有问题|有了|有)(?:的?时候?|的话)?(?:我们|我)?(?:会|就|再|会再)*(?:联系|找|说|打电话|咨询|麻烦)(?:你们|您|你|贵单位)?|再说|再联系|再见|不客气|一切(?:都)?(?:正常|顺利|挺?好)|我们?一切都好|(?:谢谢|感谢|多谢)[^，。]{0,8}(?:关心|支持|帮助|关注)|祝.{1,8})[了吧啊呢]?$/;
const NONE = new RegExp(
  `^${WHO}${WHEN}${WHO}(?:还|也|暂)?(?:没有|没|无|不需要|没啥|没什么|尚无|暂无)(?:什么|任何|啥|明确的?|具体的?)*(?:技术|合作|科技|创新|新的?)*(?:方面的?)?(?:需求|需要|难题|困难|要求|打算|想法)?[了吧呢的]?$`,
);
/** Matters of other offices by their words, and words by which they are technical after all. */
const MATTERS: readonly (readonly [OtherMatterCode, RegExp])[] = [
  [
    'policy',
    /高新技术企业|高企|专精特新|小巨人|瞪羚|科技型中小企业|创新券|创新积分|(?:税收|财政|人才|科技|扶持|惠企|优惠|减免)(?:类)?政策|税收优惠|加计扣除|免税|退税|(?:科技|科研|专项|攻关)?(?:项目|课题|计划)(?:.{0,6})(?:申报|征集)(?:时间|通知|条件|流程|材料|指南)?|(?:项目|奖励|政策|补贴|补助|资质|课题)(?:资金)?(?:申报|申请|认定|兑现|扶持)|(?:申报|申请|办理?|拿|领|要).{0,6}(?:补贴|补助|奖励|资质|称号|政策扶持|科技项目)|(?:补贴|优惠)政策|企业技术中心认定/,
  ],
  [
    'finance',
    /贷款|融资|担保|投资人|投资方|风投|资金周转|资金紧张|缺资金|缺钱|借钱|上市辅导|股权质押|信贷|流动资金|周转不开/,
  ],
  [
    'talent',
    /招聘|招人|招工|求职|找工作|应聘|招(?!标|牌|待|式).{0,8}(?:[一-龥]工|[师员]|工人|研究生|博士|大学生|经理|销售|厂长|学徒)(?=$|[和与及一两几\d])|社保(?!卡)|公积金|工伤(?:认定|赔偿|保险)|劳动合同|劳务(?:派遣|外包|纠纷)|缺.{0,4}(?:工人|人手|员工)|招不到.{0,4}(?:人|工)|实习|猎头|引进(?:人才|博士)/,
  ],
  [
    'rights',
    /(?:申请|办理?|注册|代理|查询).{0,6}(?:专利|商标|软著|著作权)|(?:专利|商标|著作权|软著)(?:申请|注册|登记|代理|侵权|维权|查询|年费|质押)|(?:转让|出售|卖).{0,8}专利|专利.{0,6}(?:转让|出售|卖掉?)(?:出去|给)?/,
  ],
  [
    'sales',
    /销路|找客户|找订单|找代理|招代理|找经销商|招商|打开市场|开拓市场|推销|打广告|带货|卖不出去|滞销|拓展销售|(?:参加|报名).{0,8}(?:展会|博览会|农博会|广交会|展销会)|推广我们的?/,
  ],
  [
    'permit',
    /营业执照|办证|许可证|环评|用地(?:审批|指标|手续|申请)|租厂房|租场地|办公场地|税务|报税|工商注册|消防验收|立项备案|用地(?:支持|问题|审批|指标)|(?:要|缺|求|批)(?:点|一?块)?(?:建设|工业)?(?:用地|地块)/,
  ],
  [
    'other',
    /账号|忘记密码|(?<!自动)出租(?!车)|出售|转租|求租|求购|法律顾问|律师|打官司|合同纠纷|欠款|讨债|讨薪|拖欠|(?:怎么|如何|哪里|在哪|想|要|可以|能)报名|(?:参加|报名|举办|组织|有没有).{0,10}(?:培训|讲座|参观|考察|交流会|年会)/,
  ],
];
/** How this very platform is used, though 平台 is a technical word. */
const ACCOUNT =
  /^(?:请问|咨询|问一下)?(?:咱们?|你们|贵|这个|该|本|的)*(?:平台|网站|系统|小程序|网)?上?(?:怎么|怎样|如何|在哪里?)(?:才?能)?(?:注册|登录|登陆|发布需求|找回密码|改密码|入驻)|^(?:忘记|找回|重置)(?:了)?(?:登录)?密码/;
/** A clause with one of these asks for technology: 贷款风控系统开发, 招人解决焊接变形. */
const TECHNICAL =
  /技术(?!员|人员|工人|企业|合同)|研究|应用|示范|探讨|原因|防治|解决|攻克|攻关|难题|改进|改造|系统|软件|算法|模型|平台|小程序|开发|研制|工艺|配方|材料|检测|监测|识别|自动|装置|机器人|降低|提高|替代|国产化|定位|远程|控制|比对|匹配|推荐|欺诈|风控|预警|评分|追溯|防伪|印刷|打印|读卡|加工|焊接|涂装|机械化|智能|数字化|无人|传感|芯片|超标|去除|净化|回收利用|综合利用|研磨|新晶型|[叫锁]号?系统/;
/** Longer clauses are read as told. In UTF-16 units. */
const LONGEST = 40;
const MOST_CLAUSES = 12;
/** What is wrong further behind the words of a matter is wrong with something else. In UTF-16 units. */
const NEAR = 3;

/**
 * What a text asks for that is no technical demand; nothing where one clause is not known to be of another matter. Where
 * only a word hints at it, the verdict says no more than that no technical demand was seen. O(text × words).
 *
 * @param words that speak for a chain: a clause with one is technical, unless it is of selling or a word of business.
 */
export function otherMatterOf(text: string, words: readonly string[] = []): OtherMatter | undefined {
  const clauses = text
    .slice(0, LONGEST * MOST_CLAUSES)
    .split(/[，。；;！!？?\n\r、,：:.~～…]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  if (clauses.length > MOST_CLAUSES || text.length > LONGEST * MOST_CLAUSES) return undefined;
  if (!clauses.some((clause) => /\p{L}/u.test(clause))) return undefined;
  let code: OtherMatterCode = 'no-content';
  let isSure = true;
  const things = words.filter((word) => !BUSINESS.test(word));
  for (const clause of clauses) {
    const isOfThing = things.some((word) => clause.includes(word));
    const sure = codeOf(clause);
    const told = sure !== 'sales' && isOfThing ? undefined : sure;
    const found = told ?? (isOfThing ? undefined : hintOf(clause));
    if (found === undefined) return undefined;
    isSure &&= told !== undefined;
    if (code === 'no-content' || (code === 'no-demand' && found !== 'no-content')) code = found;
  }
  return {
    code,
    verdict: isSure
      ? {
          zh: `不是技术需求：${OTHER_MATTER_LABELS[code].zh}`,
          en: `No technical demand: ${OTHER_MATTER_LABELS[code].en}`,
        }
      : {
          zh: `没有看出技术需求，像是${OTHER_MATTER_LABELS[code].zh}`,
          en: `No technical demand was seen; it looks like ${OTHER_MATTER_LABELS[code].en}`,
        },
    whereTo: WHERE_TO[code],
  };
}

/** Words of chains that any business uses. */
const BUSINESS =
  /^(?:入库|环评|账号|许可证?|审批|贷款|融资|担保|电商|直播|有人|社保|税务|商标|专利|培训|招聘|展会|办公|物业)$/;
/** Words that hint at another matter where nothing in the clause is technical. */
const HINTS: readonly (readonly [OtherMatterCode, RegExp])[] = [
  ['policy', /补贴|补助|奖励|奖补|怎么评|评选|申报|首台套|瞪羚|独角兽|认定|政策/],
  ['finance', /抵押|放款|银行|借\d|借款|合伙人|投资(?!回收)|利息|还款/],
  ['talent', /司机|坐班|档案|毕业生|工资|退休|劳动仲裁/],
  ['rights', /商标|专利|著作权|侵权|冒用/],
  ['sales', /库存积压|积压|直播|电商|超市|客商|代销|卖不动/],
  ['permit', /许可|审批|规划|执照|证照|备案/],
  ['other', /房租|租金|合同|违约|官司|纠纷|占了.{0,4}地|上班|下班|放假|水电费/],
];
/** Nouns of things that somebody may have to do with: no hint counts beside one. */
const THINGS = /[机器仪泵阀炉窑罐膜屏剂胶漆钢板管缆轮轴齿网布罩灯车船药粉料丝]/;
const NO_THINGS = /机[构关会]|司机|车[间主]|资料|材料/g;
const LONGEST_HINT = 16;

/** What an errand asks for by a word, in a short clause that names nothing technical. */
function hintOf(clause: string): OtherMatterCode | undefined {
  if (clause.length > LONGEST_HINT || problemStart(clause) >= 0) return undefined;
  if (GRANTED.test(clause)) return 'policy';
  if (TECHNICAL.test(clause) || THINGS.test(clause.replace(NO_THINGS, ''))) return undefined;
  return HINTS.find(([, words]) => words.test(clause))?.[0];
}

/** 技术改造补贴去哪里领 */
const GRANTED =
  /(?:补贴|补助|奖励|奖补|资质|证书|认定)(?:资金)?.{0,4}(?:去哪|哪里|怎么|如何|什么时候|何时|领|兑现|到账)/;

function codeOf(clause: string): OtherMatterCode | undefined {
  if (clause.length > LONGEST) return undefined;
  // Numbers and signs alone say nothing, nor does 你好.
  if (!/\p{L}/u.test(clause) || POLITE.test(clause)) return 'no-content';
  if (LATER.test(clause)) return 'no-content';
  if (NONE.test(clause)) return 'no-demand';
  if (ACCOUNT.test(clause)) return 'other';
  if (TECHNICAL.test(clause)) return undefined;
  for (const [code, words] of MATTERS) {
    const found = words.exec(clause);
    if (found === null) continue;
    // 贷款利息太高 is of loans, 贷款买的收割机太费油 of a harvester.
    const wrong = problemStart(clause);
    return wrong > found.index + found[0].length + NEAR ? undefined : code;
  }
  return undefined;
}
