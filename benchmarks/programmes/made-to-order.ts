import { createMatcher } from 'cuohe';
import { planMadeToOrder, watchLists } from 'cuohe/programmes';
import { dated } from './chain-library.ts';
import { type ProgrammeCase, scaled } from './types.ts';

/** So high that nearly every demand is ordered: the most work. */
const MIN_SCORE = 0.5;
const NEAR_SCORE = 0.05;
const LEADERS = 10;
const KINDS = ['achievement', 'achievement', 'patent', 'team', 'expert', 'direction'] as const;

function orderCase(profile: string, supply: number, demands: number): ProgrammeCase {
  return {
    name: `made-to-order R&D and watch lists, ${profile}`,
    programme: 4,
    size: (scale) =>
      `${scaled(demands, scale).toLocaleString('en')} demands × ${scaled(supply, scale).toLocaleString('en')} records of supply, ${LEADERS} leaders`,
    prepare(scale) {
      const input = dated(scaled(supply, scale), scaled(demands, scale));
      const records = input.achievements.map((record, i) => ({ ...record, kind: KINDS[i % KINDS.length]! }));
      const matcher = createMatcher(records);
      const leaders = Array.from({ length: LEADERS }, (_, i) => ({ id: `L${i}`, name: `公司${i + 1}` }));
      return async () => {
        const { orders } = await planMadeToOrder(matcher, input.demands, {
          minScore: MIN_SCORE,
          nearScore: NEAR_SCORE,
        });
        const { lists } = watchLists(leaders, input.demands, { asOf: '2026-09-01', minScore: MIN_SCORE });
        return orders.reduce((sum, { units }) => sum + units.length, lists.length);
      };
    },
  };
}

export const cases: ProgrammeCase[] = [orderCase('M', 8000, 1000), orderCase('L', 50_000, 5000)];
