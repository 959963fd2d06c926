import type { RecordKind, SignalName } from 'cuohe';
import type { Bilingual } from './api.ts';

/** What people call kinds, stages, regions, fields and the parts of a score. */

const named = (zh: string, en: string): Bilingual => ({ zh, en });

export const KIND_NAMES: Readonly<Record<RecordKind, Bilingual>> = {
  achievement: named('成果', 'achievement'),
  expert: named('专家', 'expert'),
  team: named('团队', 'team'),
  direction: named('研发方向', 'research direction'),
  patent: named('专利', 'patent'),
  instrument: named('仪器设备', 'instrument'),
  service: named('服务', 'service'),
  institution: named('机构', 'institution'),
  'pilot-base': named('中试基地', 'pilot base'),
  demand: named('需求', 'demand'),
};

const STAGE_NAMES: Readonly<Record<string, Bilingual>> = {
  industrialised: named('产业化', 'industrialised'),
  mature: named('成熟', 'mature'),
  'small-batch': named('小批量', 'small batch'),
  'pilot-scale': named('中试', 'pilot scale'),
  middle: named('中期', 'middle'),
  'lab-scale': named('小试', 'lab scale'),
  'proof-of-concept': named('概念验证', 'proof of concept'),
  early: named('研发初期', 'early'),
  concept: named('概念', 'concept'),
  trl: named('按 TRL', 'by TRL'),
};

/** From the most mature on: the order in which stages are shown. */
export const STAGE_ORDER = Object.keys(STAGE_NAMES);

export function stageName(code: string): Bilingual {
  if (code === '') return named('未注明', 'not stated');
  return STAGE_NAMES[code] ?? named(code, code);
}

/** Keys of GB/T 2260. A portal has its own list; here are the provinces, and the cities and districts of the sample. */
const REGIONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  11: ['北京', 'Beijing'],
  12: ['天津', 'Tianjin'],
  13: ['河北', 'Hebei'],
  14: ['山西', 'Shanxi'],
  15: ['内蒙古', 'Inner Mongolia'],
  21: ['辽宁', 'Liaoning'],
  22: ['吉林', 'Jilin'],
  23: ['黑龙江', 'Heilongjiang'],
  31: ['上海', 'Shanghai'],
  32: ['江苏', 'Jiangsu'],
  33: ['浙江', 'Zhejiang'],
  34: ['安徽', 'Anhui'],
  35: ['福建', 'Fujian'],
  36: ['江西', 'Jiangxi'],
  37: ['山东', 'Shandong'],
  41: ['河南', 'Henan'],
  42: ['湖北', 'Hubei'],
  43: ['湖南', 'Hunan'],
  44: ['广东', 'Guangdong'],
  45: ['广西', 'Guangxi'],
  46: ['海南', 'Hainan'],
  50: ['重庆', 'Chongqing'],
  51: ['四川', 'Sichuan'],
  52: ['贵州', 'Guizhou'],
  53: ['云南', 'Yunnan'],
  54: ['西藏', 'Tibet'],
  61: ['陕西', 'Shaanxi'],
  62: ['甘肃', 'Gansu'],
  63: ['青海', 'Qinghai'],
  64: ['宁夏', 'Ningxia'],
  65: ['新疆', 'Xinjiang'],
  71: ['台湾', 'Taiwan'],
  81: ['香港', 'Hong Kong'],
  82: ['澳门', 'Macao'],
  2101: ['沈阳', 'Shenyang'],
  2102: ['大连', 'Dalian'],
  2103: ['鞍山', 'Anshan'],
  2104: ['抚顺', 'Fushun'],
  2105: ['本溪', 'Benxi'],
  2106: ['丹东', 'Dandong'],
  2107: ['锦州', 'Jinzhou'],
  2108: ['营口', 'Yingkou'],
  2109: ['阜新', 'Fuxin'],
  2110: ['辽阳', 'Liaoyang'],
  2111: ['盘锦', 'Panjin'],
  2112: ['铁岭', 'Tieling'],
  2113: ['朝阳', 'Chaoyang'],
  2114: ['葫芦岛', 'Huludao'],
  210102: ['沈阳和平区', 'Heping, Shenyang'],
  210103: ['沈阳沈河区', 'Shenhe, Shenyang'],
  210104: ['沈阳大东区', 'Dadong, Shenyang'],
  210105: ['沈阳皇姑区', 'Huanggu, Shenyang'],
  210106: ['沈阳铁西区', 'Tiexi, Shenyang'],
  210111: ['沈阳苏家屯区', 'Sujiatun, Shenyang'],
  210112: ['沈阳浑南区', 'Hunnan, Shenyang'],
  210113: ['沈阳沈北新区', 'Shenbei, Shenyang'],
  210114: ['沈阳于洪区', 'Yuhong, Shenyang'],
};

/** Name of a region key; of a county the name of its city with its code, of an unknown key the key. */
export function regionName(key: string): Bilingual {
  if (key === '') return named('未注明', 'not stated');
  const [zh, en] = REGIONS[key] ?? [];
  if (zh !== undefined && en !== undefined) return { zh, en };
  const city = REGIONS[key.slice(0, 4)] ?? REGIONS[key.slice(0, 2)];
  return city === undefined ? named(key, key) : named(`${city[0]} ${key}`, `${city[1]} ${key}`);
}

/** The parts of a score, in the order in which they are drawn. */
export const SIGNAL_NAMES: Readonly<Record<SignalName, Bilingual>> = {
  characters: named('用字相同', 'shared characters'),
  pairs: named('词句相连', 'neighbouring words'),
  words: named('术语相同', 'shared terms'),
  title: named('题名相近', 'titles alike'),
  functions: named('功能对应', 'trouble and remedy'),
  latin: named('字母词', 'Latin words'),
  chains: named('同属产业链', 'shared chains'),
  region: named('地区相近', 'region'),
  stage: named('成熟度相近', 'maturity'),
  modes: named('合作方式相合', 'ways of cooperation'),
};

/**
 * The fields of a record that the portal shows, in their order. What is not listed never leaves the server: contacts,
 * remarks of an office, whatever else a table held.
 */
export const FIELD_NAMES: Readonly<Record<string, Bilingual>> = {
  abstract: named('简介', 'Abstract'),
  text: named('内容', 'Text'),
  problem: named('要解决的问题', 'Problem'),
  keyTechnology: named('关键技术', 'Key technology'),
  expectedOutcome: named('预期目标', 'Expected outcome'),
  existingConditions: named('现有条件', 'Existing conditions'),
  expertise: named('专长', 'Expertise'),
  researchFields: named('研究方向', 'Research fields'),
  applications: named('应用', 'Applications'),
  prospects: named('前景', 'Prospects'),
  awards: named('奖励', 'Awards'),
  keywords: named('关键词', 'Keywords'),
  indicators: named('指标', 'Indicators'),
  ip: named('知识产权', 'Intellectual property'),
  stage: named('成熟度', 'Maturity'),
  transferModes: named('转化方式', 'Ways of transfer'),
  cooperationModes: named('合作方式', 'Ways of cooperation'),
  price: named('价格', 'Price'),
  budget: named('预算', 'Budget'),
  validTo: named('有效期至', 'Valid to'),
};
