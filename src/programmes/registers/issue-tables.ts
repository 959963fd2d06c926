import { col, facts, type Sheet, type SheetColumns, sheet, word } from '../common/sheets.ts';
import type { IssueList, MeetingIssue } from './issue-list.ts';
import type { IssueCounts, IssueReport } from './issue-report.ts';
import { REGISTER_LABELS } from './labels.ts';

const NOBODY = { zh: '未明确', en: 'nobody yet' };

const COUNTS: SheetColumns<IssueCounts> = [
  col('提出', 'raised', ({ raised }) => raised),
  col('待办', 'open', ({ open }) => open),
  col('在办', 'in hand', (counts) => counts['in-hand']),
  col('已解决', 'solved', ({ solved }) => solved),
  col('不再办理', 'dropped', ({ dropped }) => dropped),
  col('逾期', 'overdue', ({ overdue }) => overdue),
];

const ISSUE: SheetColumns<MeetingIssue> = [
  col('编号', 'id', ({ id }) => id),
  col('问题', 'issue', ({ title }) => title),
  col('类别', 'matter', ({ matter }) => matter),
  col('提出单位', 'raised by', ({ unit }) => unit),
  col('会议', 'meeting', ({ meeting }) => meeting),
  col('提出日', 'raised on', ({ raisedOn }) => raisedOn),
  col('责任单位', 'owner', ({ owner }) => owner),
  col('期限', 'due', ({ due }) => due),
  col('状态', 'state', ({ state }) => word(REGISTER_LABELS.issue, state)),
  col('自', 'since', ({ since }) => since),
  col('说明', 'note', ({ note }) => note),
];

/** Meetings, then what is overdue, owners, matters, and every issue. */
export function issueSheets(report: IssueReport): Sheet[] {
  return [
    sheet('历次会议', 'meetings', report.meetings, [
      col('会议', 'meeting', ({ meeting }) => meeting),
      col('日期', 'on', ({ on }) => on),
      col('提出单位数', 'units', ({ units }) => units),
      ...COUNTS,
      col('上次结转', 'carried in', ({ carriedIn }) => carriedIn),
      col('期间提出', 'raised since', ({ raisedThen }) => raisedThen),
      col('期间解决', 'solved since', ({ solvedThen }) => solvedThen),
      col('期间不再办理', 'dropped since', ({ droppedThen }) => droppedThen),
      col('期间重新办理', 'opened again since', ({ reopenedThen }) => reopenedThen),
      col('结转下次', 'carried out', ({ carriedOut }) => carriedOut),
    ]),
    sheet('逾期问题', 'overdue', report.overdue, [
      ...ISSUE,
      col('逾期天数', 'days overdue', ({ daysOverdue }) => daysOverdue),
    ]),
    sheet('按责任单位', 'by owner', report.owners, [
      col('责任单位', 'owner', ({ name }) => (name === '' ? NOBODY : name)),
      ...COUNTS,
    ]),
    sheet('按类别', 'by matter', report.matters, [col('类别', 'matter', ({ name }) => name), ...COUNTS]),
    sheet('问题清单', 'issues', report.issues, ISSUE),
    facts([
      ['基准日', 'as of', report.asOf],
      ['提出问题', 'raised', report.total.raised],
      ['提出单位', 'units', report.units],
      ['已解决', 'solved', report.total.solved],
      ['逾期', 'overdue', report.total.overdue],
    ]),
  ];
}

/** Issues as they stand, and every event. */
export function issueListSheets({ events, issues }: IssueList): Sheet[] {
  return [
    sheet('问题清单', 'issues', issues, ISSUE),
    sheet('办理记录', 'events', events, [
      col('编号', 'id', ({ id }) => id),
      col('问题编号', 'issue id', ({ issueId }) => issueId),
      col('事项', 'event', ({ kind }) => word(REGISTER_LABELS.issueEvent, kind)),
      col('日期', 'on', ({ on }) => on),
      col('会议', 'meeting', ({ meeting }) => meeting),
      col('责任单位', 'owner', (event) => ('owner' in event ? event.owner : undefined)),
      col('期限', 'due', (event) => ('due' in event ? event.due : undefined)),
      col('说明', 'note', (event) => ('note' in event ? event.note : undefined)),
    ]),
  ];
}
