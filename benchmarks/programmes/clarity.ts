import { createMatcher, type DemandInput } from 'cuohe';
import { diagnoseDemand, type FirmProfile, likelyDemands } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const HINTS = [
  '机器老坏，',
  '不更换现有设备，',
  '采用激光，',
  '寿命不低于5年，',
  '花钱别太多，',
  '年底前投产，',
];

function diagnosisCase(profile: string, demands: number, records: number): ProgrammeCase {
  return {
    name: `clarity of demands, ${profile}`,
    programme: 10,
    size: (scale) =>
      `${scaled(demands, scale).toLocaleString('en')} demands × ${scaled(records, scale).toLocaleString('en')} achievements`,
    prepare(scale) {
      const random = new Random(3);
      const corpus = syntheticCorpus(scaled(records, scale), scaled(demands, scale));
      const matcher = createMatcher(corpus.achievements);
      const vague = corpus.demands.map(
        ({ problem, ...demand }): DemandInput => ({
          ...demand,
          text: `${random.pick(HINTS)}${problem}`,
        }),
      );
      return () => vague.reduce((sum, demand) => sum + diagnoseDemand(matcher, demand).clarity, 0);
    },
  };
}

function likelyCase(profile: string, firms: number, demands: number): ProgrammeCase {
  return {
    name: `likely demands of firms, ${profile}`,
    programme: 10,
    size: (scale) =>
      `${scaled(firms, scale).toLocaleString('en')} firms × ${scaled(demands, scale).toLocaleString('en')} demands`,
    prepare(scale) {
      const { achievements, demands: asked } = syntheticCorpus(scaled(firms, scale), scaled(demands, scale));
      const index = createMatcher(
        asked.map((demand, i) => ({ ...demand, organization: `企业${i % 600}` })),
        { side: 'demand' },
      );
      const profiles = achievements.map(
        ({ id, title, abstract = '' }, i): FirmProfile => ({
          id,
          name: `企业${i % 600}`,
          products: [title],
          description: abstract,
        }),
      );
      return () => profiles.reduce((sum, firm) => sum + likelyDemands(index, firm).length, 0);
    },
  };
}

export const cases: ProgrammeCase[] = [
  diagnosisCase('M', 1000, 8000),
  diagnosisCase('L', 5000, 50_000),
  // Firms that a city calls upon in a year, and high-tech firms of a province.
  likelyCase('M', 1154, 1000),
  likelyCase('L', 10_000, 5000),
];
