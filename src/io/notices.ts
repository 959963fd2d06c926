import type { Bilingual } from '../base/bilingual.ts';
import { shorten } from '../base/printable.ts';
import type { RowKind } from './body-rows.ts';
import type { Column } from './columns.ts';
import type { RestCell } from './form-fields.ts';
import { columnLetters } from './grid.ts';
import type { ImportNotice, NoticeCode } from './report.ts';
import type { CellDoubt } from './row-reader.ts';

/** The wording of notices, in both languages. */

const ROW_KINDS: Readonly<Record<RowKind, Bilingual>> = {
  title: { zh: '表头之上的标题或说明', en: 'a title or remark above the header' },
  total: { zh: '合计行', en: 'a row of totals' },
  note: { zh: '注释或落款', en: 'a note or signature' },
  section: { zh: '分节标题', en: 'a heading of a section' },
  'repeated-header': { zh: '重复的表头', en: 'the header again' },
  hint: { zh: '填写提示', en: 'hints for filling in' },
  label: {
    zh: '与栏目名相同，像是内容写在栏目名下方的表单，未读',
    en: 'the name of a field, as if values stood below their labels; not read',
  },
  'more-text': {
    zh: '只有正文的行，像是上一条的续行，未读',
    en: 'text alone, as if the record above went on; it was not read',
  },
  'number-only': { zh: '只有序号的空行', en: 'a number and nothing else' },
  example: { zh: '填写示例', en: 'an example' },
};

const CELLS: Readonly<Record<CellDoubt, readonly [code: NoticeCode, text: Bilingual]>> = {
  'no-tick': ['cell-unread', { zh: '没有勾选任何选项', en: 'no box is ticked' }],
  ticks: [
    'cell-partly-read',
    { zh: '勾选了多项，本栏只应一项', en: 'several boxes are ticked where one is asked for' },
  ],
  amount: ['cell-unread', { zh: '读不出金额', en: 'no sum was understood' }],
  'amount-part': [
    'cell-partly-read',
    { zh: '金额之外的文字未读', en: 'the words beside the sum were not understood' },
  ],
  'amount-unit': [
    'cell-partly-read',
    {
      zh: '金额和表头都没有单位，按元读',
      en: 'neither the sum nor its header has a unit; it was read as yuan',
    },
  ],
  date: [
    'cell-unread',
    { zh: '读不出日期，视为没有期限', en: 'no date was understood; it counts as without end' },
  ],
  trl: ['cell-unread', { zh: '不是成熟度等级', en: 'no level of readiness' }],
  kind: [
    'cell-unread',
    { zh: '不是资源类型，按普通列保留', en: 'it is no kind of record, and is kept under its header' },
  ],
};

/** Where in a source something is, for a notice. */
export interface NoticePlace {
  readonly sheet?: string | undefined;
  /** From 0. */
  readonly row?: number | undefined;
  readonly column?: Pick<Column, 'at' | 'header' | 'field' | 'reading'> | undefined;
}

/** A notice of a place. */
export function noticeAt(
  level: ImportNotice['level'],
  code: NoticeCode,
  { sheet, row, column }: NoticePlace,
  text: Bilingual,
  more: { readonly id?: string; readonly field?: string } = {},
): ImportNotice {
  const field = more.field ?? (column?.reading === undefined ? undefined : column.field);
  return {
    level,
    code,
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row: row + 1 }),
    ...(column === undefined ? {} : { column: columnLetters(column.at), header: column.header }),
    ...(field === undefined ? {} : { field }),
    ...(more.id === undefined ? {} : { id: more.id }),
    text,
  };
}

/** A row that is no record. */
export function rowNotice(sheet: string | undefined, row: number, kind: RowKind, text: string): ImportNotice {
  const what = ROW_KINDS[kind];
  const level = kind === 'more-text' || kind === 'label' ? 'warning' : 'info';
  return noticeAt(level, 'row-left-out', { sheet, row }, quoted(what, text));
}

/** A cell that gave nothing, or not all of it. */
export function cellNotice(place: NoticePlace, doubt: CellDoubt, text: string): ImportNotice {
  const [code, what] = CELLS[doubt];
  return noticeAt('warning', code, place, quoted(what, text));
}

/** A cell of a form that is neither label nor value. */
export function restNotice(
  sheet: string | undefined,
  { text, row, column, isAside }: RestCell,
): ImportNotice {
  const place = { sheet, row, column: { at: column, header: '', field: '', reading: undefined } };
  const what = {
    zh: '表单中既非栏目名也非其内容，未读',
    en: 'neither a label of the form nor its value; not read',
  };
  return noticeAt(isAside ? 'info' : 'warning', 'cell-unread', place, quoted(what, text));
}

/** A text about something, with what it is about: 合计行：“合计 130”. */
export function quoted({ zh, en }: Bilingual, text: string): Bilingual {
  const short = shorten(text.slice(0, 200).replace(/\s+/g, ' '));
  return { zh: `${zh}：“${short}”`, en: `${en}: “${short}”` };
}

/** A column that says what a better one says; `isFirm`: it would have, on its own. */
export function sharedNotice(
  place: NoticePlace,
  behind: string,
  field: string | undefined,
  isFirm: boolean,
): ImportNotice {
  const other = shorten(behind);
  const text = {
    zh: `与“${other}”同义，只读后者；本列按原表头保留`,
    en: `says the same as “${other}”, which was read; this one is kept under its header`,
  };
  const more = field === undefined ? {} : { field };
  return noticeAt(isFirm ? 'warning' : 'info', 'column-shared', place, text, more);
}

/** A column that nobody reads, and how much of the text is in it. */
export function unusedNotice(place: NoticePlace, share: number): ImportNotice {
  const percent = `${Math.round(100 * share)}%`;
  const text = {
    zh: `表头不识，占全部文字的${percent}，未用于匹配`,
    en: `its header is not known; it holds ${percent} of the text, and is not matched`,
  };
  return noticeAt('warning', 'column-unused', place, text);
}

/** A column of money by its unit, in a table of which no other is read as the sum. */
export function unreadSums(place: NoticePlace): ImportNotice {
  const text = {
    zh: '按单位是金额，但表头不识，未读；本表没有读到金额',
    en: 'sums by its unit, but its header is not known; the table gave no sums',
  };
  return noticeAt('info', 'column-unused', place, text);
}

/** A column that nothing reads and that holds this share of the text may be the substance. */
const LONG_SHARE = 0.15;
const LONG_CELL = 12;
/** What nobody would match. */
const OF_CONTACTS = /联系|电话|手机|邮箱|电子邮件|e-?mail|地址|邮编|微信|qq|传真|网址|链接|url/i;

/** Whether a column without a meaning holds so much text that people must be told. */
export function isLong(header: string, size: number, cells: number, total: number): boolean {
  return (
    size >= LONG_SHARE * total &&
    size >= LONG_CELL * cells &&
    cells > 0 &&
    !OF_CONTACTS.test(header.slice(0, 100))
  );
}
