import { type AchievementInput, createMatcher, type DemandInput, type MatchResult } from 'cuohe';
import { buildChainLibrary, tagRecords, viewChain } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const MIN_SCORE = 0.2;
const CUT_OFFS = ['2026-03-31', '2026-06-30', '2026-09-30'];
/** The chain with the most neighbours. */
const CHAIN = 'SY09';

/** Records of a corpus with an organisation and a date. */
export function dated(achievements: number, demands: number) {
  const random = new Random(1);
  const corpus = syntheticCorpus(achievements, demands);
  const add = <R extends AchievementInput | DemandInput>(record: R, unit: string) => ({
    ...record,
    organization: `${unit}${random.between(1, 150)}`,
    collectedOn: `2026-${String(random.between(1, 12)).padStart(2, '0')}-15`,
  });
  return {
    achievements: corpus.achievements.map((record) => add(record, '研究院')),
    demands: corpus.demands.map((record) => add(record, '公司')),
  };
}

function libraryCase(profile: string, achievements: number, demands: number): ProgrammeCase {
  return {
    name: `chain library and one view, ${profile}`,
    programme: 1,
    size: (scale) =>
      `${scaled(achievements, scale).toLocaleString('en')} achievements × ${scaled(demands, scale).toLocaleString('en')} demands, 27 chains, 5 periods`,
    async prepare(scale) {
      const input = dated(scaled(achievements, scale), scaled(demands, scale));
      const tagger = createMatcher([]);
      const supply = await tagRecords(input.achievements, 'achievement', tagger);
      const wanted = await tagRecords(input.demands, 'demand', tagger);
      const matcher = createMatcher(supply);
      const matches: MatchResult[] = [];
      for await (const result of matcher.matchAll(wanted, { minScore: MIN_SCORE, explain: false })) {
        matches.push(result);
      }
      const period = { field: 'collectedOn', cutOffs: CUT_OFFS };
      return async () => {
        const library = buildChainLibrary({
          achievements: supply,
          demands: wanted,
          matches,
          taxonomy: matcher.taxonomy,
          period,
        });
        const view = await viewChain(
          { library, code: CHAIN, demands: wanted, matcher },
          { minScore: MIN_SCORE / 2 },
        );
        return library.rows.length + view.upstream.reduce((sum, { offers }) => sum + offers.length, 0);
      };
    },
  };
}

export const cases: ProgrammeCase[] = [libraryCase('M', 8000, 1000), libraryCase('L', 50_000, 5000)];
