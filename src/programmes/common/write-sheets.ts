import { cut, printable } from '../../base/printable.ts';
import type { Table, TableCell, TableColumn } from '../../io/written-table.ts';
import { pairedIds } from './pair.ts';
import type { Sheet, SheetColumn, SheetValue } from './sheets.ts';

/** Sheets in one language, as tables of plain cells. */

/** Longest text that a cell of a workbook holds, in units of UTF-16. */
const LONGEST_TEXT = 32_767;
/** What breaks a line or moves a cursor is a blank. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** These join what is seen: families of emoji, letters of Arabic and of India. */
const JOINERS = /([\u200c\u200d])/;
const YES = { zh: '是', en: 'yes' };
const NO = { zh: '否', en: 'no' };

/** The tables of sheets. @throws TypeError for a value that no cell holds. */
export function writeSheets(
  sheets: readonly Sheet[],
  language: 'zh' | 'en',
  titles: ReadonlyMap<string, string> | undefined,
): Table[] {
  return sheets.map(({ name, columns: all, items }) => {
    const isKnown = (id: string | null | undefined) => titleFor(id, titles) !== undefined;
    const columns = all.filter(
      ({ isForTitles, ofId }) => isForTitles !== true || items.some((item) => isKnown(ofId?.(item as never))),
    );
    return {
      name: name[language],
      columns: columns.map(({ header }): TableColumn => ({ header: cellText(header[language]) })),
      rows: items.map((item) =>
        columns.map((column) => cellOf(told(column, item as never, titles), { language, titles })),
      ),
    };
  });
}

function told<T>(
  { value, ofId }: SheetColumn<T>,
  item: T,
  titles: ReadonlyMap<string, string> | undefined,
): SheetValue {
  return value(item) ?? titleFor(ofId?.(item), titles);
}

/** What people call an id: its title, or those of both records of a pair. */
function titleFor(
  id: string | null | undefined,
  titles: ReadonlyMap<string, string> | undefined,
): string | undefined {
  if (typeof id !== 'string' || titles === undefined) return undefined;
  const own = titles.get(id);
  if (own !== undefined) return own;
  const ends = pairedIds(id)?.map((end) => titles.get(end));
  return ends?.every((title) => title !== undefined) ? ends.join('→') : undefined;
}

/** Who reads, and what the host calls things. */
interface Reader {
  readonly language: 'zh' | 'en';
  readonly titles: ReadonlyMap<string, string> | undefined;
}

function cellOf(value: SheetValue, reader: Reader): TableCell {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return (value ? YES : NO)[reader.language];
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw new TypeError(`${value} is no finite number`);
  }
  const text = textOf(value, reader);
  return text === '' ? undefined : cellText(text);
}

function textOf(value: SheetValue, reader: Reader): string {
  if (typeof value === 'string') return value;
  if (isList(value)) {
    const texts = value.map((item) => String(cellOf(item, reader) ?? '')).filter((text) => text !== '');
    return texts.join(reader.language === 'zh' ? '；' : '; ');
  }
  const own =
    typeof value === 'object' && value !== null && 'id' in value ? reader.titles?.get(value.id) : undefined;
  if (own !== undefined) return own;
  const text = typeof value === 'object' ? value?.[reader.language] : undefined;
  if (typeof text === 'string') return text;
  throw new TypeError('a value that is no text in two languages');
}

function isList(value: SheetValue): value is readonly SheetValue[] {
  return Array.isArray(value);
}

/** A text in one line, with nothing in it that is not seen: whatever does not join letters is written as an escape. */
function cellText(text: string): string {
  const parts = text.replace(BREAKS, ' ').split(JOINERS);
  return cut(parts.map((part, i) => (i % 2 === 1 ? part : printable(part))).join(''), LONGEST_TEXT - 1);
}
