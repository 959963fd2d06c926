import type { SupplyAndDemand } from './figures.ts';

/** What stands on pictures, in the language that was asked for. */

export type Language = 'zh' | 'en';

/** Texts of all pictures. */
export interface ChartTexts {
  readonly demand: string;
  readonly supply: string;
  readonly few: string;
  readonly many: string;
  readonly matrix: string;
  readonly flow: string;
  /** What is counted where matches have levels, and where they have none. */
  readonly counted: Readonly<Record<SupplyAndDemand['basis'], string>>;
  readonly gaps: string;
  readonly answered: string;
  readonly gap: string;
  readonly achievements: string;
  readonly score: string;
  readonly adds: string;
  readonly takes: string;
  readonly timetable: string;
  readonly calendar: string;
  readonly meetings: string;
  readonly dayNames: readonly string[];
  readonly monthNames: readonly string[];
  rest(count: number): string;
  /** How a matrix lies. */
  readonly lies: string;
  readonly level: string;
  /** A node of a flow: whose chain it is. */
  ofDemands(chain: string): string;
  ofSupply(chain: string): string;
  pair(demand: string, supply: string): string;
  /** A day with its meetings, short. */
  dayOf(month: number, day: number, meetings: number): string;
  /** One sentence: what a matrix or a flow shows. */
  pairsSaid(pairs: number, matches: number, most: string | undefined): string;
  gapsSaid(demands: number, gap: number, largest: readonly string[]): string;
  scoreSaid(score: string, parts: string): string;
  meetingsSaid(sessions: number, meetings: number): string;
  listed(items: readonly string[]): string;
  /** A title, and a sentence behind it. */
  sentences(title: string, said: string): string;
}

/** A number with its noun. */
const many = (count: number, noun: string) =>
  `${count} ${noun}${count === 1 ? '' : noun.endsWith('h') ? 'es' : 's'}`;

const MONTHS_ZH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => `${month}月`);
const MONTHS_EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export const CHART_TEXTS: Readonly<Record<Language, ChartTexts>> = {
  zh: {
    demand: '需求',
    supply: '成果',
    few: '少',
    many: '多',
    matrix: '产业链供需对接矩阵',
    flow: '产业链供需流向',
    counted: { levels: '数字为“较强”和“强”的匹配数', matches: '数字为匹配数（没有等级）' },
    gaps: '各产业链的需求缺口',
    answered: '有答案的需求',
    gap: '没有答案的需求',
    achievements: '成果',
    score: '得分',
    adds: '加分',
    takes: '减分',
    timetable: '专场对接时间表',
    calendar: '专场对接日历',
    meetings: '洽谈场次',
    dayNames: ['日', '一', '二', '三', '四', '五', '六'],
    monthNames: MONTHS_ZH,
    rest: (count) => `其余${count}条产业链`,
    lies: '行：需求的产业链，列：成果的产业链',
    level: '等级',
    ofDemands: (chain) => `需求·${chain}`,
    ofSupply: (chain) => `成果·${chain}`,
    dayOf: (month, day, meetings) => `${month}月${day}日\n${meetings}场`,
    pair: (demand, supply) => `需求：${demand} → 成果：${supply}`,
    pairsSaid: (pairs, matches, most) =>
      `共${pairs}对产业链、${matches}项匹配。${most === undefined ? '' : `最多的是${most}。`}`,
    gapsSaid: (demands, gap, largest) =>
      `${demands}项需求中${gap}项没有答案。${largest.length === 0 ? '' : `缺口最大的是${largest.join('、')}。`}`,
    scoreSaid: (score, parts) => `得分${score}，由以下各部分相加：${parts}。`,
    meetingsSaid: (sessions, meetings) => `${sessions}场专场，共${meetings}场洽谈。`,
    listed: (items) => items.join('、'),
    sentences: (title, said) => `${title}。${said}`,
  },
  en: {
    demand: 'demands',
    supply: 'achievements',
    few: 'few',
    many: 'many',
    matrix: 'Supply and demand by industry chain',
    flow: 'From demands to supply, by industry chain',
    counted: {
      levels: 'numbers: matches that are fairly strong or strong',
      matches: 'numbers: matches (without levels)',
    },
    gaps: 'Demands without an answer, by industry chain',
    answered: 'demands with an answer',
    gap: 'demands without an answer',
    achievements: 'achievements',
    score: 'Score',
    adds: 'adds',
    takes: 'takes away',
    timetable: 'Timetable of sessions',
    calendar: 'Calendar of sessions',
    meetings: 'meetings',
    dayNames: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
    monthNames: MONTHS_EN,
    rest: (count) => many(count, 'other chain'),
    lies: 'rows: chains of demands, columns: chains of achievements',
    level: 'Level',
    ofDemands: (chain) => `demands · ${chain}`,
    ofSupply: (chain) => `achievements · ${chain}`,
    dayOf: (month, day, meetings) => `${MONTHS_EN[month - 1]} ${day}\n${many(meetings, 'meeting')}`,
    pair: (demand, supply) => `demand: ${demand} → achievement: ${supply}`,
    pairsSaid: (pairs, matches, most) =>
      `${many(matches, 'match')} in ${many(pairs, 'pair')} of chains.${most === undefined ? '' : ` Most are in ${most}.`}`,
    gapsSaid: (demands, gap, largest) =>
      `${gap} of ${many(demands, 'demand')} without an answer.${largest.length === 0 ? '' : ` The largest gap is in ${largest.join('; ')}.`}`,
    scoreSaid: (score, parts) => `The score ${score} is the sum of: ${parts}.`,
    meetingsSaid: (sessions, meetings) => `${many(meetings, 'meeting')} in ${many(sessions, 'session')}.`,
    listed: (items) => items.join(', '),
    sentences: (title, said) => `${title}. ${said}`,
  },
};
