import { createMatcher } from 'cuohe';
import { defineRegions, escalationList, widenSearch } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const COUNTIES = Array.from({ length: 14 }, (_, city) =>
  Array.from(
    { length: 8 },
    (_, county) => `21${String(city + 1).padStart(2, '0')}${String(county + 2).padStart(2, '0')}`,
  ),
).flat();
const OUTSIDE = ['110108', '320500', '310115', '370200'];
const REGIONS = defineRegions({
  areas: [
    { id: '沈抚示范区', members: ['210102', '210403', '210404'] },
    { id: '沈阳都市圈', members: ['2101', '2104', '2105'] },
  ],
  partners: [
    { a: '21', b: '32' },
    { a: '2101', b: '11' },
    { a: '2102', b: '31' },
  ],
});

function regionCase(profile: string, demands: number, achievements: number): ProgrammeCase {
  return {
    name: `search ring by ring and escalation, ${profile}`,
    programme: 12,
    size: (scale) =>
      `${scaled(demands, scale).toLocaleString('en')} demands × ${scaled(achievements, scale).toLocaleString('en')} achievements`,
    prepare(scale) {
      const random = new Random(1);
      const corpus = syntheticCorpus(scaled(achievements, scale), scaled(demands, scale));
      const placed = <T>(record: T) => ({
        ...record,
        regionCode: random.pick(random.next() < 0.8 ? COUNTIES : OUTSIDE),
      });
      const matcher = createMatcher(corpus.achievements.map(placed));
      const wants = corpus.demands.map(placed);
      const search = { minScore: 0.1, enough: 5, explain: false };
      return async () => {
        const found = wants.map((demand) => widenSearch(demand, matcher, REGIONS, search).found);
        const { kept } = await escalationList(wants, matcher, REGIONS, { minScore: 0.1 });
        return found.reduce((sum, count) => sum + count, kept.length);
      };
    },
  };
}

export const cases: ProgrammeCase[] = [regionCase('M', 1000, 8000), regionCase('L', 5000, 50_000)];
