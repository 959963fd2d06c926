import { Issues } from '../../base/issues.ts';
import { checkLists } from '../common/check.ts';
import {
  ISSUE_EVENT,
  ISSUE_EVENT_LABELS,
  ISSUE_STATE_LABELS,
  ISSUE_TRANSITIONS,
  type IssueEvent,
  type IssueState,
  type RaisedIssue,
} from './issue-events.ts';

/** An issue and where it stands. */
export interface MeetingIssue extends Pick<RaisedIssue, 'title' | 'matter' | 'unit' | 'meeting'> {
  readonly id: string;
  readonly state: IssueState;
  /** The day on which it entered the state. */
  readonly since: string;
  readonly raisedOn: string;
  /** `null` where nobody has it. */
  readonly owner: string | null;
  /** `null` where no last day was set. */
  readonly due: string | null;
  /** What was said when it was solved, dropped or opened again last. */
  readonly note: string | null;
}

/** What happened, and where it led. Plain data; a host that keeps the events has all of it. */
export interface IssueList {
  /** In the order in which they were appended. */
  readonly events: readonly IssueEvent[];
  /** In the order in which they were raised. */
  readonly issues: readonly MeetingIssue[];
}

/** A list without events. */
export const EMPTY_ISSUES: IssueList = { events: [], issues: [] };

/**
 * Appends events to the issue list of a joint meeting (联席会议): a new list, the old one stays. An issue is raised once,
 * taken in hand or not, solved or dropped, and opened again before anything else may happen to it; days do not run
 * backwards within an issue.
 *
 * serves: 「征集社会事务和创新发展问题共27项,目前已经协调解决15项」. O(events of both).
 * @throws InputError `INVALID_RECORDS` naming every event of bad shape, or else every event that may not follow those
 *   before it, with what was expected; then nothing was appended.
 */
export function appendIssues(list: IssueList, events: readonly IssueEvent[]): IssueList {
  checkLists([{ what: 'events', items: events, schema: ISSUE_EVENT }]);
  const ids = new Set(list.events.map(({ id }) => id));
  const issues = new Map(list.issues.map((one) => [one.id, one]));
  const last = new Map(list.events.map(({ issueId, on }) => [issueId, on]));
  const found = new Issues();
  for (const [index, event] of events.entries()) {
    const { id, issueId, on } = event;
    const known = issues.get(issueId);
    const day = last.get(issueId);
    const where = { index, id, place: 'events' };
    if (ids.has(id)) found.add('id', 'an id that is not in the list', id, where);
    else if (!ISSUE_TRANSITIONS[event.kind].includes(known?.state)) {
      found.addText('kind', expectedAfter(known?.state), told(event.kind, ISSUE_EVENT_LABELS), where);
    } else if (day !== undefined && on < day) found.add('on', `${day} or later`, on, where);
    else {
      issues.set(issueId, issueAfter(event, known));
      last.set(issueId, on);
    }
  }
  found.throwAs('INVALID_RECORDS', 'Bad events');
  return { events: [...list.events, ...events], issues: [...issues.values()] };
}

/** What may follow a state: `taken (交办) or solved (解决) after open (待办)`. */
function expectedAfter(state: IssueState | undefined): string {
  const kinds = Object.keys(ISSUE_TRANSITIONS) as IssueEvent['kind'][];
  const next = kinds.filter((kind) => ISSUE_TRANSITIONS[kind].includes(state));
  const after = state === undefined ? 'of a new issue' : `after ${told(state, ISSUE_STATE_LABELS)}`;
  return `${next.map((kind) => told(kind, ISSUE_EVENT_LABELS)).join(' or ')} ${after}`;
}

function told<K extends string>(code: K, labels: Readonly<Record<K, { readonly zh: string }>>): string {
  return `${code} (${labels[code].zh})`;
}

/** An issue after one more event. */
export function issueAfter(event: IssueEvent, known: MeetingIssue | undefined): MeetingIssue {
  const { issueId: id, on } = event;
  switch (event.kind) {
    case 'raised': {
      const { title, matter, unit, meeting, owner, due = null } = event;
      return {
        id,
        title: title.trim(),
        matter: matter.trim(),
        unit: unit.trim(),
        meeting: meeting.trim(),
        state: 'open',
        since: on,
        raisedOn: on,
        owner: owner?.trim() ?? null,
        due,
        note: null,
      };
    }
    case 'taken': {
      const since = known!.state === 'in-hand' ? known!.since : on;
      return { ...known!, state: 'in-hand', since, owner: event.owner.trim() };
    }
    case 'rescheduled':
      return { ...known!, due: event.due };
    default: {
      const state = event.kind === 'reopened' ? 'open' : event.kind;
      return { ...known!, state, since: on, note: event.note ?? null };
    }
  }
}
