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
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : twoBytes(char))),
  );
}

const table = new Map<string, readonly [number, number]>();

function twoBytes(char: string): readonly [number, number] {
  if (table.size === 0) {
    const decoder = new TextDecoder('gb18030', { fatal: true });
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
      }
    }
  }
  const bytes = table.get(char);
  if (bytes === undefined) throw new Error(`no two bytes for ${char}`);
  return bytes;
}

/** UTF-16 bytes behind their byte order mark. */
export function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  const marked = `\uFEFF${text}`;
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}
