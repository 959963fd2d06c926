import { createMatcher, type Matcher } from 'cuohe';
import {
  invitePairs,
  planVisits,
  type VisitInput,
  type VisitOptions,
  type VisitPlan,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VisitPair } from '../../src/programmes/sessions/visit-calls.ts';
import { badPathsOf } from './bad-paths.ts';
import { type SampleAchievement, type SampleDemand, sampleFile } from './sample-file.ts';

const DAYS = ['2026-09-21', '2026-09-22', '2026-09-23'];
const DISTRICTS = ['210106', '210112'];

interface Task {
  readonly input: Required<VisitInput>;
  readonly options: Required<Pick<VisitOptions, 'firmsPerDay' | 'visitsPerFirm'>>;
}

const task = (mostPairs: number): fc.Arbitrary<Task> =>
  fc
    .record({
      drafts: fc.array(
        fc.record({
          expert: fc.constantFrom('E', 'F'),
          firm: fc.nat(3),
          value: fc.integer({ min: 1, max: 9 }),
          noRegion: fc.boolean(),
        }),
        { maxLength: mostPairs },
      ),
      days: fc.subarray(DAYS, { maxLength: 2 }),
      experts: fc.uniqueArray(
        fc.record(
          {
            id: fc.constantFrom('E', 'F'),
            days: fc.subarray(DAYS),
            maxDays: fc.nat(2),
            firmsPerDay: fc.nat(2),
          },
          { requiredKeys: ['id'] },
        ),
        { selector: ({ id }) => id },
      ),
      firmsPerDay: fc.integer({ min: 1, max: 2 }),
      visitsPerFirm: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ drafts, days, experts, ...options }) => ({
      input: {
        pairs: drafts.map(({ expert, firm, value, noRegion }, i): VisitPair => {
          const regionCode = firm === 3 && noRegion ? undefined : DISTRICTS[firm % 2]!;
          return {
            id: `p${i}`,
            supplier: expert,
            demander: `f${firm}`,
            value: value / 10,
            ...(regionCode === undefined ? {} : { regionCode }),
          };
        }),
        days,
        experts,
      },
      options,
    }));

/** Days and firms a day that an expert has. */
function limitsOf({ input, options }: Task, expert: string) {
  const own = input.experts.find(({ id }) => id === expert);
  const days = input.days.filter((day) => own?.days?.includes(day) ?? true);
  return {
    days,
    most: Math.min(own?.maxDays ?? days.length, days.length),
    firms: own?.firmsPerDay ?? options.firmsPerDay,
  };
}

/** The greatest value by trying every set of calls: a call is an expert at a firm in a district. */
function bestValue(one: Task): number {
  const calls = [
    ...new Map(
      one.input.pairs
        .filter(({ regionCode }) => regionCode !== undefined)
        .map((pair) => [`${pair.supplier} ${pair.demander} ${pair.regionCode}`, pair]),
    ),
  ].map(([key, { supplier, demander, regionCode }]) => {
    const own = one.input.pairs.filter(
      (pair) => `${pair.supplier} ${pair.demander} ${pair.regionCode}` === key,
    );
    const value = own.reduce((sum, pair) => sum + pair.value, 0);
    return { expert: supplier, firm: demander, district: regionCode!, value };
  });
  let best = 0;
  for (let mask = 0; mask < 2 ** calls.length; mask++) {
    const chosen = calls.filter((_, i) => (mask >> i) & 1);
    const fits = ['E', 'F'].every((expert) => {
      const { most, firms } = limitsOf(one, expert);
      const own = chosen.filter((call) => call.expert === expert);
      if (own.length > 0 && firms === 0) return false;
      const days = DISTRICTS.map((district) =>
        Math.ceil(own.filter((call) => call.district === district).length / (firms || 1)),
      );
      return days[0]! + days[1]! <= most;
    });
    const firmsFit = [0, 1, 2, 3].every(
      (firm) => chosen.filter((call) => call.firm === `f${firm}`).length <= one.options.visitsPerFirm,
    );
    if (fits && firmsFit)
      best = Math.max(
        best,
        chosen.reduce((sum, { value }) => sum + value, 0),
      );
  }
  return best;
}

