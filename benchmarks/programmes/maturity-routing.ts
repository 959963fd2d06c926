import { createMatcher } from 'cuohe';
import { routeMaturity } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const STAGES = ['概念验证', '小试', '中试'];
const CAPACITY = 20;
const MIN_SCORE = 0.05;

function routeCase(profile: string, pairs: number, bases: number): ProgrammeCase {
  return {
    name: `maturity routing, ${profile}`,
    programme: 13,
    size: (scale) => `${scaled(pairs, scale).toLocaleString('en')} pairs × ${scaled(bases, scale)} bases`,
    prepare(scale) {
      const random = new Random(1);
      const count = scaled(pairs, scale);
      const corpus = syntheticCorpus(count, count);
      const list = syntheticCorpus(scaled(bases, scale), 0, 2).achievements.map((record, i) => ({
        ...record,
        id: `B${i}`,
        kind: 'pilot-base' as const,
        stage: random.pick(STAGES),
        capacity: CAPACITY,
      }));
      const matcher = createMatcher(list);
      const all = corpus.achievements.map((supply, i) => ({ supply, demand: corpus.demands[i]! }));
      return async () => {
        const routes = await routeMaturity(all, matcher, { minScore: MIN_SCORE });
        return routes.filter(({ outcome }) => outcome === 'routed').length;
      };
    },
  };
}

export const cases: ProgrammeCase[] = [routeCase('M', 1000, 40), routeCase('L', 5000, 200)];
