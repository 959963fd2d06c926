import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { indexMemory } from 'cuohe';

/** A record has at most a million characters; what is longer than this is no line of records. */
const LONGEST_LINE = 1 << 26;

/**
 * Lines of UTF-8 as they come, several at a time: those that a piece of the stream ends. Only a line feed ends one: `readline`
 * would also cut texts at U+2028, which JSON leaves as it is.
 * @param {AsyncIterable<Uint8Array>} stream
 * @returns {AsyncGenerator<{ first: number, lines: string[] }>} with the number of the first line, from 1.
 */
export async function* linesOf(stream) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let first = 1;
  for await (const piece of stream) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop();
    if (rest.length > LONGEST_LINE) throw new Error(`line ${first + lines.length}: too long`);
    if (lines.length > 0) yield { first, lines };
    first += lines.length;
  }
  rest += decoder.decode();
  if (rest !== '') yield { first, lines: [rest] };
}

/** The objects that lines hold, but for empty lines, each with its number. */
export function objectsOf({ first, lines }) {
  const found = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const number = first + i;
    let value;
    try {
      value = JSON.parse(line);
    } catch {
      throw new Error(`line ${number}: expected JSON, received ${JSON.stringify(line.slice(0, 60))}`);
    }
    const id = value?.id;
    if (!((typeof id === 'string' && id !== '') || typeof id === 'number'))
      throw new Error(`line ${number}: expected an object with an id`);
    found.push({ number, value });
  }
  return found;
}

/** Writes no faster than is read. */
export async function write(stream, text) {
  if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve));
}

/** A file in memory of the kernels, so that no index is copied. In pieces: a file may be larger than one read. */
export function bytesOf(path) {
  const file = openSync(path);
  try {
    const bytes = indexMemory(fstatSync(file).size);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, Math.min(bytes.length - at, 1 << 30), at);
      if (read === 0) throw new Error(`${path}: cut off while it was read`);
      at += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
