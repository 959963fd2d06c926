import { createOffice } from 'cuohe/programmes/office';
import { dated } from './chain-library.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const asOf = '2026-09-01';

/** From records to the gap table and the cases of all invited pairs with their contracts. */
function officeCase(profile: string, achievements: number, demands: number): ProgrammeCase {
  return {
    name: `the office from records to contracts, ${profile}`,
    programme: 0,
    size: (scale) =>
      `${scaled(achievements, scale).toLocaleString('en')} achievements × ${scaled(demands, scale).toLocaleString('en')} demands`,
    prepare(scale) {
      const { achievements: supply, demands: wanted } = dated(
        scaled(achievements, scale),
        scaled(demands, scale),
      );
      return async () => {
        const office = await createOffice({ supply, demands: wanted, asOf, home: '21', minScore: 0.2 });
        const { total } = await office.library();
        const { pairs } = await office.pairs();
        const taken = office.take(pairs);
        const signed = taken.append(
          taken.ledger.cases.map(({ pairId }) => ({ id: `s ${pairId}`, kind: 'signed', pairId, on: asOf })),
        );
        return total.matchedDemands.length + signed.contracts().total.count.total;
      };
    },
  };
}

export const cases: ProgrammeCase[] = [officeCase('M', 8000, 1000), officeCase('L', 50_000, 5000)];
