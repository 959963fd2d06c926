import type { LeftOut } from '../common/open-records.ts';
import {
  col,
  facts,
  named,
  reasoned,
  rounded,
  type Sheet,
  type SheetColumn,
  sheet,
  word,
} from '../common/sheets.ts';
import { placeName } from '../places/regions.ts';
import { type Invitations, type InvitedPair, type NotInvited, UNINVITED_LABELS } from './invitations.ts';
import { SESSION_LABELS } from './labels.ts';
import type { SessionTheme, SessionThemes } from './themes.ts';

/** Columns of a theme. */
export function themeColumns<T>(of: (item: T) => SessionTheme): readonly SheetColumn<T>[] {
  return [
    col('专题', 'theme', (item) => of(item).name),
    col('产业链', 'chains', (item) => of(item).chains),
    col('共同用词', 'phrases', (item) => of(item).phrases),
    col('需求数', 'number of demands', (item) => of(item).demandIds.length),
    col('需求', 'demands', (item) => of(item).demandIds),
  ];
}

/** Themes, and the demands that take no part. */
export function themeSheets({ themes, leftOut }: SessionThemes): Sheet[] {
  return [
    sheet(
      '专题',
      'themes',
      themes,
      themeColumns<SessionTheme>((theme) => theme),
    ),
    ...leftOutSheets(leftOut),
  ];
}

/** Demands that take no part: those that have ended by name, those above the clearance by number. */
export function leftOutSheets({ expired, withheld }: LeftOut): Sheet[] {
  return [
    sheet(
      '不参加的需求',
      'left out',
      expired,
      reasoned(
        '需求',
        'demand',
        (id) => id,
        () => UNINVITED_LABELS.expired,
      ),
    ),
    facts([withheldFact(withheld)]),
  ];
}

/** Demands that are counted and not named. */
export function withheldFact(withheld: number) {
  return ['密级超出范围的需求', 'demands above the clearance', withheld] as const;
}

/** Columns of an invited pair. */
export function pairColumns<T>(
  of: (item: T) => InvitedPair,
  names: ReadonlyMap<string, string>,
): readonly SheetColumn<T>[] {
  return [
    col('项目编号', 'pair id', (item) => of(item).id),
    ...named<T>('需求', 'demand', (item) => of(item).demandId),
    ...named<T>('供给', 'supply', (item) => of(item).supplyId),
    col('价值', 'value', (item) => rounded(of(item).value)),
    ...named<T>(
      '需求方',
      'demander',
      (item) => of(item).demander,
      (item) => names.get(of(item).demander),
    ),
    ...named<T>(
      '供给方',
      'supplier',
      (item) => of(item).supplier,
      (item) => names.get(of(item).supplier),
    ),
    col('产业链', 'chains', (item) => of(item).chains),
    col('地区', 'region', (item) => placeName(of(item).regionCode)),
    col('点名', 'asked for by name', (item) => of(item).isNamed),
    col('条件冲突', 'conflicts', (item) => of(item).conflicts.map(({ reason }) => reason)),
    col('理由', 'reason', (item) => of(item).reason),
  ];
}

/** Columns of what is passed over. */
export function notInvitedColumns<T>(of: (item: T) => NotInvited): readonly SheetColumn<T>[] {
  return [
    ...named<T>('需求', 'demand', (item) => of(item).demandId),
    ...named<T>('未邀约对象', 'not invited', (item) => of(item).what),
    col('原因', 'reason', (item) => word(SESSION_LABELS.notInvited, of(item).reason)),
  ];
}

/** Who is invited for whom, for which demands nobody is, and what is passed over. */
export function invitationSheets({
  pairs,
  participants,
  uninvited,
  withheld,
  notInvited,
}: Invitations): Sheet[] {
  const names = new Map(participants.map(({ id, name }) => [id, name]));
  return [
    sheet(
      '邀约',
      'pairs',
      pairs,
      pairColumns<InvitedPair>((pair) => pair, names),
    ),
    sheet(
      '参会方',
      'participants',
      participants,
      named(
        '参会方',
        'participant',
        ({ id }) => id,
        ({ name }) => name,
      ),
    ),
    sheet(
      '未邀约',
      'uninvited',
      uninvited,
      reasoned(
        '需求',
        'demand',
        ({ demandId }) => demandId,
        ({ reason }) => word(SESSION_LABELS.uninvited, reason),
      ),
    ),
    sheet(
      '未列入邀约',
      'passed over',
      notInvited,
      notInvitedColumns<NotInvited>((item) => item),
    ),
    facts([withheldFact(withheld)]),
  ];
}
