import type { Bilingual } from '../../base/bilingual.ts';
import { fieldLabel } from '../common/field-labels.ts';
import {
  col,
  facts,
  kindOf,
  named,
  reasoned,
  rounded,
  type Sheet,
  sheet,
  soleKind,
  titleOf,
  word,
} from '../common/sheets.ts';
import type { RecordExpiry } from './expiry.ts';
import type { Duplicates } from './find-duplicates.ts';
import { DEDUPLICATION_LABELS } from './labels.ts';
import type { MergedRecord } from './merge.ts';

/** Groups, record by record; what brought them together; what has no duplicate. */
function duplicateSheets({ groups, unique, likely, compared, cut }: Duplicates): Sheet[] {
  const numbered = groups.map((group, i) => ({ ...group, number: i + 1 }));
  const records = numbered.flatMap(({ number, recordIds }) => recordIds.map((id) => ({ number, id })));
  const links = numbered.flatMap((group) => group.links.map((link) => ({ number: group.number, link })));
  const group = <T extends { readonly number: number }>() => col<T>('组', 'group', ({ number }) => number);
  return [
    sheet('重复组', 'duplicates', records, [group(), named('记录', 'record', ({ id }) => id)]),
    sheet('比对', 'comparisons', links, [
      group(),
      named('记录一', 'first', ({ link }) => link.firstId),
      named('记录二', 'second', ({ link }) => link.secondId),
      col('相似度', 'similarity', ({ link }) => rounded(link.similarity)),
      col('名称相似度', 'title', ({ link }) => rounded(link.title)),
      col('正文相似度', 'text', ({ link }) => rounded(link.text)),
      col('单位相同', 'organisation', ({ link }) =>
        link.organization === undefined ? undefined : link.organization === 1,
      ),
    ]),
    sheet(
      '没有重复',
      'unique',
      unique,
      named('记录', 'record', (id) => id),
    ),
    sheet('疑似重复', 'likely duplicates', likely, [
      named('记录一', 'first', ({ firstId }) => firstId),
      named('记录二', 'second', ({ secondId }) => secondId),
      col('疑似', 'likely', ({ kind }) => word(DEDUPLICATION_LABELS.likely, kind)),
      col('共有数字', 'shared figures', ({ figures }) => figures),
      col('共有外文和型号', 'shared Latin words', ({ latin }) => latin),
      col('专利号、文献号或外文名称相同', 'same right, document or title', ({ isMarked }) => isMarked),
    ]),
    facts([
      ['重复组', 'groups', groups.length],
      ['没有重复的记录', 'records without a duplicate', unique.length],
      ['疑似重复，待人工核对', 'likely duplicates to look at', likely.length],
      ['比对的对数', 'pairs compared', compared],
      ['候选过多、未全部比对的记录', 'records with too many candidates', cut],
    ]),
  ];
}

const CHOSEN: Bilingual = { zh: '采用', en: 'chosen' };
const SAME: Bilingual = { zh: '一致', en: 'says the same' };
const OTHER: Bilingual = { zh: '另一说法', en: 'says otherwise' };

/** Merged records; every value of every field with its source; what was withheld. */
function mergedSheets(merged: readonly MergedRecord[]): Sheet[] {
  const values = merged.flatMap(({ canonicalId, record, fields }) =>
    fields.flatMap(({ field, chosen, agreeing, others, agreement }) =>
      [
        { said: CHOSEN, ...chosen },
        ...agreeing.map((recordId) => ({ said: SAME, recordId, text: undefined, source: undefined })),
        ...others.map((other) => ({ said: OTHER, ...other })),
      ].map((value) => ({ canonicalId, record, field, agreement, ...value })),
    ),
  );
  const withheld = merged.flatMap((one) =>
    one.withheld.map((other) => ({ canonicalId: one.canonicalId, record: one.record, ...other })),
  );
  const canonical = <T extends Pick<MergedRecord, 'canonicalId' | 'record'>>() =>
    named<T>(
      '合并记录',
      'merged record',
      ({ canonicalId }) => canonicalId,
      ({ record }) => titleOf(record),
    );
  return [
    sheet('合并记录', 'merged records', merged, [
      canonical(),
      col('选定依据', 'decided by', ({ decidedBy }) => word(DEDUPLICATION_LABELS.criterion, decidedBy)),
      col('并入的记录', 'made of', ({ recordIds }) => recordIds),
      col('数字不一致的字段', 'fields whose numbers disagree', ({ fields }) =>
        fields.filter(({ agreement }) => agreement === 'numbers').map(({ field }) => fieldLabel(field)),
      ),
      col('未并入', 'withheld', (one) => one.withheld.length),
    ]),
    sheet('字段来源', 'fields', values, [
      canonical(),
      col('字段', 'field', ({ field }) => fieldLabel(field)),
      col('各处', 'agreement', ({ agreement }) => word(DEDUPLICATION_LABELS.agreement, agreement)),
      col('取舍', 'said', ({ said }) => said),
      col('内容', 'value', ({ text }) => text),
      named('来源记录', 'record', ({ recordId }) => recordId),
      col('来源', 'source', ({ source }) => source),
    ]),
    sheet('未并入', 'withheld', withheld, [
      ...canonical<(typeof withheld)[number]>(),
      ...reasoned<(typeof withheld)[number]>(
        '记录',
        'record',
        ({ recordId }) => recordId,
        ({ reason }) => word(DEDUPLICATION_LABELS.withheld, reason),
      ),
    ]),
  ];
}

/** Where records stand in their validity. */
function expirySheets(expiries: readonly RecordExpiry[]): Sheet[] {
  return [
    sheet('有效期', 'validity', expiries, [
      named('记录', 'record', ({ recordId }) => recordId),
      col('状态', 'state', ({ state }) => word(DEDUPLICATION_LABELS.expiry, state)),
      col('有效期至', 'last day', ({ lastDay }) => lastDay),
      col('剩余天数', 'days left', ({ daysLeft }) => daysLeft),
      named('续期记录', 'renewed by', ({ renewedBy }) => renewedBy),
    ]),
  ];
}

/** Results of the programme, as tables. */
export const DEDUPLICATION_TABLES = [
  soleKind<Duplicates>(['groups', 'unique', 'compared', 'cut'], duplicateSheets),
  kindOf<MergedRecord>('listed', ['canonicalId', 'recordIds', 'fields', 'withheld'], mergedSheets),
  kindOf<RecordExpiry>('listed', ['recordId', 'state'], expirySheets),
];
