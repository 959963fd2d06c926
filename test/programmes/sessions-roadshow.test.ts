import { planRoadshow, type Roadshow, type RoadshowInput, timetable } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoadshowPair } from '../../src/programmes/sessions/showings.ts';
import { badPathsOf } from './bad-paths.ts';

const SLOTS = timetable({ id: 'L', date: '2026-09-15', slots: 3 });

const input: fc.Arbitrary<Required<RoadshowInput>> = fc
  .record({
    drafts: fc.array(
      fc.record({
        supply: fc.nat(4),
        // A party may own what is presented and want something too.
        demander: fc.constantFrom('A', 'B', 'C', 'U0', 'U1'),
        value: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 10 },
    ),
    slots: fc.subarray(SLOTS),
    participants: fc.uniqueArray(
      fc.record(
        {
          id: fc.constantFrom('A', 'B', 'U0', 'U1'),
          maxMeetings: fc.nat(2),
          available: fc.subarray(SLOTS),
        },
        { requiredKeys: ['id'] },
      ),
      { selector: ({ id }) => id },
    ),
  })
  .map(({ drafts, slots, participants }) => ({
    pairs: drafts.map(
      ({ supply, demander, value }, i): RoadshowPair => ({
        id: `p${i}`,
        supplyId: `a${supply}`,
        // Two suppliers own what is presented.
        supplier: `U${supply % 2}`,
        demander,
        value: value / 10,
      }),
    ),
    slots,
    participants,
  }));

/** Value of each supply record in each slot: 0 where its supplier, or everybody who asks for it, cannot come. */
function worth({ pairs, participants }: Required<RoadshowInput>, supplyId: string, slotId: string): number {
  const canCome = (who: string) =>
    participants
      .find(({ id }) => id === who)
      ?.available?.some((free) => (free as { id?: string }).id === slotId) ?? true;
  return pairs
    .filter((pair) => pair.supplyId === supplyId && pair.demander !== pair.supplier)
    .filter((pair) => canCome(pair.supplier) && canCome(pair.demander))
    .reduce((sum, { value }) => sum + value, 0);
}

/** The greatest value by trying everything. */
function bestValue(task: Required<RoadshowInput>): number {
  const supplies = [...new Set(task.pairs.map(({ supplyId }) => supplyId))];
  const search = (slot: number, shown: readonly string[]): number => {
    if (slot === task.slots.length) return 0;
    let best = search(slot + 1, shown);
    for (const supplyId of supplies.filter((id) => !shown.includes(id))) {
      const supplier = `U${Number(supplyId.slice(1)) % 2}`;
      const most = task.participants.find(({ id }) => id === supplier)?.maxMeetings ?? 9;
      const given = shown.filter((id) => Number(id.slice(1)) % 2 === Number(supplyId.slice(1)) % 2).length;
      if (given >= most) continue;
      const value = worth(task, supplyId, task.slots[slot]!.id);
      if (value > 0) best = Math.max(best, value + search(slot + 1, [...shown, supplyId]));
    }
    return best;
  };
  return search(0, []);
}

function checkPlan(task: Required<RoadshowInput>, { presentations, unpresented }: Roadshow) {
  const slots = presentations.map(({ slotId }) => slotId);
  expect(new Set(slots).size).toBe(slots.length);
  const ids = [...presentations, ...unpresented].map(({ supplyId }) => supplyId);
  expect(ids.sort()).toEqual([...new Set(task.pairs.map(({ supplyId }) => supplyId))].sort());
  for (const { supplyId, slotId, value, audience } of presentations) {
    expect(value).toBeCloseTo(worth(task, supplyId, slotId), 9);
    const heard = audience
      .flatMap(({ pairIds }) => pairIds)
      .map((id) => task.pairs.find((pair) => pair.id === id)!);
    expect(heard.reduce((sum, pair) => sum + pair.value, 0)).toBeCloseTo(value, 9);
  }
}

describe('planRoadshow', () => {
  it('reaches the value that trying everything finds, and loses no supply', async () => {
    await fc.assert(
      fc.asyncProperty(input, async (task) => {
        const roadshow = await planRoadshow(task);
        checkPlan(task, roadshow);
        expect(roadshow.value).toBeCloseTo(bestValue(task), 9);
        expect(roadshow.optimal).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps to the conditions and to its bound without a solver', async () => {
    await fc.assert(
      fc.asyncProperty(input, async (task) => {
        const roadshow = await planRoadshow(task, { method: 'greedy' });
        checkPlan(task, roadshow);
        expect(roadshow.bound).toBeGreaterThanOrEqual(bestValue(task) - 1e-9);
        expect(roadshow.value).toBeLessThanOrEqual(roadshow.bound);
      }),
      { numRuns: 150 },
    );
  });

  it('does not mind the order of the input', async () => {
    await fc.assert(
      fc.asyncProperty(input, async (task) => {
        const turned = {
          pairs: task.pairs.toReversed(),
          slots: task.slots.toReversed(),
          participants: task.participants.toReversed(),
        };
        expect(await planRoadshow(turned)).toEqual(await planRoadshow(task));
      }),
      { numRuns: 100 },
    );
  });

  const pair = (id: string, supplyId: string, value: number, supplier = 'U'): RoadshowPair => ({
    id,
    supplyId,
    demander: `D${id}`,
    supplier,
    value,
  });

  it('says why something is not presented', async () => {
    const pairs = [
      pair('1', 'a', 0.9),
      pair('2', 'b', 0.5),
      pair('3', 'c', 0.4, 'V'),
      pair('4', 'd', 0.3, 'W'),
    ];
    const participants = [
      { id: 'U', maxMeetings: 1 },
      { id: 'V', available: [] },
    ];
    const roadshow = await planRoadshow({ pairs, slots: SLOTS.slice(0, 2), participants });
    expect(roadshow.presentations.map(({ supplyId }) => supplyId).sort()).toEqual(['a', 'd']);
    expect(roadshow.unpresented).toEqual([
      { supplyId: 'b', reason: 'presentations-full' },
      { supplyId: 'c', reason: 'unavailable' },
    ]);
    const one = await planRoadshow({ pairs: pairs.slice(2), slots: SLOTS.slice(0, 1) });
    expect(one.unpresented).toEqual([{ supplyId: 'd', reason: 'slots-full' }]);
    const own = await planRoadshow({ pairs: [{ ...pair('1', 'a', 1), demander: 'U' }], slots: SLOTS });
    expect(own.unpresented).toEqual([{ supplyId: 'a', reason: 'same-participant' }]);
  });

  it('names slots that overlap and a supply of two suppliers', async () => {
    const overlapping = [SLOTS[0]!, { id: 'x', start: '2026-09-15T09:10', end: '2026-09-15T09:30' }];
    const pairs = [pair('1', 'a', 1), pair('2', 'a', 1, 'V')];
    expect(await badPathsOf(() => planRoadshow({ pairs, slots: overlapping }))).toEqual([
      'supplier',
      'start',
    ]);
  });
});
