import type { FilteredCounts, MatchRecord, Organization, RecordKind } from 'cuohe';

/** What people call the kinds of records and the filters. */

export const KIND_NAMES: Readonly<Record<RecordKind, string>> = {
  achievement: '成果',
  expert: '专家',
  team: '团队',
  direction: '研发方向',
  patent: '专利',
  instrument: '仪器设备',
  service: '服务',
  institution: '机构',
  'pilot-base': '中试基地',
  demand: '需求',
};

/** In the order in which they are told. */
export const FILTER_LABELS: readonly (readonly [keyof FilteredCounts, string])[] = [
  ['secrecy', '密级过高 above the clearance'],
  ['expired', '已过期 expired'],
  ['kind', '类别不符 other kinds'],
  ['region', '地区不符 other regions'],
  ['chain', '产业链不符 other chains'],
  ['where', '条件不符 by condition'],
];

/** The organisation, else the first that completed the achievement; empty where none is named. */
export function organizationName(record: MatchRecord): string {
  const others = record.kind === 'demand' ? [] : (record.completingOrganizations ?? []);
  const named: string | Organization | undefined = record.organization ?? others[0];
  return typeof named === 'string' ? named : (named?.name ?? '');
}

/** The title, else the beginning of the text. */
export function titleOf({ title, text }: MatchRecord): string {
  return title.trim() !== '' ? title : `${(text ?? '').trim().slice(0, 40)}…`;
}
