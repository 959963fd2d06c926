import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum } from '../../../src/core/collection/checksum.ts';
import { readSections, writeSections } from '../../../src/core/collection/sections.ts';
import { thrownBy } from '../../fixtures.ts';

const sample = () =>
  writeSections(
    7,
    { name: '撮合' },
    {
      bytes: Uint8Array.of(1, 2, 3),
      none: new Uint16Array(0),
      halves: Uint16Array.of(1, 65535),
      words: Uint32Array.of(0xffffffff),
      signed: Int32Array.of(-1),
      floats: Float32Array.of(0.5),
      doubles: Float64Array.of(0.1),
    },
  ).buffer as ArrayBuffer;
/** Writes the checksum that fits a changed buffer. */
const seal = (buffer: ArrayBuffer): ArrayBuffer => {
  const view = new DataView(buffer);
  checksum(new Uint32Array(buffer, 32)).forEach((lane, i) => {
    view.setUint32(24 + 4 * i, lane, true);
  });
  return buffer;
};
const message = (buffer: ArrayBuffer) => {
  const error = thrownBy(() => readSections(buffer, 7));
  expect(error.code).toBe('SAVED_INDEX_UNREADABLE');
  return error.message;
};
/** A container whose head is any text. */
const withHead = (text: string) => {
  const buffer = writeSections(7, text.padEnd(200), {}).buffer as ArrayBuffer;
  const bytes = new Uint8Array(buffer);
  bytes.fill(0x20, 32);
  bytes.set(new TextEncoder().encode(text), 32);
  return seal(buffer);
};

describe('the container of a saved index', () => {
  it('gives back its head and sections as views into the buffer', () => {
    const buffer = sample();
    const { head, section } = readSections(buffer, 7);
    expect(head).toEqual({ name: '撮合' });
    expect(section('bytes', 'Uint8Array')).toEqual(Uint8Array.of(1, 2, 3));
    expect(section('none', 'Uint16Array')).toEqual(new Uint16Array(0));
    expect(section('halves', 'Uint16Array')).toEqual(Uint16Array.of(1, 65535));
    expect(section('words', 'Uint32Array')).toEqual(Uint32Array.of(0xffffffff));
    expect(section('signed', 'Int32Array')).toEqual(Int32Array.of(-1));
    expect(section('floats', 'Float32Array')).toEqual(Float32Array.of(0.5));
    expect(section('doubles', 'Float64Array')).toEqual(Float64Array.of(0.1));
    expect(section('words', 'Uint32Array').buffer).toBe(buffer);
  });

  it('refuses a section that is not there, or is of another type', () => {
    const { section } = readSections(sample(), 7);
    expect(thrownBy(() => section('nothing', 'Uint8Array')).message).toContain('a section "nothing"');
    expect(thrownBy(() => section('bytes', 'Uint16Array')).message).toContain('of Uint16Array');
  });

  it('says what is wrong with other data', () => {
    expect(message(new ArrayBuffer(0))).toContain('received 0 bytes');
    expect(message(new ArrayBuffer(31))).toContain('received 31 bytes');
    expect(message(new ArrayBuffer(4096))).toContain('another kind of data');
    expect(thrownBy(() => readSections(sample(), 8)).message).toContain(
      'expected format version 8, received version 7',
    );
    expect(message(sample().slice(0, -8))).toContain('cut off or joined');
    const joined = new Uint8Array(2 * sample().byteLength);
    joined.set(new Uint8Array(sample()));
    joined.set(new Uint8Array(sample()), sample().byteLength);
    expect(message(joined.buffer)).toContain('cut off or joined');
    const changed = sample();
    new Uint8Array(changed)[changed.byteLength - 1]! ^= 1;
    expect(message(changed)).toContain('the data was changed');
  });

  it('reads views of bytes as well, in place where they begin at a multiple of 8, else from a copy', () => {
    const saved = new Uint8Array(sample());
    for (const [shift, isInPlace] of [
      [0, true],
      [8, true],
      [4, false],
      [1, false],
    ] as const) {
      const wide = new Uint8Array(saved.length + 16);
      wide.set(saved, shift);
      const view = Buffer.from(wide.buffer, shift, saved.length);
      const { section } = readSections(view, 7);
      expect(section('halves', 'Uint16Array')).toEqual(Uint16Array.of(1, 65535));
      expect(section('words', 'Uint32Array').buffer === wide.buffer).toBe(isInPlace);
    }
    for (const given of [undefined, null, 'text', {}, 3]) {
      expect(thrownBy(() => readSections(given as never, 7)).code).toBe('SAVED_INDEX_UNREADABLE');
    }
  });

  it('refuses a length that no writer gives', () => {
    const odd = new ArrayBuffer(36);
    new Uint8Array(odd).set(new Uint8Array(sample()).subarray(0, 16));
    new DataView(odd).setFloat64(16, 36, true);
    expect(message(odd)).toContain('a multiple of 8');
  });

  it('refuses a head that is no JSON object, or lies outside of the buffer', () => {
    expect(message(withHead('{'))).toContain('a head in JSON');
    for (const head of ['null', '1', '{}', '{"sections":1,"head":{}}', '{"sections":[null],"head":{}}']) {
      expect(message(withHead(head))).toContain('a head');
    }
    for (const length of [4, 1 << 20, 0xfffffff8]) {
      const buffer = sample();
      new DataView(buffer).setUint32(12, length, true);
      expect(message(buffer)).toContain('a head inside the buffer');
    }
  });

  it('refuses a section that reaches beyond the buffer', () => {
    const head = '{"head":{},"sections":[{"name":"a","type":"Uint32Array","start":0,"length":99}]}';
    const { section } = readSections(withHead(head), 7);
    expect(thrownBy(() => section('a', 'Uint32Array')).message).toContain('inside the buffer');
  });

  it.each([
    ['-8', '1'],
    ['4', '1'],
    ['"0"', '1'],
    ['0', '-1'],
    ['0', '0.5'],
    ['0', 'null'],
  ])('refuses a section that begins at %s with a length of %s, as no writer gives', (start, length) => {
    const head = `{"head":{},"sections":[{"name":"a","type":"Uint32Array","start":${start},"length":${length}}]}`;
    const { section } = readSections(withHead(head), 7);
    expect(thrownBy(() => section('a', 'Uint32Array')).message).toContain('inside the buffer');
  });

  it('sees every change of one byte', () => {
    const good = new Uint8Array(sample());
    for (let at = 0; at < good.length; at++) {
      for (const flip of [1, 0x80, 0xff]) {
        const bytes = good.slice();
        bytes[at]! ^= flip;
        message(bytes.buffer);
      }
    }
  });
});

describe('the checksum', () => {
  it('changes with every change of a word and with every swap', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 2 }), fc.nat(), fc.nat(), (words, i, j) => {
        const [a, b] = [i % words.length, j % words.length];
        const swapped = [...words];
        [swapped[a], swapped[b]] = [words[b]!, words[a]!];
        const same = swapped.every((word, at) => word === words[at]);
        const equal = JSON.stringify(checksum(Uint32Array.from(words)));
        expect(JSON.stringify(checksum(Uint32Array.from(swapped))) === equal).toBe(same);
        const changed = words.map((word, at) => (at === a ? word + 1 : word));
        expect(JSON.stringify(checksum(Uint32Array.from(changed)))).not.toBe(equal);
      }),
    );
  });
});
