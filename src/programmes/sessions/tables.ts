import {
  col,
  facts,
  kindOf,
  named,
  reasoned,
  rounded,
  type Sheet,
  sheet,
  soleKind,
  word,
} from '../common/sheets.ts';
import { qualityFacts } from '../planning/quality-facts.ts';
import {
  invitationSheets,
  leftOutSheets,
  notInvitedColumns,
  pairColumns,
  themeColumns,
  themeSheets,
  withheldFact,
} from './invitation-tables.ts';
import type { Invitations } from './invitations.ts';
import { SESSION_LABELS } from './labels.ts';
import type { SessionPlan } from './plan.ts';
import { postingSheets } from './posting-tables.ts';
import type { PostingPlan } from './postings.ts';
import type { Roadshow } from './roadshow.ts';
import { roadshowSheets, slotSheets } from './roadshow-tables.ts';
import type { Schedule } from './schedule.ts';
import { meetingColumns, scheduleSheets, unplacedColumns } from './schedule-tables.ts';
import type { SessionSlot } from './slots.ts';
import type { SessionThemes } from './themes.ts';
import { visitSheets } from './visit-tables.ts';
import type { VisitPlan } from './visits.ts';

/** Sessions, their meetings, what has no place, who is not invited, which themes wait, which demands take no part. */
function planSheets(plan: SessionPlan): Sheet[] {
  const names = new Map(plan.participants.map(({ id, name }) => [id, name]));
  const of = <T>(parts: (session: SessionPlan['sessions'][number]) => readonly T[]) =>
    plan.sessions.flatMap((session) => parts(session).map((part) => ({ venue: session.venueId, part })));
  const venue = <T extends { readonly venue: string }>() => named<T>('场地', 'venue', (item) => item.venue);
  const meetings = of((session) => session.meetings);
  const pairs = of((session) => session.pairs);
  const unplaced = of((session) => session.unplaced);
  const uninvited = of((session) => session.uninvited);
  const notInvited = of((session) => session.notInvited);
  return [
    sheet('专场', 'sessions', plan.sessions, [
      named('场地', 'venue', ({ venueId }) => venueId),
      ...themeColumns<SessionPlan['sessions'][number]>(({ theme }) => theme),
      col('所含专题', 'themes', ({ themes }) => themes.map(({ name }) => name)),
      col('项目', 'pairs', (session) => session.pairs.length),
      col('洽谈场次', 'meetings', (session) => session.meetings.length),
      col('价值', 'value', ({ value }) => rounded(value)),
    ]),
    sheet('洽谈安排', 'meetings', meetings, [
      venue<(typeof meetings)[number]>(),
      ...meetingColumns<(typeof meetings)[number]>(({ part }) => part, names),
    ]),
    sheet('未排上', 'unplaced', unplaced, [
      venue<(typeof unplaced)[number]>(),
      ...unplacedColumns<(typeof unplaced)[number]>(({ part }) => part, names),
    ]),
    sheet('未邀约', 'uninvited', uninvited, [
      ...venue<(typeof uninvited)[number]>(),
      ...reasoned<(typeof uninvited)[number]>(
        '需求',
        'demand',
        ({ part }) => part.demandId,
        ({ part }) => word(SESSION_LABELS.uninvited, part.reason),
      ),
    ]),
    sheet('未列入邀约', 'passed over', notInvited, [
      ...venue<(typeof notInvited)[number]>(),
      ...notInvitedColumns<(typeof notInvited)[number]>(({ part }) => part),
    ]),
    sheet(
      '待排场地的专题',
      'waiting',
      plan.waiting,
      themeColumns<SessionPlan['waiting'][number]>((theme) => theme),
    ),
    leftOutSheets(plan.leftOut)[0]!,
    sheet('邀约', 'pairs', pairs, [
      venue<(typeof pairs)[number]>(),
      ...pairColumns<(typeof pairs)[number]>(({ part }) => part, names),
    ]),
    sheet(
      '参会方',
      'participants',
      plan.participants,
      named(
        '参会方',
        'participant',
        ({ id }) => id,
        ({ name }) => name,
      ),
    ),
    facts([...qualityFacts(plan), withheldFact(plan.leftOut.withheld)]),
  ];
}

/** Results of the programme, as tables. */
export const SESSION_TABLES = [
  soleKind<SessionPlan>(['sessions', 'waiting', 'leftOut', 'participants'], planSheets),
  soleKind<SessionThemes>(['themes', 'leftOut'], themeSheets),
  soleKind<Invitations>(['pairs', 'participants', 'uninvited', 'notInvited'], invitationSheets),
  soleKind<Schedule>(['meetings', 'unplaced', 'bound'], scheduleSheets),
  soleKind<Roadshow>(['presentations', 'unpresented'], roadshowSheets),
  soleKind<PostingPlan>(['postings', 'shares', 'unposted'], postingSheets),
  soleKind<VisitPlan>(['trips', 'unvisited'], visitSheets),
  kindOf<SessionSlot>('listed', ['id', 'start', 'end', 'tables'], slotSheets),
];