function checkPlan(one: Task, { trips, unvisited, value }: VisitPlan) {
  const routes = trips.flatMap(({ day, district, routes: own }) =>
    own.map((route) => ({ day, district, ...route })),
  );
  // Nothing is lost, nothing twice.
  const ids = [...routes.flatMap(({ stops }) => stops), ...unvisited].flatMap(({ pairIds }) => pairIds);
  expect(ids.sort()).toEqual(one.input.pairs.map(({ id }) => id).sort());
  // An expert is in one district on a day, on days that are open.
  for (const expert of ['E', 'F']) {
    const { days, most, firms } = limitsOf(one, expert);
    const own = routes.filter((route) => route.expert === expert);
    expect(new Set(own.map(({ day }) => day)).size).toBe(own.length);
    expect(own.length).toBeLessThanOrEqual(most);
    for (const { day, stops } of own) {
      expect(days).toContain(day);
      expect(stops.length).toBeLessThanOrEqual(firms);
    }
  }
  // Firms lie in the district, and are visited so often at most.
  const visits = new Map<string, number>();
  for (const { district, expert, stops } of routes) {
    for (const { firm, pairIds } of stops) {
      visits.set(firm, (visits.get(firm) ?? 0) + 1);
      for (const id of pairIds) {
        const pair = one.input.pairs.find((other) => other.id === id);
        expect(pair).toMatchObject({ supplier: expert, demander: firm, regionCode: district });
      }
    }
  }
  for (const count of visits.values()) expect(count).toBeLessThanOrEqual(one.options.visitsPerFirm);
  expect(trips.reduce((sum, trip) => sum + trip.value, 0)).toBeCloseTo(value, 9);
}

