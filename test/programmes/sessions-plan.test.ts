import { type AchievementInput, createMatcher } from 'cuohe';
import { invitePairs, type Participant, planSessions, type SessionPlan, timetable } from 'cuohe/programmes';
import { beforeAll, describe, expect, it } from 'vitest';
import { participantOf } from '../../src/programmes/sessions/participants.ts';
import { badPathsOf } from './bad-paths.ts';
import { type SampleAchievement, type SampleDemand, sampleFile } from './sample-file.ts';

const AS_OF = '2026-09-01';
const DEMANDS = sampleFile<SampleDemand>('demands');
const supplyOf = (records: readonly AchievementInput[]) => createMatcher(records);
const SUPPLY = supplyOf(sampleFile<SampleAchievement>('achievements'));

describe('participantOf', () => {
  it('is the organisation, however its name is spelled, and an expert or team in person', () => {
    const ids = [
      { id: 'a', title: '涂层', organization: '沈阳甲（装备）有限公司' },
      { id: 'b', title: '涂层', organization: { name: ' 沈阳甲装备 ' } },
    ].map((record) => participantOf(record).id);
    expect(new Set(ids)).toEqual(new Set(['org:沈阳甲装备']));
    const expert = { id: 'x', kind: 'expert', title: '某教授', organization: '沈阳甲集团' } as const;
    expect(participantOf(expert)).toEqual({ id: 'record:x', name: '某教授' });
    expect(participantOf({ id: 'y', title: ' ' })).toEqual({ id: 'record:y', name: 'y' });
  });
});

describe('invitePairs', () => {
  it('invites for a demand of the sample those whom a technology manager would choose', async () => {
    const wanted = DEMANDS.filter(({ id }) => ['D003', 'D004', 'D031'].includes(id));
    const { pairs, participants, uninvited } = await invitePairs(wanted, SUPPLY, { asOf: AS_OF });
    // expected.json: cooling holes A006; coating A005, and the expert A112.
    expect(pairs.filter(({ demandId }) => demandId === 'D003')[0]!.supplyId).toBe('A006');
    const coating = pairs.filter(({ demandId }) => demandId === 'D004');
    expect(coating.map(({ supplyId }) => supplyId)).toEqual(expect.arrayContaining(['A005', 'A112']));
    expect(coating[0]).toMatchObject({
      id: `D004→${coating[0]!.supplyId}`,
      demander: 'org:辽东航叶动力',
      regionCode: '210111',
    });
    expect(coating[0]!.chains.length).toBeGreaterThan(0);
    expect(coating[0]!.reason.zh).not.toBe('');
    expect(uninvited).toEqual([]);
    // Everybody once, by the order of pairs.
    const inOrder = pairs.flatMap(({ demander, supplier }) => [demander, supplier]);
    expect(participants.map(({ id }) => id)).toEqual([...new Set(inOrder)]);
  });

  it('takes score and order from the matcher', async () => {
    const demand = DEMANDS[3]!;
    const { pairs } = await invitePairs([demand], SUPPLY, { asOf: AS_OF, perDemand: 5 });
    const { matches } = SUPPLY.match(demand, { limit: 5, filter: { asOf: AS_OF } });
    expect(pairs.map(({ supplyId, value }) => [supplyId, value])).toEqual(
      matches.map(({ id, score }) => [id, score]),
    );
  });

  it('passes over the records of the demander, however many, and asks for the next ones', async () => {
    const own = Array.from({ length: 9 }, (_, i) => ({
      id: `own${i}`,
      title: '热障涂层',
      organization: '甲公司',
    }));
    const supply = supplyOf([...own, { id: 'other', title: '热障涂层喷涂', organization: '乙公司' }]);
    const demand = { id: 'd', title: '热障涂层', organization: '甲有限公司' };
    const { pairs } = await invitePairs([demand], supply, { asOf: AS_OF });
    expect(pairs.map(({ supplyId }) => supplyId)).toEqual(['other']);
    const alone = await invitePairs([demand], supplyOf(own), { asOf: AS_OF });
    expect(alone.uninvited).toEqual([{ demandId: 'd', reason: 'own-supply' }]);
  });

  it('says why nobody is invited for a demand', async () => {
    const demands = [
      { id: 'a', title: '合唱' },
      { id: 'b', title: '热障涂层', validTo: '2026-08-31' },
      { id: 'c', title: '热障涂层', secrecyLevel: '机密' },
      { id: 'd', title: '热障涂层', validTo: '2026-09-01' },
    ];
    const { pairs, uninvited } = await invitePairs(demands, SUPPLY, { asOf: AS_OF, minScore: 0.05 });
    expect(uninvited.map(({ demandId, reason }) => [demandId, reason])).toEqual([
      ['a', 'no-match'],
      ['b', 'expired'],
      ['c', 'secret'],
    ]);
    expect(new Set(pairs.map(({ demandId }) => demandId))).toEqual(new Set(['d']));
  });

  it('gives ids that differ, whatever the ids of the records', async () => {
    const supply = supplyOf(['c', 'b→c', '→c', '\\→c'].map((id) => ({ id, title: '热障涂层' })));
    const demands = ['a', 'a→b', 'a→', 'a\\'].map((id) => ({ id, title: '热障涂层' }));
    const { pairs } = await invitePairs(demands, supply, { asOf: AS_OF, perDemand: 4 });
    expect(pairs.length).toBe(16);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(16);
  });

  it('names every bad demand and option', async () => {
    const demands = [
      { id: '', title: 'x' },
      { id: 'a', title: 1 },
      { id: 'b', title: 'x' },
      { id: 'b', title: 'x' },
    ];
    const paths = await badPathsOf(() => invitePairs(demands as never, SUPPLY, { asOf: AS_OF }));
    expect(paths).toEqual(['id', 'title', 'id']);
    const bad = { asOf: '2026-13-01', perDemand: 0, clearance: 'x', filter: 1 } as never;
    expect((await badPathsOf(() => invitePairs([], SUPPLY, bad))).sort()).toEqual([
      'asOf',
      'clearance',
      'filter',
      'perDemand',
    ]);
    const worse = { asOf: AS_OF, minScore: 2, kinds: ['thing'] } as never;
    expect((await badPathsOf(() => invitePairs([], SUPPLY, worse))).sort()).toEqual(['kinds[0]', 'minScore']);
  });
});

