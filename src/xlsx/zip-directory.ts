/** The directory of a zip file, read before anything is unpacked: it says how large everything will be. */

/** One file in the zip. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes as packed. */
  readonly packed: number;
  /** Bytes when unpacked, as the directory says; what unpacks is held to it. */
  readonly unpacked: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** Length of the end record, and of the longest comment behind it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const IN_EXTRA = 0xffffffff;

/**
 * The entries of a zip file; `undefined` where the directory is absent, damaged, or hides a size: what it does not
 * tell, nothing could hold the unpacking to.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const start = directoryStart(view);
    return start === undefined ? undefined : readEntries(bytes, view, start);
  } catch (error) {
    // A place behind the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Start {
  readonly offset: number;
  readonly count: number;
}

function directoryStart(view: DataView): Start | undefined {
  const last = view.byteLength - END_LENGTH;
  let end = last;
  while (end >= 0 && last - end <= LONGEST_COMMENT && view.getUint32(end, true) !== END) end--;
  if (end < 0 || last - end > LONGEST_COMMENT) return undefined;
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== 0xffff && offset !== IN_EXTRA && view.getUint32(end + 12, true) !== IN_EXTRA)
    return { offset, count };
  if (view.getUint32(end - 20, true) !== LOCATOR_64) return undefined;
  const end64 = long(view, end - 12);
  if (view.getUint32(end64, true) !== END_64) return undefined;
  return { offset: long(view, end64 + 48), count: long(view, end64 + 32) };
}

function readEntries(bytes: Uint8Array, view: DataView, { offset, count }: Start): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = at + 46 + nameLength;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, extra));
    let unpacked = view.getUint32(at + 24, true);
    let packed = view.getUint32(at + 20, true);
    if (unpacked === IN_EXTRA || packed === IN_EXTRA) {
      const field = longSizes(view, extra, extra + extraLength);
      if (field === undefined) return undefined;
      let next = field;
      if (unpacked === IN_EXTRA) {
        unpacked = long(view, next);
        next += 8;
      }
      if (packed === IN_EXTRA) packed = long(view, next);
    }
    // An empty text takes two bytes packed. Sizes that come behind the data only are told by nobody beforehand.
    const isLater = (view.getUint16(at + 8, true) & 8) !== 0 && packed === 0;
    if (!name.endsWith('/') && (isLater || (unpacked === 0 && packed > 2))) return undefined;
    entries.push({ name, packed, unpacked });
    at = extra + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the sizes of 64 bits stand in the extra fields of an entry. */
function longSizes(view: DataView, from: number, to: number): number | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return undefined;
}

/** A number of 64 bits; what is larger than any file is a place behind the end. */
function long(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
