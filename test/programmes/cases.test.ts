import type { Demand } from 'cuohe';
import { createMatcher } from 'cuohe';
import type { Feedback } from 'cuohe/learn';
import {
  appendEvents,
  assignBrokers,
  type CaseLedger,
  caseFunnel,
  contractFigures,
  contractsOf,
  feedbackOf,
  invitePairs,
  type LedgerEvent,
  localConversion,
  pairedEvents,
  recommendationEvents,
  signedLinks,
  stepEvents,
} from 'cuohe/programmes';
import { EMPTY_LEDGER } from 'cuohe/programmes/cases';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractTypeOf } from '../../src/programmes/cases/contract.ts';
import { CASE_STEPS } from '../../src/programmes/cases/events.ts';
import { badPathsOf } from './bad-paths.ts';

const PARTIES = {
  demander: { id: 'org:甲厂', name: '甲厂', regionCode: '210106' },
  supplier: { id: 'org:乙所', name: '乙所', regionCode: '210102' },
};
const PAIR = { id: 'D1→A1', demandId: 'D1', supplyId: 'A1', value: 0.4, chains: ['SY13'], parties: PARTIES };

/** A case that goes through these steps, one a day. */
function story(pairId: string, kinds: readonly string[], more: object = {}): LedgerEvent[] {
  const [demandId, supplyId] = pairId.split('→') as [string, string];
  return kinds.map(
    (kind, i) =>
      ({
        id: `${pairId} ${i}`,
        kind,
        pairId,
        on: `2026-03-${String(i + 1).padStart(2, '0')}`,
        ...(kind === 'paired' ? { pair: { demandId, supplyId, parties: PARTIES } } : {}),
        ...(i === kinds.length - 1 ? more : {}),
      }) as LedgerEvent,
  );
}

const ledgerOf = (...lists: readonly LedgerEvent[][]): CaseLedger => appendEvents(EMPTY_LEDGER, lists.flat());

describe('from pairs to cases', () => {
  it('takes up pairs once, with what reports need of them', () => {
    const events = pairedEvents(EMPTY_LEDGER, [PAIR], '2026-03-01');
    const ledger = appendEvents(EMPTY_LEDGER, events);
    const { id: _, ...known } = PAIR;
    expect(ledger.cases).toEqual([
      { pairId: 'D1→A1', pair: known, state: 'paired', since: '2026-03-01', chain: 'SY13' },
    ]);
    expect(pairedEvents(ledger, [PAIR], '2026-04-01')).toEqual([]);
    const failed = appendEvents(ledger, [{ id: 'f', kind: 'failed', pairId: PAIR.id, on: '2026-04-01' }]);
    expect(pairedEvents(failed, [PAIR], '2026-05-01')).toHaveLength(1);
  });

  it('notes invitations and meetings of open cases that are not past them', () => {
    const ledger = ledgerOf(
      story('D1→A1', ['paired']),
      story('D2→A2', ['paired', 'contacted']),
      story('D3→A3', ['paired', 'failed']),
      story('D4→A4', ['paired', 'invited']),
    );
    const ids = ledger.cases.map(({ pairId }) => pairId);
    const invited = stepEvents(ledger, 'invited', [...ids, 'D9→A9'], '2026-04-01');
    expect(invited.map(({ pairId }) => pairId)).toEqual(['D1→A1']);
    const met = stepEvents(ledger, 'met', ids, '2026-04-02');
    expect(met.map(({ pairId }) => pairId)).toEqual(['D1→A1', 'D4→A4']);
    expect(appendEvents(ledger, [...invited, ...met]).cases.map(({ state }) => state)).toEqual([
      'met',
      'contacted',
      'failed',
      'met',
    ]);
  });

  it('goes from invitations over brokers to a contract without a join by hand', async () => {
    const demand: Partial<Demand> & { id: string; title: string } = {
      id: 'D1',
      title: '叶片涂层磨损',
      organization: { name: '甲厂', regionCode: '210106' },
    };
    const supply = createMatcher([
      { id: 'A1', title: '汽轮机叶片的耐磨涂层', organization: { name: '乙所', regionCode: '320500' } },
    ]);
    const { pairs } = await invitePairs([demand], supply, { asOf: '2026-03-01' });
    const plan = await assignBrokers(pairs, [{ id: 'B1', capacity: 2 }], { method: 'greedy' });
    const opened = appendEvents(EMPTY_LEDGER, recommendationEvents(plan, pairs, '2026-03-01'));
    const signed = appendEvents(opened, [
      {
        id: 's',
        kind: 'signed',
        pairId: 'D1→A1',
        on: '2026-06-01',
        amount: 500_000,
        contract: 'development',
      },
    ]);
    const contracts = contractsOf(signed);
    expect(contracts).toEqual([
      {
        id: 'D1→A1',
        demandId: 'D1',
        supplyId: 'A1',
        ...(pairs[0]!.chains[0] === undefined ? {} : { chain: pairs[0]!.chains[0] }),
        brokerId: 'B1',
        unit: { id: 'org:乙所', name: '乙所', regionCode: '320500' },
        receiver: { id: 'org:甲厂', name: '甲厂', regionCode: '210106' },
        contract: 'development',
        amount: 500_000,
        signed: '2026-06-01',
      },
    ]);
    expect(localConversion(contracts).total.count).toMatchObject({ local: 0, elsewhere: 1 });
    expect(contractFigures(contracts, { region: '210100' }).total.amount).toMatchObject({
      output: 0,
      absorbed: 500_000,
    });
    expect(signedLinks(signed)).toEqual([{ achievement: 'A1', problem: 'D1' }]);
    expect(feedbackOf(signed) satisfies Feedback[]).toEqual([
      { demandId: 'D1', achievementId: 'A1', reason: 'signed' },
    ]);
    expect(contractsOf(signed, { to: '2026-05-31' })).toEqual([]);
    expect(await badPathsOf(() => contractsOf(signed, { to: 'May' }))).toEqual(['to']);
  });

  it('assigns a case that an office took up before it had a broker', async () => {
    const ledger = appendEvents(EMPTY_LEDGER, pairedEvents(EMPTY_LEDGER, [PAIR], '2026-03-01'));
    const plan = await assignBrokers([PAIR], [{ id: 'B1', capacity: 2 }], { method: 'greedy' });
    const events = recommendationEvents(plan, [PAIR], '2026-03-02', ledger);
    expect(events).toMatchObject([{ kind: 'assigned', brokerId: 'B1' }]);
    expect(appendEvents(ledger, events).cases).toMatchObject([{ brokerId: 'B1', state: 'paired' }]);
  });

  it('learns of what people did, and nothing of silence or of what is no matter of the technology', () => {
    const ledger = ledgerOf(
      story('D1→A1', ['paired']),
      story('D2→A2', ['paired', 'invited', 'met']),
      story('D3→A3', ['paired', 'failed'], { reason: 'technology' }),
      story('D4→A4', ['paired', 'failed'], { reason: 'funds' }),
      story('D5→A5', ['paired', 'contacted', 'failed'], { reason: 'price' }),
      story('D6→A6', ['paired', 'failed']),
    );
    expect(feedbackOf(ledger).map(({ demandId, reason }) => [demandId, reason])).toEqual([
      ['D3', 'scientific-doubt'],
      ['D5', 'too-expensive'],
    ]);
  });
});

