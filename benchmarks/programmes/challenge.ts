import { type AchievementInput, createMatcher, type DemandInput, SUPPLY_KINDS } from 'cuohe';
import { type EligibilityRule, parseIndicators, rankChallengeUnits } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

/** Institutions of the platform (domain: 304 institutions). */
const UNITS = 304;
const RULES: EligibilityRule[] = [
  { id: 'R1', regions: ['21'] },
  { id: 'R2', readiness: 6, holds: { kinds: ['achievement', 'team'], count: 1 } },
  { id: 'R3', until: '2026-12-31' },
];
const QUANTITIES: readonly ((random: Random) => string)[] = [
  (random) => `合格率不低于${random.between(80, 99)}%`,
  (random) => `温度均匀性±${random.between(1, 9) / 10}℃`,
  (random) => `热循环寿命提高${random.between(1, 5)}倍以上`,
  (random) => `单件节拍不超过${random.between(1, 9)}分钟`,
  (random) => `抽速${random.between(100, 500)}～${random.between(501, 900)}m³/h`,
  (random) => `成本降低${random.between(10, 60)}%`,
];

/** Supply and challenges with units and quantified indicators. */
function world(records: number, challenges: number) {
  const random = new Random(2);
  const { achievements, demands } = syntheticCorpus(records, challenges);
  const indicators = (count: number) =>
    Array.from({ length: count }, () => random.pick(QUANTITIES)(random)).join('，');
  const supply = achievements.map(
    (record): AchievementInput => ({
      ...record,
      kind: random.pick(SUPPLY_KINDS),
      organization: `单位${random.between(1, UNITS)}`,
      abstract: `${record.abstract}${indicators(3)}。`,
    }),
  );
  const asked = demands.map((demand): DemandInput => ({ ...demand, expectedOutcome: indicators(4) }));
  return { supply, asked };
}

function rankCase(profile: string, records: number, challenges: number): ProgrammeCase {
  return {
    name: `challenges, ${profile}`,
    programme: 3,
    size: (scale) =>
      `${scaled(challenges, scale).toLocaleString('en')} challenges × ${scaled(records, scale).toLocaleString('en')} supply records`,
    prepare(scale) {
      const { supply, asked } = world(scaled(records, scale), scaled(challenges, scale));
      const matcher = createMatcher(supply);
      return () => {
        let units = 0;
        for (const challenge of asked) {
          units += rankChallengeUnits(matcher, challenge, { rules: RULES, asOf: '2026-09-01' }).units.length;
        }
        return units;
      };
    },
  };
}

function parseCase(profile: string, texts: number): ProgrammeCase {
  return {
    name: `indicators of texts, ${profile}`,
    programme: 3,
    size: (scale) => `${scaled(texts, scale).toLocaleString('en')} texts`,
    prepare(scale) {
      const { supply } = world(scaled(texts, scale), 0);
      return () => supply.reduce((sum, { abstract }) => sum + parseIndicators(abstract ?? '').length, 0);
    },
  };
}

export const cases: ProgrammeCase[] = [
  // Achievements, instruments and services of the city's platform; projects put out by the year.
  rankCase('M', 1994 + 2298 + 2782, 50),
  rankCase('L', 50_000, 200),
  parseCase('M', 8000),
  parseCase('L', 50_000),
];
