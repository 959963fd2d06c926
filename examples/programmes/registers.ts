import { type AchievementInput, createMatcher, type RecordInput } from 'cuohe';
import {
  appendIssues,
  applyPolicies,
  type ClassPolicy,
  countClasses,
  type IssueEvent,
  issueReport,
  type Publication,
  publishRegisters,
  type RegisterInput,
  type RegisterLink,
  rows,
  tagRecords,
} from 'cuohe/programmes';
import { EMPTY_ISSUES, REGISTER_LABELS } from 'cuohe/programmes/registers';
import { tableText } from '../../src/command/table-text.ts';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** What happened to a row. */
type Change = Publication['changes'][number];

const LAST_TIME = '2026-03-31';
/** What the registers publish beside the usual fields. */
const FIELDS = ['进展', 'transferModes', 'budget'];

/** How a record stood at the last publication. */
interface History {
  readonly id: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly listed?: 'later' | 'withdrawn';
}

export const programme: DemoProgramme = {
  key: 'registers',
  number: 14,
  titleZh: '一库一账一清单与三类成果',
  titleEn: 'Registers and three classes',
  async run(sample) {
    const classes = new Map(
      sample
        .extra<{ id: string; supplyClass: string }>('supply-classes')
        .map((line) => [line.id, line.supplyClass]),
    );
    const classed = <R extends AchievementInput>(record: R) => ({
      ...record,
      supplyClass: classes.get(String(record.id)),
    });
    const tagger = createMatcher([]);
    const finished = sample.achievements.filter(({ kind = 'achievement' }) => kind === 'achievement');
    const achievements = await tagRecords(finished.map(classed), 'achievement', tagger);
    const underWay = sample.extra<AchievementInput>('rd-projects').map(classed);
    const projects = await tagRecords(underWay, 'achievement', tagger);
    const problems = await tagRecords(sample.demands, 'demand', tagger);
    // What answers a problem is linked to it.
    const links = [
      ...(await linksTo('achievement', achievements, problems)),
      ...(await linksTo('project', projects, problems)),
    ];
    const history = new Map(sample.extra<History>('register-history').map((line) => [line.id, line]));
    const now = { achievements, projects, problems, links };
    const first = publishRegisters(
      { ...state(now, history, 'later'), links: linksAmong(links, history, 'later') },
      { asOf: LAST_TIME, fields: FIELDS },
    );
    const publication = publishRegisters(
      {
        ...state(now, history, 'withdrawn'),
        links: linksAmong(links, history, 'withdrawn'),
        previous: first.snapshot,
      },
      { asOf: AS_OF, fields: FIELDS },
    );
    const { snapshot, changes, unchanged, leftOut } = publication;
    const counts = countClasses(snapshot, { year: 2026 });
    const policies = applyPolicies(
      [...achievements, ...projects],
      sample.extra<ClassPolicy>('class-policies'),
    );
    const [figures] = rows(publication);
    const issues = appendIssues(EMPTY_ISSUES, sample.extra<IssueEvent>('meeting-issues'));
    const meetings = issueReport(issues, { asOf: AS_OF });
    const text = [
      `${AS_OF}发布`,
      ...tableText(figures!),
      '',
      `与${LAST_TIME}相比`,
      ...columns(changes.map(changeRow)),
      '',
      ...columns([
        [
          '三类成果',
          '年度目标',
          '已完成',
          '完成率',
          ...Object.values(REGISTER_LABELS.measure).map(({ zh }) => zh),
        ],
        ...counts.map(({ name, target, count, share }, i) => [
          name.zh,
          `${target}项`,
          `${count}项`,
          `${(share * 100).toFixed(0)}%`,
          ...policies.table[i]!.cells.map(({ policies: ids, records, unknown }) =>
            ids.length === 0
              ? '－'
              : `${ids.join('、')}惠及${records.length}项${unknown.length > 0 ? `、待核实${unknown.length}项` : ''}`,
          ),
        ]),
      ]),
      '',
      [
        `联席会议：${meetings.units}家单位提出${meetings.total.raised}项，现`,
        (['open', 'in-hand', 'solved', 'dropped'] as const)
          .map((code) => `${REGISTER_LABELS.issue[code].zh}${meetings.total[code]}项`)
          .join('，'),
        `；未办结的有${meetings.total.overdue}项逾期`,
      ].join(''),
      ...columns([
        ['会议', '上次结转', '＋提出', '＋重新办理', '－解决', '－不再办理', '＝结转下次'],
        ...meetings.meetings.map((one) => [
          one.meeting,
          ...[
            one.carriedIn,
            one.raisedThen,
            one.reopenedThen,
            one.solvedThen,
            one.droppedThen,
            one.carriedOut,
          ].map((count) => `${count}项`),
        ]),
      ]),
      ...meetings.overdue.map(
        ({ id, title, owner, daysOverdue }) => `  ${id} ${title}（${owner}，逾期${daysOverdue}天）`,
      ),
    ].join('\n');
    return {
      json: { changes, unchanged, leftOut, counts, policies: policies.table, snapshot, meetings },
      text,
      results: [publication, counts, policies, meetings, issues],
    };
  },
};

/** The records as they stood: without those of the kind that is not there. */
function state(
  { achievements, projects, problems }: RegisterInput,
  history: ReadonlyMap<string, History>,
  absent: NonNullable<History['listed']>,
) {
  const stood = <R extends RecordInput>(records: readonly R[]): R[] =>
    records
      .filter(({ id }) => history.get(String(id))?.listed !== absent)
      .map((record) =>
        absent === 'later' ? { ...record, ...history.get(String(record.id))?.before } : record,
      );
  return { achievements: stood(achievements), projects: stood(projects), problems: stood(problems) };
}

function linksAmong(
  links: readonly RegisterLink[],
  history: ReadonlyMap<string, History>,
  absent: NonNullable<History['listed']>,
): RegisterLink[] {
  const isThere = (id: string | undefined) => id === undefined || history.get(String(id))?.listed !== absent;
  return links.filter(({ achievement, project, problem }) => [achievement, project, problem].every(isThere));
}

async function linksTo(
  end: 'achievement' | 'project',
  supply: readonly AchievementInput[],
  problems: RegisterInput['problems'],
): Promise<RegisterLink[]> {
  const links: RegisterLink[] = [];
  const options = { limit: 2, explain: false, filter: { asOf: AS_OF } };
  for await (const { queryId, matches } of createMatcher(supply).matchAll(problems, options)) {
    const answers = matches.filter(({ level }) => level!.level >= 2);
    links.push(...answers.map(({ id }) => ({ problem: queryId, [end]: id })));
  }
  return links;
}

function changeRow({ register, kind, id, title, fields }: Change): string[] {
  const labels: Readonly<Record<string, { readonly zh: string }>> = {
    ...REGISTER_LABELS.field,
    'fields.transferModes': { zh: '转化方式' },
    'fields.budget': { zh: '预算' },
  };
  const told = fields.map(({ field, before, after }) => {
    const name = labels[field]?.zh ?? field.replace('fields.', '');
    return `${name}由${said(before)}改为${said(after)}`;
  });
  return [
    REGISTER_LABELS.register[register].zh,
    REGISTER_LABELS.change[kind].zh,
    id,
    shortened(title, 34),
    told.join('；'),
  ];
}

function said(value: Change['fields'][number]['before']): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '无';
  return Array.isArray(value) ? value.join(' ') : String(value);
}
