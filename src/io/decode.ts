import { CuoheError } from '../base/errors.ts';
import { last, ranges, type Steps } from '../base/steps.ts';
import { type FileKind, fileKind, KIND_NAMES, textKind } from './file-kind.ts';
import { commonShares, looksBig5, utf16Order } from './guess-encoding.ts';

/** Bytes to text. */

/** Bytes or text as they come from a file, an upload or a response. */
export type Source = string | Uint8Array | ArrayBuffer;

const BOMS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Text of bytes: UTF-8 or UTF-16 by byte order mark, else UTF-8, else UTF-16, else GB18030 (what Excel writes in China,
 * and a superset of GBK and GB 2312) or Big5 (traditional files), whichever gives common characters. Always strict: no
 * character is ever replaced. A text is returned without its mark.
 * @throws CuoheError `UNREADABLE_INPUT` for bytes in no such encoding, and for workbooks, pages and other files, by
 *   their names. Workbooks are read by `readWorkbook` of `cuohe/xlsx`.
 */
export function decodeText(source: Source): string {
  return last(decodeTextSteps(source));
}

/** The same in steps. */
export function* decodeTextSteps(source: Source): Steps<string> {
  if (typeof source === 'string') {
    const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
    expectText(textKind(text));
    return text;
  }
  const bytes = toBytes(source);
  expectText(fileKind(bytes));
  const text = yield* decodeSteps(bytes);
  // In UTF-16 a page is told by its text alone.
  expectText(textKind(text));
  return text;
}

/** What to do with files that hold tables in another form. */
const HINTS: Readonly<Partial<Record<FileKind, string>>> = {
  zip: '; workbooks are read with readWorkbook of cuohe/xlsx, or saved as CSV',
  ole: '; workbooks are read with readWorkbook of cuohe/xlsx, or saved as CSV',
  html: '; readWorkbook of cuohe/xlsx reads its tables',
  xml: '; readWorkbook of cuohe/xlsx reads it if it is a workbook',
};

function expectText(kind: FileKind): void {
  if (kind !== 'other') throw notText(`${KIND_NAMES[kind]}${HINTS[kind] ?? ''}`);
}

/** The bytes of a source. @throws CuoheError `UNREADABLE_INPUT` for anything else. */
export function toBytes(source: unknown): Uint8Array {
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

/** Text of bytes, whatever it says: {@link decodeText} without a look at what it is. */
export function decodeBytes(bytes: Uint8Array): string {
  return last(decodeSteps(bytes));
}

function* decodeSteps(bytes: Uint8Array): Steps<string> {
  const marked = BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  if (marked === undefined) return yield* unmarkedSteps(bytes);
  const text = yield* trySteps(bytes, marked);
  if (text === undefined)
    throw notText(`bytes that are not ${marked.toUpperCase()}, though their mark says so`);
  const zero = text.indexOf('\0');
  if (zero >= 0) throw notText(`binary data (zero at character ${zero})`);
  return text;
}

/** Bytes decoded between two turns. */
const BYTES_A_TURN = 1 << 18;

/** The text of bytes in an encoding; undefined where they are none. */
function* trySteps(bytes: Uint8Array, encoding: string): Steps<string | undefined> {
  try {
    return yield* piecesSteps(bytes, new TextDecoder(encoding, { fatal: true }));
  } catch {
    return undefined;
  }
}

function* piecesSteps(bytes: Uint8Array, decoder: TextDecoder): Steps<string> {
  const pieces: string[] = [];
  for (const [start, end] of ranges(bytes.length, BYTES_A_TURN)) {
    pieces.push(decoder.decode(bytes.subarray(start, end), { stream: true }));
    yield 0;
  }
  return pieces.join('') + decoder.decode();
}

/** Characters that leave no doubt about their encoding. */
const PLENTY = 20;

function* unmarkedSteps(bytes: Uint8Array): Steps<string> {
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const order = utf16Order(bytes);
    const text = order === undefined ? undefined : yield* trySteps(bytes, order);
    if (text === undefined || text.includes('\0')) throw notText(`binary data (zero at byte ${zero})`);
    return text;
  }
  const utf8 = yield* trySteps(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const damage = yield* damageSteps(bytes);
  if (damage !== undefined) throw notText(`UTF-8 with a wrong byte at ${damage}`);
  const shares = commonShares(bytes);
  const big5 = looksBig5(shares) ? yield* trySteps(bytes, 'big5') : undefined;
  if (big5 === undefined && looksBig5(shares) && shares.pairs >= PLENTY)
    throw notText('Big5 with characters of no standard; save it as UTF-8');
  const text = big5 ?? (yield* trySteps(bytes, 'gb18030'));
  if (text === undefined) throw notText('bytes in none of these encodings');
  return text;
}

/**
 * Position of the first wrong byte in what is UTF-8 for the most part. Such bytes often pass as GB18030, and would
 * give nonsense; Chinese in GB18030 hardly ever passes as UTF-8.
 */
function* damageSteps(bytes: Uint8Array): Steps<number | undefined> {
  const text = yield* piecesSteps(bytes, new TextDecoder('utf-8'));
  let wrong = 0;
  let right = 0;
  for (const [start, end] of ranges(text.length, BYTES_A_TURN)) {
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0xfffd) wrong++;
      else if (unit >= 0x80) right++;
    }
    yield 0;
  }
  if (right < 10 * wrong) return undefined;
  return new TextEncoder().encode(text.slice(0, text.indexOf('\uFFFD'))).length;
}

function notText(received: string): CuoheError {
  return new CuoheError(
    'UNREADABLE_INPUT',
    `Cannot read the source: expected text in UTF-8, GB18030, Big5 or UTF-16, received ${received}`,
  );
}
