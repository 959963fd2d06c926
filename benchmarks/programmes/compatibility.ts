import { createMatcher } from 'cuohe';
import { checkMatches } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const RIGHTS = ['发明专利', '实用新型', '软件著作权', '技术秘密'];
const STATES = ['授权', '申请', '失效'];
const MATCHES = 10;

function checkCase(profile: string, demands: number, records: number): ProgrammeCase {
  return {
    name: `compatibility of matches, ${profile}`,
    programme: 16,
    size: (scale) =>
      `${(scaled(demands, scale) * MATCHES).toLocaleString('en')} pairs of ${scaled(demands, scale).toLocaleString('en')} demands`,
    prepare(scale) {
      const random = new Random(4);
      const corpus = syntheticCorpus(scaled(records, scale), scaled(demands, scale));
      const matcher = createMatcher(
        corpus.achievements.map((record) => ({
          ...record,
          ip: [{ type: random.pick(RIGHTS), status: random.pick(STATES) }],
          price: `${random.between(5, 300)}-${random.between(301, 500)}万元`,
        })),
      );
      const pages = corpus.demands.map((plain) => {
        const demand = { ...plain, budget: `不超过${random.between(20, 400)}万元` };
        return { demand, matches: matcher.match(demand, { limit: MATCHES, explain: false }).matches };
      });
      return () =>
        pages.reduce(
          (sum, { demand, matches }) => sum + checkMatches(demand, matches).counts.price.failed,
          0,
        );
    },
  };
}

export const cases: ProgrammeCase[] = [
  checkCase('M', 1000, 8000),
  // What a pair costs does not depend on the collection that it comes from.
  checkCase('L', 5000, 8000),
];
