import { readFileSync } from 'node:fs';
import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import {
  defineRegions,
  type MaturityPair,
  type MaturityRoute,
  maturityGap,
  type RouteOptions,
  routeMaturity,
  rows,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASE_TEST_LABELS, BASE_TESTS } from '../../src/programmes/maturity/fitting.ts';
import { ROUTE_OUTCOME_LABELS } from '../../src/programmes/maturity/route-types.ts';
import { REGION_NEARNESS } from '../../src/programmes/places/nearness.ts';
import { PARTS } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

describe('routes on the sample', () => {
  const sample = read<AchievementInput>('achievements');
  const supply = new Map(
    [...sample, ...read<AchievementInput>('programmes/rd-projects')].map((record) => [record.id, record]),
  );
  const demands = new Map(read<DemandInput>('demands').map((record) => [record.id, record]));
  const bases = createMatcher([
    ...read<AchievementInput>('programmes/maturity-bases'),
    ...sample.filter(({ kind }) => kind === 'pilot-base' || kind === 'institution'),
  ]);
  const route = async (...ids: [supply: string, demand: string][]) =>
    routeMaturity(
      ids.map(([a, d]) => ({ supply: supply.get(a)!, demand: demands.get(d)! })),
      bases,
      { filter: { asOf: '2026-09-01' } },
    );
  const told = ({ outcome, base, missing }: MaturityRoute) => [outcome, base?.id ?? missing];

  it('sends a coating from the laboratory to the pilot base for coatings in the city of the demand', async () => {
    const [coating] = await route(['R002', 'D004']);
    expect(told(coating!)).toEqual(['routed', 'PB03']);
    expect(coating!.base).toMatchObject({ serves: { trl: [6, 8], source: 'trl' }, nearDemand: 'city' });
    expect(coating!.base!.phrases).toContain('热障涂层');
    expect(coating!.reason.zh).toMatch(/^到“浑河高温防护涂层中试基地”做中试，该处承接TRL 6–8，与成果都涉及/);
  });

  it('reads from the name of a platform what it serves', async () => {
    const [gait] = await route(['R004', 'D020']);
    // 北陵康复器械概念验证中心 states no stage.
    expect(told(gait!)).toEqual(['routed', 'PB06']);
    expect(gait!.base!.serves).toEqual({ trl: [3, 3], source: 'stage', phrase: '概念验证' });
  });

  it('says what is missing: the stage, the domain, a place', async () => {
    const [cages, murals, berries] = await route(['R006', 'D055'], ['R008', 'D056'], ['R007', 'D045']);
    // The only base for cages does pilot scale, the research needs its concept proved.
    expect(told(cages!)).toEqual(['no-base', 'stage']);
    expect(cages!.nearMisses.map(({ id, failed }) => [id, failed])).toEqual([['PB10', ['stage']]]);
    expect(told(murals!)).toEqual(['no-base', 'domain']);
    // The base in Benxi is just the right one, and full.
    expect(told(berries!)).toEqual(['no-base', 'capacity']);
    expect(berries!.reason.zh).toBe('需要中试，但能承接的平台或基地已满。');
  });

  it('needs no base for what is ready, and knows that a demonstration can be at the enterprise', async () => {
    const [ready, demonstrated] = await route(['A006', 'D003'], ['A044', 'D024']);
    expect(told(ready!)).toEqual(['ready', undefined]);
    expect(demonstrated!.outcome).toBe('at-enterprise');
    expect(demonstrated!.reason.zh).toContain('可由企业现场实施');
  });
});

const supply = (id: string, more: Partial<AchievementInput> = {}): AchievementInput => ({
  id,
  title: '热障涂层',
  trl: 4,
  ...more,
});
const wanted = (id: string, more: Partial<DemandInput> = {}): DemandInput => ({
  id,
  title: '',
  trl: 8,
  ...more,
});
/** A base with its room. */
type BaseInput = AchievementInput & { readonly id: string; readonly capacity?: unknown };
const base = (id: string, more: Partial<BaseInput> = {}): BaseInput => ({
  id,
  kind: 'pilot-base',
  title: '热障涂层',
  trl: [6, 7],
  ...more,
});
const routesOf = (
  pairs: readonly MaturityPair[],
  bases: readonly BaseInput[],
  options: Partial<RouteOptions> = {},
) => routeMaturity(pairs, createMatcher(bases, PARTS), { minScore: 0.1, ...options });
const chosen = async (...args: Parameters<typeof routesOf>) =>
  (await routesOf(...args)).map(({ base: one, missing }) => one?.id ?? missing);

