import { CuoheError } from '../base/errors.ts';

/** Bytes to text. */

/** Bytes or text as they come from a file, an upload or a response. */
export type Source = string | Uint8Array | ArrayBuffer;

/** First bytes of files that people take for tables. */
const OTHER_FILES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a zip file, as .xlsx and .docx are; save the sheet as CSV', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Office file (.xls, .doc); save the sheet as CSV', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF file', [0x25, 0x50, 0x44, 0x46]],
];

const BOMS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Text of bytes: UTF-8 or UTF-16 by byte order mark, else UTF-8, else GB18030 (what Excel writes in China, and a
 * superset of GBK and GB 2312). Always strict: no character is ever replaced. A text is returned without its mark.
 * @throws CuoheError `UNREADABLE_INPUT` for bytes in no such encoding.
 */
export function decodeText(source: Source): string {
  if (typeof source === 'string') return source.startsWith('\uFEFF') ? source.slice(1) : source;
  const bytes = toBytes(source);
  const other = OTHER_FILES.find(([, start]) => startsWith(bytes, start));
  if (other !== undefined) throw unreadable(other[0]);
  const marked = BOMS.find(([, mark]) => startsWith(bytes, mark))?.[0];
  const text = marked === undefined ? decodeUnmarked(bytes) : tryDecode(bytes, marked);
  if (text === undefined)
    throw unreadable(`bytes that are not ${(marked ?? 'utf-8').toUpperCase()}, though their mark says so`);
  const zero = text.indexOf('\0');
  if (zero >= 0)
    throw unreadable(`binary data, or UTF-16 without a byte order mark (zero at character ${zero})`);
  return text;
}

function toBytes(source: unknown): Uint8Array {
  if (source instanceof Uint8Array) return source;
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  // Not `instanceof`: the buffer may come from another realm (a frame, a test environment).
  if (Object.prototype.toString.call(source) === '[object ArrayBuffer]')
    return new Uint8Array(source as ArrayBuffer);
  const received = source === null ? 'null' : typeof source;
  throw new CuoheError(
    'UNREADABLE_INPUT',
    `Cannot read the source: expected a text, a Uint8Array or an ArrayBuffer, received ${received}`,
  );
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeUnmarked(bytes: Uint8Array): string {
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const damage = damagedUtf8(bytes);
  if (damage !== undefined) throw unreadable(`UTF-8 with a wrong byte at ${damage}`);
  const gb = tryDecode(bytes, 'gb18030');
  if (gb !== undefined) return gb;
  throw unreadable('bytes in none of these encodings');
}

/**
 * Position of the first wrong byte in what is UTF-8 for the most part. Such bytes often pass as GB18030, and would
 * give nonsense; Chinese in GB18030 hardly ever passes as UTF-8.
 */
function damagedUtf8(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let wrong = 0;
  let right = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) wrong++;
    else if (unit >= 0x80) right++;
  }
  if (right < 10 * wrong) return undefined;
  return new TextEncoder().encode(text.slice(0, text.indexOf('\uFFFD'))).length;
}

function unreadable(received: string): CuoheError {
  return new CuoheError(
    'UNREADABLE_INPUT',
    `Cannot read the source: expected text in UTF-8, GB18030 or UTF-16 with a byte order mark, received ${received}`,
  );
}
