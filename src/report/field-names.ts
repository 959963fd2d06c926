import type { Bilingual } from '../base/bilingual.ts';

/** What fields and kinds are called. */

/** Fields of text that are shown, in the order in which they are read. */
export const TEXT_FIELDS: Readonly<Record<string, Bilingual>> = {
  title: { zh: '标题', en: 'Title' },
  keywords: { zh: '关键词', en: 'Keywords' },
  text: { zh: '内容', en: 'Text' },
  abstract: { zh: '摘要', en: 'Abstract' },
  problem: { zh: '主要问题', en: 'Problem' },
  keyTechnology: { zh: '关键技术', en: 'Key technology' },
  expectedOutcome: { zh: '预期目标', en: 'Expected outcome' },
  indicators: { zh: '技术指标', en: 'Indicators' },
  expertise: { zh: '专长', en: 'Expertise' },
  researchFields: { zh: '研究方向', en: 'Research fields' },
  techField: { zh: '技术领域', en: 'Technical field' },
  applications: { zh: '应用领域', en: 'Applications' },
  prospects: { zh: '应用前景', en: 'Prospects' },
  existingConditions: { zh: '现有基础', en: 'Existing conditions' },
  awards: { zh: '获奖', en: 'Awards' },
};

/** What is told of a record beside its texts. */
export const FACT_NAMES = {
  budget: { zh: '投入预算', en: 'Budget' },
  price: { zh: '价格', en: 'Price' },
  stage: { zh: '成熟度', en: 'Stage' },
  modes: { zh: '合作方式', en: 'Cooperation' },
  validTo: { zh: '有效期至', en: 'Valid to' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Kinds of records. */
export const KIND_NAMES: Readonly<Record<string, Bilingual>> = {
  achievement: { zh: '科技成果', en: 'achievement' },
  expert: { zh: '专家', en: 'expert' },
  team: { zh: '团队', en: 'team' },
  direction: { zh: '研发方向', en: 'research direction' },
  patent: { zh: '专利', en: 'patent' },
  instrument: { zh: '仪器设备', en: 'instrument' },
  service: { zh: '服务', en: 'service' },
  institution: { zh: '机构', en: 'institution' },
  'pilot-base': { zh: '中试基地', en: 'pilot base' },
  demand: { zh: '技术需求', en: 'demand' },
};
