import { type AchievementInput, createMatcher, type DemandInput, type MatchResult } from 'cuohe';

/** A few records that meet, and what a host has beside. */

/** Rows of a host carry more than the library knows. */
const rows = [
  {
    id: 'A1',
    title: '燃气轮机叶片热障涂层制备技术',
    abstract: '在镍基高温合金叶片上沉积热障涂层，耐温提高150℃。联系人：王小明，电话13812345678。',
    organization: { name: '辽河材料研究所', contactPhone: '024-88886666' },
    regionCode: '210100',
    price: '50万元',
    联系人: '李小红',
    email: 'lixh@example.com',
  },
  { id: 'A2', title: '玉米秸秆低温腐解菌剂', abstract: '秸秆还田后快速腐解', regionCode: '220000' },
  { id: 'A3', title: '涉密叶片冷却结构', secrecyLevel: '秘密', regionCode: '210000' },
  { id: 'A4', title: '过期的叶片探伤方法', validTo: '2020-12-31' },
];
export const ACHIEVEMENTS: readonly AchievementInput[] = rows;

const asked = [
  {
    id: 'D1',
    title: '叶片热障涂层易剥落',
    problem: '燃气轮机叶片热障涂层服役后剥落，希望延长寿命。',
    organization: '沈阳某动力公司',
    regionCode: '210100',
    budget: '100万元',
    contact: '赵先生',
    mobile: 13900001111,
  },
  { id: 'D2', title: '幼儿园食堂排班软件', organization: '某幼儿园', regionCode: '370200' },
  { id: 'D3', title: '涉密需求的标题', secrecyLevel: '机密' },
];
export const DEMANDS: readonly DemandInput[] = asked;

export const RECORDS = { achievements: ACHIEVEMENTS, demands: DEMANDS };

/** Achievements for demands; with every record in the ranking. */
export function forDemands(options: { readonly lean?: true } = {}): MatchResult[] {
  const matcher = createMatcher(ACHIEVEMENTS);
  const filter = { clearance: 'top-secret', includeExpired: true } as const;
  return DEMANDS.map((demand) => matcher.match(demand, { ...options, filter }) as MatchResult);
}

/** Demands for achievements. */
export function forAchievements(): MatchResult[] {
  const matcher = createMatcher(DEMANDS, { side: 'demand' });
  const filter = { clearance: 'top-secret', includeExpired: true } as const;
  return ACHIEVEMENTS.map((achievement) => matcher.match(achievement, { filter }));
}
