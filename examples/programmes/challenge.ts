import { createMatcher, type Organization } from 'cuohe';
import {
  type ChallengePerson,
  type ChallengeRanking,
  challengeConsortia,
  checkPersons,
  compareChallengeUnits,
  defineRegions,
  type EligibilityRule,
  rankChallengeUnits,
} from 'cuohe/programmes';
import { CHALLENGE_LABELS } from 'cuohe/programmes/challenge';
import { columns, shortened } from './columns.ts';
import { sourceOf } from './region.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** A unit in its place. */
type Unit = ChallengeRanking['units'][number];

/** 12吋刻蚀机用晶圆静电吸附部件研制, with two targets; 冷轧板表面瑕疵自动检查, with four. */
const CHALLENGES = ['D012', 'D039'];
/** Units shown of each. */
const SHOWN = 4;
const CELL = 26;
/** Who may take up a question (出题—答题). */
const ANSWERING: EligibilityRule = {
  id: '答题条件',
  person: { age: { most: 45 }, professionalTitle: '副高级', degree: '博士' },
};

export const programme: DemoProgramme = {
  key: 'challenge',
  number: 3,
  titleZh: '揭榜挂帅',
  titleEn: 'Open-competition challenge',
  run({ achievements, demands, extra }) {
    const matcher = createMatcher(achievements);
    const rules = extra<EligibilityRule>('challenge-rules');
    const units = extra<Organization>('challenge-units');
    const regions = defineRegions(sourceOf(extra));
    const pages = CHALLENGES.map((id) => {
      const challenge = demands.find((demand) => demand.id === id)!;
      const ranking = rankChallengeUnits(matcher, challenge, {
        rules,
        units,
        regions,
        asOf: AS_OF,
        filter: { asOf: AS_OF },
      });
      const shown = { ...ranking, units: ranking.units.slice(0, SHOWN), ineligible: [] };
      const { header, rows } = compareChallengeUnits(shown);
      const [first] = ranking.units;
      const joint = challengeConsortia(ranking, { limit: 2 });
      const lines = [
        `${id} ${challenge.title}（发榜：${String(challenge.organization)}）`,
        ...columns([header, ...rows].map((row) => row.map((cell) => shortened(cell, CELL)))),
        `  首位 ${first?.name}：`,
        ...first!.evidence
          .slice(0, 3)
          .map(
            ({ recordId, title, adds }) => `    ${recordId} ${shortened(title, 44)}（计${adds.toFixed(3)}）`,
          ),
        ...first!.coverage.map(({ text }) => `    ${text.zh}`),
        ...joint.consortia.map(({ text }) => `  指标合计：${text.zh}`),
        ...joint.open.map(({ target }) => `  尚无单位达到：${target.raw}`),
        ...ranking.ineligible.map((unit) => `  不得揭榜 ${unit.name}：${obstacles(unit)}`),
      ];
      return {
        json: {
          ...ranking,
          units: ranking.units.map(plainUnit),
          ineligible: ranking.ineligible.map(plainUnit),
          joint,
        },
        lines,
        ranking,
        joint,
      };
    });
    const persons = checkPersons(extra<ChallengePerson>('challenge-persons'), [ANSWERING], { asOf: AS_OF });
    const answering = [
      '出题—答题：45周岁以下，副高级以上，博士',
      ...columns(
        persons.map(({ name, organization, eligibility, checks }) => [
          `${name}（${organization}）`,
          CHALLENGE_LABELS.status[eligibility].zh,
          checks
            .filter(({ status }) => status !== 'met')
            .map(({ reason }) => reason.zh)
            .join('；'),
        ]),
      ),
    ];
    return {
      json: { ...Object.fromEntries(pages.map(({ json }, i) => [CHALLENGES[i]!, json])), persons },
      text: [...pages.map(({ lines }) => lines), answering].map((lines) => lines.join('\n')).join('\n\n'),
      results: [...pages.flatMap(({ ranking, joint }) => [ranking, joint]), persons],
    };
  },
};

function obstacles({ checks }: Unit): string {
  return checks
    .filter(({ status }) => status === 'failed')
    .map(({ ruleId, reason }) => `${reason.zh}（${CHALLENGE_LABELS.status.failed.zh}${ruleId}）`)
    .join('；');
}

/** Without the records themselves. */
function plainUnit({ evidence, ...unit }: Unit) {
  return { ...unit, evidence: evidence.map(({ record: _, ...row }) => row) };
}
