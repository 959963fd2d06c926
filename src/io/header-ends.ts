/** Fields by the last words of headers: data only. */

/** A field by the last word of a header, and what forbids it. */
export interface HeaderEnd {
  readonly ends: RegExp;
  readonly not?: RegExp;
  readonly field: string;
}

/** Whose particulars a header tells of, if not those of the project: 企业简介, 联系单位, 推荐意见说明. */
const OF_OTHERS = /^(?:企业|单位|公司|机构|工厂|推荐|审核|审查|填报|填表|联系|联络|备注|主管|归口|填写)/;
const OTHER_PARTIES = /联系|推荐|意向|主管|归口|参与|协作|共同|依托|开户|填报|审核|联合|组织|第[二三四五]/;
/** Money that is not what is offered or asked. */
const OTHER_MONEY = /已|前期|累计|年度?(?:销售|营业)|销售|营业|注册|产值|利润|收入|补助|补贴|其他|自筹/;

const COMMON_ENDS: readonly HeaderEnd[] = [
  { ends: /(?:单位|企业|公司|机构|院校)(?:名称|全称)?$/, not: OTHER_PARTIES, field: 'organization' },
  { ends: /(?:指标|参数|性能要求)$/, field: 'indicators' },
  { ends: /(?:问题|难题|痛点|难点|瓶颈|背景)$/, field: 'problem' },
  { ends: /(?:创新点|先进性|关键技术|技术路线|技术特点|技术优势)$/, field: 'keyTechnology' },
  { ends: /(?:技术|产业|行业)领域$/, field: 'techField' },
  { ends: /(?:阶段|成熟度|成熟程度)$/, field: 'stage' },
  { ends: /(?:关键词|关键字)$/, field: 'keywords' },
  { ends: /(?:期限|时限|截止日期|截止时间|有效期)$/, field: 'validTo' },
  { ends: /(?:内容|描述|简介|概述|介绍|详情|摘要|说明|情况)$/, not: OF_OTHERS, field: 'text' },
];

/** What the last word of a header says where nothing else is known, the surer first. */
export const HEADER_ENDS: Readonly<Record<'achievement' | 'demand', readonly HeaderEnd[]>> = {
  achievement: [
    { ends: /(?:项目|成果|技术|专利|产品)(?:名称|题目|标题)$/, not: /需求|榜单|难题/, field: 'title' },
    { ends: /(?:合作|转化|转让|交易|许可|推广)(?:方式|模式|形式|意向)$/, field: 'transferModes' },
    { ends: /(?:金额|价格|报价|价款|转让费|许可费)$/, not: OTHER_MONEY, field: 'price' },
    { ends: /(?:前景|市场分析)$/, field: 'prospects' },
    ...COMMON_ENDS,
  ],
  demand: [
    { ends: /(?:项目|需求|技术|课题|榜单|难题)(?:名称|题目|标题)$/, not: /成果|专利/, field: 'title' },
    { ends: /(?:合作|转化|解决|对接|攻关)(?:方式|模式|形式|意向)$/, field: 'cooperationModes' },
    { ends: /(?:金额|资金|经费|预算|投入|价格|费用|资金总额|投入总额)$/, not: OTHER_MONEY, field: 'budget' },
    { ends: /(?:目标|效果|预期成果|技术要求)$/, field: 'expectedOutcome' },
    ...COMMON_ENDS,
  ],
};
