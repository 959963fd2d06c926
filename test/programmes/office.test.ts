import { readFileSync } from 'node:fs';
import { type AchievementInput, type DemandInput, InputError } from 'cuohe';
import { readAchievements, readDemands } from 'cuohe/io';
import {
  type Broker,
  brokerPerformance,
  buildChainLibrary,
  contractFigures,
  contractsOf,
  escalationList,
  invitePairs,
  matchEarly,
  planMadeToOrder,
  timetable,
} from 'cuohe/programmes';
import { createOffice, type Office } from 'cuohe/programmes/office';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { flow } from '../../examples/office/flow.ts';
import { PartyDirectory } from '../../src/programmes/office/parties.ts';
import { badPathsOf } from './bad-paths.ts';
import { sampleRegions } from './sample-file.ts';

const asOf = '2026-09-01';
const REGIONS = sampleRegions();
const sample = (name: string) =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8');
const supply = readAchievements(sample('achievements')).records;
const demands = readDemands(sample('demands')).records;
const brokers: readonly Broker[] = [{ id: 'B1', name: '张经理', capacity: 100 }];
const venues = [{ id: 'V', slots: timetable({ id: 'V', date: '2026-09-15', slots: 4, tables: 5 }) }];

const isReady = ({ kind }: AchievementInput) => kind === 'achievement' || kind === 'patent';

async function matchesAlone(office: Office, options: object) {
  const results = [];
  for await (const result of office.supply.matchAll(demands, { limit: 12, filter: { asOf }, ...options })) {
    results.push(result);
  }
  return results;
}

