import { createMatcher, type DemandInput } from 'cuohe';
import { commonDemands, supplyForCluster } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

/** Share of the demands that others have too, and how many have one together. */
const SHARE_OF_COMMON = 0.4;
const FIRMS_OF_ONE = 8;
/** Share of a common demand's clauses that its firm words as the others do. */
const SHARE_OF_WORDS = 0.6;

/** Demands of firms: some go back to one problem and tell it with words of their own among the common ones. */
function commonWants(count: number, seed = 1): DemandInput[] {
  const random = new Random(seed);
  const own = syntheticCorpus(0, count, seed).demands;
  const problems = syntheticCorpus(0, Math.ceil((count * SHARE_OF_COMMON) / FIRMS_OF_ONE), seed + 1).demands;
  return own.map((demand, i): DemandInput => {
    const firm = {
      organization: `企业${i % 600}`,
      budget: `${random.between(2, 50) * 10}-${random.between(51, 90) * 10}万元`,
      expectedOutcome: `合格率不低于${random.between(90, 99)}%，单件节拍不超过${random.between(1, 9)}分钟`,
    };
    if (i >= count * SHARE_OF_COMMON) return { ...demand, ...firm };
    const problem = problems[i % problems.length]!;
    const mixed = mix(String(problem.problem), String(demand.problem), random);
    return { ...demand, ...firm, title: `${problem.title}${demand.title.slice(0, 4)}`, problem: mixed };
  });
}

function mix(common: string, own: string, random: Random): string {
  const others = own.split('，');
  return common
    .split('，')
    .map((clause, i) => (random.next() < SHARE_OF_WORDS ? clause : (others[i] ?? clause)))
    .join('，');
}

function clusterCase(profile: string, demands: number, achievements: number): ProgrammeCase {
  return {
    name: `common demands with supply, ${profile}`,
    programme: 9,
    size: (scale) =>
      `${scaled(demands, scale).toLocaleString('en')} demands × ${scaled(achievements, scale).toLocaleString('en')} achievements`,
    prepare(scale) {
      const matcher = createMatcher(commonWants(scaled(demands, scale)), { side: 'demand' });
      const supply = createMatcher(syntheticCorpus(scaled(achievements, scale), 0).achievements);
      return async () => {
        const { clusters } = await commonDemands(matcher);
        for (const cluster of clusters) await supplyForCluster(cluster, supply);
        return clusters.length;
      };
    },
  };
}

export const cases: ProgrammeCase[] = [clusterCase('M', 1000, 8000), clusterCase('L', 5000, 50_000)];
