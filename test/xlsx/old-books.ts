/** Old workbooks (.xls) of hand-written records, in the container of old Office files. */

const SECTOR = 512;
/** Shortest stream that has sectors of its own. */
const SHORTEST = 4096;

/** A container with one stream, and whatever other names its directory lists. */
export function container(stream: Buffer, name = 'Workbook', others: readonly string[] = []): Uint8Array {
  const content = Buffer.alloc(Math.max(SHORTEST, Math.ceil(stream.length / SECTOR) * SECTOR));
  stream.copy(content);
  const count = content.length / SECTOR;
  const head = Buffer.alloc(SECTOR, 0xff);
  head.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    head.writeUInt16LE(value, at);
  // One sector of the table, the directory in sector 1, short streams below 4096 bytes in none.
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, SHORTEST],
    [60, 0xfffffffe],
    [68, 0xfffffffe],
    [76, 0],
  ] as const)
    head.writeUInt32LE(value, at);
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(0xfffffffe, 4);
  for (let i = 0; i < count; i++) table.writeUInt32LE(i === count - 1 ? 0xfffffffe : 3 + i, 8 + 4 * i);
  const directory = Buffer.alloc(SECTOR);
  entry('Root Entry', 5, 0xfffffffe, 0).copy(directory, 0);
  [[name, 2, content.length] as const, ...others.map((other) => [other, 0xfffffffe, 0] as const)].forEach(
    ([title, start, size], i) => {
      entry(title, 2, start, size).copy(directory, 128 * (i + 1));
    },
  );
  return new Uint8Array(Buffer.concat([head, table, directory, content]));
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE(2 * name.length + 2, 64);
  bytes.writeUInt8(type, 66);
  bytes.writeUInt8(1, 67);
  for (const at of [68, 72]) bytes.writeUInt32LE(0xffffffff, at);
  bytes.writeUInt32LE(type === 5 ? 1 : 0xffffffff, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

const record = (id: number, ...parts: Buffer[]): Buffer => {
  const data = Buffer.concat(parts);
  return Buffer.concat([shorts(id, data.length), data]);
};
const shorts = (...values: number[]) => {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => {
    bytes.writeUInt16LE(value, 2 * i);
  });
  return bytes;
};
const longs = (...values: number[]) => shorts(...values.flatMap((value) => [value & 0xffff, value >>> 16]));
const text = (value: string) => Buffer.concat([Buffer.of(1), Buffer.from(value, 'utf16le')]);
const start = (type: number) => record(0x809, shorts(0x600, type, 0, 0), longs(0, 0x600));

/** What a cell of the sheet holds; a number under the format of a date where `isDate` says so. */
export type OldCell =
  | string
  | boolean
  | { readonly error: number }
  | { readonly number: number; readonly isDate?: boolean };

/** A workbook of one sheet, `[row, column, cell]`; the records of `early` stand right behind its beginning. */
export function oldBook(
  cells: readonly (readonly [number, number, OldCell])[],
  early: Buffer = Buffer.alloc(0),
  isHidden = false,
): Buffer {
  const texts = cells.flatMap(([, , cell]) => (typeof cell === 'string' ? [cell] : []));
  const formats = [0, 14].map((format) => record(0xe0, shorts(0, format), Buffer.alloc(16)));
  const strings = texts.map((value) => Buffer.concat([shorts(value.length), text(value)]));
  const shared = record(0xfc, longs(texts.length, texts.length), ...strings);
  const name = '表一';
  const listed = (at: number) =>
    record(0x85, longs(at), shorts(Number(isHidden)), Buffer.of(name.length), text(name));
  const before = Buffer.concat([start(5), early, ...formats]);
  const after = Buffer.concat([shared, record(0x0a)]);
  const globals = Buffer.concat([before, listed(before.length + listed(0).length + after.length), after]);
  let next = 0;
  const rows = cells.map(([row, column, cell]) => {
    if (typeof cell === 'string') return record(0xfd, shorts(row, column, 0), longs(next++));
    if (typeof cell === 'boolean') return record(0x205, shorts(row, column, 0), Buffer.of(Number(cell), 0));
    if ('error' in cell) return record(0x205, shorts(row, column, 0), Buffer.of(cell.error, 1));
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(cell.number);
    return record(0x203, shorts(row, column, cell.isDate === true ? 1 : 0), bytes);
  });
  const merged = record(0xe5, shorts(1, 0, 0, 0, 1));
  return Buffer.concat([globals, start(0x10), ...rows, merged, record(0x0a)]);
}

/** A record as old workbooks have them. */
export const oldRecord = record;
