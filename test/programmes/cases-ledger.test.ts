import { InputError } from 'cuohe';
import {
  appendEvents,
  assignBrokers,
  type Broker,
  brokerPerformance,
  type CaseLedger,
  type LedgerEvent,
  recommendationEvents,
  withLoads,
} from 'cuohe/programmes';
import { CASE_TRANSITIONS, EMPTY_LEDGER } from 'cuohe/programmes/cases';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_STATES, type CaseState, EVENT_SHAPE, isPlainStep } from '../../src/programmes/cases/events.ts';
import { badPathsOf } from './bad-paths.ts';
import { sampleFile } from './sample-file.ts';

const event = (
  id: string,
  kind: CaseState,
  pairId = 'p',
  more: Partial<{ brokerId: string; on: string; chain: string; amount: number }> = {},
): LedgerEvent => ({ id, kind, pairId, brokerId: 'b', on: '2026-03-01', ...more }) as LedgerEvent;

/** Events of a few cases, demands and brokers, mostly in no order that is allowed. */
const events: fc.Arbitrary<LedgerEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('mined' as const, 'assigned' as const, ...CASE_STATES),
      what: fc.constantFrom('x', 'y'),
      brokerId: fc.constantFrom('b', 'c', undefined),
      day: fc.integer({ min: 1, max: 4 }),
      chain: fc.option(fc.constantFrom('SY01', 'SY02'), { nil: undefined }),
      amount: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map(({ kind, what, day, amount, ...rest }, i): LedgerEvent => {
      const common = { ...rest, id: `e${i}`, on: `2026-03-0${day}` } as const;
      const { brokerId = 'b' } = rest;
      if (kind === 'mined') return { ...common, kind, brokerId, demandId: what } as LedgerEvent;
      if (kind === 'assigned') return { ...common, kind, brokerId, pairId: what } as LedgerEvent;
      return {
        ...common,
        kind,
        pairId: what,
        ...(kind === 'signed' && amount !== undefined ? { amount } : {}),
      } as LedgerEvent;
    }),
  );

/** Who has a case after these events: whom the last one named, since it was last paired. */
function holderIn(list: readonly LedgerEvent[]): string | undefined {
  const from = list.findLastIndex(({ kind }) => kind === 'paired');
  return list.slice(Math.max(0, from)).findLast(({ brokerId }) => brokerId !== undefined)?.brokerId;
}

/** The events that are allowed one after the other, told from the rules alone. */
function allowed(list: readonly LedgerEvent[]): { good: LedgerEvent[]; bad: string[] } {
  const good: LedgerEvent[] = [];
  const bad: string[] = [];
  for (const one of list) {
    const before = good.filter((other) =>
      one.kind === 'mined'
        ? other.kind === 'mined' && other.demandId === one.demandId
        : other.kind !== 'mined' && other.pairId === one.pairId,
    );
    const last = before.at(-1);
    const state = before.findLast(({ kind }) => kind !== 'assigned')?.kind as CaseState | undefined;
    const holder = holderIn(before);
    const follows = () => {
      if (state === undefined) return one.kind === 'paired';
      const isOpen = state !== 'signed' && state !== 'failed';
      const isNext =
        one.kind === 'assigned'
          ? isOpen && holder === undefined
          : CASE_TRANSITIONS[state].includes(one.kind as CaseState);
      const isTheirs = state === 'failed' || (holder ?? one.brokerId) === (one.brokerId ?? holder);
      return isNext && isTheirs && one.on >= last!.on;
    };
    if (one.kind === 'mined' ? last === undefined : follows()) good.push(one);
    else bad.push(one.id);
  }
  return { good, bad };
}

