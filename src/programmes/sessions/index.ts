/**
 * `cuohe/programmes/sessions`, people meet (对接会、路演、专家企业行): themes, invitations, timetables, visits.
 * Begin: `themes.ts` and `invitations.ts` choose, `plan.ts`, `schedule.ts`, `roadshow.ts` and `visits.ts` place in time.
 * Order: stands on `common`, `people`, `planning` and `transfer-terms`, and on no other programme.
 */

export type { PlanningOptions } from '../planning/planning.ts';
export { type Invitations, type InviteOptions, invitePairs } from './invitations.ts';
export { SESSION_LABELS } from './labels.ts';
export type { Participant } from './participants.ts';
export { planSessions, type SessionInput, type SessionOptions, type SessionPlan } from './plan.ts';
export { type PostingInput, type PostingPlan, planPostings } from './postings.ts';
export { planRoadshow, type Roadshow, type RoadshowInput } from './roadshow.ts';
export { type Schedule, type ScheduleInput, scheduleMeetings } from './schedule.ts';
export { type SessionSlot, type TimetableOptions, timetable } from './slots.ts';
export { type SessionThemes, sessionThemes, type ThemeOptions } from './themes.ts';
export type { VisitingExpert } from './visit-calls.ts';
export { planVisits, type VisitInput, type VisitOptions, type VisitPlan } from './visits.ts';