describe('caseFunnel', () => {
  it('counts who came how far, and where the others stand', () => {
    const ledger = ledgerOf(
      story('D1→A1', ['paired', 'invited', 'met', 'contacted', 'negotiating', 'signed']),
      // Signed at once: came through all steps, of which the ledger has two.
      story('D2→A2', ['paired', 'signed']),
      story('D3→A3', ['paired', 'invited', 'failed'], { reason: 'no-answer' }),
      story('D4→A4', ['paired', 'contacted', 'failed'], { reason: 'price' }),
      story('D5→A5', ['paired', 'contacted', 'failed'], { reason: 'price' }),
      story('D6→A6', ['paired', 'met']),
      story('D7→A7', ['paired']),
      [{ id: 'm', kind: 'mined', demandId: 'D7', brokerId: 'B1', on: '2026-03-01' }],
    );
    const { mined, stages, failures } = caseFunnel(ledger);
    expect(mined).toBe(1);
    expect(
      stages.map(({ state, reached, noted, open, failed }) => [state, reached, noted, open, failed]),
    ).toEqual([
      ['paired', 7, 7, 1, 0],
      ['invited', 6, 2, 0, 1],
      ['met', 5, 2, 1, 0],
      ['contacted', 4, 3, 0, 2],
      ['negotiating', 2, 1, 0, 0],
      ['signed', 2, 2, 0, 0],
    ]);
    expect(stages[3]!.ofPrevious).toBe(4 / 5);
    expect(stages[5]!.ofFirst).toBe(2 / 7);
    // Five days and one: three in the middle.
    expect(stages[5]!.medianDays).toBe(3);
    expect(failures).toEqual([
      { reason: 'price', count: 2 },
      { reason: 'no-answer', count: 1 },
    ]);
    expect(caseFunnel(ledger, { asOf: '2026-03-01' }).stages.map(({ reached }) => reached)).toEqual([
      7, 0, 0, 0, 0, 0,
    ]);
    expect(caseFunnel(ledger, { from: '2026-03-02' }).stages[0]!.reached).toBe(0);
  });

  it('adds up: who reached a step went on, stands there, or failed there', () => {
    const ways = fc.array(fc.subarray(['invited', 'met', 'contacted', 'negotiating', 'signed', 'failed']), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(ways, (lists) => {
        const stories = lists.map((list, i) => {
          const isOver = list.indexOf('signed');
          return story(`D${i}→A`, ['paired', ...(isOver < 0 ? list : list.slice(0, isOver + 1))]);
        });
        const { stages } = caseFunnel(ledgerOf(...stories));
        expect(stages.map(({ state }) => state)).toEqual(CASE_STEPS);
        for (const [i, { state, reached, open, failed }] of stages.entries()) {
          const further = stages[i + 1]?.reached ?? 0;
          const signed = state === 'signed' ? reached : 0;
          expect(reached).toBe(further + open + failed + signed);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('names bad options', async () => {
    expect(await badPathsOf(() => caseFunnel(EMPTY_LEDGER, { asOf: 'now', chian: 'x' } as never))).toEqual([
      'asOf',
      'chian',
    ]);
  });
});

describe('contractFigures', () => {
  const place = fc.constantFrom(
    '210102',
    '210106',
    '2101',
    '21',
    '210404',
    '320500',
    undefined,
    '沈抚示范区',
  );
  const contract = fc.record(
    {
      unit: fc.record({ name: fc.constantFrom('甲大学', '乙所'), regionCode: place }),
      receiver: fc.record({ name: fc.constantFrom('丙厂有限公司', '丙厂', '丁厂'), regionCode: place }),
      amount: fc.constantFrom(10.01, '30万元', '20~50万元', '面议', '3万美元'),
      signed: fc.constantFrom('2025-03-01', '2025年12月', '2026', '去年'),
      contract: fc.constantFrom('development', '技术转让合同', '专利许可', '其他'),
    },
    { requiredKeys: [] },
  );

  it('adds up in every table, and counts what lies within once', () => {
    fc.assert(
      fc.property(fc.array(contract, { maxLength: 12 }), (list) => {
        const contracts = JSON.parse(JSON.stringify(list.map((one, i) => ({ ...one, id: `c${i}` }))));
        const { types, units, receivers, years, total } = contractFigures(contracts, { region: '210100' });
        expect(total.count.total).toBe(list.length);
        for (const rows of [types, units, receivers, years]) {
          for (const of of ['count', 'amount'] as const) {
            for (const way of ['output', 'absorbed', 'within', 'outside', 'unknown', 'total'] as const) {
              const sum = rows.reduce((all, row) => all + Math.round(row[of][way] * 100), 0);
              expect(sum).toBe(Math.round(total[of][way] * 100));
            }
          }
        }
        const { output, absorbed, within, outside, unknown } = total.count;
        expect(output + absorbed - within + outside + unknown).toBe(list.length);
      }),
      { numRuns: 100 },
    );
  });

  it('tells output from what is absorbed, and what is too coarse to tell', () => {
    const of = (unit: string | undefined, receiver: string | undefined, id: string) => ({
      id,
      unit: { name: '甲', ...(unit === undefined ? {} : { regionCode: unit }) },
      receiver: { name: '乙', ...(receiver === undefined ? {} : { regionCode: receiver }) },
      amount: 100,
    });
    const { count } = contractFigures(
      [
        of('210102', '320500', '1'),
        of('320500', '210106', '2'),
        of('210102', '210106', '3'),
        of('320500', '310000', '4'),
        of('210000', '320500', '5'),
        of(undefined, undefined, '6'),
        of(undefined, '210100', '7'),
      ],
      { region: '210100' },
    ).total;
    expect(count).toEqual({ output: 2, absorbed: 3, within: 1, outside: 1, unknown: 2, total: 7 });
  });

  it('leaves out by the period, and names those of which the day does not tell', () => {
    const of = (id: string, signed: string) => ({ id, signed });
    const figures = contractFigures(
      [of('a', '2025-06-30'), of('b', '2025年'), of('c', '2024'), of('d', '春天'), of('e', '2025年5月')],
      { region: '21', from: '2025-01-01', to: '2025-06-30' },
    );
    expect(figures.total.count.total).toBe(2);
    expect(figures.undated).toEqual(['b', 'd']);
  });

  it('reads types of contracts as offices write them', () => {
    const read = ['技术开发（委托）', '委托研发', '专利实施许可', '技术咨询服务', '', '买卖', 'service'].map(
      contractTypeOf,
    );
    expect(read).toEqual([
      'development',
      'development',
      'licence',
      // Of two types one must be told.
      undefined,
      undefined,
      undefined,
      'service',
    ]);
  });
});
