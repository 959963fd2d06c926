import { decodeBytes } from '../io/decode.ts';
import { textKind } from '../io/file-kind.ts';
import type { Sheet } from '../io/sheet.ts';
import { parseTable } from '../io/table.ts';
import { readHtmlTables } from './html-table.ts';
import { widthOf } from './shown-sheet.ts';
import { isSpreadsheetXml, readSpreadsheetXml } from './spreadsheet-xml.ts';
import { unreadable } from './unreadable.ts';

/**
 * The sheets of a text that has the name of a workbook: a page, the XML of Excel 2003, or a table of texts.
 * @throws CuoheError `UNREADABLE_INPUT` for any other text, and for bytes that are none.
 */
export function readTextTable(bytes: Uint8Array, maxCells: number): Sheet[] {
  const text = decode(bytes);
  const kind = textKind(text);
  if (kind === 'html') return readHtmlTables(text, maxCells);
  if (isSpreadsheetXml(text)) return readSpreadsheetXml(text, maxCells);
  if (kind === 'xml') throw unreadable('an XML file without sheets');
  if (/^\s*[[{]/.test(text)) throw unreadable('a text in JSON; read it with readAchievements or readDemands');
  const { rows, quotes } = parseTable(text);
  if (quotes.length > 0)
    throw unreadable(`a table of texts with a malformed quote in row ${quotes[0]!.row + 1}`);
  if (rows.length * widthOf(rows) > maxCells)
    throw unreadable(`one of more cells than the ${maxCells} of the option maxCells`);
  return [{ name: 'Sheet1', rows }];
}

function decode(bytes: Uint8Array): string {
  try {
    return decodeBytes(bytes);
  } catch (cause) {
    throw unreadable('bytes that are neither a workbook nor a text', cause);
  }
}
