import type { Match } from 'cuohe';
import type { SupplyAndDemand } from 'cuohe/charts';
import { SIGNALS } from '../../src/core/vectors/signals.ts';

/** Small invented figures: pictures of them change with the pictures alone. */

const chain = (code: string, nameZh: string, nameEn: string, counts: readonly number[]) => {
  const [demands, achievements, answered, wanted] = counts as [number, number, number, number];
  return { code, nameZh, nameEn, demands, achievements, answered, gap: demands - answered, wanted };
};

export const FIGURES: SupplyAndDemand = {
  basis: 'levels',
  note: { zh: '说明', en: 'note' },
  chains: [
    chain('a', '航空装备', 'Aviation equipment', [5, 4, 3, 2]),
    chain(
      'b',
      '数字医疗与高端医疗装备以及其他很长的名称',
      'Digital health and advanced medical equipment',
      [4, 0, 1, 0],
    ),
    chain('c', '新材料', 'Advanced materials', [0, 6, 0, 3]),
    chain('d', '空链', 'Empty', [0, 0, 0, 0]),
    chain('', '未归入产业链', 'no chain', [2, 1, 0, 0]),
  ],
  regions: [],
  pairs: [
    { demandChain: 'a', supplyChain: 'a', matches: 9, answering: 2 },
    { demandChain: 'a', supplyChain: 'c', matches: 4, answering: 3 },
    { demandChain: 'b', supplyChain: 'c', matches: 2, answering: 1 },
    { demandChain: '', supplyChain: 'a', matches: 7, answering: 0 },
  ],
  total: { demands: 11, achievements: 11, answered: 4, gap: 7, wanted: 5, matches: 22, answering: 6 },
  unasked: 0,
};

const span = { field: 'text', start: 0, end: 2, text: '甲乙' };

export const MATCH: Pick<Match, 'score' | 'signals' | 'conditions' | 'level'> = {
  score: 0.35,
  level: { level: 2, labelZh: '较强', labelEn: 'fairly strong' },
  signals: {
    ...(Object.fromEntries(SIGNALS.map((signal) => [signal, 0])) as Match['signals']),
    characters: 0.3,
    words: 0.1,
  },
  conditions: [
    {
      kind: 'quantity',
      outcome: 'met',
      shift: 0.35,
      value: 0.05,
      demand: span,
      zh: '要求“甲”，成果达到',
      en: 'asked is “甲”, met',
    },
    {
      kind: 'exclusion',
      outcome: 'failed',
      shift: -1.2,
      value: -0.1,
      demand: span,
      zh: '不要“乙”',
      en: '“乙” is ruled out',
    },
  ],
};

const slots = (id: string, day: string, ...starts: string[]) =>
  starts.map((start, i) => ({
    id: `${id}-${i}`,
    start: `${day}T${start}`,
    end: `${day}T${start.replace(':00', ':20')}`,
  }));
const session = (venueId: string, zh: string, en: string, ...slotIds: string[]) => ({
  venueId,
  theme: { name: { zh, en } },
  meetings: slotIds.map((slotId) => ({ slotId })),
});

export const VENUES = [
  { id: 'S', name: '一号厅', slots: slots('S', '2026-09-30', '09:00', '10:00') },
  { id: 'T', slots: slots('T', '2026-10-09', '10:00', '14:00', '15:00') },
];
export const PLAN = {
  sessions: [
    session('T', '新材料专场', 'Advanced materials', 'T-0', 'T-2'),
    session('S', '航空专场', 'Aviation', 'S-0', 'S-0', 'S-1'),
  ],
};

/** Every picture that there is, of these. */
export const PICTURES = [
  { figure: FIGURES, picture: 'matrix' },
  { figure: FIGURES, picture: 'sankey' },
  { figure: FIGURES, picture: 'gaps' },
  { figure: MATCH, picture: 'waterfall' },
  { figure: PLAN, picture: 'timetable', venues: VENUES },
  { figure: PLAN, picture: 'calendar', venues: VENUES },
] as const;
