import type { HeaderRule } from './header-table.ts';
import type { ImportColumn, ImportNotice, ImportReport } from './report.ts';
import type { Table } from './written-table.ts';

/** An import report as a table for people. */

type Language = 'zh' | 'en';

const HEADERS = {
  zh: ['类别', '工作表', '行', '列', '表头', '字段', '编号', '说明'],
  en: ['kind', 'sheet', 'row', 'column', 'header', 'field', 'id', 'what is to be said'],
} as const;
const KINDS = {
  zh: { warning: '请核对', info: '说明', column: '列', table: '表', name: '导入报告' },
  en: { warning: 'check', info: 'note', column: 'column', table: 'table', name: 'import report' },
} as const;
const RULES: Readonly<Record<HeaderRule | 'none', Readonly<Record<Language, string>>>> = {
  option: { zh: '按选项', en: 'by the option headers' },
  known: { zh: '表头已知', en: 'a known header' },
  fallback: { zh: '没有更合适的列时采用', en: 'taken where nothing better is' },
  part: { zh: '按表头的一部分', en: 'by a part of its header' },
  end: { zh: '按表头末尾的词', en: 'by the last word of its header' },
  none: { zh: '未识别，按原表头保留', en: 'not known; kept under its header' },
};

/**
 * A report as a table: what to check first, then notes, then what became of each column and table. `writeCsv` and
 * `writeTable` of `cuohe/xlsx` write it.
 */
export function reportTable(report: ImportReport, language: Language = 'zh'): Table {
  const kinds = KINDS[language];
  const noticeRow = ({ level, sheet, row, column, header, field, id, text }: ImportNotice) => [
    kinds[level],
    sheet,
    row,
    column,
    header,
    field,
    id,
    text[language],
  ];
  const columnRow = ({ sheet, column, header, field, rule, share }: ImportColumn) => {
    const percent = `${Math.round(100 * share)}%`;
    const shareText = language === 'zh' ? `占文字${percent}` : `${percent} of the text`;
    const said = `${RULES[rule ?? 'none'][language]}${language === 'zh' ? '；' : '; '}${shareText}`;
    return [kinds.column, sheet, undefined, column, header, field, undefined, said];
  };
  const tableRows = report.tables.map(({ sheet, headerRows, records, sureness }) => [
    kinds.table,
    sheet,
    headerRows[0],
    undefined,
    undefined,
    undefined,
    undefined,
    language === 'zh'
      ? `表头在第${headerRows.join('、')}行（把握${Math.round(100 * sureness)}%），读入${records}条`
      : `header in row ${headerRows.join(', ')} (${Math.round(100 * sureness)}% sure), ${records} records`,
  ]);
  const level = (wanted: ImportNotice['level']) =>
    report.notices.filter((notice) => notice.level === wanted).map(noticeRow);
  return {
    name: kinds.name,
    columns: HEADERS[language].map((header) => ({ header })),
    rows: [...level('warning'), ...level('info'), ...tableRows, ...report.columns.map(columnRow)],
  };
}
