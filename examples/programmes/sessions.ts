import { type Achievement, createMatcher, type Demand, type Matcher } from 'cuohe';
import {
  invitePairs,
  type Participant,
  planRoadshow,
  planSessions,
  type SessionPlan,
  type TimetableOptions,
  timetable,
} from 'cuohe/programmes';
import { SESSION_LABELS } from 'cuohe/programmes/sessions';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** A session as it was planned. */
type PlannedSession = SessionPlan['sessions'][number];

/** A row of the sample: a room for a half-day. */
type Venue = TimetableOptions & { readonly name: string };

const ROADSHOW = { id: 'L1', date: '2026-09-18', from: '09:30', slots: 5, minutes: 15, pause: 5 };

export const programme: DemoProgramme = {
  key: 'sessions',
  number: 7,
  titleZh: '专场对接会与路演',
  titleEn: 'Matchmaking sessions and roadshow',
  async run({ achievements, demands, extra }) {
    const supply: Matcher<Achievement | Demand> = createMatcher(achievements);
    const rooms = extra<Venue>('session-venues');
    const participants = extra<Participant>('session-participants');
    const input = {
      demands: createMatcher(demands, { side: 'demand' }),
      supply,
      venues: rooms.map(({ name, ...room }) => ({ id: room.id, name, slots: timetable(room) })),
      participants,
    };
    const plan = await planSessions(input, { asOf: AS_OF });
    const { pairs } = await invitePairs(demands, supply, { asOf: AS_OF });
    const roadshow = await planRoadshow({ pairs, slots: timetable(ROADSHOW), participants });

    const names = new Map(plan.participants.map(({ id, name }) => [id, name]));
    const titles = new Map([...achievements, ...demands].map(({ id, title }) => [id, title]));
    const nameOf = (id: string) => names.get(id) ?? id;
    const unplaced = plan.sessions.flatMap((session) => session.unplaced);
    const counts = Object.entries(SESSION_LABELS.unplaced).flatMap(([code, { zh }]) => {
      const count = unplaced.filter(({ reason }) => reason === code).length;
      return count === 0 ? [] : [`${zh}${count}对`];
    });
    const uninvited = plan.sessions.flatMap((session) => session.uninvited);
    const meetings = plan.sessions.reduce((sum, session) => sum + session.meetings.length, 0);
    const text = [
      `${plan.sessions.length}场专场排出洽谈${meetings}场；总价值${plan.value.toFixed(2)}，上限${plan.bound.toFixed(2)}${plan.optimal ? '，已最优' : ''}`,
      ...columns(plan.sessions.map((session) => sessionRow(session, rooms))),
      '',
      ...agenda(plan.sessions[0]!, input.venues[0]!.slots, nameOf),
      '',
      ...(unplaced.length === 0 ? [] : [`未排上${unplaced.length}对：${counts.join('，')}`]),
      ...(uninvited.length === 0 ? [] : [`未邀约${uninvited.length}项需求`]),
      ...uninvited.map(({ demandId, reason }) => `  ${demandId} ${SESSION_LABELS.uninvited[reason].zh}`),
      ...passedOver(plan.sessions.flatMap((session) => session.notInvited)),
      ...(plan.waiting.length === 0
        ? []
        : [
            `另有${plan.waiting.length}个专题待排场地：${plan.waiting.map(({ name }) => shortened(name.zh.split('专场')[0]!, 24)).join('；')}`,
          ]),
      '',
      `路演${roadshow.presentations.length}项（${ROADSHOW.date}）`,
      ...columns(
        roadshow.presentations.map(({ slotId, supplyId, audience }) => [
          slotId,
          `${supplyId} ${shortened(titles.get(supplyId)!, 36)}`,
          `${audience.length}家听众`,
          shortened(audience.map(({ demander }) => nameOf(demander)).join('、'), 40),
        ]),
      ),
      `  未上台${roadshow.unpresented.length}项，首项${roadshow.unpresented[0]!.supplyId}：${SESSION_LABELS.unpresented[roadshow.unpresented[0]!.reason].zh}`,
    ].join('\n');
    return { json: { ...plan, roadshow }, text, results: [plan, roadshow] };
  },
};

/** How much is passed over, and why. */
function passedOver(items: PlannedSession['notInvited']): string[] {
  const counts = Object.entries(SESSION_LABELS.notInvited).flatMap(([code, { zh }]) => {
    const count = items.filter(({ reason }) => reason === code).length;
    return count === 0 ? [] : [`${zh}${count}项`];
  });
  return counts.length === 0 ? [] : [`未列入邀约：${counts.join('，')}`];
}

function sessionRow(
  { venueId, theme, themes, meetings, pairs }: PlannedSession,
  rooms: readonly Venue[],
): string[] {
  const { date, from, name } = rooms.find(({ id }) => id === venueId)!;
  return [
    `${date.slice(5)} ${from}`,
    name,
    shortened(theme.name.zh, 50),
    `专题${themes.length}`,
    `需求${theme.demandIds.length}`,
    `洽谈${meetings.length}/${pairs.length}`,
  ];
}

/** Who sits where in one session: a line a slot and table. */
function agenda(
  { theme, themes, meetings, pairs }: PlannedSession,
  slots: readonly { readonly id: string; readonly start: string; readonly end: string }[],
  nameOf: (id: string) => string,
): string[] {
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  const shown = meetings.map(({ slotId, table, pairIds, demander, supplier }) => {
    const { start, end } = slots.find(({ id }) => id === slotId)!;
    return [
      `${start.slice(11)}—${end.slice(11)}`,
      `${table}号桌`,
      shortened(nameOf(demander), 26),
      shortened(nameOf(supplier), 26),
      pairIds
        .map((id) => pairOf.get(id)!)
        .map(({ id, isNamed, conflicts }) => {
          const marks = [isNamed ? '点名' : '', conflicts.length > 0 ? '条件冲突' : ''].filter(Boolean);
          return marks.length === 0 ? id : `${id}（${marks.join('、')}）`;
        })
        .join('，'),
    ];
  });
  return [
    shortened(theme.name.zh, 60),
    ...(themes.length === 1 ? [] : themes.map(({ name }) => `  · ${shortened(name.zh, 60)}`)),
    ...columns(shown),
  ];
}
