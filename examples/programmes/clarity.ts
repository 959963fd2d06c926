import { createMatcher } from 'cuohe';
import { diagnoseDemand, type FirmProfile, likelyDemands, triageDemands } from 'cuohe/programmes';
import { CLARITY_LABELS } from 'cuohe/programmes/clarity';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** 机器老坏，想提前知道; 苹果树烂皮病刮了又犯: told by word of mouth. */
const VAGUE = ['D010', 'D050'];
const SUGGESTIONS = 2;
const TERMS = 3;
/** The list in which a term may change something. */
const LIST = 5;
const OPTIONS = { filter: { asOf: AS_OF } };

export const programme: DemoProgramme = {
  key: 'clarity',
  number: 10,
  titleZh: '云端研发：说不清、想不出的需求',
  titleEn: 'Vague demands',
  async run({ achievements, demands, extra }) {
    const matcher = createMatcher(achievements);
    const diagnoses = VAGUE.map((id) => {
      const demand = demands.find((item) => item.id === id)!;
      return { demand, diagnosis: diagnoseDemand(matcher, demand, { ...OPTIONS, matches: LIST }) };
    });
    const index = createMatcher(demands, { side: 'demand' });
    const profiles = extra<FirmProfile>('firm-profiles');
    const likely = profiles.map((firm) => ({
      firm,
      suggestions: likelyDemands(index, firm, { ...OPTIONS, limit: SUGGESTIONS }),
    }));
    const pages = diagnoses.map(({ demand, diagnosis }) => {
      const rows = diagnosis.elements.map(({ element, state, evidence }) => [
        CLARITY_LABELS.element[element].zh,
        CLARITY_LABELS.state[state].zh,
        shortened(evidence.map(({ text }) => text).join('／'), 60),
      ]);
      return [
        `${demand.id} ${demand.title}　清晰度 ${diagnosis.clarity.toFixed(2)}`,
        ...columns(rows),
        '  建议追问：',
        ...diagnosis.questions.map(({ text, gain }, i) => `    ${i + 1}. ${text.zh}［+${gain.toFixed(2)}］`),
        ...diagnosis.terms.slice(0, TERMS).map(({ question, enters, bestScore: [before, after] }) => {
          const titles = enters.map(({ title }) => shortened(title, 30)).join('、');
          const list = titles === '' ? `前${LIST}名不变` : `前${LIST}名新进${titles}`;
          return `    ? ${question.zh}（加上后首位得分${before.toFixed(2)}→${after.toFixed(2)}，${list}）`;
        }),
      ].join('\n');
    });
    const triage = await triageDemands(matcher, demands, OPTIONS);
    const desks = Object.entries(CLARITY_LABELS.desk).map(([code, { zh }]) => {
      const own = triage.filter(({ desk }) => desk === code);
      return [zh, `${own.length}项`, shortened(own.map(({ demandId }) => demandId).join(' '), 60)];
    });
    const hardest = triage.filter(({ desk }) => desk !== 'office').slice(0, TERMS);
    const sorted = [
      `需求甄别：${demands.length}项`,
      ...columns(desks),
      ...hardest.map(({ demandId, reason }) => `  ${demandId} ${reason.zh}`),
    ].join('\n');
    const suggestions = likely.flatMap(({ firm, suggestions }) => [
      `  ${firm.name}`,
      ...suggestions.flatMap(({ demandId, question, reason }) => [
        `    ${demandId} ${question.zh}`,
        `      ${reason.zh}`,
      ]),
    ]);
    return {
      json: {
        diagnoses: diagnoses.map(({ diagnosis }) => diagnosis),
        likely: likely.map(({ firm, suggestions }) => ({ firm: firm.id, suggestions })),
        triage,
      },
      results: [
        diagnoses.map(({ diagnosis }) => diagnosis),
        triage,
        ...likely.map(({ suggestions }) => suggestions),
      ],
      text: [...pages, sorted, ['尚未提出需求的企业：', ...suggestions].join('\n')].join('\n\n'),
    };
  },
};
