import { readFileSync } from 'node:fs';
import { type AchievementInput, createMatcher, type DemandInput, suggestThreshold } from 'cuohe';
import {
  alerts,
  type ChainLeader,
  type MadeToOrderOptions,
  planMadeToOrder,
  tagRecords,
  watchLists,
} from 'cuohe/programmes';
import { DEVELOPER_KINDS } from 'cuohe/programmes/made-to-order';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievements, demand, PARTS } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const asOf = '2026-09-01';
const demands = read<DemandInput>('demands');

describe('made to order, on the sample', () => {
  const matcher = createMatcher(read<AchievementInput>('achievements'));
  const options = { filter: { asOf } };
  const plan = planMadeToOrder(matcher, demands, options);
  const orderOf = async (id: string) => (await plan).orders.find(({ demandId }) => demandId === id);

  it('orders no demand that an achievement serves well', async () => {
    const { served, orders, leftOut } = await plan;
    // A005, A060 and A065 do what D004, D031 and D051 ask for.
    expect(served).toEqual(expect.arrayContaining(['D004', 'D031', 'D051']));
    // D052 has ended by the day of the filter.
    expect(leftOut).toEqual({ expired: ['D052'], withheld: 0 });
    expect([...served, ...orders.map(({ demandId }) => demandId), ...leftOut.expired].sort()).toEqual(
      demands.map(({ id }) => id),
    );
  });

  it('says that nothing serves a demand only where nothing ready is near, and names the nearest else', async () => {
    const expected = JSON.parse(
      readFileSync(new URL('../../examples/data/expected.json', import.meta.url), 'utf8'),
    ) as Record<string, string[]>;
    const { orders, minScore } = await plan;
    expect(minScore).toBeNull();
    for (const { demandId, standing, best, reason } of orders) {
      expect(standing).toBe(best!.level!.level > 0 ? 'uncertain' : 'none');
      expect(reason.zh).toContain(`“${best!.title}”（${best!.id}）`);
      // What the sample expects for a demand is the one that is named.
      if (standing === 'uncertain') {
        expect(expected[demandId]).toContain(best!.id);
        expect(reason.zh).toContain('是否适用需核实');
      } else expect(reason.zh).toContain('没有看出能满足的现成成果或专利');
    }
    expect(orders.filter(({ standing }) => standing === 'uncertain').length).toBe(11);
  });

  it('sends a computer virus to nobody who tests pigs for another', async () => {
    const order = await orderOf('D035');
    expect(order!.units.flatMap(({ records }) => records.map(({ id }) => id))).toEqual(['A067']);
  });

  it('asks the unit that owns the nearest achievement and the team of the field', async () => {
    const order = await orderOf('D040');
    // A large language model for drawings and repair records: A075 is near, and team A115 makes such systems.
    expect(order!.best?.id).toBe('A075');
    expect(order!.units.map(({ name }) => name)).toEqual(['蒲河信息学院']);
    const [unit] = order!.units;
    expect(unit!.records.map(({ id, kind }) => [id, kind])).toEqual([
      ['A075', 'achievement'],
      ['A115', 'team'],
    ]);
    expect(unit!.regionCode).toBe('210113');
    expect(unit!.reason.zh).toMatch(/^蒲河信息学院：有1项相关成果、1个团队，涉及“大模型”/);
    expect(unit!.records[0]!.phrases).toContain('大模型');
    expect(order!.reason.zh).toBe(
      '最接近的成果是“制造企业私有知识库大语言模型问答系统”（A075），是否适用需核实；可与蒲河信息学院商议定向研发。',
    );
  });

  it('advises an open call where nobody is near', async () => {
    // Piano soundboards and ski boards: nobody in the sample works on them.
    for (const id of ['D057', 'D058']) {
      const order = await orderOf(id);
      expect(order!.units).toEqual([]);
      expect(order!.reason.zh).toContain('公开张榜');
    }
  });

  it('brings in an expert where the threshold is high', async () => {
    const strict = await planMadeToOrder(matcher, [demands.find(({ id }) => id === 'D004')!], {
      ...options,
      minScore: 0.9,
    });
    expect([strict.minScore, strict.orders[0]!.standing]).toEqual([0.9, 'uncertain']);
    const institute = strict.orders[0]!.units.find(({ name }) => name === '浑河特种材料研究所');
    // A112 is the institute's expert for thermal barrier coatings.
    expect(institute!.records.map(({ id }) => id)).toEqual(expect.arrayContaining(['A005', 'A112']));
  });
});