describe('planVisits', () => {
  it('reaches the value that trying every choice finds, and breaks no condition', async () => {
    await fc.assert(
      fc.asyncProperty(task(9), async (one) => {
        const plan = await planVisits(one.input, one.options);
        checkPlan(one, plan);
        expect(plan.value).toBeCloseTo(bestValue(one), 9);
        expect(plan.optimal).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('breaks no condition and states a bound without a solver', async () => {
    await fc.assert(
      fc.asyncProperty(task(9), async (one) => {
        const plan = await planVisits(one.input, { ...one.options, method: 'greedy' });
        checkPlan(one, plan);
        expect(plan.bound).toBeGreaterThanOrEqual(bestValue(one) - 1e-9);
        expect(plan.value).toBeLessThanOrEqual(plan.bound);
      }),
      { numRuns: 200 },
    );
  });

  it('needs no solver to be best where firms take every expert', async () => {
    await fc.assert(
      fc.asyncProperty(task(9), async ({ input, options }) => {
        const { firmsPerDay } = options;
        const plan = await planVisits(input, { firmsPerDay, method: 'greedy' });
        expect(plan.optimal).toBe(true);
        expect(plan.value).toBeCloseTo(bestValue({ input, options: { firmsPerDay, visitsPerFirm: 9 } }), 9);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps nobody at home who has a day for a firm that has room, whatever the solver may leave out', async () => {
    await fc.assert(
      fc.asyncProperty(
        task(16),
        fc.array(fc.constantFrom(1, 1e-3, 1e-9), { minLength: 16, maxLength: 16 }),
        fc.constantFrom(0, 0.3),
        async ({ input, options }, factors, gap) => {
          const pairs = input.pairs.map((pair, i) => ({ ...pair, value: pair.value * factors[i]! }));
          const one = { input: { ...input, pairs }, options };
          const plan = await planVisits(one.input, { ...options, gap });
          checkPlan(one, plan);
          const routes = plan.trips.flatMap(({ district, routes: own }) =>
            own.map((route) => ({ district, ...route })),
          );
          for (const { expert, firm, pairIds } of plan.unvisited) {
            const { regionCode } = pairs.find(({ id }) => id === pairIds[0])!;
            const { most, firms } = limitsOf(one, expert);
            const own = routes.filter((route) => route.expert === expert);
            const stops = routes.flatMap((route) => route.stops).filter((stop) => stop.firm === firm);
            const isRoom = regionCode !== undefined && stops.length < options.visitsPerFirm;
            const isDay =
              firms > 0 &&
              (own.length < most ||
                own.some((route) => route.district === regionCode && route.stops.length < firms));
            expect([pairIds, isRoom && isDay]).toEqual([pairIds, false]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('does not mind the order of the input', async () => {
    await fc.assert(
      fc.asyncProperty(task(9), async ({ input, options }) => {
        const turned = {
          pairs: input.pairs.toReversed(),
          days: input.days.toReversed(),
          experts: input.experts.toReversed(),
        };
        expect(await planVisits(turned, options)).toEqual(await planVisits(input, options));
      }),
      { numRuns: 100 },
    );
  });

  const pair = (
    id: string,
    supplier: string,
    demander: string,
    value: number,
    regionCode?: string,
  ): VisitPair => ({
    id,
    supplier,
    demander,
    value,
    ...(regionCode === undefined ? {} : { regionCode }),
  });

  it('lets experts to one district travel together where their days allow', async () => {
    const pairs = [pair('1', 'E', 'f', 0.5, '210106'), pair('2', 'F', 'g', 0.4, '210106')];
    const experts = [
      { id: 'E', days: DAYS.slice(0, 2) },
      { id: 'F', days: DAYS.slice(1) },
    ];
    const { trips } = await planVisits({ pairs, days: DAYS, experts });
    // The 22nd is the one day on which both can come.
    expect(trips.map(({ day, routes }) => [day, routes.map(({ expert }) => expert)])).toEqual([
      ['2026-09-22', ['E', 'F']],
    ]);
  });

  it('goes where a day is worth most, the most valuable firm first', async () => {
    const near = [1, 2, 3, 4, 5].map((i) => pair(`n${i}`, 'E', `n${i}`, i / 10, '210106'));
    const far = [pair('x', 'E', 'x', 0.9, '210112'), pair('y', 'E', 'x', 0.2, '210112')];
    const { trips, unvisited } = await planVisits({ pairs: [...near, ...far], days: DAYS.slice(0, 1) });
    // Four firms are worth 1.4, the one firm elsewhere 1.1.
    expect(trips).toMatchObject([{ district: '210106', value: 1.4 }]);
    expect(trips[0]!.routes[0]!.stops.map(({ firm }) => firm)).toEqual(['n5', 'n4', 'n3', 'n2']);
    expect(unvisited).toMatchObject([
      { firm: 'x', pairIds: ['x', 'y'], reason: 'expert-full' },
      { firm: 'n1', reason: 'expert-full' },
    ]);
  });

  it('says why an expert does not go to a firm', async () => {
    const pairs = [
      pair('1', 'E', 'f', 0.9, '210106'),
      pair('2', 'F', 'f', 0.5, '210106'),
      pair('3', 'E', 'g', 0.4),
      pair('4', 'G', 'h', 0.3, '210106'),
    ];
    const experts = [{ id: 'G', days: [] }];
    const { unvisited } = await planVisits({ pairs, days: DAYS, experts }, { visitsPerFirm: 1 });
    expect(unvisited.map(({ pairIds, reason }) => [pairIds[0], reason])).toEqual([
      ['2', 'firm-full'],
      ['3', 'no-region'],
      ['4', 'unavailable'],
    ]);
  });

  it('sends the experts of the sample to the firms whose demands they can help with', async () => {
    const experts = sampleFile<SampleAchievement>('programmes/visiting-experts');
    const supply: Matcher = createMatcher([...sampleFile<SampleAchievement>('achievements'), ...experts]);
    const { pairs } = await invitePairs(sampleFile<SampleDemand>('demands'), supply, {
      asOf: '2026-09-01',
      kinds: ['expert', 'team'],
      minScore: 0.1,
    });
    const plan = await planVisits({ pairs, days: DAYS }, { firmsPerDay: 3, visitsPerFirm: 1 });
    expect(plan.optimal).toBe(true);
    const demands = (expert: string) =>
      plan.trips
        .flatMap(({ routes }) => routes)
        .filter((route) => route.expert === expert)
        .flatMap(({ stops }) => stops.flatMap(({ pairIds }) => pairIds))
        .map((id) => pairs.find((one) => one.id === id)!.demandId);
    // The steel expert goes to the mill with both its demands, the coating expert to the blade firm.
    expect(demands('record:V03')).toEqual(expect.arrayContaining(['D031', 'D032']));
    expect(demands('record:A112')).toContain('D004');
    expect(demands('record:V06')).toEqual(expect.arrayContaining(['D011', 'D012']));
  });

  it('names every bad pair, day, expert and option, and changes nothing', async () => {
    const bad = {
      pairs: [pair('a', '', 'f', -1), { id: 'b' }],
      days: ['2026-02-30'],
      experts: [{ id: 'E', days: ['x'], maxDays: -1, firmsPerDay: 0.5 }],
    } as never;
    expect(await badPathsOf(() => planVisits(bad))).toEqual([
      'value',
      'supplier',
      'value',
      'demander',
      'supplier',
      '',
      'days[0]',
      'maxDays',
      'firmsPerDay',
    ]);
    const none = { pairs: [], days: [] };
    expect((await badPathsOf(() => planVisits(none, { firmsPerDay: 0, visitsPerFirm: 0 }))).sort()).toEqual([
      'firmsPerDay',
      'visitsPerFirm',
    ]);
    expect(await planVisits(none)).toMatchObject({ trips: [], unvisited: [], value: 0, optimal: true });
  });
});
