import { InputError, type InputIssue } from '../../src/base/errors.ts';

/** The issues of the InputError that `run` throws. */
export function issuesOf(run: () => unknown): readonly InputIssue[] {
  return errorOf(run).issues;
}

/** The InputError that `run` throws. */
export function errorOf(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('expected an InputError, nothing was thrown');
}

/** GB18030 bytes of ASCII and of whatever has two bytes there; platforms decode the encoding but do not write it. */
export const encodeGb18030 = (text: string): Uint8Array => encode(text, 'gb18030');

/** Big5 bytes. */
export const encodeBig5 = (text: string): Uint8Array => encode(text, 'big5');

function encode(text: string, encoding: string): Uint8Array {
  const table = twoBytes(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => {
      if (char < '\u0080') return [char.charCodeAt(0)];
      const bytes = table.get(char);
      if (bytes === undefined) throw new Error(`no two bytes for ${char}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, readonly [number, number]>>();

function twoBytes(encoding: string): Map<string, readonly [number, number]> {
  let table = tables.get(encoding);
  if (table !== undefined) return table;
  table = new Map();
  tables.set(encoding, table);
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, [lead, trail]);
    }
  }
  return table;
}

/** UTF-16 bytes behind their byte order mark. */
export function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  const marked = `\uFEFF${text}`;
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}