const plan = (
  supply: readonly AchievementInput[],
  wanted: readonly DemandInput[],
  options: Partial<MadeToOrderOptions> = {},
) => planMadeToOrder(createMatcher(supply, PARTS), wanted, { minScore: 0.5, ...options });

describe('planMadeToOrder', () => {
  const query = { id: 'q', title: '热障涂层' };

  it('puts each demand into one of two lists, by the best achievement or patent', async () => {
    const minScore = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(achievements(), demand, minScore, async (records, wanted, least) => {
        const matcher = createMatcher(records, PARTS);
        const filter = { asOf, clearance: 'top-secret' } as const;
        const [best] = matcher.match(wanted, { kinds: ['achievement', 'patent'], limit: 1, filter }).matches;
        const { served, orders, leftOut } = await planMadeToOrder(matcher, [wanted], {
          minScore: least,
          filter,
        });
        if (leftOut.expired.length > 0) return;
        const isServed = best !== undefined && best.score >= least;
        expect(served).toEqual(isServed ? ['q'] : []);
        expect(orders.map((order) => order.best && [order.best.id, order.best.score])).toEqual(
          isServed ? [] : [best && [best.id, best.score]],
        );
      }),
    );
  });

  it('orders nothing for a demand above the clearance or past the day, and tells the score that it speaks of', async () => {
    const wanted = [
      { ...query, id: 'open' },
      { ...query, id: 'secret', secrecyLevel: '机密' },
      { ...query, id: 'ended', validTo: '2026-01-01' },
    ];
    const told = await plan([], wanted, { minScore: 0.135, filter: { asOf } });
    expect(told.orders.map(({ demandId }) => demandId)).toEqual(['open']);
    expect(told.leftOut).toEqual({ expired: ['ended'], withheld: 1 });
    expect([told.asOf, told.minScore]).toEqual([asOf, 0.135]);
    expect(told.orders[0]!.reason.zh).toMatch(/^库内没有相关的成果或专利，/);
    expect(told.orders[0]!.reason.en).toMatch(/^No achievement or patent has to do with it, /);
    const all = await plan([], wanted, { filter: { clearance: '绝密', includeExpired: true } });
    expect([all.orders.length, all.asOf]).toEqual([3, null]);
  });

  it('lets a patent serve as the chain library does, and says that the nearest is one', async () => {
    const patents = [
      { id: 'P1', kind: 'patent', title: '刀具磨损监测方法', organization: '浑南大学' },
    ] as const;
    const wanted = [{ id: 'D1', title: '刀具磨损监测' }];
    const matcher = createMatcher(patents);
    const [{ id, level } = {}] = matcher.match(wanted[0]!).matches;
    expect([id, level!.level >= 2]).toEqual(['P1', true]);
    expect((await planMadeToOrder(matcher, wanted)).served).toEqual(['D1']);
    const strict = await planMadeToOrder(matcher, wanted, { minScore: 1 });
    expect(strict.orders[0]!.best?.kind).toBe('patent');
    expect(strict.orders[0]!.reason.zh).toMatch(/^最接近的专利是“刀具磨损监测方法”（P1），是否适用需核实；/);
    // A direction is no result yet.
    const direction = [{ ...patents[0], kind: 'direction' }] as const;
    expect((await planMadeToOrder(createMatcher(direction), wanted)).served).toEqual([]);
  });

  it('goes by levels where they hold, and asks for a score where there is none to be drawn', async () => {
    await fc.assert(
      fc.asyncProperty(achievements(), demand, async (records, wanted) => {
        const matcher = createMatcher(records, PARTS);
        const filter = { clearance: 'top-secret' } as const;
        const [best] = matcher.match(wanted, {
          kinds: ['achievement', 'patent'],
          limit: 1,
          filter: { includeExpired: true, ...filter },
        }).matches;
        const { served, orders } = await planMadeToOrder(matcher, [wanted], { filter });
        expect(served.length > 0).toBe(best !== undefined && best.level!.level >= 2);
        const standing = best !== undefined && best.level!.level === 1 ? 'uncertain' : 'none';
        expect(orders.map((order) => order.standing)).toEqual(served.length > 0 ? [] : [standing]);
      }),
      { numRuns: 40 },
    );
    const few = createMatcher([{ id: '1', title: '热障涂层' }], { ...PARTS, levels: false });
    expect(await badPathsOf(() => planMadeToOrder(few, [query]))).toEqual(['minScore']);
  });

  it('draws a score from the collection where there are no levels', async () => {
    const records = read<AchievementInput>('achievements');
    const [levelled, plain] = [createMatcher(records), createMatcher(records, { levels: false })];
    const drawn = await planMadeToOrder(plain, demands, { filter: { asOf } });
    expect(drawn.minScore).toBe(suggestThreshold(plain, { noise: 0.001 }).minScore);
    const { served } = await planMadeToOrder(levelled, demands, { filter: { asOf } });
    expect(drawn.served).toEqual(expect.arrayContaining([...served]));
  });

  it('names a unit by a record of the object, keeps the order of the matcher, and lists no record twice', async () => {
    const names = fc.array(fc.option(fc.constantFrom('甲所', '甲所有限公司', '乙大学'), { nil: undefined }), {
      minLength: 12,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(achievements(), demand, names, async (records, wanted, units) => {
        const owned = records.map((record, i) => ({ ...record, organization: units[i] }));
        const matcher = createMatcher(owned, PARTS);
        const { orders } = await planMadeToOrder(matcher, [wanted], { minScore: 1, filter: { asOf } });
        const near = matcher.match(wanted, { kinds: DEVELOPER_KINDS, limit: 15, filter: { asOf } }).matches;
        for (const order of orders) {
          const listed = order.units.flatMap(({ records: list }) => list.map(({ id }) => id));
          expect(new Set(listed).size).toBe(listed.length);
          expect(near.map(({ id }) => id)).toEqual(expect.arrayContaining(listed));
          for (const { records: list } of order.units) {
            expect(list.length).toBeGreaterThan(0);
            expect(list.some(({ phrases }) => phrases.length > 0)).toBe(true);
          }
          const ranks = order.units.map(({ records: list }) =>
            list.map(({ id }) => near.findIndex((m) => m.id === id)),
          );
          for (const rank of ranks) expect(rank).toEqual([...rank].sort((a, b) => a - b));
          // Records without a unit are one group, and the last.
          const keys = order.units.map(({ key }) => key);
          expect(keys.slice(0, -1)).not.toContain(null);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });

  it('names as many units as asked for, and never drops the records without one', async () => {
    const supply: AchievementInput[] = [
      { id: '1', kind: 'team', title: '热障涂层', organization: '甲' },
      { id: '2', kind: 'team', title: '热障涂层', organization: '乙' },
      { id: '3', kind: 'team', title: '热障涂层' },
      { id: '4', kind: 'team', title: '热障涂层', completingOrganizations: ['丙', '丁'] },
    ];
    const { orders } = await plan(supply, [query], { units: 1 });
    expect(orders[0]!.units.map(({ name, records }) => [name, records.map(({ id }) => id)])).toEqual([
      ['甲', ['1']],
      [null, ['3']],
    ]);
    const all = await plan(supply, [query]);
    expect(all.orders[0]!.units.map(({ name }) => name)).toEqual(['甲', '乙', '丙', null]);
    const nameless = await plan([supply[2]!], [query]);
    expect(nameless.orders[0]!.reason.zh).toContain('未注明单位');
  });

  it('keeps to the caller’s kinds and filter', async () => {
    const supply: AchievementInput[] = [
      { id: '1', kind: 'direction', title: '热障涂层', organization: '甲', secrecyLevel: '机密' },
      { id: '2', kind: 'instrument', title: '热障涂层', organization: '乙' },
    ];
    const names = async (options: Partial<MadeToOrderOptions>) =>
      (await plan(supply, [query], options)).orders[0]!.units.map(({ name }) => name);
    expect(await names({})).toEqual([]);
    expect(await names({ filter: { clearance: 'top-secret' } })).toEqual(['甲']);
    expect(await names({ kinds: ['instrument'] })).toEqual(['乙']);
  });

  it('names bad demands and bad options', async () => {
    const bad = [{ id: 'q' }, query, query] as unknown as DemandInput[];
    expect(await badPathsOf(() => plan([], bad))).toEqual(['title', 'id', 'id']);
    const options = { minScore: 3, records: -1, units: 0.5, filter: 1, signal: 1 };
    expect(await badPathsOf(() => plan([], [], options as unknown as MadeToOrderOptions))).toEqual([
      'minScore',
      'records',
      'units',
      'filter',
      'signal',
    ]);
    expect(await badPathsOf(() => plan([], [], { minScore: 0.2, nearScore: 0.3 }))).toEqual(['nearScore']);
    const kinds = { kinds: ['team', 'firm'] } as unknown as MadeToOrderOptions;
    expect(await badPathsOf(() => plan([], [query], kinds))).toEqual(['kinds[1]']);
  });

  it('stops when told', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(plan([], [query], { signal })).rejects.toThrow('enough');
  });
});

describe('watchLists on the sample', () => {
  it('gather the open demands of each chain leader by chain', async () => {
    const tagged = await tagRecords(demands, 'demand', createMatcher([]));
    const leaders = read<ChainLeader>('programmes/chain-leaders');
    const { lists, others } = watchLists(leaders, tagged, { asOf, minScore: 0.16 });
    expect(lists.map(({ leaderId, profile }) => [leaderId, profile?.queries.map(({ id }) => id)])).toEqual([
      ['CL1', ['D011', 'D012']],
      ['CL2', ['D003', 'D004', 'D014']],
      ['CL3', ['D021', 'D040']],
      // Named with its group in brackets, and by an alias.
      ['CL4', ['D031', 'D032']],
      // A maker of satellites has posted nothing.
      ['CL5', undefined],
    ]);
    // Vacuum pumps and electrostatic chucks for etching are equipment of chip making.
    expect(lists[0]!.byChain).toContainEqual({ code: 'SY06', demands: ['D011', 'D012'] });
    expect(lists[1]!.profile!.chains).toEqual(['SY02', 'SY03', 'SY08']);
    expect(lists.map(({ profile }) => profile?.minScore)).toEqual([0.16, 0.16, 0.2, 0.16, undefined]);
    expect(others).toHaveLength(60 - 9);
  });
});

describe('watchLists', () => {
  const leaders: ChainLeader[] = [{ id: 'l', name: '甲集团' }];
  const one = (more: Partial<DemandInput>): DemandInput => ({
    id: 'd',
    title: '',
    organization: '甲集团',
    ...more,
  });
  const listOf = (more: Partial<DemandInput>) =>
    watchLists(leaders, [one(more)], { asOf, minScore: 0 }).lists[0]!;

  it('watch a demand up to the last day of its validity', () => {
    const isOpen = (validTo: DemandInput['validTo']) => listOf({ validTo }).profile !== undefined;
    expect(['2026-09-01', '2026年9月', '长期', undefined].map(isOpen)).toEqual([true, true, true, true]);
    expect(['2026-08-31', '2025年'].map(isOpen)).toEqual([false, false]);
    expect(listOf({ validTo: '2025年' })).toEqual({
      leaderId: 'l',
      byChain: [],
      withoutChain: [],
      closed: ['d'],
      withheld: 0,
    });
  });

  it('hold nothing of a demand above the clearance but its number', () => {
    const secret = one({ title: '七号配方', secrecyLevel: '秘密', chains: ['T1'] });
    const open = { ...secret, id: 'e', organization: '乙厂' };
    const hidden = watchLists(leaders, [secret, open], { asOf, minScore: 0 });
    expect(hidden.lists[0]).toEqual({
      leaderId: 'l',
      byChain: [],
      withoutChain: [],
      closed: [],
      withheld: 1,
    });
    expect(hidden.others).toEqual([]);
    const shown = watchLists(leaders, [secret, open], { asOf, minScore: 0, clearance: 'confidential' });
    expect([shown.lists[0]!.withheld, shown.lists[0]!.byChain[0]?.demands, shown.others]).toEqual([
      0,
      ['d'],
      ['e'],
    ]);
  });

  it('are plain JSON, the demands as they were given', () => {
    const given = one({ chains: ['T1', { code: 'T2' }], budget: '面议' });
    const { lists } = watchLists(leaders, [given], { asOf, minScore: 0.3 });
    expect(JSON.parse(JSON.stringify(lists))).toEqual([
      {
        leaderId: 'l',
        profile: { id: 'l', name: '甲集团', queries: [given], minScore: 0.3 },
        byChain: [
          { code: 'T1', demands: ['d'] },
          { code: 'T2', demands: ['d'] },
        ],
        withoutChain: [],
        closed: [],
        withheld: 0,
      },
    ]);
  });

  it('are profiles that alerts take as they are', async () => {
    const wanted = one({ title: '热障涂层', chains: ['T1'] });
    const [list] = watchLists([{ ...leaders[0]!, chains: ['T1'] }], [wanted], { asOf, minScore: 0.1 }).lists;
    const matcher = createMatcher(
      [
        { id: 'a', title: '热障涂层', chains: ['T1'] },
        { id: 'b', title: '热障涂层', chains: ['T2'] },
      ],
      PARTS,
    );
    const { profiles } = await alerts([list!.profile!], matcher);
    expect(
      profiles.map(({ profileId, alerts: told }) => [profileId, told.map(({ match }) => match.id)]),
    ).toEqual([['l', ['a']]]);
  });

  it('lose no demand', () => {
    const wanted = fc.array(
      fc.record({
        organization: fc.option(fc.constantFrom('甲', '甲有限公司', '乙', '丙', '__proto__', ''), {
          nil: undefined,
        }),
        validTo: fc.option(fc.constantFrom('2025-01-01', '2027-01-01'), { nil: undefined }),
        chains: fc.option(fc.uniqueArray(fc.constantFrom('T1', 'T2')), { nil: undefined }),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(wanted, (list) => {
        const numbered = list.map((record, i) => ({ id: `d${i}`, title: '', ...record }));
        const { lists, others } = watchLists(
          [
            { id: '1', name: '甲公司' },
            { id: '2', name: '__proto__', aliases: ['乙'] },
          ],
          numbered,
          { asOf, minScore: 0 },
        );
        const spread = lists.flatMap(({ profile, closed }) => [
          ...(profile?.queries ?? []).map(({ id }) => id),
          ...closed,
        ]);
        expect([...spread, ...others].sort()).toEqual(numbered.map(({ id }) => id).sort());
        for (const { profile, byChain, withoutChain } of lists) {
          const listed = new Set([...byChain.flatMap(({ demands: ids }) => ids), ...withoutChain]);
          expect([...listed].sort()).toEqual((profile?.queries ?? []).map(({ id }) => id).sort());
        }
      }),
    );
  });

  it('name every bad leader, demand and option', async () => {
    const bad = [
      { id: 'l', name: ' ' },
      { id: 'l', name: '甲', chains: 'T1', minScore: 2 },
    ] as unknown as ChainLeader[];
    const paths = await badPathsOf(() =>
      watchLists(bad, [{ id: 'd' } as DemandInput], { asOf, minScore: 0 }),
    );
    expect(paths).toEqual(['name', 'chains', 'minScore', 'id', 'title']);
    expect(await badPathsOf(() => watchLists([], [], { asOf: '2026-02-30', minScore: -1 }))).toEqual([
      'asOf',
      'minScore',
    ]);
  });
});
