import { crc32 } from 'node:zlib';

/** Workbooks of hand-written parts: number formats, 1904, errors and whatever else no writer would make. */

/** A zip file whose entries are stored as they are. `lie` changes the unpacked size that the directory tells. */
export function zip(
  parts: Readonly<Record<string, string>>,
  lie = (size: number): number => size,
): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(checksum(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(lie(data.length), 18);
    head.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, path, data]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, index, end]));
}

/** `crc32` of Node came later than the oldest Node that the library runs in. */
function checksum(data: Buffer): number {
  if (typeof crc32 === 'function') return crc32(data);
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** What a workbook is made of; everything may be left out. */
export interface BookParts {
  /** XML of the rows, by sheet: `<row r="1"><c r="A1"><v>1</v></c></row>`. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** XML in front of the rows and behind them. */
  readonly before?: string;
  readonly after?: string;
  /** Number formats by position, for `s="1"` and on: codes, or numbers of built-in ones. */
  readonly formats?: readonly (string | number)[];
  /** XML of the shared strings: `<si><t>x</t></si>`. */
  readonly strings?: string;
  readonly is1904?: boolean;
  /** Names of the sheets that are hidden. */
  readonly hidden?: readonly string[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of an .xlsx file. */
export function bookParts(book: BookParts): Record<string, string> {
  const { sheets = { 表一: '' }, before = '', after = '', formats = [], strings = '', hidden = [] } = book;
  const names = Object.keys(sheets);
  const own = formats.map((format, i) =>
    typeof format === 'number' ? { id: format } : { id: 200 + i, format },
  );
  const listed = names.map(
    (name, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
  );
  const relations = names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  relations.push(
    relation('rIdS', 'styles', 'styles.xml'),
    relation('rIdT', 'sharedStrings', 'sharedStrings.xml'),
  );
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': related([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${book.is1904 === true ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related(relations),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${own
      .map(({ id, format }) =>
        format === undefined ? '' : `<numFmt numFmtId="${id}" formatCode="${escapeXml(format)}"/>`,
      )
      .join(
        '',
      )}</numFmts><cellXfs><xf numFmtId="0"/>${own.map(({ id }) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  };
}

/** An .xlsx file. */
export const book = (parts: BookParts): Uint8Array => zip(bookParts(parts));

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const related = (relations: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
