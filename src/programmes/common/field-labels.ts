import type { Bilingual } from '../../base/bilingual.ts';

/** What fields of records are called. */
const FIELD_LABELS: ReadonlyMap<string, Bilingual> = new Map(
  Object.entries({
    title: { zh: '名称', en: 'title' },
    text: { zh: '内容', en: 'text' },
    abstract: { zh: '成果简介', en: 'abstract' },
    problem: { zh: '主要问题', en: 'problem' },
    keyTechnology: { zh: '关键技术', en: 'key technology' },
    expectedOutcome: { zh: '预期目标', en: 'expected outcome' },
    existingConditions: { zh: '现有基础', en: 'existing conditions' },
    keywords: { zh: '关键词', en: 'keywords' },
    indicators: { zh: '技术指标', en: 'indicators' },
    applications: { zh: '应用领域', en: 'applications' },
    prospects: { zh: '应用前景', en: 'prospects' },
    awards: { zh: '获奖情况', en: 'awards' },
    expertise: { zh: '专长', en: 'expertise' },
    researchFields: { zh: '研究方向', en: 'research fields' },
    techField: { zh: '技术领域', en: 'technical field' },
    organization: { zh: '单位', en: 'organisation' },
    completingOrganizations: { zh: '完成单位', en: 'completing organisations' },
    completers: { zh: '完成人', en: 'completers' },
    regionCode: { zh: '地区', en: 'region' },
    stage: { zh: '所处阶段', en: 'stage' },
    trl: { zh: '技术成熟度', en: 'readiness level' },
    ip: { zh: '知识产权', en: 'intellectual property' },
    transferModes: { zh: '转化方式', en: 'ways of transfer' },
    cooperationModes: { zh: '合作方式', en: 'ways of cooperation' },
    price: { zh: '价格', en: 'price' },
    budget: { zh: '预算', en: 'budget' },
    chains: { zh: '产业链', en: 'chains' },
    validFrom: { zh: '有效期起', en: 'valid from' },
    validTo: { zh: '有效期至', en: 'valid to' },
    secrecyLevel: { zh: '密级', en: 'secrecy' },
    preferredExperts: { zh: '意向专家', en: 'preferred experts' },
    preferredOrganizations: { zh: '合作意向单位', en: 'preferred organisations' },
  }),
);

/** What a field is called: `preferredExperts[0]` as its list; a field of the host's by its own name. */
export function fieldLabel(path: string): Bilingual {
  const [field] = path.split('[');
  return FIELD_LABELS.get(field!) ?? { zh: path, en: path };
}
