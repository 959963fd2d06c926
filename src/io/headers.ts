/**
 * Column headers of the standard forms and what they mean: the registration form for achievements, the
 * collection form for technology demands, open-competition lists (揭榜挂帅) and exports of portals. Data only;
 * extend or override it with the `headers` option. Written without spaces, brackets and marks, which reading ignores.
 */

/** Field → headers that mean it. A dot names a part of an object: `organization.uscc`. */
export type HeaderWords = Readonly<Record<string, readonly string[]>>;

/** Headers that mean the same for achievements and demands. */
export const COMMON_HEADERS: HeaderWords = {
  id: ['编号', '记录编号', '资源编号'],
  title: ['项目名称', '名称', '标题', '技术名称'],
  text: [
    '内容',
    '正文',
    '全文',
    '描述',
    '详情',
    '详细内容',
    '详细描述',
    '主要内容',
    '研究内容',
    '主要研究内容',
  ],
  problem: ['主要问题', '技术问题', '解决的问题', '解决的主要问题', '拟解决的主要问题', '拟解决的关键问题'],
  keyTechnology: ['技术关键', '关键技术', '核心技术', '关键核心技术', '技术要点'],
  keywords: ['关键词', '关键字', '主题词', '标签', '中文关键词'],
  indicators: ['技术指标', '主要技术指标', '主要指标', '性能指标', '考核指标', '指标'],
  organization: [
    '单位名称',
    '企业名称',
    '机构全称',
    '机构名称',
    '公司名称',
    '单位',
    '所在单位',
    '工作单位',
    '所属单位',
  ],
  'organization.uscc': ['统一社会信用代码', '社会信用代码'],
  'organization.kind': ['机构属性', '单位性质', '单位类型', '企业性质'],
  regionCode: ['地区代码', '所在地区代码', '行政区划代码', '所在地代码', '行政区代码', '区划代码'],
  industryCodes: [
    '行业代码',
    '国民经济行业代码',
    '应用行业',
    '应用行业代码',
    '所属行业',
    '所属行业代码',
    '需求技术应用行业',
  ],
  techField: [
    '技术领域',
    '所属领域',
    '所属技术领域',
    '所属高新技术领域',
    '高新技术领域',
    '需求技术所属领域',
    '领域',
  ],
  stage: ['所处阶段', '成熟度', '成果所处阶段', '成果阶段', '成果成熟度', '技术阶段', '阶段'],
  trl: ['技术成熟度', '技术成熟度等级', '技术就绪度', '技术就绪水平'],
  validFrom: ['有效期起', '开始日期', '开始时间', '起始日期', '生效日期'],
  validTo: [
    '有效期至',
    '有效期止',
    '有效期',
    '截止日期',
    '截止时间',
    '截至日期',
    '完成期限',
    '完成时限',
    '起止日期',
    '起止时间',
  ],
  secrecyLevel: ['密级', '成果密级', '保密级别', '涉密等级'],
  source: ['来源', '数据来源', '信息来源'],
  chains: ['产业链', '产业链代码', '产业链编码', '所属产业链', '重点产业链'],
  kind: ['资源类型', '资源类别'],
};

/** Field → headers of achievements and other supply: the registration form, portal lists, experts, resources. */
export const ACHIEVEMENT_HEADERS: HeaderWords = {
  id: [
    '成果编号',
    '专利编号',
    '专家编号',
    '仪器编号',
    '设备编号',
    '平台编号',
    '基地编号',
    '团队编号',
    '服务编号',
  ],
  title: [
    '成果名称',
    '科技成果名称',
    '成果标题',
    '专利名称',
    '专利标题',
    '发明名称',
    '设备名称',
    '仪器名称',
    '服务名称',
    '团队名称',
    '平台名称',
    '基地名称',
    '中试基地名称',
    '中试平台名称',
  ],
  abstract: [
    '成果简介',
    '简介',
    '摘要',
    '成果概述',
    '成果介绍',
    '成果描述',
    '项目简介',
    '技术简介',
    '概述',
    '成果内容',
  ],
  keyTechnology: ['创新点', '主要创新点', '技术创新点', '技术特点'],
  applications: ['应用情况', '应用领域', '应用范围', '推广应用情况', '转化应用情况'],
  prospects: ['推广前景', '应用前景', '市场前景', '推广应用前景'],
  awards: ['获奖情况', '所获奖励', '奖励情况'],
  expertise: ['专长', '专长方向', '擅长领域'],
  researchFields: ['研究领域', '研究方向', '从事学科'],
  organization: [
    '成果持有单位',
    '持有单位',
    '权利人',
    '专利权人',
    '成果持有人',
    '申请专利权人',
    '当前专利权人',
    '当前权利人',
    '当前申请专利权人',
    '标当前申请专利权人',
    'applicants',
    'assignee',
  ],
  completingOrganizations: [
    '完成单位',
    '成果完成单位',
    '主要完成单位',
    '第一完成单位',
    '其他完成单位',
    '合作完成单位',
  ],
  completers: [
    '完成人',
    '成果完成人',
    '主要完成人',
    '第一完成人',
    '其他完成人',
    '发明人',
    '发明设计人',
    '团队成员',
    'inventors',
    'inventor',
  ],
  ip: ['知识产权', '知识产权形式', '知识产权情况', '知识产权类型', '专利号'],
  transferModes: [
    '转化方式',
    '合作方式',
    '拟采取的转化方式',
    '拟转化方式',
    '成果转化方式',
    '转让方式',
    '交易方式',
    '服务方式',
  ],
  price: ['合作价格', '价格', '转让价格', '意向价格', '交易价格', '报价', '参考价格', '拟转让价格'],
};