describe('appendEvents', () => {
  it('takes all events or none, and names each that may not follow', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { good, bad } = allowed(list);
        if (bad.length > 0) {
          let named: readonly (string | undefined)[] = [];
          try {
            appendEvents(EMPTY_LEDGER, list);
          } catch (error) {
            named = (error as InputError).issues.map(({ id }) => id);
          }
          expect(named).toEqual(bad);
        }
        const ledger = appendEvents(EMPTY_LEDGER, good);
        expect(ledger.events).toEqual(good);
        for (const { pairId, state, since, brokerId } of ledger.cases) {
          const own = good.filter((one) => one.kind !== 'mined' && one.pairId === pairId);
          const last = own.findLast(({ kind }) => kind !== 'assigned')!;
          expect([state, since, brokerId]).toEqual([last.kind, last.on, holderIn(own)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same ledger event by event, all at once and from its saved events; the old one stays', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { good } = allowed(list);
        const whole = appendEvents(EMPTY_LEDGER, good);
        let ledger: CaseLedger = EMPTY_LEDGER;
        for (const one of good) {
          const before = structuredClone(ledger);
          const next = appendEvents(ledger, [one]);
          expect(ledger).toEqual(before);
          ledger = next;
        }
        expect(ledger).toEqual(whole);
        expect(appendEvents(EMPTY_LEDGER, JSON.parse(JSON.stringify(whole.events)))).toEqual(whole);
        expect(EMPTY_LEDGER).toEqual({ events: [], cases: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('says which states may follow', () => {
    const error = (() => {
      try {
        appendEvents(EMPTY_LEDGER, [
          event('1', 'paired'),
          event('2', 'negotiating'),
          event('3', 'contacted'),
          event('4', 'contacted', 'q'),
        ]);
      } catch (thrown) {
        return thrown;
      }
      return undefined;
    })();
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).issues).toEqual([
      {
        index: 2,
        id: '3',
        place: 'events',
        path: 'kind',
        expected: 'signed (签约) or failed (失败) after negotiating (洽谈)',
        received: 'contacted (接洽)',
      },
      {
        index: 3,
        id: '4',
        place: 'events',
        path: 'kind',
        expected: 'paired (推荐) of a new case',
        received: 'contacted (接洽)',
      },
    ]);
  });

  it('keeps a case with its broker until it fails; then another may take it up', async () => {
    const ledger = appendEvents(EMPTY_LEDGER, [event('1', 'paired', 'p', { chain: 'SY01' })]);
    const byOther = event('2', 'contacted', 'p', { brokerId: 'c' });
    expect(await badPathsOf(() => appendEvents(ledger, [byOther]))).toEqual(['brokerId']);
    const { cases } = appendEvents(ledger, [
      event('2', 'failed'),
      event('3', 'paired', 'p', { brokerId: 'c', on: '2026-04-01' }),
    ]);
    expect(cases).toEqual([
      { pairId: 'p', brokerId: 'c', state: 'paired', since: '2026-04-01', chain: 'SY01' },
    ]);
  });

  it('refuses ids of the ledger, days that run backwards and demands found twice', async () => {
    const mined = (id: string, brokerId: string): LedgerEvent => ({
      id,
      kind: 'mined',
      demandId: 'd',
      brokerId,
      on: '2026-03-01',
    });
    const ledger = appendEvents(EMPTY_LEDGER, [event('1', 'paired'), mined('m', 'b')]);
    const again = [
      event('1', 'contacted'),
      event('2', 'contacted', 'p', { on: '2026-02-28' }),
      mined('n', 'c'),
    ];
    expect(await badPathsOf(() => appendEvents(ledger, again))).toEqual(['id', 'on', 'demandId']);
  });

  it('names every event of bad shape', async () => {
    const bad = [
      { id: 'a', kind: 'won', pairId: 'p', brokerId: 'b', on: '2026-03-01' },
      { id: 'b', kind: 'mined', brokerId: '', on: '2026-02-30' },
      { id: 'c', kind: 'contacted', pairId: 'p', brokerId: 'b', on: '2026-03-01', amount: 5 },
      { id: 'd', kind: 'signed', pairId: 'p', brokerId: 'b', on: '2026-03-01', amount: -5 },
      { id: 'd', kind: 'signed', pairId: 'p', brokerId: 'b', on: '2026-03-01' },
      { id: 'e', kind: 'signed', pairId: 'p', contract: 'loan', on: '2026-03-01' },
      { id: 'f', kind: 'corrected', pairId: 'p', on: '2026-03-01' },
      { id: 'g', kind: 'met', pairId: 'p', on: '2026-03-01', pair: { demandId: 'd', supplyId: 's' } },
      { id: 'h', kind: 'paired', pairId: 'p', on: '2026-03-01', pair: { demandId: 'd' } },
      null,
    ] as never;
    expect(await badPathsOf(() => appendEvents(EMPTY_LEDGER, bad))).toEqual([
      'kind',
      'on',
      'brokerId',
      'demandId',
      'amount',
      'amount',
      'id',
      'contract',
      '',
      'pair',
      'pair.supplyId',
      '',
    ]);
  });

  it('reads no event field by field that is good beyond doubt, and no bad one goes by unread', () => {
    const text = fc.constantFrom<unknown>('a', 'a'.repeat(1024), '', 'a'.repeat(1025), 7, null, undefined);
    const day = fc.constantFrom(
      '2026-02-28',
      '2026-02-29',
      '2024-02-29',
      '2026-13-01',
      '2026-1-1',
      '2026-04-31',
      3,
    );
    const more = fc.record({ pair: text, amount: text, contract: text, reason: text }, { requiredKeys: [] });
    const kind = fc.constantFrom('mined', 'assigned', 'won', ...CASE_STATES);
    const some = fc.record({ id: text, kind, on: day, chain: text, pairId: text, brokerId: text });
    fc.assert(
      fc.property(some, more, (one, rest) => {
        const given = { ...one, ...rest };
        if (isPlainStep(given)) expect(EVENT_SHAPE.safeParse(given).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(isPlainStep(event('a', 'signed'))).toBe(true);
  });

  it('takes ids of any kind', () => {
    const list = [event('__proto__', 'paired', '__proto__', { brokerId: 'constructor', chain: '__proto__' })];
    const { brokers, chains } = brokerPerformance(appendEvents(EMPTY_LEDGER, list));
    expect([brokers[0]!.key, chains[0]!.key]).toEqual(['constructor', '__proto__']);
  });
});

describe('brokerPerformance', () => {
  it('adds up to the total by broker and by chain, in any period', () => {
    fc.assert(
      fc.property(
        events,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (list, from, to) => {
          const { good } = allowed(list);
          const [first, last] = [Math.min(from, to), Math.max(from, to)];
          const period = { from: `2026-03-0${first}`, to: `2026-03-0${last}` };
          const { brokers, chains, total } = brokerPerformance(appendEvents(EMPTY_LEDGER, good), period);
          const counted = good.filter(({ on }) => on >= period.from && on <= period.to);
          expect(total.mined).toBe(counted.filter(({ kind }) => kind === 'mined').length);
          for (const state of CASE_STATES) {
            expect(total.entered[state]).toBe(counted.filter(({ kind }) => kind === state).length);
          }
          for (const rows of [brokers, chains]) {
            const sum = (of: (row: (typeof rows)[number]) => number) =>
              rows.reduce((all, row) => all + of(row), 0);
            expect(sum(({ mined }) => mined)).toBe(total.mined);
            expect(sum(({ amount }) => amount)).toBe(total.amount);
            expect(sum(({ withoutAmount }) => withoutAmount)).toBe(total.withoutAmount);
            for (const state of CASE_STATES)
              expect(sum(({ entered }) => entered[state])).toBe(total.entered[state]);
            expect(rows.map(({ entered }) => entered.signed)).toEqual(
              rows.map(({ entered }) => entered.signed).toSorted((a, b) => b - a),
            );
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('counts the sample: two deals, one failure taken up again', () => {
    const ledger = appendEvents(EMPTY_LEDGER, sampleFile<LedgerEvent>('programmes/broker-events'));
    const { brokers, chains, total } = brokerPerformance(ledger);
    expect(total).toEqual({
      mined: 5,
      taken: 6,
      entered: { paired: 6, invited: 0, met: 0, contacted: 5, negotiating: 3, signed: 2, failed: 1 },
      amount: 2_060_000,
      withoutAmount: 0,
    });
    // B06 found both demands of the mill and signed the greater contract.
    expect(brokers[0]).toMatchObject({ key: 'B06', mined: 2, amount: 1_800_000 });
    // What follows a pairing counts under its chain: the orchard's case was paired under SY25.
    expect(chains.find(({ key }) => key === 'SY25')).toMatchObject({ amount: 260_000, mined: 1 });
    const spring = brokerPerformance(ledger, { to: '2026-05-31' });
    expect(spring.total.entered.signed).toBe(1);
  });

  it('counts what happened before a case changed its chain under the old one', () => {
    const list = [
      event('1', 'paired', 'p', { chain: 'SY01' }),
      event('2', 'failed', 'p', { on: '2026-03-02' }),
      event('3', 'paired', 'p', { chain: 'SY02', on: '2026-03-03' }),
      event('4', 'contacted', 'p', { on: '2026-03-04' }),
    ];
    const { chains } = brokerPerformance(appendEvents(EMPTY_LEDGER, list), { from: '2026-03-02' });
    expect(
      chains.map(({ key, entered }) => [key, entered.paired, entered.contacted, entered.failed]),
    ).toEqual([
      ['SY02', 1, 1, 0],
      ['SY01', 0, 0, 1],
    ]);
  });

  it('counts the corrected sum, on the day of the contract, for the broker who signed', () => {
    const list = [
      event('1', 'paired', 'p', { chain: 'SY01' }),
      event('2', 'contacted', 'p', { on: '2026-03-02' }),
      { id: '3', kind: 'handed-over', pairId: 'p', brokerId: 'b', to: 'c', on: '2026-03-03' },
      event('4', 'negotiating', 'p', { brokerId: 'c', on: '2026-03-04' }),
      event('5', 'signed', 'p', { brokerId: 'c', on: '2026-03-05', amount: 120 }),
      { id: '6', kind: 'corrected', pairId: 'p', brokerId: 'c', on: '2026-05-01', amount: 12 },
    ] as const;
    const ledger = appendEvents(EMPTY_LEDGER, list);
    expect(ledger.cases).toMatchObject([
      { pairId: 'p', brokerId: 'c', state: 'signed', since: '2026-03-05' },
    ]);
    const { brokers, total } = brokerPerformance(ledger, { to: '2026-03-31' });
    expect(total).toMatchObject({ amount: 12, withoutAmount: 0 });
    expect(brokers.map(({ key, amount }) => [key, amount])).toEqual([
      ['c', 12],
      ['b', 0],
    ]);
    expect(brokerPerformance(ledger, { from: '2026-04-01' }).total.amount).toBe(0);
  });

  it('keeps why a case failed, and refuses hand-overs and corrections that cannot be', async () => {
    const open = appendEvents(EMPTY_LEDGER, [event('1', 'paired', 'p', { on: '2026-03-05' })]);
    const failed = appendEvents(open, [
      { ...event('2', 'failed', 'p', { on: '2026-03-06' }), reason: 'price' } as LedgerEvent,
    ]);
    expect(failed.cases[0]).toMatchObject({ state: 'failed', reason: 'price' });
    const handOver = {
      id: 'h',
      kind: 'handed-over',
      pairId: 'p',
      brokerId: 'b',
      to: 'c',
      on: '2026-03-07',
    } as const;
    const correction = {
      id: 'c',
      kind: 'corrected',
      pairId: 'p',
      brokerId: 'b',
      amount: 1,
      on: '2026-03-07',
    } as const;
    const pathsOf = (ledger: CaseLedger, one: object) =>
      badPathsOf(() => appendEvents(ledger, [one as LedgerEvent]));
    expect(await pathsOf(failed, handOver)).toEqual(['kind']);
    expect(await pathsOf(EMPTY_LEDGER, handOver)).toEqual(['kind']);
    expect(await pathsOf(open, correction)).toEqual(['kind']);
    expect(await pathsOf(open, { ...handOver, to: 'b' })).toEqual(['to']);
    expect(await pathsOf(open, { ...handOver, brokerId: 'x' })).toEqual(['brokerId']);
    expect(await pathsOf(open, { ...handOver, on: '2026-03-04' })).toEqual(['on']);
    expect(await pathsOf(open, { ...event('2', 'failed'), on: '2026-03-06', reason: 'mood' })).toEqual([
      'reason',
    ]);
    const handed = appendEvents(open, [handOver]);
    expect(handed.cases[0]).toMatchObject({ brokerId: 'c', state: 'paired', since: '2026-03-05' });
    expect(await pathsOf(handed, event('9', 'contacted', 'p', { brokerId: 'c', on: '2026-03-06' }))).toEqual([
      'on',
    ]);
    expect(
      withLoads(
        [
          { id: 'b', capacity: 2 },
          { id: 'c', capacity: 2 },
        ],
        handed,
      ).map(({ load }) => load),
    ).toEqual([0, 1]);
  });

  it('names a bad period', async () => {
    expect(
      await badPathsOf(() => brokerPerformance(EMPTY_LEDGER, { from: 'May', to: '2026-13-01' })),
    ).toEqual(['from', 'to']);
  });
});

describe('from plan to ledger and back', () => {
  it('records a plan, and the next plan knows the load', async () => {
    const brokers: Broker[] = [{ id: 'b', capacity: 2, load: 9 }];
    const pairs = ['p', 'q', 'r'].map((id, i) => ({ id, value: 0.5 - i / 10, chains: ['SY01', 'SY02'] }));
    const first = await assignBrokers(pairs, withLoads(brokers, EMPTY_LEDGER));
    const ledger = appendEvents(EMPTY_LEDGER, recommendationEvents(first, pairs, '2026-03-01'));
    expect(ledger.cases.map(({ pairId, state, chain }) => [pairId, state, chain])).toEqual([
      ['p', 'paired', 'SY01'],
      ['q', 'paired', 'SY01'],
    ]);
    expect(withLoads(brokers, ledger)).toEqual([{ id: 'b', capacity: 2, load: 2 }]);
    const { unassigned } = await assignBrokers(pairs.slice(2), withLoads(brokers, ledger));
    expect(unassigned).toMatchObject([{ reason: 'no-capacity' }]);
    const over = appendEvents(ledger, [event('1', 'failed'), event('2', 'contacted', 'q')]);
    expect(withLoads(brokers, over)[0]!.load).toBe(1);
  });
});
