import { appendIssues, type IssueEvent, type IssueList, issueReport, rows } from 'cuohe/programmes';
import { EMPTY_ISSUES } from 'cuohe/programmes/registers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

let next = 0;
const event = (kind: IssueEvent['kind'], issueId: string, on: string, more: object = {}) =>
  ({ id: `E${next++}`, kind, issueId, on, ...more }) as IssueEvent;
const raised = (issueId: string, on: string, more: object = {}) =>
  event('raised', issueId, on, {
    meeting: '第1次',
    title: `问题${issueId}`,
    matter: '科技创新',
    unit: '甲所',
    ...more,
  });

describe('the issue list of a joint meeting', () => {
  it('follows an issue from meeting to meeting', () => {
    const list = appendIssues(EMPTY_ISSUES, [
      raised('Q1', '2026-01-10', { owner: '市科技局', due: '2026-03-31' }),
      event('taken', 'Q1', '2026-01-20', { owner: '市工信局' }),
      event('taken', 'Q1', '2026-02-01', { owner: '市科技局' }),
      event('rescheduled', 'Q1', '2026-03-30', { due: '2026-06-30' }),
    ]);
    expect(list.issues).toEqual([
      {
        id: 'Q1',
        title: '问题Q1',
        matter: '科技创新',
        unit: '甲所',
        meeting: '第1次',
        state: 'in-hand',
        since: '2026-01-20',
        raisedOn: '2026-01-10',
        owner: '市科技局',
        due: '2026-06-30',
        note: null,
      },
    ]);
    const solved = appendIssues(list, [event('solved', 'Q1', '2026-05-01', { note: '设备已进口' })]);
    expect(solved.issues[0]).toMatchObject({ state: 'solved', since: '2026-05-01', note: '设备已进口' });
    expect(list.issues[0]!.state).toBe('in-hand');
  });

  it('takes a meeting for one whatever spaces stand around its name', () => {
    const events = [
      raised('Q1', '2026-01-10', { meeting: ' 第1次 ', owner: '市科技局 ' }),
      raised('Q2', '2026-01-10', { meeting: '第1次' }),
      event('solved', 'Q1', '2026-01-12', { meeting: '第1次\u3000' }),
    ];
    const { meetings, issues } = issueReport({ events }, { asOf: '2026-02-01' });
    expect(meetings.map(({ meeting, raised: all, solved }) => [meeting, all, solved])).toEqual([
      ['第1次', 2, 1],
    ]);
    expect([issues[0]!.meeting, issues[0]!.owner]).toEqual(['第1次', '市科技局']);
    expect(() => appendIssues(EMPTY_ISSUES, [raised('Q3', '2026-01-10', { meeting: ' ' })])).toThrow(
      /meeting/,
    );
  });

  it.each([
    [
      'an issue that was not raised',
      [event('taken', 'Q9', '2026-01-10', { owner: '局' })],
      'raised (提出) of a new issue',
    ],
    [
      'an issue raised twice',
      [raised('Q1', '2026-01-10'), raised('Q1', '2026-01-11')],
      'taken (交办) or rescheduled (调整期限) or solved (解决) or dropped (不再办理) after open (待办)',
    ],
    [
      'anything after it is solved',
      [raised('Q1', '2026-01-10'), event('solved', 'Q1', '2026-01-11'), event('dropped', 'Q1', '2026-01-12')],
      'reopened (重新办理) after solved (已解决)',
    ],
    [
      'a day before the last one of the issue',
      [raised('Q1', '2026-01-10'), event('solved', 'Q1', '2026-01-09')],
      '2026-01-10 or later',
    ],
  ] as const)('refuses %s', (_, events, expected) => {
    expect(() => appendIssues(EMPTY_ISSUES, events as readonly IssueEvent[])).toThrow(
      expect.objectContaining({
        code: 'INVALID_RECORDS',
        issues: [expect.objectContaining({ expected, place: 'events' })],
      }),
    );
  });

  it('refuses a bad event with all that is wrong, and an id that is there', () => {
    const one = raised('Q1', '2026-01-10');
    expect(() => appendIssues(EMPTY_ISSUES, [one, { ...raised('Q2', '2026-01-10'), id: one.id }])).toThrow(
      /\bid\b/,
    );
    expect(() => appendIssues(EMPTY_ISSUES, [raised('Q1', '2026-13-10', { unit: ' ' })])).toThrow(
      expect.objectContaining({ total: 2 }),
    );
    expect(() =>
      issueReport({ events: [event('solved', 'Q1', '2026-01-10')] }, { asOf: '2026-02-01' }),
    ).toThrow(/Bad events/);
    expect(() => issueReport(EMPTY_ISSUES, { on: '2026-02-01' } as never)).toThrow(/asOf/);
  });
});