describe('an office', () => {
  let office: Office;
  beforeAll(async () => {
    office = await createOffice({ supply, demands, asOf, brokers, home: '210100' });
  });

  it('gives what its programmes give alone', async () => {
    const filter = { asOf, clearance: 'public' } as const;
    expect(await office.orders()).toEqual(await planMadeToOrder(office.supply, demands, { filter }));
    expect(await office.pairs()).toEqual(await invitePairs(demands, office.supply, { asOf }));
    const tagged = (records: readonly (AchievementInput | DemandInput)[], index: Office['supply']) =>
      records.map((record) => ({
        ...record,
        chains: index.chainsOf(record.id!).map(({ code, confidence }) => ({ code, confidence })),
      }));
    const library = await office.library();
    expect(library).toEqual(
      buildChainLibrary({
        achievements: tagged(supply.filter(isReady), office.supply) as AchievementInput[],
        demands: tagged(demands, office.demands as never) as DemandInput[],
        matches: await matchesAlone(office, { kinds: ['achievement', 'patent'] }),
        taxonomy: office.supply.taxonomy,
        asOf,
        cases: [],
      }),
    );
  });

  it('matches once, whoever asks', async () => {
    const first = await office.matches();
    await Promise.all([office.library(), office.pairs()]);
    expect(await office.matches()).toBe(first);
    expect(await office.take([]).matches()).toBe(first);
  });

  it('goes through the demands once for each kind of supply, and asks again only for what nothing answers', async () => {
    const own = await createOffice({ supply, demands, asOf, brokers });
    const asked: number[] = [];
    const { match, matchAll } = own.supply;
    vi.spyOn(own.supply, 'match').mockImplementation((...given) => {
      asked.push(1);
      return match.apply(own.supply, given as never) as never;
    });
    vi.spyOn(own.supply, 'matchAll').mockImplementation((queries, ...rest) => {
      asked.push(Array.from(queries as Iterable<unknown>).length);
      return matchAll.call(own.supply, queries as never, ...(rest as unknown as never[])) as never;
    });
    const since = () => asked.splice(0).filter((count) => count > 0);
    const { length: open } = await own.matches();
    expect(since()).toEqual([open]);
    await own.pairs();
    const sessions = await own.sessions({ venues });
    expect(since().reduce((sum, count) => sum + count, 0)).toBeLessThan(open / 4);
    await own.library();
    expect(since()).toEqual([open]);
    const { orders } = await own.orders();
    // Who could develop it: other kinds. The few before are those that no achievement comes near.
    expect(since().reduce((sum, count) => sum + count, 0)).toBeLessThan(2 * orders.length);
    await Promise.all([own.library(), own.pairs(), own.matches()]);
    await own.note('invited', { sessions: [] }).library();
    expect(since().every((count) => count === 1)).toBe(true);
    expect(sessions).toEqual(await office.sessions({ venues }));
    expect({ orders }).toEqual({ orders: (await office.orders()).orders });
  });

  it('has matches that other programmes take, with the results that they give alone', async () => {
    const matches = await office.matches();
    const options = { filter: { asOf } };
    const escalated = await escalationList(demands, office.supply, REGIONS, options);
    const spy = vi.spyOn(office.supply, 'match');
    expect(await escalationList(demands, office.supply, REGIONS, { ...options, matches })).toEqual(escalated);
    expect(escalated.kept.length).toBeGreaterThan(0);
    expect(spy.mock.calls.length).toBeLessThanOrEqual(demands.length - escalated.kept.length);
    spy.mockRestore();
    const kinds = ['achievement', 'direction', 'patent'] as const;
    const ready = await matchesAlone(office, { kinds: ['achievement', 'patent'] });
    const orders = await planMadeToOrder(office.supply, demands, options);
    expect(await planMadeToOrder(office.supply, demands, { ...options, matches: ready })).toEqual(orders);
    // Where the matches were cut at a score, the nearest below it is still told.
    const cut = await matchesAlone(office, { kinds: ['achievement', 'patent'], minScore: 0.3 });
    expect(await planMadeToOrder(office.supply, demands, { ...options, matches: cut })).toEqual(orders);
    const early = async (more: object) => {
      const results = [];
      const all = matchEarly(office.supply, demands, { ...options, limit: 12, ...more });
      for await (const result of all) results.push(result);
      return results;
    };
    const known = await matchesAlone(office, { kinds });
    expect(await early({ matches: known })).toEqual(await early({}));
    expect(await early({ matches: known.slice(5, 20) })).toEqual(await early({}));
    const others = [{ ...options, matches }] as const;
    await expect(planMadeToOrder(office.supply, demands, others[0])).rejects.toThrow(InputError);
    await expect(early({ matches })).rejects.toThrow(InputError);
  });

  it('hands its matches on only where nothing else is asked for', async () => {
    for (const options of [
      { kinds: ['expert', 'patent'] as const },
      { minScore: 0.4 },
      { clearance: 'secret' as const },
      { filter: { regions: ['210100'] } },
    ]) {
      expect(await office.pairs(options)).toEqual(
        await invitePairs(demands, office.supply, { asOf, ...options }),
      );
    }
    const [first] = await office.matches();
    const wrong = [{ ...first!, matches: first!.matches.map((match) => ({ ...match, index: 0 })) }];
    expect(
      (await badPathsOf(() => invitePairs(demands, office.supply, { asOf, matches: wrong }))).length,
    ).toBeGreaterThan(0);
    const later = await matchesAlone(office, { filter: { asOf: '2020-01-01' } });
    const ended = supply.filter(({ validTo }) => validTo !== undefined && validTo!.to! < asOf);
    const isGiven = later.some(({ matches }) => matches.some(({ id }) => ended.some((one) => one.id === id)));
    expect(isGiven).toBe(true);
    await expect(invitePairs(demands, office.supply, { asOf, matches: later })).rejects.toThrow(InputError);
  });

  it('works once for all who ask, and goes on for those who stay', async () => {
    const other = await createOffice({ supply: supply.slice(0, 20), demands: demands.slice(0, 20), asOf });
    const leaver = new AbortController();
    let told = 0;
    const leaving = other.matches({ signal: leaver.signal });
    const staying = other.matches({ onProgress: () => told++ });
    leaver.abort(new Error('left'));
    await expect(leaving).rejects.toThrow('left');
    expect(await staying).toHaveLength(20);
    expect(told).toBeGreaterThan(0);
  });

  it('asks again after a stop', async () => {
    const other = await createOffice({ supply: supply.slice(0, 9), demands: demands.slice(0, 9), asOf });
    await expect(other.matches({ signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow(
      'stopped',
    );
    expect((await other.matches()).length).toBe(9);
    // Whoever asks right after all have left begins anew.
    const third = await createOffice({ supply: supply.slice(0, 9), demands: demands.slice(0, 9), asOf });
    const leaver = new AbortController();
    const left = third.matches({ signal: leaver.signal });
    leaver.abort(new Error('left'));
    const [one, two] = await Promise.allSettled([left, third.matches()]);
    expect([one.status, two.status]).toEqual(['rejected', 'fulfilled']);
  });

  it('leads from a session to contracts, and changes nothing that went before', async () => {
    const plan = await office.sessions({ venues }, { method: 'greedy' });
    const pairs = plan.sessions.flatMap((session) => session.pairs);
    const held = office.take(pairs).note('invited', plan).note('met', plan, '2026-09-16');
    expect(office.ledger.cases).toEqual([]);
    const met = new Set(plan.sessions.flatMap(({ meetings }) => meetings.flatMap(({ pairIds }) => pairIds)));
    expect(met.size).toBeGreaterThan(3);
    for (const { pairId, state } of held.ledger.cases)
      expect(state).toBe(met.has(pairId) ? 'met' : 'invited');

    const staffed = held.handOut(await held.assign({ method: 'greedy' }), '2026-09-17');
    expect(staffed.ledger.cases.every(({ brokerId }) => brokerId === 'B1')).toBe(true);
    const [pairId] = met;
    const signed = staffed.append([
      { id: 's', kind: 'signed', pairId: pairId!, on: '2026-11-01', amount: 100, contract: 'service' },
    ]);
    const contracts = contractsOf(signed.ledger);
    expect(contracts).toHaveLength(1);
    expect(signed.contracts()).toEqual(contractFigures(contracts, { region: '210100' }));
    expect(signed.performance()).toEqual(brokerPerformance(signed.ledger));
    expect(signed.conversion().total.count.total).toBe(1);
    expect(signed.funnel().stages.at(-1)!.reached).toBe(1);
    expect(signed.feedback()).toContainEqual({
      demandId: contracts[0]!.demandId,
      achievementId: contracts[0]!.supplyId,
      reason: 'signed',
    });
    const { total } = await signed.library();
    expect(total.signedDemands).toEqual([contracts[0]!.demandId]);
    expect(total.openDemands!.length).toBe(new Set(pairs.map((pair) => pair.demandId)).size - 1);
    const { snapshot } = signed.registers();
    const problem = snapshot.problems.find(({ id }) => id === contracts[0]!.demandId);
    expect(problem!.achievements).toEqual([contracts[0]!.supplyId]);
    expect(signed.rows(signed.ledger)[0]!.rows[0]).toContain('张经理');
    // What is solved is planned for no more, and its records may go.
    const solved = contracts[0]!.demandId!;
    expect((await signed.pairs()).pairs.some(({ demandId }) => demandId === solved)).toBe(false);
    const { orders, served } = await signed.orders();
    expect([...served, ...orders.map(({ demandId }) => demandId)]).not.toContain(solved);
    const next = await createOffice({ supply: supply.slice(0, 3), demands: [], asOf, ledger: signed.ledger });
    expect(next.registers().snapshot.problems).toEqual([]);
  });

  it('takes a case up again on the day on which it failed, once, and not by a plan of before', async () => {
    const { pairs } = await office.pairs();
    const [pair] = pairs;
    const taken = office.take([pair!, pair!]);
    expect(taken.ledger.cases).toHaveLength(1);
    const plan = await taken.assign({ method: 'greedy' });
    const failed = taken.append([{ id: 'f', kind: 'failed', pairId: pair!.id, on: asOf }]);
    expect(failed.handOut(plan).ledger.cases[0]!.state).toBe('failed');
    expect(failed.take([pair!]).ledger.cases[0]!.state).toBe('paired');
    const late = taken.append([{ id: 'l', kind: 'failed', pairId: pair!.id, on: '2026-12-01' }]);
    expect(late.take([pair!]).ledger.cases[0]!.since).toBe('2026-12-01');
  });

  it('gives units the names that the office has for them, and shows neither secret nor ended records', async () => {
    const small = await createOffice({
      supply: [
        { id: 'A1', title: '汽轮机叶片的耐磨涂层', organization: '中科院金属所' },
        { id: 'A2', title: '汽轮机叶片的耐磨涂层二代', organization: { name: '金属所', uscc: 'x1' } },
        { id: 'A3', title: '汽轮机叶片的抗冲蚀涂层', organization: '乙所', secrecyLevel: '秘密' },
        { id: 'A4', title: '汽轮机叶片的隔热涂层', organization: '乙所', validTo: '2026-08-31' },
      ],
      demands: [{ id: 'D1', title: '汽轮机叶片耐磨涂层', organization: '丙厂' }],
      parties: [{ name: '中国科学院金属研究所', uscc: 'X1', regionCode: '210102', kind: '科研院所' }],
      asOf,
      minScore: 0.05,
    });
    const { pairs } = await small.pairs();
    expect(pairs.map(({ supplyId, parties }) => [supplyId, parties.supplier])).toEqual(
      ['A1', 'A2'].map((id) => [
        id,
        {
          id: 'org:中国科学院金属研究所',
          name: '中国科学院金属研究所',
          kind: '科研院所',
          regionCode: '210102',
          uscc: id === 'A1' ? 'X1' : 'x1',
        },
      ]),
    );
    const { total, leftOut } = await small.library();
    expect(total.achievements).toEqual(['A1', 'A2']);
    expect(leftOut.achievements).toEqual({ expired: ['A4'], withheld: 1 });
    expect([...small.titles.keys()].filter((id) => id.startsWith('A'))).toEqual(['A1', 'A2', 'A4']);
    expect(small.registers().snapshot.achievements.map(({ id }) => id)).toEqual(['A1', 'A2']);
    // A case that somebody notes by hand does not tell whose a secret record is.
    const pair = { demandId: 'D1', supplyId: 'A3' };
    const noted = small.append([{ id: 'n', kind: 'paired', pairId: 'p', pair, on: asOf }]);
    expect(JSON.stringify(noted.ledger)).not.toContain('乙所');
    expect(noted.ledger.cases[0]!.pair!.parties).toEqual({ demander: { id: 'org:丙厂', name: '丙厂' } });
    const { assignments } = await small.take(pairs).assign({ method: 'greedy' });
    expect(assignments).toEqual([]);
  });

  it('names all that is wrong with what it is opened with', async () => {
    const wrong = { supply: [{ title: '无编号' }], demands: [], asOf: 'today', partys: [], minScore: 2 };
    expect(await badPathsOf(() => createOffice(wrong as never))).toEqual(['asOf', 'minScore', 'partys']);
    const parties = [{ name: '' }, { name: '甲', aliases: [1] }] as never;
    expect(await badPathsOf(() => createOffice({ supply, demands, asOf, parties }))).toEqual([
      'name',
      'aliases[0]',
    ]);
    await expect(createOffice({ supply: [{ id: 'A', title: 1 }] as never, demands, asOf })).rejects.toThrow(
      InputError,
    );
    expect(await badPathsOf(() => createOffice({ supply, demands, asOf, ledger: null } as never))).toEqual([
      'ledger',
    ]);
    const brokers = [{ id: 1 }] as never;
    expect((await badPathsOf(() => createOffice({ supply, demands, asOf, brokers }))).length).toBeGreaterThan(
      0,
    );
    const homeless = await createOffice({ supply: [], demands: [], asOf });
    expect(await badPathsOf(() => homeless.contracts())).toEqual(['home']);
    const mistyped = { signl: 1, minScore: 0.3 } as never;
    expect(await badPathsOf(() => homeless.matches(mistyped))).toEqual(['signl', 'minScore']);
    expect(await badPathsOf(() => homeless.library(mistyped))).toEqual(['signl', 'minScore']);
    expect(() => office.contracts({ from: 'May' })).toThrow(InputError);
    expect(() => office.append([{ id: 'x', kind: 'met', pairId: 'p', on: asOf }])).toThrow(InputError);
  });

  it('runs the year of the example, of which the reports add up', async () => {
    const titles: string[] = [];
    const year = await flow((title, table) => {
      expect(table?.rows.length, title).toBeGreaterThan(0);
      titles.push(title);
    });
    expect(new Set(titles).size).toBe(titles.length);
    const contracts = contractsOf(year.ledger);
    const sum = contracts.reduce((all, { amount = 0 }) => all + amount, 0);
    expect(year.contracts().total.amount.total).toBe(sum);
    expect(year.conversion().total.amount.total).toBe(sum);
    expect(year.performance().total.amount).toBe(sum);
    expect(year.funnel().stages.at(-1)!.reached).toBe(contracts.length);
    const { total } = await year.library();
    expect([...total.signedDemands!].sort()).toEqual(contracts.map(({ demandId }) => demandId).sort());
    const links = year.registers().snapshot.problems.filter(({ achievements }) => achievements.length > 0);
    expect(links.map(({ id }) => id).sort()).toEqual(contracts.map(({ demandId }) => demandId).sort());
  });
});

describe('cases of an office', () => {
  it('know their parties from its records, and stand under its names', async () => {
    const shop = await createOffice({
      supply: [
        { id: 1, title: '刀具磨损监测', organization: '老沈工', regionCode: '210106' },
        { id: 2, title: '南荣果 研究员 苹果栽培', kind: 'expert', organization: '老沈工' },
      ],
      demands: [
        { id: 1, title: '刀具磨损', organization: '甲厂', regionCode: '210112' },
        { id: 2, title: '苹果烂皮病', organization: '乙社' },
      ],
      parties: [{ name: '沈阳工业大学', aliases: ['老沈工'], regionCode: '210106' }],
      home: '210100',
      asOf,
    });
    const paired = { kind: 'paired', on: asOf } as const;
    const demander = { id: 'org:丙厂', name: '丙厂' };
    const supplier = { id: 'org:老沈工', name: '老沈工' };
    const signed = shop.append([
      { ...paired, id: 'a', pairId: 'p', pair: { demandId: '1', supplyId: '1' } },
      { ...paired, id: 'b', pairId: 'q', pair: { demandId: '2', supplyId: '2' } },
      {
        ...paired,
        id: 'c',
        pairId: 'r',
        pair: { demandId: '9', supplyId: '9', parties: { demander, supplier } },
      },
      ...['p', 'q', 'r'].map(
        (pairId) => ({ id: `s${pairId}`, kind: 'signed', pairId, on: asOf, amount: 1 }) as const,
      ),
    ]);
    const { units } = signed.contracts();
    expect(units.map(({ name, count }) => [name.zh, count.total, count.output])).toEqual([
      ['沈阳工业大学', 3, 3],
    ]);
    // Both sides number their records from 1: what is signed of one is not signed of the other.
    const one = shop.append([
      { ...paired, id: 'a', pairId: 'p', pair: { demandId: '2', supplyId: '1' } },
      { id: 's', kind: 'signed', pairId: 'p', on: asOf },
    ]);
    expect((await one.library()).total.signedDemands).toEqual(['2']);
    expect(shop.titles.get('1')).toBeUndefined();
    expect(
      await badPathsOf(() =>
        shop.append([
          {
            ...paired,
            id: 'a',
            pairId: 'p',
            pair: { demandId: '1', supplyId: '1', parties: { demander: { id: 5 } } },
          } as never,
        ]),
      ),
    ).not.toEqual([]);
  });
});

describe('units of records', () => {
  const party = { name: '沈阳工业大学', aliases: ['沈工大'], regionCode: '210106' };

  it('stand under one name, whatever a record writes, and keep what it says of them', () => {
    const directory = new PartyDirectory([party], []);
    expect(directory.named({ id: '1', title: 'x', organization: '沈工大' } as AchievementInput)).toEqual({
      id: '1',
      title: 'x',
      organization: { name: '沈阳工业大学', regionCode: '210106' },
    });
    const told = { name: '沈工大', regionCode: '210112', phone: '…' };
    expect(
      directory.named({ id: '1', title: 'x', completingOrganizations: [told, '乙厂'] } as AchievementInput),
    ).toMatchObject({
      completingOrganizations: [{ name: '沈阳工业大学', regionCode: '210112', phone: '…' }, '乙厂'],
    });
  });

  it('change in nothing else: what is no unit, and what the office does not know, is given back itself', () => {
    const directory = new PartyDirectory([party], []);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('organization', 'title', 'id'), fc.anything()), (record) => {
        const named = directory.named(record as never) as Record<string, unknown>;
        expect({ ...named, organization: 0 }).toEqual({ ...record, organization: 0 });
      }),
      { numRuns: 100 },
    );
  });
});
