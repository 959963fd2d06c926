import { planPostings } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostedExpert, PostingCounty } from '../../src/programmes/sessions/postings.ts';
import { badPathsOf } from './bad-paths.ts';

const CHAINS = ['SY01', 'SY02', 'SY03'];
const task = fc
  .record({
    experts: fc.array(
      fc.record(
        { chains: fc.subarray(CHAINS), standing: fc.constantFrom('c0', 'c1', 'c9') },
        { requiredKeys: ['chains'] },
      ),
      { maxLength: 5 },
    ),
    counties: fc.array(
      fc.record(
        { chains: fc.subarray(CHAINS), least: fc.nat(2), most: fc.nat(3) },
        { requiredKeys: ['chains'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ experts, counties }) => ({
    experts: experts.map((one, i): PostedExpert => ({ id: `e${i}`, ...one })),
    counties: counties.map((one, i): PostingCounty => ({ id: `c${i}`, ...one })),
  }));

/** Seats of shares and fit, by trying every posting: who stands stays. */
function best({
  experts,
  counties,
}: {
  experts: PostedExpert[];
  counties: PostingCounty[];
}): [number, number] {
  const equal = Math.floor(experts.length / counties.length);
  const posted = counties.map(() => 0);
  let top: [number, number] = [-1, 0];
  const search = (at: number, fit: number) => {
    const expert = experts[at];
    if (expert === undefined) {
      const shares = counties.reduce(
        (sum, { least = equal, most = 99 }, c) =>
          sum + Math.min(posted[c]!, least, Math.max(most, posted[c]!)),
        0,
      );
      if (shares > top[0] || (shares === top[0] && fit > top[1])) top = [shares, fit];
      return;
    }
    const isThere = counties.some(({ id }) => id === expert.standing);
    if (!isThere) search(at + 1, fit);
    for (const [c, { id, chains = [], most = 99 }] of counties.entries()) {
      if (isThere && id !== expert.standing) continue;
      const stays = experts.filter(({ standing }) => standing === id).length;
      const others = experts.filter((_, i) => i < at).length;
      if (others > 0 && posted[c]! >= Math.max(most, stays)) continue;
      if (Math.max(most, stays) === 0) continue;
      const shared = expert.chains!.some((code) => chains.includes(code));
      const isOpen = expert.chains!.length === 0 || chains.length === 0;
      posted[c]!++;
      search(at + 1, fit + (isThere || shared ? 1 : isOpen ? 0.5 : 0.1));
      posted[c]!--;
    }
  };
  // Who stands comes first, so that nobody takes the seat.
  experts.sort(
    (a, b) =>
      Number(counties.some(({ id }) => id === b.standing)) -
      Number(counties.some(({ id }) => id === a.standing)),
  );
  search(0, 0);
  return top;
}

describe('planPostings', () => {
  it('fills shares first and then fits best, as trying everything does', async () => {
    await fc.assert(
      fc.asyncProperty(task, async (input) => {
        const plan = await planPostings(input);
        const [shares, fit] = best(structuredClone(input));
        expect(plan.shares.reduce((sum, { least, posted }) => sum + Math.min(least, posted), 0)).toBe(shares);
        expect(plan.value).toBeCloseTo(fit, 6);
        expect(plan.optimal).toBe(true);
        const names = [...plan.postings.map(({ expert }) => expert), ...plan.unposted];
        expect(names.sort()).toEqual(input.experts.map(({ id }) => id).sort());
        for (const { expert, county } of plan.postings) {
          const { standing } = input.experts.find(({ id }) => id === expert)!;
          if (input.counties.some(({ id }) => id === standing)) expect(county).toBe(standing);
        }
        expect(
          await planPostings({ experts: input.experts.toReversed(), counties: input.counties.toReversed() }),
        ).toEqual(plan);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves no county without its share where experts all know one industry', async () => {
    const experts = Array.from({ length: 6 }, (_, i) => ({ id: `e${i}`, chains: ['SY25'] }));
    const counties = [
      { id: '211322', chains: ['SY25'] },
      { id: '211321', chains: ['SY01'] },
      { id: '210123' },
    ];
    const { shares, postings } = await planPostings({ experts, counties });
    expect(shares.map(({ posted }) => posted)).toEqual([2, 2, 2]);
    expect(postings.filter(({ county }) => county === '211322')[0]).toMatchObject({
      reason: 'chain',
      chains: ['SY25'],
    });
    expect(postings.filter(({ county }) => county === '211321')[0]).toMatchObject({
      reason: 'share',
      chains: [],
    });
  });

  it('names every bad expert and county', async () => {
    const input = { experts: [{ id: '' }], counties: [{ id: 'c', least: -1 }, { id: 'c' }] };
    expect(await badPathsOf(() => planPostings(input))).toEqual(['id', 'least', 'id']);
  });
});
