import { createMatcher } from 'cuohe';
import { matchEarly } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { type ProgrammeCase, scaled } from './types.ts';

/** Every tenth record of supply is a research direction. */
const DIRECTIONS = 10;

function earlyCase(profile: string, supply: number, demands: number): ProgrammeCase {
  return {
    name: `early matching, ${profile}`,
    programme: 2,
    size: (scale) =>
      `${scaled(demands, scale).toLocaleString('en')} demands × ${scaled(supply, scale).toLocaleString('en')} achievements and directions`,
    prepare(scale) {
      const corpus = syntheticCorpus(scaled(supply, scale), scaled(demands, scale));
      const records = corpus.achievements.map((record, i) => ({
        ...record,
        kind: i % DIRECTIONS === 0 ? ('direction' as const) : ('achievement' as const),
      }));
      const matcher = createMatcher(records);
      return async () => {
        let early = 0;
        for await (const { matches } of matchEarly(matcher, corpus.demands, { limit: 10, explain: false })) {
          early += matches.filter(({ maturity }) => maturity.status === 'early').length;
        }
        return early;
      };
    },
  };
}

export const cases: ProgrammeCase[] = [earlyCase('M', 8000, 1000), earlyCase('L', 50_000, 5000)];
