import {
  type Participant,
  type Schedule,
  type ScheduleInput,
  type SessionSlot,
  scheduleMeetings,
  timetable,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeetingPair } from '../../src/programmes/sessions/meetings.ts';
import { badPathsOf } from './bad-paths.ts';

/** From 11:20 on, so that slots are in both half-days. */
const moment = (minutes: number) => {
  const at = minutes + 11 * 60 + 20;
  return `2026-09-15T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};

/** Slots that may overlap: each begins at one of a few moments and lasts one or two steps. */
const slots = (most: number) =>
  fc
    .array(fc.record({ at: fc.nat(3), length: fc.integer({ min: 1, max: 2 }), tables: fc.nat(3) }), {
      minLength: 1,
      maxLength: most,
    })
    .map((drafts) =>
      drafts.map(
        ({ at, length, tables }, i): SessionSlot => ({
          id: `s${i}`,
          start: moment(at * 20),
          end: moment((at + length) * 20),
          tables,
        }),
      ),
    );

/** Organisations take either side, so that a pair may be of one with itself. */
const WHO = ['A', 'B', 'C', 'D', 'E'];

const input = (mostPairs: number, mostSlots: number): fc.Arbitrary<Required<ScheduleInput>> =>
  fc
    .record({
      drafts: fc.array(
        fc.record({
          value: fc.integer({ min: 1, max: 20 }),
          demander: fc.constantFrom(...WHO),
          supplier: fc.constantFrom(...WHO),
          only: fc.option(fc.nat(mostSlots - 1), { nil: undefined, freq: 3 }),
        }),
        { maxLength: mostPairs },
      ),
      slots: slots(mostSlots),
      limits: fc.uniqueArray(
        fc.record(
          {
            id: fc.constantFrom(...WHO),
            seats: fc.integer({ min: 1, max: 2 }),
            maxMeetings: fc.nat(2),
            available: fc
              .tuple(fc.nat(3), fc.integer({ min: 1, max: 4 }))
              .map(([from, length]) => [{ start: moment(from * 20), end: moment((from + length) * 20) }]),
          },
          { requiredKeys: ['id'] },
        ),
        { selector: ({ id }) => id, maxLength: 4 },
      ),
    })
    .map(({ drafts, slots: own, limits }) => ({
      pairs: drafts.map(({ only, value, ...pair }, i): MeetingPair => {
        const slot = only === undefined ? undefined : own[only % own.length]!.id;
        return { id: `p${i}`, value: value / 20, ...pair, ...(slot === undefined ? {} : { slots: [slot] }) };
      }),
      slots: own,
      participants: limits as Participant[],
    }));

/** Whether pairs in slots keep every condition, told from the conditions alone. */
function isAllowed(
  { pairs, slots: all, participants }: Required<ScheduleInput>,
  placed: readonly [string, string][],
) {
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  const slotOf = new Map(all.map((slot) => [slot.id, slot]));
  const limitsOf = (id: string): Participant => participants.find((one) => one.id === id) ?? { id };
  const sits = placed.map(([pair, slot]) => ({ pair: pairOf.get(pair)!, slot: slotOf.get(slot)! }));
  const once = new Set(placed.map(([pair]) => pair)).size === placed.length;
  // Pairs of the same two in one slot are one meeting.
  const twoOf = ({ demander, supplier }: MeetingPair) => [demander, supplier].sort().join();
  const meetings = [...new Map(sits.map((sit) => [`${twoOf(sit.pair)} ${sit.slot.id}`, sit])).values()];
  const halfDays = meetings.map(({ pair, slot }) => `${twoOf(pair)} ${slot.start < '2026-09-15T12:00'}`);
  const oncePerHalfDay = new Set(halfDays).size === halfDays.length;
  const tables = all.every((slot) => meetings.filter((sit) => sit.slot === slot).length <= slot.tables);
  const each = sits.every(({ pair, slot }) => {
    const both = [pair.demander, pair.supplier];
    const mayUse = pair.slots === undefined || pair.slots.includes(slot.id);
    const canCome = both.every((id) => {
      const { available } = limitsOf(id);
      return available?.some(({ start, end }) => start <= slot.start && slot.end <= end) ?? true;
    });
    return mayUse && canCome && pair.demander !== pair.supplier;
  });
  const people = WHO.every((id) => {
    const { seats = 1, maxMeetings = Number.POSITIVE_INFINITY } = limitsOf(id);
    const own = meetings.filter(({ pair }) => pair.demander === id || pair.supplier === id);
    const minutes = Array.from({ length: 120 }, (_, minute) => moment(minute));
    const atOnce = minutes.map(
      (minute) => own.filter(({ slot }) => slot.start <= minute && minute < slot.end).length,
    );
    return own.length <= maxMeetings && atOnce.every((count) => count <= seats);
  });
  return once && oncePerHalfDay && tables && each && people;
}

const placesOf = ({ meetings }: Schedule) =>
  meetings.flatMap(({ pairIds, slotId }) => pairIds.map((id): [string, string] => [id, slotId]));

/** The greatest value by trying everything. */
function bestValue(task: Required<ScheduleInput>): number {
  const search = (at: number, placed: [string, string][], value: number): number => {
    const pair = task.pairs[at];
    if (pair === undefined) return value;
    let best = search(at + 1, placed, value);
    for (const { id } of task.slots) {
      const more: [string, string][] = [...placed, [pair.id, id]];
      if (isAllowed(task, more)) best = Math.max(best, search(at + 1, more, value + pair.value));
    }
    return best;
  };
  return search(0, [], 0);
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return [...items]
    .map((item, i) => ({ item, key: ((i + 1) * 7919 * (seed + 1)) % 1009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe('scheduleMeetings', () => {
  it('reaches the value that trying every schedule finds, and says that it is the best', async () => {
    await fc.assert(
      fc.asyncProperty(input(5, 3), async (task) => {
        const schedule = await scheduleMeetings(task);
        expect(schedule.value).toBeCloseTo(bestValue(task), 9);
        expect(schedule.optimal).toBe(true);
        expect(schedule.bound).toBeCloseTo(schedule.value, 6);
      }),
      { numRuns: 150 },
    );
  });

  it('never breaks a condition, by either method, and loses no pair', async () => {
    await fc.assert(
      fc.asyncProperty(input(16, 5), fc.constantFrom('highs', 'greedy'), async (task, method) => {
        const schedule = await scheduleMeetings(task, { method });
        const { meetings, unplaced } = schedule;
        expect(isAllowed(task, placesOf(schedule))).toBe(true);
        const ids = [...meetings.flatMap(({ pairIds }) => pairIds), ...unplaced.map(({ pairId }) => pairId)];
        expect(ids.sort()).toEqual(task.pairs.map(({ id }) => id).sort());
        const tables = meetings.map(({ slotId, table }) => `${slotId} ${table}`);
        expect(new Set(tables).size).toBe(tables.length);
        for (const { slotId, table } of meetings) {
          const slot = task.slots.find(({ id }) => id === slotId)!;
          expect(table).toBeGreaterThanOrEqual(1);
          expect(table).toBeLessThanOrEqual(slot.tables);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no place free that an unplaced pair could take, by either method', async () => {
    await fc.assert(
      fc.asyncProperty(input(10, 4), fc.constantFrom('highs', 'greedy'), async (task, method) => {
        const schedule = await scheduleMeetings(task, { method });
        for (const { pairId } of schedule.unplaced) {
          for (const { id } of task.slots) {
            expect(isAllowed(task, [...placesOf(schedule), [pairId, id]])).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('states a bound that the best schedule does not exceed, also without a solver', async () => {
    await fc.assert(
      fc.asyncProperty(input(5, 3), async (task) => {
        const greedy = await scheduleMeetings(task, { method: 'greedy' });
        expect(greedy.method).toBe('greedy');
        expect(greedy.bound).toBeGreaterThanOrEqual(bestValue(task) - 1e-9);
        expect(greedy.value).toBeLessThanOrEqual(greedy.bound);
        if (greedy.optimal) expect(greedy.value).toBeCloseTo(bestValue(task), 4);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same schedule whatever the order of the input, and changes nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        input(10, 4),
        fc.nat(50),
        fc.constantFrom('highs', 'greedy'),
        async (task, seed, method) => {
          const before = structuredClone(task);
          const schedule = await scheduleMeetings(task, { method });
          const other = {
            pairs: shuffled(task.pairs, seed),
            slots: shuffled(task.slots, seed),
            participants: shuffled(task.participants, seed),
          };
          expect(await scheduleMeetings(other, { method })).toEqual(schedule);
          expect(task).toEqual(before);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('settles all demands that the same two parties have in one meeting of a half-day', async () => {
    const slots = timetable({ id: 'M', date: '2026-09-15', slots: 3, tables: 2 });
    const pairs = [pair('p1', '甲', '所', 0.2), pair('p2', '甲', '所', 0.4), pair('p3', '所', '甲', 0.3)];
    for (const method of ['highs', 'greedy'] as const) {
      const { meetings, value, bound } = await scheduleMeetings({ pairs, slots }, { method });
      expect(meetings).toHaveLength(1);
      expect(meetings[0]).toMatchObject({ pairIds: ['p2', 'p3', 'p1'], demander: '甲', supplier: '所' });
      expect([meetings[0]!.value, value, bound].map((sum) => sum.toFixed(9))).toEqual(
        Array.from({ length: 3 }, () => '0.900000000'),
      );
    }
  });

  it('lets the same two meet again in another half-day for what is open only there', async () => {
    const slots = ['09:00', '13:30'].flatMap((from, i) =>
      timetable({ id: `H${i}`, date: '2026-09-15', from, slots: 2 }),
    );
    const only = (id: string, ...own: string[]) => pair(id, '甲', '所', 0.5, { slots: own });
    const again = await scheduleMeetings({ pairs: [only('a', 'H0-1'), only('b', 'H1-2')], slots });
    expect(again.meetings.map(({ slotId }) => slotId)).toEqual(['H0-1', 'H1-2']);
    const once = await scheduleMeetings({ pairs: [only('a', 'H0-1'), only('b', 'H0-2')], slots });
    expect(once.meetings.map(({ pairIds }) => pairIds)).toEqual([['a']]);
    expect(once.unplaced).toMatchObject([{ pairId: 'b', reason: 'met' }]);
  });

  it('keeps to the conditions where two parties have more to settle than it tries in every choice', async () => {
    const slots = timetable({ id: 'M', date: '2026-09-15', slots: 10, tables: 2 });
    const pairs = Array.from({ length: 9 }, (_, i) =>
      pair(`p${i}`, '甲', '所', 0.5, { slots: [slots[9]!.id, slots[i]!.id] }),
    );
    const { meetings, optimal } = await scheduleMeetings({ pairs, slots });
    expect(meetings.map(({ pairIds }) => pairIds.length)).toEqual([9]);
    expect(optimal).toBe(true);
  });

  it('settles all that is open to a meeting, however many ways two parties have to share it out', async () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.subarray([0, 1, 2, 3, 4])), {
      minLength: 7,
      maxLength: 24,
    });
    const rooms = [0, 20, 50, 70, 90].map(
      (at, i): SessionSlot => ({ id: `s${i}`, start: moment(at), end: moment(at + 20), tables: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(some, fc.constantFrom('highs', 'greedy'), async (drafts, method) => {
        const pairs = drafts.map(([value, own], i) =>
          pair(`p${i}`, i % 2 ? 'A' : 'B', i % 2 ? 'B' : 'A', value, { slots: own.map((s) => `s${s}`) }),
        );
        const task = { pairs, slots: rooms, participants: [] };
        const schedule = await scheduleMeetings(task, { method });
        expect(isAllowed(task, placesOf(schedule))).toBe(true);
        for (const { pairId } of schedule.unplaced) {
          for (const { id } of rooms) {
            expect(isAllowed(task, [...placesOf(schedule), [pairId, id]])).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives up less value than the gap that it may', async () => {
    await fc.assert(
      fc.asyncProperty(input(14, 4), async (task) => {
        const { value, bound } = await scheduleMeetings(task, { gap: 0.2 });
        expect(value).toBeGreaterThanOrEqual(bound * 0.8 - 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  const morning = timetable({ id: 'M', date: '2026-09-15', slots: 2, tables: 1 });
  const pair = (
    id: string,
    demander: string,
    supplier: string,
    value = 0.5,
    more: Partial<MeetingPair> = {},
  ) => ({
    id,
    demander,
    supplier,
    value,
    ...more,
  });

  it.each([
    ['same-participant', [pair('x', 'A', 'A')], [], ['A']],
    ['no-slot', [pair('x', 'A', 'B', 0.5, { slots: [] })], [], []],
    ['unavailable', [pair('x', 'A', 'B')], [{ id: 'B', available: [] }], ['B']],
    ['meetings-full', [pair('a', 'A', 'B'), pair('x', 'A', 'C', 0.4)], [{ id: 'A', maxMeetings: 1 }], ['A']],
    ['tables-full', [pair('a', 'A', 'B'), pair('b', 'C', 'D'), pair('x', 'E', 'F', 0.4)], [], []],
  ] as const)(
    'says %s of a pair without a place, and who is the cause',
    async (reason, pairs, participants, who) => {
      const { unplaced } = await scheduleMeetings({ pairs, slots: morning, participants });
      expect(unplaced).toEqual([{ pairId: 'x', value: pairs.at(-1)!.value, reason, participants: who }]);
    },
  );

  it('names both of a pair whose free times do not meet', async () => {
    const [first, second] = morning;
    const participants = [
      { id: 'A', available: [first!] },
      { id: 'B', available: [second!] },
    ];
    const { unplaced } = await scheduleMeetings({
      pairs: [pair('x', 'A', 'B')],
      slots: morning,
      participants,
    });
    expect(unplaced).toMatchObject([{ reason: 'unavailable', participants: ['A', 'B'] }]);
  });

  it('says who sits elsewhere where tables are free', async () => {
    const slots = timetable({ id: 'M', date: '2026-09-15', slots: 1, tables: 5 });
    const pairs = [pair('a', 'A', 'B'), pair('x', 'A', 'C', 0.4)];
    const { unplaced } = await scheduleMeetings({ pairs, slots });
    expect(unplaced).toMatchObject([{ reason: 'sitting-elsewhere', participants: ['A'] }]);
  });

  it('says occupied where one slot has no table left and in the other somebody sits elsewhere', async () => {
    const slots = [
      { ...morning[0]!, tables: 1 },
      { ...morning[1]!, tables: 2 },
    ];
    const pairs = [
      pair('a', 'C', 'D', 0.9, { slots: ['M-1'] }),
      pair('b', 'A', 'E', 0.9, { slots: ['M-2'] }),
      pair('x', 'A', 'B', 0.1),
    ];
    const { unplaced } = await scheduleMeetings({ pairs, slots });
    expect(unplaced).toMatchObject([{ pairId: 'x', reason: 'occupied', participants: ['A'] }]);
  });

  it('lets a participant with two seats sit at two tables at once, and one with one seat not', async () => {
    const slots = timetable({ id: 'M', date: '2026-09-15', slots: 1, tables: 5 });
    const pairs = [pair('a', 'A', 'B'), pair('b', 'A', 'C')];
    const one = await scheduleMeetings({ pairs, slots });
    const two = await scheduleMeetings({ pairs, slots, participants: [{ id: 'A', seats: 2 }] });
    expect([one.meetings.length, two.meetings.length]).toEqual([1, 2]);
  });

  it('keeps a demander at its table from slot to slot', async () => {
    const slots = timetable({ id: 'M', date: '2026-09-15', slots: 3, tables: 2 });
    const pairs = [pair('a1', 'A', 'X'), pair('a2', 'A', 'Y'), pair('a3', 'A', 'Z'), pair('b1', 'B', 'X')];
    const { meetings } = await scheduleMeetings({ pairs, slots });
    expect(new Set(meetings.filter(({ demander }) => demander === 'A').map(({ table }) => table)).size).toBe(
      1,
    );
  });

  it('beats taking the most valuable pair first where that blocks two others', async () => {
    const slots = timetable({ id: 'M', date: '2026-09-15', slots: 1, tables: 5 });
    const pairs = [pair('a', 'A', 'X', 0.5), pair('b', 'A', 'Y', 0.4), pair('c', 'B', 'X', 0.4)];
    const best = await scheduleMeetings({ pairs, slots });
    const greedy = await scheduleMeetings({ pairs, slots }, { method: 'greedy' });
    expect([best.value, greedy.value]).toEqual([0.8, 0.5]);
    expect([best.optimal, greedy.optimal]).toEqual([true, false]);
  });

  it('takes ids of any kind', async () => {
    const slots = timetable({ id: '__proto__', date: '2026-09-15', slots: 1 });
    const pairs = [pair('__proto__', 'constructor', '\ud800'), pair('\udc00', '__proto__', 'toString')];
    const { meetings } = await scheduleMeetings({ pairs, slots });
    expect(meetings.map(({ pairIds }) => pairIds)).toEqual([['__proto__'], ['\udc00']]);
  });

  it('schedules nothing out of nothing', async () => {
    const nothing = { meetings: [], unplaced: [], value: 0, bound: 0, optimal: true };
    expect(await scheduleMeetings({ pairs: [], slots: [] })).toEqual({ method: 'highs', ...nothing });
    const { unplaced } = await scheduleMeetings({ pairs: [pair('x', 'A', 'B')], slots: [] });
    expect(unplaced).toMatchObject([{ reason: 'no-slot' }]);
  });

  it('plans values of any size alike', async () => {
    const slots = timetable({ id: 'M', date: '2026-09-15', slots: 1, tables: 5 });
    for (const unit of [1e-300, 1e-9, 1e9]) {
      const pairs = [
        pair('a', 'A', 'X', unit),
        pair('b', 'A', 'Y', 0.8 * unit),
        pair('c', 'B', 'X', 0.8 * unit),
      ];
      const { meetings } = await scheduleMeetings({ pairs, slots });
      expect(meetings.map(({ pairIds }) => pairIds)).toEqual([['b'], ['c']]);
    }
  });

  it('names every bad pair, slot, participant and option', async () => {
    const pairs = [pair('a', 'A', 'B', Number.NaN), pair('a', 'A', '', 0), null as never];
    const slots = [
      { id: 's', start: '2026-02-30T09:00', end: '2026-03-01T09:00', tables: 1 },
      { id: 't', start: '2026-03-01T09:00', end: '2026-03-01T09:00', tables: 1.5 },
    ];
    const participants = [{ id: 'A', seats: -1, available: [{ start: '9:00', end: '2026-03-01T09:00' }] }];
    expect(await badPathsOf(() => scheduleMeetings({ pairs, slots, participants }))).toEqual([
      'value',
      'value',
      'supplier',
      'id',
      '',
      'start',
      'tables',
      'seats',
      'available[0].start',
    ]);
    const unknown = [
      pair('a', 'A', 'B', 1, { slots: ['M-1', 'M-9'] }),
      pair('b', 'A', 'B', 1, { slots: ['?'] }),
    ];
    expect(await badPathsOf(() => scheduleMeetings({ pairs: unknown, slots: morning }))).toEqual([
      'slots[1]',
      'slots[0]',
    ]);
    const options = { method: 'magic', gap: 1, signal: {}, onProgress: 1 } as never;
    expect((await badPathsOf(() => scheduleMeetings({ pairs: [], slots: [] }, options))).sort()).toEqual([
      'gap',
      'method',
      'onProgress',
      'signal',
    ]);
  });

  it('stops at the signal and reports progress', async () => {
    const pairs = [pair('a', 'A', 'X'), pair('b', 'B', 'Y')];
    const stop = AbortSignal.abort(new Error('stopped'));
    await expect(scheduleMeetings({ pairs, slots: morning }, { signal: stop })).rejects.toThrow('stopped');
    const seen: number[] = [];
    await scheduleMeetings({ pairs, slots: morning }, { onProgress: ({ done }) => seen.push(done) });
    expect(seen.at(-1)).toBeGreaterThan(0);
  });
});

describe('timetable', () => {
  it('cuts a half-day into slots with pauses, past midnight too', () => {
    expect(timetable({ id: 'S', date: '2026-09-15', slots: 2, tables: 3 })).toEqual([
      { id: 'S-1', start: '2026-09-15T09:00', end: '2026-09-15T09:20', tables: 3 },
      { id: 'S-2', start: '2026-09-15T09:25', end: '2026-09-15T09:45', tables: 3 },
    ]);
    const late = timetable({ id: 'S', date: '2026-12-31', from: '23:50', slots: 1, minutes: 30 });
    expect(late[0]).toMatchObject({ start: '2026-12-31T23:50', end: '2027-01-01T00:20', tables: 10 });
  });

  it('names every bad option', async () => {
    const bad = { id: '', date: '2026-02-30', from: '9:00', slots: 0, minutes: 0, pause: -1, tables: 0.5 };
    expect(await badPathsOf(() => timetable(bad))).toEqual(Object.keys(bad));
  });
});
