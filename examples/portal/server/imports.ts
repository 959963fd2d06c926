import { CuoheError, InputError } from 'cuohe';
import { type Imported, type ImportReport, readAchievementsAsync, readDemandsAsync } from 'cuohe/io';
import { readWorkbook } from 'cuohe/xlsx';
import type { Bilingual, ImportAnswer, SideName } from './api.ts';
import { FIELD_NAMES } from './names.ts';
import type { Portal } from './portal.ts';
import { Refused } from './refused.ts';
import type { StoredRecord } from './store.ts';

/** Notices of each level that are told. */
const MOST_NOTICES = 100;

/**
 * Reads a file as an office has it: a workbook, CSV, JSON. Bad records are left out and told; with `take` the good ones can
 * be found from then on.
 * @throws Refused 400 for what cannot be read at all, in one sentence.
 */
export async function importFile(
  portal: Portal,
  side: SideName,
  file: string,
  bytes: Uint8Array,
  take: boolean,
): Promise<ImportAnswer> {
  const { records, report } = await read(side, file, bytes);
  const rows = withOwnIds(records as unknown as StoredRecord[], report, file);
  const { matcher } = portal.side(side);
  const replaced = rows.filter(({ id }) => matcher.indexOf(String(id)) >= 0).length;
  if (take && rows.length > 0) await portal.put(side, rows);
  const told = (level: 'warning' | 'info') =>
    report.notices.filter((notice) => notice.level === level).slice(0, MOST_NOTICES);
  return {
    file,
    side,
    records: rows.length,
    leftOut: report.leftOut,
    replaced,
    taken: take && rows.length > 0,
    warnings: report.notices.filter(({ level }) => level === 'warning').length,
    notices: [...told('warning'), ...told('info')].map((notice) => ({
      level: notice.level,
      place: placeOf(notice),
      text: { zh: notice.text.zh, en: notice.text.en },
    })),
    columns: report.columns.map(({ header, field }) => ({
      header,
      field: field === undefined ? null : (fieldName(field) ?? { zh: field, en: field }),
    })),
  };
}

async function read(side: SideName, name: string, bytes: Uint8Array): Promise<Imported<unknown>> {
  try {
    // The content says whether it is a workbook: a zip file or an OLE file, whatever its name.
    const isWorkbook = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
    const source = isWorkbook || /\.xlsx?$/i.test(name) ? await readWorkbook(bytes) : bytes;
    const readSide = side === 'supply' ? readAchievementsAsync : readDemandsAsync;
    return await readSide(source, { name, invalid: 'leave-out' });
  } catch (error) {
    if (!(error instanceof CuoheError)) throw error;
    const reason =
      error instanceof InputError ? error.message.split('\n').slice(0, 4).join('; ') : error.message;
    throw new Refused(400, `读不了这个文件：${reason}`, `This file cannot be read: ${reason}`);
  }
}

/**
 * Ids that were made of the places of records belong to their file: row 2 of another file is another record. The reader
 * says whether it made any.
 */
function withOwnIds(records: readonly StoredRecord[], report: ImportReport, file: string): StoredRecord[] {
  const isMade = report.notices.some(({ code }) => code === 'id-made');
  return records.map((record) => (isMade ? { ...record, id: `${file}#${record.id}` } : record));
}

const OTHER_FIELDS: Readonly<Record<string, Bilingual>> = {
  id: { zh: '编号', en: 'Id' },
  title: { zh: '名称', en: 'Title' },
  organization: { zh: '单位', en: 'Organisation' },
  regionCode: { zh: '地区', en: 'Region' },
  secrecyLevel: { zh: '密级', en: 'Secrecy' },
  kind: { zh: '类别', en: 'Kind' },
  completingOrganizations: { zh: '完成单位', en: 'Completed by' },
  completers: { zh: '完成人', en: 'Completed by (people)' },
  techField: { zh: '技术领域', en: 'Field' },
  industryCodes: { zh: '行业代码', en: 'Industry codes' },
  demandType: { zh: '需求类型', en: 'Kind of demand' },
  validFrom: { zh: '有效期起', en: 'Valid from' },
  source: { zh: '来源', en: 'Source' },
  trl: { zh: '技术成熟度', en: 'TRL' },
};

function fieldName(field: string): Bilingual | undefined {
  return FIELD_NAMES[field] ?? OTHER_FIELDS[field];
}

function placeOf({ sheet, row, column, header }: ImportReport['notices'][number]): Bilingual {
  const zh = [sheet, row && `第 ${row} 行`, header || (column && `${column} 列`)];
  const en = [sheet, row && `row ${row}`, header || (column && `column ${column}`)];
  const text = (parts: readonly unknown[]) => parts.filter((part) => part).join(' · ');
  return { zh: text(zh), en: text(en) };
}
