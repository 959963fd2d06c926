/** What bytes are, by how they begin: people give files any ending. */

/** `zip`: .xlsx, .docx; `ole`: the old Office files, .xls, .doc, and workbooks with a password; the rest is text, or nothing known. */
export type FileKind = 'zip' | 'ole' | 'pdf' | 'image' | 'rar' | 'html' | 'xml' | 'other';

const STARTS: readonly (readonly [kind: FileKind, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['rar', [0x37, 0x7a, 0xbc, 0xaf]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
];

const HTML = /^\s*(?:<!doctype\s+html|<(?:html|head|meta|body|style|script|table|div)[\s>])/i;
const XML = /^\s*<\?xml\s/i;
/** Units that are enough to tell a page: what comes before its first tag is short. */
const HEAD = 1000;

/** The kind of a file. In UTF-16 a page is told by its text alone, see {@link textKind}. */
export function fileKind(bytes: Uint8Array): FileKind {
  const start = STARTS.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (start !== undefined) return start[0];
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) head += String.fromCharCode(byte);
  return textKind(head.replace(/^\u00ef\u00bb\u00bf/, ''));
}

/** The kind of a text. XHTML is HTML, whatever its first line. */
export function textKind(text: string): FileKind {
  const head = text.slice(0, HEAD);
  if (HTML.test(head)) return 'html';
  if (!XML.test(head)) return 'other';
  return /<html[\s>]/i.test(head) ? 'html' : 'xml';
}

/** What each kind is called in an error. */
export const KIND_NAMES: Readonly<Record<Exclude<FileKind, 'other'>, string>> = {
  zip: 'a zip file, as .xlsx and .docx are',
  ole: 'an old Office file (.xls, .doc)',
  pdf: 'a PDF file',
  image: 'a picture',
  rar: 'an archive (.rar, .7z)',
  html: 'an HTML page, as many .xls files are',
  xml: 'an XML file, as some .xls files are',
};
