import { type AchievementInput, createMatcher } from 'cuohe';
import { invitePairs, type Participant, planSessions, type SessionPlan, timetable } from 'cuohe/programmes';
import fc from 'fast-check';
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
    const kind = 'achievement';
    const ids = [
      { id: 'a', kind, title: '涂层', organization: '沈阳甲（装备）有限公司' } as const,
      { id: 'b', kind, title: '涂层', organization: { name: ' 沈阳甲装备 ' } } as const,
      { id: 'c', kind, title: '涂层', completingOrganizations: [{ name: '沈阳甲装备公司' }] } as const,
    ].map((record) => participantOf(record)?.id);
    expect(new Set(ids)).toEqual(new Set(['org:沈阳甲装备']));
    const expert = { id: 'x', kind: 'expert', title: '某教授', organization: '沈阳甲集团' } as const;
    expect(participantOf(expert)).toEqual({ id: 'record:x', name: '某教授' });
    expect(participantOf({ id: 'y', kind: 'team', title: ' ' })).toEqual({ id: 'record:y', name: 'y' });
    expect(participantOf({ id: 'z', kind: 'achievement', title: '专利' })).toBeUndefined();
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
    const demand = DEMANDS.find(({ id }) => id === 'D003')!;
    const { pairs } = await invitePairs([demand], SUPPLY, { asOf: AS_OF, perDemand: 5, minScore: 0 });
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
      { id: 'e', title: '热障涂层', organization: '' },
    ].map((demand) => ({ organization: '甲公司', ...demand }));
    const options = { asOf: AS_OF, minScore: 0.05 };
    const { pairs, uninvited, withheld } = await invitePairs(demands, SUPPLY, options);
    expect(uninvited.map(({ demandId, reason }) => [demandId, reason])).toEqual([
      ['a', 'no-match'],
      ['b', 'expired'],
      ['e', 'no-organization'],
    ]);
    // What is secret is counted, not named.
    expect(withheld).toBe(1);
    expect(new Set(pairs.map(({ demandId }) => demandId))).toEqual(new Set(['d']));
  });

  it('invites nobody for records that name no owner, names them, and asks for the next ones', async () => {
    const patents = Array.from({ length: 9 }, (_, i) => ({
      id: `P${i}`,
      kind: 'patent' as const,
      title: '热障涂层',
    }));
    const supply = supplyOf([...patents, { id: 'A1', title: '热障涂层喷涂', organization: '乙大学' }]);
    const demand = { id: 'd', title: '热障涂层', organization: '甲公司' };
    const { pairs, notInvited } = await invitePairs([demand], supply, { asOf: AS_OF });
    expect(pairs.map(({ supplier }) => supplier)).toEqual(['org:乙大学']);
    expect(notInvited).toEqual(patents.map(({ id }) => ({ demandId: 'd', what: id, reason: 'no-owner' })));
    const none = await invitePairs([demand], supplyOf(patents), { asOf: AS_OF });
    expect(none.uninvited).toEqual([{ demandId: 'd', reason: 'none-to-invite' }]);
  });

  it('marks pairs whose terms conflict, and leaves them out where that is asked for', async () => {
    const supply = supplyOf([
      { id: 'A1', title: '热障涂层', organization: '乙大学', price: '900万元' },
      { id: 'A2', title: '热障涂层喷涂', organization: '丙大学', price: '50万元' },
    ]);
    const demand = { id: 'd', title: '热障涂层', organization: '甲公司', budget: '100万元' };
    const marked = await invitePairs([demand], supply, { asOf: AS_OF });
    const components = marked.pairs.map(({ supplyId, conflicts }) => [
      supplyId,
      conflicts.map(({ component }) => component),
    ]);
    expect(components).toEqual([
      ['A1', ['price']],
      ['A2', []],
    ]);
    expect(marked.pairs[0]!.conflicts[0]!.reason.zh).toContain('预算');
    const kept = await invitePairs([demand], supply, { asOf: AS_OF, conflicts: 'leave-out' });
    expect(kept.pairs.map(({ supplyId }) => supplyId)).toEqual(['A2']);
    expect(kept.notInvited).toEqual([{ demandId: 'd', what: 'A1', reason: 'conflict' }]);
  });

  describe('experts whom a demand names', () => {
    const supply = supplyOf([
      { id: 'E1', kind: 'expert', title: '王伟 教授 合唱指挥', organization: '东北大学' },
      { id: 'E2', kind: 'expert', title: '王伟 研究员 热障涂层', organization: '某研究所' },
      { id: 'E3', kind: 'expert', title: '李娜 教授 涂层检测', organization: '某研究所' },
      { id: 'E4', kind: 'expert', title: '周密 教授 涂层', organization: '某研究所', secrecyLevel: '机密' },
      { id: 'A1', title: '热障涂层', organization: '乙大学' },
      { id: 'A2', title: '热障涂层喷涂', organization: '丙大学' },
    ]);
    const invited = (preferredExperts: readonly string[], more: object = {}) =>
      invitePairs(
        [{ id: 'd', title: '热障涂层', organization: '甲公司', preferredExperts, ...more } as never],
        supply,
        { asOf: AS_OF, perDemand: 2, minScore: 0.05 },
      );

    it.each([
      [['李娜'], {}, ['E3'], []],
      [['李娜教授、王伟（东北大学）'], {}, ['E3', 'E1'], []],
      [['某研究所王伟研究员'], {}, ['E2'], []],
      [['王伟'], { preferredOrganizations: ['东北大学'] }, ['E1'], []],
      [['王伟'], { preferredOrganizations: ['东北大学、某厂'] }, ['E1'], []],
      [['李娜和赵云'], {}, ['E3'], [['赵云', 'not-found']]],
      [['团队负责人：李娜'], {}, ['E3'], []],
      [['王伟'], {}, [], [['王伟', 'ambiguous']]],
      [
        ['赵云', '周密'],
        {},
        [],
        [
          ['赵云', 'not-found'],
          ['周密', 'not-found'],
        ],
      ],
    ] as const)('%j %j: %j first', async (names, more, ids, missing) => {
      const { pairs, notInvited } = await invited(names, more);
      expect(pairs.filter(({ isNamed }) => isNamed).map(({ supplyId }) => supplyId)).toEqual(ids);
      expect(pairs.slice(0, ids.length).every(({ isNamed }) => isNamed)).toBe(true);
      expect(pairs).toHaveLength(2);
      expect(notInvited.map(({ what, reason }) => [what, reason])).toEqual(missing);
    });

    it('are worth no less than the best match, and come once', async () => {
      const { pairs } = await invited(['王伟（东北大学）', '王伟，东北大学', '李娜']);
      const { matches } = supply.match('热障涂层', { filter: { asOf: AS_OF } });
      expect(pairs.map(({ supplyId }) => supplyId)).toEqual(['E1', 'E3']);
      for (const { value, reason } of pairs) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(reason.zh).toMatch(/^需求方点名/);
      }
      const more = await invited(['王伟（东北大学）']);
      expect(more.pairs[0]!.value).toBe(Math.max(...more.pairs.map(({ value }) => value)));
      expect(matches.length).toBeGreaterThan(1);
    });
  });

  it('gives ids that differ, whatever the ids of the records', async () => {
    const supply = supplyOf(
      ['c', 'b→c', '→c', '\\→c'].map((id) => ({ id, title: '热障涂层', organization: '乙大学' })),
    );
    const demands = ['a', 'a→b', 'a→', 'a\\'].map((id) => ({
      id,
      title: '热障涂层',
      organization: '甲公司',
    }));
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

  it('holds a session at every venue, of a value near its bound', () => {
    expect(plan.sessions.map(({ venueId }) => venueId)).toEqual(venues.map(({ id }) => id));
    const worth = (pairs: readonly { readonly value: number }[]) =>
      pairs.reduce((sum, { value }) => sum + value, 0);
    // Seats are filled with everybody first, which costs some value.
    expect(plan.value).toBeGreaterThan(0.9 * plan.bound);
    expect(plan.value).toBeLessThanOrEqual(plan.bound);
    expect(worth(plan.sessions)).toBeCloseTo(plan.value, 9);
  });

  it('loses no demand and no pair', () => {
    const ids = [
      ...plan.sessions.flatMap(({ theme }) => theme.demandIds),
      ...plan.waiting.flatMap(({ demandIds }) => demandIds),
      ...plan.leftOut.expired,
    ];
    expect(ids.sort()).toEqual(DEMANDS.map(({ id }) => id).sort());
    for (const { theme, pairs, meetings, unplaced, uninvited } of plan.sessions) {
      const placed = [...meetings.flatMap(({ pairIds }) => pairIds), ...unplaced.map(({ pairId }) => pairId)];
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

  it('leaves no seat free that a demand without a meeting could take, one session a demand', async () => {
    const topics = ['热障涂层', '锂电池', '减速器', '日光温室', '催化剂', '盾构滚刀'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(5), fc.nat(6)), { minLength: 1, maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 })), {
          minLength: 1,
          maxLength: 3,
        }),
        async (wanted, offered, rooms) => {
          const asked = createMatcher(
            wanted.map(([topic, who], i) => ({
              id: `d${i}`,
              title: topics[topic]!,
              organization: `企业${who}`,
            })),
            { side: 'demand' },
          );
          const supply = supplyOf(
            offered.map(([topic, who], i) => ({
              id: `a${i}`,
              title: topics[topic]!,
              organization: `大学${who}`,
            })),
          );
          const halls = rooms.map(([half, count, tables], i) => ({
            id: `V${i}`,
            slots: timetable({
              id: `V${i}`,
              date: `2026-09-1${half}`,
              from: half === 1 ? '13:30' : '09:00',
              slots: count,
              tables,
            }),
          }));
          const { sessions, waiting } = await planSessions(
            { demands: asked, supply, venues: halls },
            { asOf: AS_OF },
          );
          const slots = new Map(
            halls.flatMap((hall) => hall.slots.map((slot) => [slot.id, { ...slot, hall: hall.id }])),
          );
          const pairs = new Map(sessions.flatMap((session) => session.pairs.map((pair) => [pair.id, pair])));
          const meetings = sessions.flatMap((session) =>
            session.meetings.map((one) => ({ ...one, at: session.venueId })),
          );
          for (const { at, slotId, pairIds, demander, supplier } of meetings) {
            expect(slots.get(slotId)!.hall).toBe(at);
            for (const id of pairIds) expect(pairs.get(id)).toMatchObject({ demander, supplier });
          }
          const sits = meetings.flatMap(({ slotId, demander, supplier }) =>
            [demander, supplier].map((who) => `${who} ${slots.get(slotId)!.start}`),
          );
          expect(new Set(sits).size).toBe(sits.length);
          const held = sessions.flatMap(({ theme }) => theme.demandIds);
          const waits = waiting.flatMap(({ demandIds }) => demandIds);
          expect([...held, ...waits].sort()).toEqual(wanted.map((_, i) => `d${i}`).sort());
          const met = new Set(
            meetings.flatMap(({ pairIds }) => pairIds.map((id) => pairs.get(id)!.demandId)),
          );
          const { pairs: all } = await invitePairs(
            wanted.map((_, i) => asked.record(i) as never),
            supply,
            { asOf: AS_OF },
          );
          for (const { demandId, demander, supplier } of all.filter((pair) => !met.has(pair.demandId))) {
            for (const { id, start, tables } of slots.values()) {
              const taken = meetings.filter(({ slotId }) => slotId === id);
              const isFree = taken.length < tables;
              const isThere = [demander, supplier].some((who) => sits.includes(`${who} ${start}`));
              const isSame = taken.some((one) => one.demander === demander && one.supplier === supplier);
              expect([demandId, id, (isFree && !isThere) || isSame]).toEqual([demandId, id, false]);
            }
          }
          // Nor does one meeting stand in its way of which every demand has another.
          const demandsOf = ({ pairIds }: { readonly pairIds: readonly string[] }) =>
            pairIds.map((id) => pairs.get(id)!.demandId);
          const others = (one: (typeof meetings)[number]) => meetings.filter((other) => other !== one);
          const spare = meetings.filter((one) =>
            demandsOf(one).every((id) => others(one).some((other) => demandsOf(other).includes(id))),
          );
          for (const { demandId, demander, supplier } of all.filter((pair) => !met.has(pair.demandId))) {
            for (const { id, start, tables } of slots.values()) {
              for (const one of spare) {
                const rest = others(one);
                const isFree = rest.filter(({ slotId }) => slotId === id).length < tables;
                const isThere = rest.some(
                  (other) =>
                    slots.get(other.slotId)!.start === start &&
                    [other.demander, other.supplier].some((who) => who === demander || who === supplier),
                );
                const haveMet = rest.some(
                  (other) =>
                    other.demander === demander &&
                    other.supplier === supplier &&
                    slots.get(other.slotId)!.start.slice(0, 12) === start.slice(0, 12),
                );
                const isOpen = isFree && !isThere && !haveMet;
                expect([demandId, id, one.pairIds, isOpen]).toEqual([demandId, id, one.pairIds, false]);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives each demand a meeting before another has a second', async () => {
    const asked = createMatcher(
      Array.from({ length: 6 }, (_, i) => ({ id: `d${i}`, title: '热障涂层', organization: `企业${i}` })),
      { side: 'demand' },
    );
    const supply = supplyOf(
      Array.from({ length: 6 }, (_, i) => ({ id: `a${i}`, title: '热障涂层', organization: `大学${i}` })),
    );
    const hall = { id: 'V', slots: timetable({ id: 'V', date: '2026-09-15', slots: 3, tables: 2 }) };
    const { sessions, waiting } = await planSessions(
      { demands: asked, supply, venues: [hall] },
      { asOf: AS_OF },
    );
    expect(waiting).toEqual([]);
    expect(sessions[0]!.meetings.map(({ demander }) => demander).sort()).toEqual(
      Array.from({ length: 6 }, (_, i) => `org:企业${i}`),
    );
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