describe('planSessions', () => {
  const venues = sampleFile<{ id: string; date: string; from: string; slots: number; tables: number }>(
    'programmes/session-venues',
  ).map((row) => ({
    id: row.id,
    slots: timetable({ id: row.id, date: row.date, from: row.from, slots: row.slots, tables: row.tables }),
  }));
  const participants = sampleFile<Participant>('programmes/session-participants');
  const demands = createMatcher(DEMANDS, { side: 'demand' });
  let plan: SessionPlan;
  beforeAll(async () => {
    plan = await planSessions(
      { demands, supply: SUPPLY, venues, participants },
      { asOf: AS_OF, minScore: 0.12 },
    );
  });

  it('holds a session at every venue, the themes that expect most, and the best schedule', () => {
    expect(plan.sessions.map(({ venueId }) => venueId)).toEqual(venues.map(({ id }) => id));
    const worth = (pairs: readonly { readonly value: number }[]) =>
      pairs.reduce((sum, { value }) => sum + value, 0);
    const worths = plan.sessions.map(({ pairs }) => worth(pairs));
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    expect(plan.optimal).toBe(true);
    expect(worth(plan.sessions)).toBeCloseTo(plan.value, 9);
  });

  it('loses no demand and no pair', () => {
    const ids = [
      ...plan.sessions.flatMap(({ theme }) => theme.demandIds),
      ...plan.waiting.flatMap(({ demandIds }) => demandIds),
      ...plan.closed.map(({ demandId }) => demandId),
    ];
    expect(ids.sort()).toEqual(DEMANDS.map(({ id }) => id).sort());
    for (const { theme, pairs, meetings, unplaced, uninvited } of plan.sessions) {
      const placed = [...meetings, ...unplaced].map(({ pairId }) => pairId);
      expect(placed.sort()).toEqual(pairs.map(({ id }) => id).sort());
      const asked = [...pairs.map(({ demandId }) => demandId), ...uninvited.map(({ demandId }) => demandId)];
      expect(new Set(asked)).toEqual(new Set(theme.demandIds));
    }
  });

  it('lets nobody sit in two sessions at once, and keeps to what participants can', () => {
    const slotOf = new Map(venues.flatMap(({ slots }) => slots.map((slot) => [slot.id, slot])));
    const sittings = plan.sessions.flatMap(({ meetings }) =>
      meetings.flatMap(({ slotId, demander, supplier }) =>
        [demander, supplier].map((who) => ({ who, slotId })),
      ),
    );
    const limits = new Map(participants.map((one) => [one.id, one]));
    const atOnce = new Map<string, number>();
    for (const { who, slotId } of sittings) {
      const { start, end } = slotOf.get(slotId)!;
      const key = `${who} ${start}`;
      atOnce.set(key, (atOnce.get(key) ?? 0) + 1);
      const { seats = 1, available } = limits.get(who) ?? { id: who };
      expect(atOnce.get(key)).toBeLessThanOrEqual(seats);
      if (available !== undefined) {
        expect(available.some((span) => span.start <= start && end <= span.end)).toBe(true);
      }
    }
    for (const [who, { maxMeetings = Number.POSITIVE_INFINITY }] of limits) {
      expect(sittings.filter((sitting) => sitting.who === who).length).toBeLessThanOrEqual(maxMeetings);
    }
  });

  it('sees who would sit in two sessions that are held at the same time', async () => {
    const two = createMatcher(
      [
        { id: 'd1', title: '热障涂层', organization: '甲', chains: ['SY02'] },
        { id: 'd2', title: '日光温室', organization: '乙', chains: ['SY25'] },
      ],
      { side: 'demand' },
    );
    const supply = supplyOf([
      { id: 'a1', title: '热障涂层', organization: '丙大学' },
      { id: 'a2', title: '日光温室', organization: '丙大学' },
    ]);
    const rooms = ['R', 'T'].map((id) => ({ id, slots: timetable({ id, date: '2026-09-15', slots: 1 }) }));
    const options = { asOf: AS_OF, minDemands: 1 };
    const { sessions } = await planSessions({ demands: two, supply, venues: rooms }, options);
    expect(sessions.map(({ meetings }) => meetings.length).sort()).toEqual([0, 1]);
    expect(sessions.flatMap(({ unplaced }) => unplaced)).toMatchObject([
      { reason: 'sitting-elsewhere', participants: ['org:丙大学'] },
    ]);
    const delegations = [{ id: 'org:丙大学', seats: 2 }];
    const both = await planSessions(
      { demands: two, supply, venues: rooms, participants: delegations },
      options,
    );
    expect(both.sessions.map(({ meetings }) => meetings.length)).toEqual([1, 1]);
  });

  it('leaves venues empty where themes are fewer', async () => {
    const few = createMatcher(DEMANDS.slice(0, 2), { side: 'demand' });
    const { sessions, waiting } = await planSessions(
      { demands: few, supply: SUPPLY, venues },
      { asOf: AS_OF },
    );
    expect(sessions.length).toBe(1);
    expect(waiting).toEqual([]);
  });

  it('names every bad option of all three steps in one error', async () => {
    const bad = { asOf: 'x', minDemands: 0, perDemand: 0, gap: 2, method: 'y', signal: 1 } as never;
    expect((await badPathsOf(() => planSessions({ demands, supply: SUPPLY, venues }, bad))).sort()).toEqual([
      'asOf',
      'gap',
      'method',
      'minDemands',
      'perDemand',
      'signal',
    ]);
  });

  it('names every bad venue, slot and participant before it asks any matcher', async () => {
    const slots = timetable({ id: 'S', date: '2026-09-15', slots: 1 });
    const twice = [
      { id: 'a', slots },
      { id: 'b', slots },
    ];
    expect(
      await badPathsOf(() => planSessions({ demands, supply: SUPPLY, venues: twice }, { asOf: AS_OF })),
    ).toEqual(['id']);
    const bad = {
      demands,
      supply: SUPPLY,
      venues: [{ id: 1, slots: [{}] }],
      participants: [{ id: '' }],
    } as never;
    expect(await badPathsOf(() => planSessions(bad, { asOf: AS_OF }))).toEqual([
      'id',
      'slots[0].id',
      'slots[0].start',
      'slots[0].end',
      'slots[0].tables',
      'id',
    ]);
  });
});
