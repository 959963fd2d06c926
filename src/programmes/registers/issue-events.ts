import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { DAY, ID, type ShapeOf } from '../common/check.ts';

/** What happens to the issues of a joint meeting (联席会议问题清单), a day each. */

/** Where an issue stands: raised and nobody's yet; somebody is at it; solved; dropped. */
export type IssueState = 'open' | 'in-hand' | 'solved' | 'dropped';

/** Labels of {@link IssueState}. */
export const ISSUE_STATE_LABELS: Readonly<Record<IssueState, Bilingual>> = {
  open: { zh: '待办', en: 'open' },
  'in-hand': { zh: '在办', en: 'in hand' },
  solved: { zh: '已解决', en: 'solved' },
  dropped: { zh: '不再办理', en: 'dropped' },
};

interface CommonEvent {
  /** Unique in the list. */
  readonly id: string;
  readonly issueId: string;
  /** The day on which it happened, `YYYY-MM-DD`. */
  readonly on: string;
  /** The meeting at which it was told: 第3次联席会议; spaces around it are nothing. Of `raised` it is the meeting at which the issue was raised. */
  readonly meeting?: string;
}

/** An issue is raised at a meeting. */
export interface RaisedIssue extends CommonEvent {
  readonly kind: 'raised';
  readonly meeting: string;
  readonly title: string;
  /** What it is about, in the words of the office: 科技创新, 社会事务. */
  readonly matter: string;
  /** Who raises it (提出单位). */
  readonly unit: string;
  /** Who is to solve it (责任单位), where that is known. */
  readonly owner?: string;
  /** The last day, `YYYY-MM-DD`. Without one it is never overdue. */
  readonly due?: string;
}

/** An issue is taken in hand, by its owner or another one from now on; also one that is in hand already. */
export interface TakenIssue extends CommonEvent {
  readonly kind: 'taken';
  readonly owner: string;
}

/** Its last day is another one. */
export interface RescheduledIssue extends CommonEvent {
  readonly kind: 'rescheduled';
  readonly due: string;
}

/** It is solved or dropped, or was so by mistake and is open again. */
export interface ClosedIssue extends CommonEvent {
  readonly kind: 'solved' | 'dropped' | 'reopened';
  /** How, or why. */
  readonly note?: string;
}

/** An event of an issue list. */
export type IssueEvent = RaisedIssue | TakenIssue | RescheduledIssue | ClosedIssue;

/** Labels of events. */
export const ISSUE_EVENT_LABELS: Readonly<Record<IssueEvent['kind'], Bilingual>> = {
  raised: { zh: '提出', en: 'raised' },
  taken: { zh: '交办', en: 'taken in hand' },
  rescheduled: { zh: '调整期限', en: 'rescheduled' },
  solved: { zh: '解决', en: 'solved' },
  dropped: { zh: '不再办理', en: 'dropped' },
  reopened: { zh: '重新办理', en: 'opened again' },
};

/** States in which an event may come; `undefined`: a new issue. What is closed is opened again before anything else. */
export const ISSUE_TRANSITIONS: Readonly<Record<IssueEvent['kind'], readonly (IssueState | undefined)[]>> = {
  raised: [undefined],
  taken: ['open', 'in-hand'],
  rescheduled: ['open', 'in-hand'],
  solved: ['open', 'in-hand'],
  dropped: ['open', 'in-hand'],
  reopened: ['solved', 'dropped'],
};

const NAME = z.string().check(z.refine((name) => name.trim() !== '', { error: 'a name' }));
const MEETING = ID.check(z.refine((name) => name.trim() !== '', { error: 'a name' }));
const common = { id: ID, issueId: ID, on: DAY, meeting: z.optional(MEETING) } satisfies ShapeOf<CommonEvent>;

/** Shape of {@link IssueEvent}. */
export const ISSUE_EVENT = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('raised'),
    meeting: MEETING,
    title: NAME,
    matter: NAME,
    unit: NAME,
    owner: z.optional(NAME),
    due: z.optional(DAY),
  }),
  z.object({ ...common, kind: z.literal('taken'), owner: NAME }),
  z.object({ ...common, kind: z.literal('rescheduled'), due: DAY }),
  z.object({ ...common, kind: z.enum(['solved', 'dropped', 'reopened']), note: z.optional(z.string()) }),
]);
