import { CuoheError } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { toBytes } from '../io/decode.ts';
import { fileKind, KIND_NAMES } from '../io/file-kind.ts';
import type { Sheet } from '../io/sheet.ts';
import { otherOle, otherZip } from './container.ts';
import { readXlsSheets, readXlsxSheets } from './hucre-read.ts';
import type { RawSheet } from './raw-sheet.ts';
import { shownSheet, widthOf } from './shown-sheet.ts';
import { readTextTable } from './text-workbook.ts';
import { unreadable } from './unreadable.ts';
import { zipEntries } from './zip-directory.ts';

/** Options of {@link readWorkbook}. */
export interface WorkbookOptions {
  /**
   * Most bytes that a workbook may have when unpacked, so that a small file cannot fill the memory; the directory of
   * the file is held to it before anything is unpacked. A whole number from 1. Default 512,000,000.
   */
  readonly maxBytes?: number | undefined;
  /**
   * Most cells of all sheets together, blank ones between others included. A whole number from 1; one sheet never has
   * more than 20,000,000. Default 20,000,000.
   */
  readonly maxCells?: number | undefined;
}

const MAX_BYTES = 512_000_000;
const MAX_CELLS = 20_000_000;

/**
 * The sheets of a workbook, in their order, as a person sees them. Reads .xlsx and .xls with the optional package
 * `hucre`, and without it what is often saved under these names: HTML pages, XML of Excel 2003, and text tables.
 *
 * Texts stay as they are (001), numbers are given by their digits (9120260000, at most 15 of them), dates as YYYY-MM-DD
 * with HH:MM where there is a time, shares as 65%, booleans as TRUE and FALSE, formulas by their stored values; what may
 * not be what the author typed is told in `doubts`. Comments are left out. Of .xls, the package tells neither which
 * rows are hidden nor how numbers are shown: shares are numbers there.
 *
 * @throws CuoheError `UNREADABLE_INPUT` for bytes that are no workbook, by their true name, and for one that is damaged,
 *   has a password or is larger than the options allow; `MISSING_PACKAGE` where `hucre` is absent or does not load.
 * @throws InputError `INVALID_OPTIONS` for bad options, and for options that there are not.
 */
export async function readWorkbook(
  bytes: Uint8Array | ArrayBuffer,
  options: WorkbookOptions = {},
): Promise<Sheet[]> {
  const limits = limitsOf(options);
  const content = toBytes(bytes);
  if (content.length === 0) throw unreadable('an empty file');
  const kind = fileKind(content);
  switch (kind) {
    case 'zip':
      return readZip(content, limits);
    case 'ole':
      return readOle(content, limits);
    case 'html':
    case 'xml':
    case 'other':
      if (content.length > limits.maxBytes) throw tooLarge('bytes', content.length, limits.maxBytes);
      return readTextTable(content, limits.maxCells);
    default:
      throw unreadable(KIND_NAMES[kind]);
  }
}

type Limits = Readonly<Record<'maxBytes' | 'maxCells', number>>;

function limitsOf(options: WorkbookOptions): Limits {
  const issues = new Issues();
  const known = expectKeys(issues, options, ['maxBytes', 'maxCells']) ? options : {};
  const { maxBytes = MAX_BYTES, maxCells = MAX_CELLS } = known;
  for (const [name, value] of Object.entries({ maxBytes, maxCells }))
    issues.expect(Number.isSafeInteger(value) && value >= 1, name, 'a whole number from 1', value);
  issues.throwAs('INVALID_OPTIONS', 'Bad options of readWorkbook');
  return { maxBytes, maxCells };
}

async function readZip(bytes: Uint8Array, { maxBytes, maxCells }: Limits): Promise<Sheet[]> {
  const entries = zipEntries(bytes);
  if (entries === undefined) throw unreadable('a damaged zip file');
  const other = otherZip(entries);
  if (other !== undefined) throw unreadable(other);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > maxBytes) throw tooLarge('bytes', unpacked, maxBytes);
  return collect((take) => readXlsxSheets(bytes, take), maxCells);
}

async function readOle(bytes: Uint8Array, { maxBytes, maxCells }: Limits): Promise<Sheet[]> {
  const other = otherOle(bytes);
  if (other !== undefined) throw unreadable(other);
  if (bytes.length > maxBytes) throw tooLarge('bytes', bytes.length, maxBytes);
  return collect((take) => readXlsSheets(bytes, take), maxCells);
}

async function collect(
  read: (take: (sheet: RawSheet) => void) => Promise<void>,
  maxCells: number,
): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  let cells = 0;
  try {
    await read((raw) => {
      cells += raw.rows.length * widthOf(raw.rows);
      if (cells > maxCells) throw tooLarge('cells', cells, maxCells);
      sheets.push(shownSheet(raw));
    });
  } catch (error) {
    if (error instanceof CuoheError) throw error;
    throw unreadable(`a damaged workbook (${error instanceof Error ? error.message : String(error)})`, error);
  }
  return sheets;
}

function tooLarge(what: 'bytes' | 'cells', received: number, most: number): CuoheError {
  const option = what === 'bytes' ? 'maxBytes' : 'maxCells';
  return unreadable(`one of ${received} ${what}, more than the ${most} of the option ${option}`);
}