describe('routeMaturity', () => {
  it('sends nobody to a base that does not tell whether it serves, and refuses none for it', async () => {
    const pairs = [{ supply: supply('a'), demand: wanted('d', { regionCode: '210100' }) }];
    const silent = base('silent', { trl: undefined });
    const [untold] = await routesOf(pairs, [silent, base('early', { trl: [2, 3] })]);
    expect(untold).toMatchObject({ outcome: 'no-base', missing: 'stage' });
    expect(untold!.nearMisses.map(({ id, failed, unknown }) => [id, failed, unknown])).toEqual([
      ['silent', [], ['stage']],
      ['early', ['stage'], []],
    ]);
    expect(untold!.reason.zh).toContain('没有写明承接这一阶段的相近领域平台或基地（1处待核实）');
    expect(untold!.reason.en).toContain(
      'no base of this domain that is known to serve the step (1 to be asked)',
    );
    const near = { farthest: 'province' } as const;
    const [nowhere] = await routesOf(pairs, [base('nowhere')], near);
    expect(nowhere!.nearMisses.map(({ failed, unknown }) => [failed, unknown])).toEqual([[[], ['region']]]);
    expect(nowhere!.reason.zh).toContain('（1处待核实）');
    const [far] = await routesOf(pairs, [base('far', { regionCode: '370200' })], near);
    expect(far!.nearMisses.map(({ failed, unknown }) => [failed, unknown])).toEqual([[['region'], []]]);
    expect(far!.reason.zh).not.toContain('待核实');
    const [, , misses] = rows([untold!, far!], 'zh');
    expect(misses!.rows.map((row) => row.slice(-2))).toEqual([
      [undefined, '承接这一阶段'],
      ['承接这一阶段', undefined],
      ['在限定范围内', undefined],
    ]);
  });

  const pair = (more: Partial<DemandInput> = {}, result: Partial<AchievementInput> = {}) => ({
    supply: supply('a', result),
    demand: wanted('d', more),
  });

  it('prefers the base nearest to the demand, then nearest to the owner, then the best score', async () => {
    const bases = [
      base('far', { regionCode: '370200' }),
      base('province', { regionCode: '211100' }),
      base('city', { regionCode: '210112' }),
      base('county', { regionCode: '210106' }),
      base('nowhere'),
    ];
    const [route] = await routesOf([pair({ regionCode: '210106' })], bases, { alternatives: 9 });
    expect([route!.base!.id, ...route!.alternatives.map(({ id }) => id)]).toEqual([
      'county',
      'city',
      'province',
      'far',
      'nowhere',
    ]);
    const owner = { regionCode: '370200' };
    expect(await chosen([pair({ regionCode: '110000' }, owner)], bases)).toEqual(['far']);
    const titles = [base('some', { title: '热障涂层软件算法' }), base('same')];
    expect(await chosen([pair()], titles)).toEqual(['same']);
    // An area without a code is near itself.
    const zone = { regionCode: '高新区' };
    expect(await chosen([pair(zone)], [base('1', { regionCode: '210100' }), base('2', zone)])).toEqual(['2']);
  });

  it('keeps to the area that is asked for', async () => {
    const bases = [base('b', { regionCode: '370200' })];
    const pairs = [pair({ regionCode: '210106' })];
    expect(await chosen(pairs, bases, { farthest: 'province' })).toEqual(['region']);
    expect(await chosen(pairs, bases, { farthest: 'elsewhere' })).toEqual(['b']);
    // Who does not say where it is cannot be shown to be near enough.
    expect(await chosen([pair()], bases, { farthest: 'elsewhere' })).toEqual(['region']);
  });

  it('knows the zones, circles and partner regions of the host', async () => {
    const regions = defineRegions({
      areas: [{ id: '沈抚示范区', members: ['210112', '210404'] }],
      partners: [{ a: '210000', b: '320000' }],
    });
    const bases = [
      base('Jiangsu', { regionCode: '320100' }),
      base('Qingdao', { regionCode: '370200' }),
      base('zone', { regionCode: '沈抚示范区' }),
      base('city', { regionCode: '210106' }),
    ];
    const [route] = await routesOf([pair({ regionCode: '210112' })], bases, { alternatives: 9, regions });
    expect([route!.base!, ...route!.alternatives].map(({ id, nearDemand }) => [id, nearDemand])).toEqual([
      ['zone', 'zone'],
      ['city', 'city'],
      ['Jiangsu', 'partner'],
      ['Qingdao', 'elsewhere'],
    ]);
    expect(
      await chosen([pair({ regionCode: '210112' })], bases.slice(1, 2), { farthest: 'partner', regions }),
    ).toEqual(['region']);
  });

  it('sends a pair that is secret or has ended nowhere, tells nothing of it and takes no place for it', async () => {
    const pairs = [
      pair({}, { id: 'secret', secrecyLevel: '秘密' }),
      pair({ validTo: '2025-12-31' }),
      { ...pair(), demand: wanted('open') },
    ];
    const filter = { asOf: '2026-01-01' };
    const routes = await routesOf(pairs, [base('b', { capacity: 1 })], { filter });
    expect(routes.map(({ outcome }) => outcome)).toEqual(['closed', 'closed', 'routed']);
    expect(routes[0]).toMatchObject({
      maturity: { status: 'unknown', path: [] },
      alternatives: [],
      nearMisses: [],
    });
    expect(routes[0]!.reason.zh).toContain('密级超出范围');
    expect(routes[1]!.reason.zh).toContain('已过有效期');
    expect(await chosen(pairs.slice(0, 1), [base('b')], { filter: { clearance: 'secret' } })).toEqual(['b']);
  });

  it('draws what is of one domain from the bases where no score is given', async () => {
    const bases = Array.from({ length: 12 }, (_, i) =>
      base(`b${i}`, {
        title: ['制药新药', '软件算法', '热障涂层', '燃机研究'][i % 4]!,
        chains: [`X${i % 4}`],
      }),
    );
    const [route] = await routeMaturity([pair({}, { chains: ['X2'] })], createMatcher(bases, PARTS), {
      alternatives: 9,
    });
    const named = [route!.base!, ...route!.alternatives].map(({ name }) => name);
    expect(new Set(named)).toEqual(new Set(['热障涂层']));
    // Two bases tell nothing of what is unrelated.
    const few = createMatcher([base('1'), base('2')], PARTS);
    expect(await badPathsOf(() => routeMaturity([pair()], few))).toEqual(['minScore']);
  });

  it('looks at bases only, and at those that are valid', async () => {
    expect(await chosen([pair()], [base('b', { kind: 'expert' })])).toEqual(['domain']);
    const ended = [base('b', { validTo: '2025-12-31' })];
    expect(await chosen([pair()], ended, { filter: { asOf: '2026-01-01' } })).toEqual(['domain']);
    expect(await chosen([pair()], ended, { filter: { asOf: '2025-12-31' } })).toEqual(['b']);
    expect(await chosen([pair()], [])).toEqual(['domain']);
  });

  it('does not take a word in a name for a stage that it is not', async () => {
    // 研究 means an early stage of a result, and nothing of what an institute takes in.
    const institute = base('b', { kind: 'institution', title: '热障涂层研究院', trl: undefined });
    expect(await chosen([pair({}, { trl: 1 })], [institute])).toEqual(['stage']);
    const keyword = base('b', { trl: undefined, keywords: ['热障涂层', '中试'] });
    expect(await chosen([pair()], [keyword])).toEqual(['b']);
  });

  it('asks nothing of results whose maturity is unknown, enough, or short of the last step only', async () => {
    const pairs = [pair({}, { trl: undefined }), pair({}, { trl: 8 }), pair({ trl: 9 }, { trl: 8 })];
    const routes = await routesOf(pairs, [base('b')]);
    expect(routes.map(({ outcome }) => outcome)).toEqual(['unknown', 'ready', 'ready']);
    expect(routes.map(({ reason, maturity }) => reason === maturity.reason)).toEqual([true, true, true]);
  });

  const baseArb = fc.record({
    trl: fc.constantFrom([3, 3] as const, [4, 5] as const, [6, 7] as const, [3, 7] as const),
    regionCode: fc.option(fc.constantFrom('210106', '210112', '211100', '370200'), { nil: undefined }),
    capacity: fc.option(fc.nat(2), { nil: undefined }),
    title: fc.constantFrom('热障涂层', '制药', '涂层软件'),
  });
  const pairArb = fc.record({
    trl: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    need: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    title: fc.constantFrom('热障涂层', '制药算法'),
    regionCode: fc.option(fc.constantFrom('210106', '211100'), { nil: undefined }),
  });
  const world = fc
    .record({ bases: fc.array(baseArb, { maxLength: 5 }), pairs: fc.array(pairArb, { maxLength: 6 }) })
    .map(({ bases, pairs }) => ({
      bases: bases.map((one, i) => base(`b${i}`, one)),
      pairs: pairs.map(({ trl, need, title, regionCode }, i) => ({
        supply: supply(`a${i}`, { trl, title }),
        demand: wanted(`d${i}`, { trl: need, regionCode }),
      })),
    }));

  it('gives one route for each pair, and never more places than a base has', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ bases, pairs }) => {
        const routes = await routesOf(pairs, bases);
        expect(routes.map(({ demandId, supplyId }) => [demandId, supplyId])).toEqual(
          pairs.map(({ demand, supply: { id } }) => [demand.id, id]),
        );
        for (const { id, capacity } of bases) {
          const taken = routes.filter(({ base: one }) => one?.id === id).length;
          expect(taken).toBeLessThanOrEqual((capacity as number | undefined) ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  it('sends results to bases that pass every test, and to none nearer that would pass too', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ bases, pairs }) => {
        const routes = await routesOf(pairs, bases, { alternatives: 9 });
        const full = new Map(bases.map(({ id, capacity }) => [id, (capacity as number | undefined) ?? 99]));
        const matcher = createMatcher(bases, PARTS);
        for (const [i, { supply: result, demand }] of pairs.entries()) {
          const route = routes[i]!;
          const { path, status } = maturityGap(result, demand);
          const isSought = status === 'early' && path[0] !== 'direct-transfer';
          const levels = {
            'proof-of-concept': [3, 3],
            'lab-scale': [4, 5],
            'pilot-scale': [6, 7],
            demonstration: [8, 8],
          };
          const [low, high] = levels[path[0] as keyof typeof levels] ?? [0, 0];
          const scores = new Map(
            matcher
              .match({ kind: 'achievement', ...result }, { limit: 99, explain: false })
              .matches.map(({ id, score }) => [id, score]),
          );
          const fits = bases.filter(({ id, trl }) => {
            const [from, to] = trl as readonly [number, number];
            return (
              isSought && (scores.get(id) ?? 0) >= 0.1 && from <= high! && to >= low! && full.get(id)! > 0
            );
          });
          const named = route.base === undefined ? [] : [route.base, ...route.alternatives];
          expect(named.map(({ id }) => id).sort()).toEqual(fits.map(({ id }) => id).sort());
          const rings = named.map(({ nearDemand }) => REGION_NEARNESS.indexOf(nearDemand));
          expect(rings).toEqual([...rings].sort((a, b) => a - b));
          if (route.base !== undefined) full.set(route.base.id, full.get(route.base.id)! - 1);
        }
      }),
    );
  });

  it('names bad pairs, bad bases and bad options', async () => {
    const pairs = [{ supply: { id: '' }, demand: 1 }, null] as unknown as MaturityPair[];
    const paths = await badPathsOf(() => routesOf(pairs, []));
    expect(paths.sort()).toEqual(['', 'demand', 'supply.id', 'supply.title']);
    const bases = [base('b', { capacity: -1 }), base('c', { capacity: '3' })];
    expect(await badPathsOf(() => routesOf([], bases))).toEqual(['capacity', 'capacity']);
    const options = { minScore: Number.NaN, farthest: 'moon', alternatives: 1.5, filter: { asOf: 'today' } };
    expect(await badPathsOf(() => routesOf([], [], options as unknown as RouteOptions))).toEqual([
      'minScore',
      'farthest',
      'alternatives',
      'filter.asOf',
    ]);
  });

  it('changes nothing that it is handed', async () => {
    const pairs = [pair({ regionCode: '210106' })];
    const before = structuredClone(pairs);
    await routesOf(pairs, [base('b', { capacity: 1 })]);
    expect(pairs).toEqual(before);
  });

  it('has labels for all codes', () => {
    expect(Object.keys(BASE_TEST_LABELS)).toEqual([...BASE_TESTS]);
    expect(ROUTE_OUTCOME_LABELS.routed.zh).toBe('已推荐平台或基地');
  });
});
