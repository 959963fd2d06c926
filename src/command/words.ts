import type { FilteredCounts, MatchRecord, Organization, RecordKind } from 'cuohe';
import type { Language } from './language.ts';

/** What people call the kinds of records and the filters. */

type Names = Readonly<Record<Language, string>>;

export const KIND_NAMES: Readonly<Record<RecordKind, Names>> = {
  achievement: { zh: '成果', en: 'achievement' },
  expert: { zh: '专家', en: 'expert' },
  team: { zh: '团队', en: 'team' },
  direction: { zh: '研发方向', en: 'direction' },
  patent: { zh: '专利', en: 'patent' },
  instrument: { zh: '仪器设备', en: 'instrument' },
  service: { zh: '服务', en: 'service' },
  institution: { zh: '机构', en: 'institution' },
  'pilot-base': { zh: '中试基地', en: 'pilot base' },
  demand: { zh: '需求', en: 'demand' },
};

/** In the order in which they are told. */
export const FILTER_LABELS: readonly (readonly [keyof FilteredCounts, Names])[] = [
  ['secrecy', { zh: '密级过高', en: 'above the clearance' }],
  ['expired', { zh: '已过期', en: 'expired' }],
  ['kind', { zh: '类别不符', en: 'other kinds' }],
  ['region', { zh: '地区不符', en: 'other regions' }],
  ['chain', { zh: '产业链不符', en: 'other chains' }],
  ['where', { zh: '条件不符', en: 'by condition' }],
];

/** The organisation, else the first that completed the achievement; empty where none is named. */
export function organizationName(record: MatchRecord): string {
  const others = record.kind === 'demand' ? [] : (record.completingOrganizations ?? []);
  const named: string | Organization | undefined = record.organization ?? others[0];
  return typeof named === 'string' ? named : (named?.name ?? '');
}

/** Units of a title that a page shows: what is longer is a text in the wrong place. */
const LONGEST_TITLE = 120;

/** The title, else the beginning of the text; of a long one its beginning. */
export function titleOf({ title, text }: MatchRecord): string {
  const whole = title.trim() !== '' ? title.trim() : `${(text ?? '').trim().slice(0, 40)}…`;
  if (whole.length <= LONGEST_TITLE) return whole;
  // No pair of surrogates is parted.
  return `${whole.slice(0, LONGEST_TITLE).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
