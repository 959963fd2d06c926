import { readId } from '../base/zod-issues.ts';
import { noticeAt } from './notices.ts';
import type { ImportNotice } from './report.ts';
import type { SourceRecord } from './source-records.ts';

/** Notices of this kind that are told one by one; the rest is counted in one more. */
export const MOST_NEAR_IDS = 20;
/** Longer ids are no ids, and are refused. In UTF-16 units. */
const LONGEST = 1024;
/** What nobody sees, or takes for the same: white space, control and format characters, zero widths. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * Warns of ids that differ in width, case, spaces or characters that nobody sees, and in nothing else: A-01, Ａ－01 and
 * "a-01 ". They stay different ids; most often they are one record typed twice. Linear in the ids.
 * @param records of one source; the same id twice is an error, which is told elsewhere.
 * @returns at most {@link MOST_NEAR_IDS} notices with both places, and one with the number of the rest.
 */
export function nearIdNotices(records: readonly SourceRecord[]): ImportNotice[] {
  const first = new Map<string, { readonly id: string; readonly record: SourceRecord }>();
  const notices: ImportNotice[] = [];
  let rest = 0;
  for (const record of records) {
    const id = readId(record.value);
    if (id === undefined || id === '' || id.length > LONGEST) continue;
    const key = id.normalize('NFKC').toLowerCase().replace(UNSEEN, '');
    const before = first.get(key);
    if (before === undefined) first.set(key, { id, record });
    else if (before.id !== id) {
      if (notices.length < MOST_NEAR_IDS) notices.push(notice(record, id, before.record));
      else rest++;
    }
  }
  if (rest > 0) {
    const text = { zh: `另有${rest}条记录的编号也是如此`, en: `${rest} more records have such ids` };
    notices.push(noticeAt('warning', 'id-near', {}, text));
  }
  return notices;
}

function notice(record: SourceRecord, id: string, before: SourceRecord): ImportNotice {
  const text = {
    zh: `${placeZh(record)}的编号与${placeZh(before)}的只差全半角、大小写、空格或看不见的字符`,
    en: `the id of ${placeEn(record)} differs from that of ${placeEn(before)} in width, case, spaces or unseen characters alone`,
  };
  return noticeAt('warning', 'id-near', { sheet: record.sheet, row: record.row }, text, { id });
}

function placeZh({ sheet, row, index }: SourceRecord): string {
  if (row === undefined) return `第${index + 1}条`;
  return sheet === undefined ? `第${row + 1}行` : `工作表“${sheet}”第${row + 1}行`;
}

function placeEn({ place, index }: SourceRecord): string {
  return place ?? `record [${index}]`;
}