describe('the report of a joint meeting', () => {
  /** 27 issues of 9 units at the first meeting, 15 of them solved by the second, where 4 more are raised. */
  const events = [
    ...Array.from({ length: 27 }, (_, i) =>
      raised(`Q${i}`, '2026-01-10', {
        unit: `第${i % 9}研究所`,
        matter: i < 18 ? '科技创新' : '社会事务',
        owner: i % 2 === 0 ? '市科技局' : '市人社局',
        due: '2026-06-30',
      }),
    ),
    ...Array.from({ length: 15 }, (_, i) => event('solved', `Q${i}`, '2026-03-01')),
    event('dropped', 'Q20', '2026-03-02'),
    ...Array.from({ length: 4 }, (_, i) =>
      raised(`R${i}`, '2026-05-20', { meeting: '第2次', unit: '第1研究所' }),
    ),
    event('reopened', 'Q0', '2026-05-20', { meeting: '第2次' }),
    event('solved', 'R0', '2026-07-01'),
  ];
  const list = appendIssues(EMPTY_ISSUES, events);

  it('counts what each meeting raised and what became of it, and carries the rest to the next', () => {
    const { total, units, meetings } = issueReport(list, { asOf: '2026-05-31' });
    expect([total.raised, units, total.solved, total.dropped, total.open]).toEqual([31, 9, 14, 1, 16]);
    expect(meetings).toMatchObject([
      {
        meeting: '第1次',
        on: '2026-01-10',
        units: 9,
        raised: 27,
        solved: 14,
        carriedIn: 0,
        raisedThen: 27,
        solvedThen: 15,
        droppedThen: 1,
        carriedOut: 11,
      },
      {
        meeting: '第2次',
        units: 1,
        raised: 4,
        solved: 0,
        carriedIn: 11,
        raisedThen: 4,
        reopenedThen: 1,
        solvedThen: 0,
        carriedOut: 16,
      },
    ]);
    const before = issueReport(list, { asOf: '2026-04-01' });
    expect([before.total.raised, before.total.solved, before.meetings.length]).toEqual([27, 15, 1]);
  });

  it('tells what is overdue, by owner and matter', () => {
    const { overdue, owners, matters, total } = issueReport(list, { asOf: '2026-07-10' });
    expect([total.overdue, overdue.length, overdue[0]!.daysOverdue]).toEqual([12, 12, 10]);
    expect(issueReport(list, { asOf: '2026-06-30' }).overdue).toEqual([]);
    // Q0, Q16, Q18, Q22, Q24, Q26 are the open ones of the one, Q15, Q17, Q19, Q21, Q23, Q25 of the other.
    expect(owners.map(({ name, raised, open, overdue }) => [name, raised, open, overdue])).toEqual([
      ['市人社局', 13, 6, 6],
      ['市科技局', 14, 6, 6],
      ['', 4, 3, 0],
    ]);
    expect(matters.map(({ name, raised }) => [name, raised])).toEqual([
      ['科技创新', 22],
      ['社会事务', 9],
    ]);
  });

  it('is tables', () => {
    const [meetings, overdue, owners] = rows(issueReport(list, { asOf: '2026-07-10' }));
    expect(meetings!.rows.map((row) => row[0])).toEqual(['第1次', '第2次']);
    expect([overdue!.rows.length, owners!.rows.at(-1)![0]]).toEqual([12, '未明确']);
    const [issues, done] = rows(list);
    expect([issues!.rows.length, done!.rows.length]).toEqual([31, events.length]);
  });
});

const KINDS = ['raised', 'taken', 'rescheduled', 'solved', 'dropped', 'reopened'] as const;
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  issue: fc.integer({ min: 0, max: 3 }),
  day: fc.integer({ min: 1, max: 28 }),
  meeting: fc.integer({ min: 1, max: 3 }),
});

/** Steps that may follow each other, the others left out. */
function validOf(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): IssueList {
  let list = EMPTY_ISSUES;
  const sorted = [...steps].sort((a, b) => a.day - b.day);
  for (const { kind, issue, day, meeting } of sorted) {
    const on = `2026-02-${String(day).padStart(2, '0')}`;
    const common = event(kind, `Q${issue}`, on, {
      meeting: `第${meeting}次`,
      owner: '局',
      due: '2026-02-10',
    });
    const { owner: _, due: __, ...bare } = common as never as Record<string, unknown>;
    const own = kind === 'taken' || kind === 'rescheduled' ? common : bare;
    const full = kind === 'raised' ? raised(`Q${issue}`, on, { meeting: `第${meeting}次` }) : own;
    try {
      list = appendIssues(list, [full as IssueEvent]);
    } catch {
      // It may not follow.
    }
  }
  return list;
}

describe('any issue list', () => {
  it('carries from each meeting to the next what is not closed on the day before, by a count of its own', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.integer({ min: 1, max: 28 }), (steps, last) => {
        const list = validOf(steps);
        const asOf = `2026-02-${String(last).padStart(2, '0')}`;
        const report = issueReport(list, { asOf });
        const unsolvedOn = (day: string) => {
          const state = new Map<string, string>();
          for (const { kind, issueId, on } of list.events) if (on <= day) state.set(issueId, kind);
          for (const [id, kind] of state) if (kind === 'solved' || kind === 'dropped') state.delete(id);
          return state.size;
        };
        expect(report.total.open + report.total['in-hand']).toBe(unsolvedOn(asOf));
        for (const [i, meeting] of report.meetings.entries()) {
          const flow = meeting.raisedThen + meeting.reopenedThen - meeting.solvedThen - meeting.droppedThen;
          expect(meeting.carriedIn + flow).toBe(meeting.carriedOut);
          const before = new Date(Date.parse(meeting.on) - 86_400_000).toISOString().slice(0, 10);
          if (i > 0 && report.meetings[i - 1]!.on < meeting.on)
            expect(meeting.carriedIn).toBe(unsolvedOn(before));
        }
        expect(report.meetings.at(-1)?.carriedOut ?? 0).toBe(unsolvedOn(asOf));
        const sum = report.meetings.reduce((total, { raised }) => total + raised, 0);
        expect(sum).toBe(report.total.raised);
      }),
    );
  });
});
