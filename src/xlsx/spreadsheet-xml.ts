import { ownValue } from '../base/own-value.ts';
import type { Sheet, SheetDoubt } from '../io/sheet.ts';
import { dateText, numberText } from './cell-text.ts';
import { Grid } from './grid.ts';
import { attribute, tokens } from './markup.ts';
import { unreadable } from './unreadable.ts';

/** Workbooks of Excel 2003 in XML, which systems export under the name .xls. */

const NAMESPACE = 'urn:schemas-microsoft-com:office:spreadsheet';

/** Whether an XML text is such a workbook. */
export function isSpreadsheetXml(xml: string): boolean {
  return xml.slice(0, 10_000).includes(NAMESPACE);
}

interface OpenCell {
  readonly attributes: string;
  type: string;
  text: string;
}

/**
 * The sheets of such a workbook.
 * @throws CuoheError `UNREADABLE_INPUT` for more cells than `maxCells` in all sheets together, or no sheet.
 */
export function readSpreadsheetXml(xml: string, maxCells: number): Sheet[] {
  const sheets: Sheet[] = [];
  const formats = new Map<string, string>();
  let room = maxCells;
  let style = '';
  let sheetName = '';
  let isHidden = false;
  let grid: Grid | undefined;
  let cell: OpenCell | undefined;
  let isData = false;
  let doubts: SheetDoubt[] = [];
  for (const token of tokens(xml)) {
    if (token.type === 'text') {
      if (isData && cell !== undefined) cell.text += token.text;
      else if (sheetName !== '' && /^\s*SheetHidden\s*$/.test(token.text)) isHidden = true;
      continue;
    }
    const { name, attributes } = token;
    const isOpen = token.type === 'open';
    if (name === 'style' && isOpen) style = attribute(attributes, 'ID') ?? '';
    else if (name === 'numberformat' && isOpen) formats.set(style, attribute(attributes, 'Format') ?? '');
    else if (name === 'worksheet' && isOpen) {
      sheetName = attribute(attributes, 'Name') ?? `Sheet${sheets.length + 1}`;
      grid = new Grid(room);
      isHidden = false;
      doubts = [];
    } else if (name === 'worksheet' && grid !== undefined) {
      const sheet = grid.sheet(sheetName, isHidden);
      room -= grid.size;
      sheets.push(doubts.length === 0 ? sheet : { ...sheet, doubts });
      grid = undefined;
    } else if (name === 'row' && isOpen)
      grid?.nextRow(place(attributes), attribute(attributes, 'Hidden') === '1');
    else if (name === 'cell' && isOpen) cell = { attributes, type: '', text: '' };
    else if (name === 'cell' && cell !== undefined) {
      const { attributes, type } = cell;
      const down = 1 + whole(attribute(attributes, 'MergeDown'));
      const across = 1 + whole(attribute(attributes, 'MergeAcross'));
      const format = formats.get(attribute(attributes, 'StyleID') ?? '') ?? '';
      grid?.addCell(textOf(cell, format), down, across, place(attributes));
      if (type === 'Error' && grid !== undefined) doubts.push({ ...grid.last, code: 'error' });
      cell = undefined;
    } else if (name === 'data') {
      isData = isOpen;
      if (isOpen && cell !== undefined) cell.type = attribute(attributes, 'Type') ?? '';
    }
  }
  if (sheets.length === 0) throw unreadable('a workbook of Excel 2003 in XML without a sheet');
  return sheets;
}

/** Formats that have names, and General: what they show of a date. */
const DATE_FORMATS: Readonly<Record<string, string>> = {
  'General Date': 'y h',
  'Long Date': 'y',
  'Medium Date': 'y',
  'Short Date': 'y',
  'Long Time': 'h',
  'Medium Time': 'h',
  'Short Time': 'h',
  General: '',
};

function textOf({ type, text }: OpenCell, format: string): string {
  const value = text.trim();
  if (type === 'Error') return '';
  if (type === 'Boolean') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'Number' && value !== '' && Number.isFinite(Number(value)))
    return numberText(Number(value), format === 'Percent' ? '0%' : format);
  if (type === 'DateTime') {
    const date = new Date(/z$/i.test(value) ? value : `${value}Z`);
    if (!Number.isNaN(date.getTime())) return dateText(date, ownValue(DATE_FORMATS, format) ?? format, false);
  }
  return text.replace(/\r\n?/g, '\n');
}

/** The place that `Index` names, from 0. */
function place(attributes: string): number | undefined {
  const index = whole(attribute(attributes, 'Index'));
  return index >= 1 ? index - 1 : undefined;
}

function whole(value: string | undefined): number {
  const number = Number(value ?? 0);
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
