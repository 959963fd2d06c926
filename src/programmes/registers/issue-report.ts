import { checkOptions, DAY, optionsOf } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { organizationKey } from '../common/organization.ts';
import type { IssueEvent, IssueState } from './issue-events.ts';
import { appendIssues, EMPTY_ISSUES, type IssueList, issueAfter, type MeetingIssue } from './issue-list.ts';

/** Issues counted by where they stand. */
export interface IssueCounts extends Readonly<Record<IssueState, number>> {
  /** All of them. */
  readonly raised: number;
  /** Open or in hand behind their last day. */
  readonly overdue: number;
}

/** What was raised at one meeting, and what became of all issues since the meeting before. */
export interface MeetingCounts extends IssueCounts {
  readonly meeting: string;
  /** The first day on which something was told at it. */
  readonly on: string;
  /** Units that raised its issues, spellings of one counted once. */
  readonly units: number;
  /**
   * Of all issues, not only its own: not closed when it began, newly raised, solved, dropped and opened again from its day
   * to the day before the next meeting (of the last one: to the day of the report), not closed then.
   * `carriedIn` + `raisedThen` + `reopenedThen` − `solvedThen` − `droppedThen` = `carriedOut`.
   */
  readonly carriedIn: number;
  readonly raisedThen: number;
  readonly solvedThen: number;
  readonly droppedThen: number;
  readonly reopenedThen: number;
  readonly carriedOut: number;
}

/** Counts of those that have something in common. */
export interface IssueGroup extends IssueCounts {
  readonly name: string;
}

/** The issue list of a joint meeting on a day. */
export interface IssueReport {
  readonly asOf: string;
  readonly total: IssueCounts;
  /** Units that raised issues. */
  readonly units: number;
  /** By day, then by name. */
  readonly meetings: readonly MeetingCounts[];
  /** By owner (责任单位); those that nobody has stand under an empty name. Most unsolved first, then by name. */
  readonly owners: readonly IssueGroup[];
  /** By matter. Most raised first, then by name. */
  readonly matters: readonly IssueGroup[];
  /** Behind their last day, the longest first, with the days since. */
  readonly overdue: readonly (MeetingIssue & { readonly daysOverdue: number })[];
  /** All that were raised by the day, as they stood on it, in the order in which they were raised. */
  readonly issues: readonly MeetingIssue[];
}

const OPTIONS = optionsOf<{ readonly asOf: string }>({ asOf: DAY });

/**
 * The issue list of a joint meeting on a day: what was raised at each meeting and what became of it, from meeting to
 * meeting, by owner and by matter, with what is overdue. Events behind the day have not happened.
 *
 * serves: 「征集社会事务和创新发展问题共27项,目前已经协调解决15项」, 「累计解决41家高校院所、科技创新和社会事务类问题62项」. O(events + meetings · log meetings).
 * @throws InputError `INVALID_OPTIONS`; `INVALID_RECORDS` naming every event that is bad or may not follow.
 */
export function issueReport(
  list: Pick<IssueList, 'events'>,
  options: { readonly asOf: string },
): IssueReport {
  checkOptions(options, OPTIONS);
  appendIssues(EMPTY_ISSUES, list.events);
  const { asOf } = options;
  const events = list.events.filter(({ on }) => on <= asOf);
  const stood = new Map<string, MeetingIssue>();
  for (const event of events) stood.set(event.issueId, issueAfter(event, stood.get(event.issueId)));
  const issues = [...stood.values()];
  const overdue = issues
    .filter((issue) => isOverdue(issue, asOf))
    .map((issue) => ({ ...issue, daysOverdue: daysBetween(issue.due!, asOf) }))
    .sort((a, b) => b.daysOverdue - a.daysOverdue);
  const unsolved = (group: IssueGroup) => group.open + group['in-hand'];
  return {
    asOf,
    total: countsOf(issues, asOf),
    units: unitsOf(issues),
    meetings: meetingsOf(events, issues, asOf),
    owners: grouped(issues, asOf, ({ owner }) => owner ?? '').sort(
      (a, b) => unsolved(b) - unsolved(a) || byName(a, b),
    ),
    matters: grouped(issues, asOf, ({ matter }) => matter).sort(
      (a, b) => b.raised - a.raised || byName(a, b),
    ),
    overdue,
    issues,
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function isOverdue({ state, due }: MeetingIssue, asOf: string): boolean {
  return (state === 'open' || state === 'in-hand') && due !== null && due < asOf;
}

const MS_PER_DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

function countsOf(issues: readonly MeetingIssue[], asOf: string): IssueCounts {
  const counts = { raised: issues.length, open: 0, 'in-hand': 0, solved: 0, dropped: 0, overdue: 0 };
  for (const issue of issues) {
    counts[issue.state]++;
    if (isOverdue(issue, asOf)) counts.overdue++;
  }
  return counts;
}

function unitsOf(issues: readonly MeetingIssue[]): number {
  return new Set(issues.map(({ unit }) => organizationKey(unit))).size;
}

/** Groups of one name, or of spellings of one unit. */
function grouped(
  issues: readonly MeetingIssue[],
  asOf: string,
  nameOf: (issue: MeetingIssue) => string,
): IssueGroup[] {
  return [...groupBy(issues, (issue) => organizationKey(nameOf(issue))).values()].map((own) => ({
    name: nameOf(own[0]!).trim(),
    ...countsOf(own, asOf),
  }));
}

/** What a period between two meetings holds. */
type Flow = Pick<MeetingCounts, 'raisedThen' | 'solvedThen' | 'droppedThen' | 'reopenedThen'>;

function meetingsOf(
  events: readonly IssueEvent[],
  issues: readonly MeetingIssue[],
  asOf: string,
): MeetingCounts[] {
  const days = new Map<string, string>();
  for (const { meeting: named, on } of events) {
    const meeting = named?.trim();
    if (meeting !== undefined && on < (days.get(meeting) ?? '9999-99-99')) days.set(meeting, on);
  }
  const meetings = [...days].sort(([a, x], [b, y]) => (x < y ? -1 : x > y ? 1 : a < b ? -1 : 1));
  const flows = meetings.map(() => ({ raisedThen: 0, solvedThen: 0, droppedThen: 0, reopenedThen: 0 }));
  // What is told between two meetings, or at one after its first day, belongs to the last that had begun.
  const at = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let current = 0;
  for (const { kind, on } of at) {
    while (current + 1 < meetings.length && meetings[current + 1]![1] <= on) current++;
    const flow = flows[current];
    if (flow !== undefined && kind !== 'taken' && kind !== 'rescheduled') flow[`${kind}Then`]++;
  }
  const byMeeting = groupBy(issues, ({ meeting }) => meeting);
  let carried = 0;
  return meetings.map(([meeting, on], i) => {
    const own = byMeeting.get(meeting) ?? [];
    const carriedIn = carried;
    carried += balanceOf(flows[i]!);
    return {
      meeting,
      on,
      units: unitsOf(own),
      ...countsOf(own, asOf),
      carriedIn,
      ...flows[i]!,
      carriedOut: carried,
    };
  });
}

function balanceOf({ raisedThen, reopenedThen, solvedThen, droppedThen }: Flow): number {
  return raisedThen + reopenedThen - solvedThen - droppedThen;
}
