import type { RecordInput } from 'cuohe';
import { openccSimplifier } from 'cuohe/opencc';
import {
  findDuplicates,
  type MergedRecord,
  mergeDuplicates,
  type RecordExpiry,
  reviewExpiry,
} from 'cuohe/programmes';
import { DEDUPLICATION_LABELS } from 'cuohe/programmes/deduplication';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** What one source says of a field. */
type SourcedValue = MergedRecord['fields'][number]['chosen'];

/** The portals of the sample, the most trusted first; records of the city's own list name no source. */
const SOURCES = ['浑河科技成果网', '高校院所成果汇编2026'];
const OWN_LIST = '本市成果库';
const WITHIN = 30;
/** Differs at every portal, and tells nothing of the achievement. */
const BOOKKEEPING = new Set(['updatedAt']);
const FIELD_NAMES: Readonly<Record<string, string>> = {
  abstract: '成果简介',
  keywords: '关键词',
  completingOrganizations: '完成单位',
  completers: '完成人',
  regionCode: '地区',
  trl: '成熟度',
  ip: '知识产权',
  transferModes: '转化方式',
  chains: '产业链',
  validTo: '有效期至',
  contactDepartment: '联系部门',
};

export const programme: DemoProgramme = {
  key: 'deduplication',
  number: 15,
  titleZh: '多源去重、来源与有效期',
  titleEn: 'De-duplication, provenance and expiry',
  async run({ achievements, extra }) {
    const records = [...achievements, ...extra<RecordInput>('portals')];
    const duplicates = await findDuplicates(records, { simplifier: await openccSimplifier() });
    const merged = mergeDuplicates(records, duplicates.groups, { sources: SOURCES });
    const expiry = reviewExpiry(records, { asOf: AS_OF, within: WITHIN, groups: duplicates.groups });
    const titles = new Map(records.map(({ id, title }) => [String(id), title]));
    const { groups, unique, compared } = duplicates;
    const pairs = (records.length * (records.length - 1)) / 2;
    const due = expiry.filter(({ state }) => state !== 'valid' && state !== 'open-ended');
    const text = [
      `汇总${records.length}条，重复${groups.length}组，合并后${groups.length + unique.length}条（比对${compared}对，全部两两比对要${pairs}对）`,
      '',
      ...merged.flatMap((group) => [...groupLines(group), '']),
      `有效期（${AS_OF}，提前${WITHIN}天）`,
      ...columns(due.map((item) => expiryRow(item, titles))),
    ].join('\n');
    return { json: { duplicates, merged, expiry: due }, text, results: [duplicates, merged, due] };
  },
};

function groupLines({ record, canonicalId, decidedBy, recordIds, fields }: MergedRecord): string[] {
  const content = fields.filter(({ field }) => !BOOKKEEPING.has(field));
  const rest = recordIds.filter((id) => id !== canonicalId).join('、');
  const disputed = content.filter(({ agreement }) => agreement === 'numbers');
  return [
    shortened(record.title, 60),
    `  采用${canonicalId}（${DEDUPLICATION_LABELS.criterion[decidedBy].zh}），并入${rest}`,
    ...columns(
      disputed.flatMap(({ field, agreement, chosen, others }) =>
        [chosen, ...others].map((value, i) => [
          i === 0 ? `${nameOf(field)}${DEDUPLICATION_LABELS.agreement[agreement].zh}` : '',
          said(field, value),
          origin(value),
        ]),
      ),
      '    ',
    ),
    ...filledLines(content, canonicalId),
  ];
}

/** What the canonical record lacked, by the record that had it. */
function filledLines(fields: readonly MergedRecord['fields'][number][], canonicalId: string): string[] {
  const byOrigin = new Map<string, string[]>();
  for (const { field, chosen } of fields) {
    if (chosen.recordId === canonicalId) continue;
    const names = byOrigin.get(origin(chosen)) ?? [];
    byOrigin.set(origin(chosen), [...names, nameOf(field)]);
  }
  return [...byOrigin].map(([from, names]) => `    由${from}补入：${names.join('、')}`);
}

function nameOf(field: string): string {
  return FIELD_NAMES[field] ?? field;
}

/** Of a long text its numbers. */
function said(field: string, { text, numbers }: SourcedValue): string {
  return field === 'abstract' ? numbers.join(' ') : shortened(text, 40);
}

function origin({ recordId, source = OWN_LIST }: SourcedValue): string {
  return `${recordId}（${source}）`;
}

function expiryRow(
  { recordId, state, lastDay = '', daysLeft = 0, renewedBy }: RecordExpiry,
  titles: ReadonlyMap<string, string>,
): string[] {
  const days = daysLeft < 0 ? `过期${-daysLeft}天` : `还有${daysLeft}天`;
  const note = renewedBy === undefined ? '' : `由${renewedBy}接续`;
  return [
    DEDUPLICATION_LABELS.expiry[state].zh,
    lastDay,
    days,
    recordId,
    shortened(titles.get(recordId)!, 40),
    note,
  ];
}
