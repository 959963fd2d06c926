import { KIND_NAMES } from '../io/file-kind.ts';
import type { ZipEntry } from './zip-directory.ts';

/** What is in the two containers of Office files: only some are workbooks. */

/** What a zip file is instead of an .xlsx workbook; `undefined` for a workbook. */
export function otherZip(entries: readonly ZipEntry[]): string | undefined {
  const has = (start: string) => entries.some(({ name }) => name.startsWith(start));
  if (has('word/')) return 'a Word document (.docx)';
  if (has('ppt/')) return 'a presentation (.pptx)';
  if (has('xl/workbook.bin')) return `a binary workbook (.xlsb); ${SAVE_AS}`;
  if (has('mimetype') && has('content.xml')) return `an OpenDocument file (.ods, .odt); ${SAVE_AS}`;
  if (!has('[Content_Types].xml') || !has('_rels/'))
    return `a zip file without a workbook (${namesOf(entries)})`;
  return undefined;
}

/** What to do with a table in another form. */
export const SAVE_AS = 'open it and save it as .xlsx';

function namesOf(entries: readonly ZipEntry[]): string {
  const names = entries.slice(0, 3).map(({ name }) => JSON.stringify(name.slice(0, 40)));
  return names.length === 0 ? 'it is empty' : names.join(', ');
}

/** Names in the directory of an old Office file, and what they tell. Entries lie at multiples of their length. */
const OLE_ENTRY = 128;
const OLE_NAMES: readonly (readonly [name: string, what: string])[] = [
  ['EncryptedPackage', `a workbook with a password; take the password away and save it again`],
  ['WordDocument', 'an old Word document (.doc)'],
  ['PowerPoint Document', 'an old presentation (.ppt)'],
];

/** What an old Office file is instead of an .xls workbook that can be read; `undefined` for one. */
export function otherOle(bytes: Uint8Array): string | undefined {
  let isWorkbook = false;
  for (let at = 512; at + OLE_ENTRY <= bytes.length; at += OLE_ENTRY) {
    const other = OLE_NAMES.find(([name]) => hasName(bytes, at, name));
    if (other !== undefined) return other[1];
    isWorkbook ||= hasName(bytes, at, 'Workbook') || hasName(bytes, at, 'Book');
  }
  if (!isWorkbook) return `${KIND_NAMES.ole} without a workbook`;
  return hasPassword(bytes) ? OLE_NAMES[0]![1] : undefined;
}

function hasName(bytes: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i <= name.length; i++) {
    const unit = i === name.length ? 0 : name.charCodeAt(i);
    if (bytes[at + 2 * i] !== unit || bytes[at + 2 * i + 1] !== 0) return false;
  }
  return true;
}

/** How the cells of a workbook begin: a record of 16 bytes, of the version 8, for the workbook as a whole. */
const BOOK_START = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];
const BOOK_STEP = 64;
const WRITE_PROTECTION = 0x86;
const FILE_PASSWORD = 0x2f;

/** Whether an .xls workbook is encrypted: a record says so right behind the start, or behind one on writing. */
function hasPassword(bytes: Uint8Array): boolean {
  for (const start of bookStarts(bytes)) {
    let record = start + START_LENGTH;
    if (word(bytes, record) === WRITE_PROTECTION) record += 4 + word(bytes, record + 2);
    if (word(bytes, record) === FILE_PASSWORD) return true;
  }
  return false;
}

const START_LENGTH = 20;
const SHEET = 0x85;
const TEXTS = 0xfc;
const END = 0x0a;

/**
 * Which sheets an .xls workbook hides, in their order. Its list of sheets is read where it lies: nearly always in one
 * piece. Where it does not, nothing is hidden as far as is known.
 * @param count sheets that there are.
 */
export function hiddenSheets(bytes: Uint8Array, count: number): boolean[] {
  for (const start of bookStarts(bytes)) {
    const hidden: boolean[] = [];
    for (let at = start; at + 4 <= bytes.length; at += 4 + word(bytes, at + 2)) {
      const id = word(bytes, at);
      if (id === SHEET) hidden.push((bytes[at + 8]! & 3) !== 0);
      if (id === TEXTS || id === END) break;
    }
    if (hidden.length === count) return hidden;
  }
  return Array.from({ length: count }, () => false);
}

function* bookStarts(bytes: Uint8Array): Generator<number> {
  for (let at = 512; at + BOOK_STEP <= bytes.length; at += BOOK_STEP) {
    if (BOOK_START.every((byte, i) => bytes[at + i] === byte)) yield at;
  }
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