/** Field → headers of demands: the collection form, open-competition lists, portal lists. */
export const DEMAND_HEADERS: HeaderWords = {
  id: ['需求编号', '榜单编号', '课题编号'],
  title: [
    '技术需求名称',
    '需求名称',
    '需求标题',
    '榜单名称',
    '技术需求标题',
    '榜单题目',
    '课题名称',
    '难题名称',
  ],
  text: [
    '需求内容',
    '需求描述',
    '需求详情',
    '需求简介',
    '技术需求内容',
    '技术需求描述',
    '攻关内容',
    '摘要',
    '简介',
  ],
  problem: ['需求背景', '技术难题', '难题描述'],
  expectedOutcome: ['预期目标', '预期成果', '攻关目标', '预期效果', '技术要求', '需求目标'],
  existingConditions: ['现有基础', '现有基础条件', '现有条件', '工作基础', '前期基础'],
  organization: ['需求单位', '需求企业', '发榜单位', '发榜企业', '发榜方', '需求方', '所属企业'],
  demandType: ['需求类型', '需求类别', '技术需求类型', '类型'],
  cooperationModes: [
    '合作方式',
    '转化方式',
    '技术需求解决方式',
    '需求解决方式',
    '解决方式',
    '合作模式',
    '意向合作方式',
  ],
  budget: [
    '拟投入资金总额',
    '预算',
    '榜单金额',
    '拟投入资金',
    '拟投入经费',
    '投入预算',
    '项目预算',
    '需求预算',
    '经费预算',
    '悬赏金额',
    '榜额',
    '揭榜金额',
    '榜单总额',
    '榜单标的',
    '悬赏额',
    '意向投入金额',
    '拟投入总额',
    '合作价格',
    '意向价格',
  ],
  preferredOrganizations: ['合作意向单位', '意向合作单位', '意向单位'],
  preferredExperts: ['意向合作专家', '合作意向专家', '意向专家'],
  validTo: ['需求时限', '需求有效期', '需求截止日期', '揭榜截止日期', '揭榜截止时间', '时限'],
};

/**
 * Headers that mean a field only where no other column does, the better ones first. A portal's list has both a
 * running number (序号) and an id (成果编号); the number then stays an unknown field.
 */
export const FALLBACK_HEADERS: HeaderWords = {
  id: [
    '登记号',
    '成果登记号',
    '批准登记号',
    '项目编号',
    '公开公告号',
    '公开号',
    '公告号',
    '授权公告号',
    'publicationnumber',
    'displaykey',
    '申请专利号',
    '申请号',
    'applicationnumber',
    '序号',
    'no',
  ],
  title: ['姓名', '专家姓名'],
  organization: ['申请人', '第一申请人', '原始申请人', '原始申请专利权人', '标原始申请专利权人', 'owners'],
  kind: ['类型', '类别'],
  // The collection form asks for both sums; what the enterprise itself pays (拟投入资金总额) is the budget.
  budget: ['资金需求总额', '总投资', '项目总投入'],
};

/** Kinds of record → their wordings. */
export const KIND_WORDS: Readonly<Record<string, readonly string[]>> = {
  achievement: ['成果', '科技成果', '技术成果', '科研成果'],
  expert: ['专家', '科技专家', '技术专家', '人才'],
  team: ['团队', '科研团队', '创新团队', '专家团队', '人才团队'],
  direction: ['研发方向', '研究方向', '技术方向'],
  patent: ['专利', '发明专利', '实用新型', '实用新型专利', '专利技术'],
  instrument: ['仪器设备', '仪器', '设备', '科研仪器', '大型仪器', '大型科研仪器', '科学仪器'],
  service: ['服务', '科技服务', '技术服务', '服务资源'],
  institution: ['机构', '研发机构', '科研机构', '服务机构', '创新平台', '科研平台'],
  'pilot-base': ['中试基地', '中试平台', '中试线'],
  demand: ['需求', '技术需求', '企业需求', '榜单'],
};

/** Headers of patent lists; a table with several of them is one. */
export const PATENT_HEADERS: ReadonlySet<string> = new Set(
  (
    '申请专利号 申请号 公开公告号 公开号 公告号 授权公告号 申请公布号 申请专利权人 标原始申请专利权人 标当前申请专利权人 原始申请专利权人 当前申请专利权人 申请人 专利权人 当前专利权人 发明设计人 发明人 主分类号 ' +
    '分类号 ipc ipc分类 ipc主分类号 国省代码 优先权 代理机构 法律状态 同族专利 公开公告日 授权公告日 专利类型 publicationnumber ' +
    'applicationnumber applicants inventors displaykey ipcrclassifications cpcclassifications'
  ).split(' '),
);

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
