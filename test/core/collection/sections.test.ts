import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksOf } from '../../../src/core/collection/checksum.ts';
import { readSections, writeSections } from '../../../src/core/collection/sections.ts';
import { thrownBy } from '../../fixtures.ts';
import { mended } from './mended.ts';

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
const message = (buffer: ArrayBuffer) => {
  const error = thrownBy(() => readSections(buffer, 7));
  expect(error.code).toBe('SAVED_INDEX_UNREADABLE');
  return error.message;
};
/** A container whose head is any text. */
const withHead = (text: string) => {
  const bytes = writeSections(7, text.padEnd(200), {});
  const head = bytes.subarray(48);
  head.fill(0x20);
  head.set(new TextEncoder().encode(text));
  return mended(bytes, []).buffer as ArrayBuffer;
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
  });

  it('names the part that was changed', () => {
    const parts: string[] = [];
    for (let at = 8; at < sample().byteLength; at += 8) {
      const changed = new Uint8Array(sample());
      changed[at + 3]! ^= 0x80;
      const [, part] = /others: the (.*) was changed$/.exec(message(changed.buffer)) ?? [];
      if (part !== undefined && parts.at(-1) !== part) parts.push(part);
    }
    const sections = ['bytes', 'halves', 'words', 'signed', 'floats', 'doubles'];
    expect(parts).toEqual([
      'beginning',
      'head',
      ...sections.map((name) => `section "${name}"`),
      'list of checks',
    ]);
    const large = writeSections(7, {}, { a: new Uint8Array(100), b: new Uint8Array(200_000) });
    large[large.length - 100]! ^= 1;
    expect(message(large.buffer as ArrayBuffer)).toContain('section "b", from its byte 196608, was changed');
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
    const odd = new Uint8Array(sample().slice(0, 60));
    new DataView(odd.buffer).setFloat64(16, 60, true);
    const [sum, weighted] = checksOf(new Int32Array(odd.buffer, 0, 10));
    new DataView(odd.buffer).setInt32(40, sum, true);
    new DataView(odd.buffer).setInt32(44, weighted, true);
    expect(message(odd.buffer)).toContain('a multiple of 8');
  });

  it('refuses a head that is no JSON object, or lies outside of the buffer', () => {
    expect(message(withHead('{'))).toContain('a head in JSON');
    for (const head of ['null', '1', '{}', '{"sections":1,"head":{}}', '{"sections":[null],"head":{}}']) {
      expect(message(withHead(head))).toContain('a head');
    }
    for (const length of [4, 1 << 20, 0xfffffff8]) {
      const bytes = new Uint8Array(sample());
      new DataView(bytes.buffer).setUint32(12, length, true);
      const [sum, weighted] = checksOf(new Int32Array(bytes.buffer, 0, 10));
      new DataView(bytes.buffer).setInt32(40, sum, true);
      new DataView(bytes.buffer).setInt32(44, weighted, true);
      expect(message(bytes.buffer)).toContain('a head inside the buffer');
    }
  });

  it.each([
    ['reaches beyond the buffer', '"type":"Uint32Array","start":0,"length":99'],
    ['ends before the checks', '"type":"Uint32Array","start":0,"length":1'],
    ['begins before the first', '"type":"Uint32Array","start":-8,"length":26'],
    ['leaves a gap', '"type":"Uint32Array","start":8,"length":24'],
    ['begins at a text', '"type":"Uint32Array","start":"0","length":26'],
    ['has a negative length', '"type":"Uint32Array","start":0,"length":-1'],
    ['has a broken length', '"type":"Uint32Array","start":0,"length":0.5'],
    ['has no length', '"type":"Uint32Array","start":0,"length":null'],
    ['has a length beyond all numbers', '"type":"Uint32Array","start":0,"length":1e300'],
    ['has a type that there is none of', '"type":"toString","start":0,"length":26'],
    ['has a list as its type', '"type":["Uint32Array"],"start":0,"length":26'],
    [
      'stands there twice',
      '"type":"Uint8Array","start":0,"length":0},{"name":"a","type":"Uint8Array","start":0,"length":0',
    ],
  ])('refuses a section that %s', (_, entry) => {
    const head = `{"head":{},"sections":[{"name":"a",${entry}}]}`;
    const bytes = new Uint8Array(withHead(head));
    expect(message(bytes.buffer)).toMatch(
      /expected (a head with )?sections (one after the other|that fill the buffer)/,
    );
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

describe('the checks of words', () => {
  const some = fc.int32Array({ minLength: 2, maxLength: 60 });
  const same = (words: Int32Array, changed: Int32Array) =>
    JSON.stringify(checksOf(words)) === JSON.stringify(checksOf(changed));

  it('are sums of words times powers of x, as polynomials over bits have them', () => {
    // Bit by bit and with big integers: of all words one long polynomial, of which the rest is taken.
    const naive = (words: Int32Array): [number, number] => {
      const polynomial = 0x104c11db7n;
      let [sum, weighted] = [0n, 0n];
      words.forEach((word, i) => {
        sum ^= BigInt(word >>> 0);
        weighted ^= BigInt(word >>> 0) << BigInt(words.length - 1 - i);
      });
      for (let bit = words.length + 31; bit >= 32; bit--) {
        if ((weighted >> BigInt(bit)) & 1n) weighted ^= polynomial << BigInt(bit - 32);
      }
      return [Number(BigInt.asIntN(32, sum)), Number(BigInt.asIntN(32, weighted))];
    };
    fc.assert(
      fc.property(some, (words) => {
        expect([...checksOf(words)]).toEqual(naive(words));
      }),
    );
  });

  it('have a polynomial whose powers of x are all different up to 2³² − 1', () => {
    // x is what one word 1 becomes when another stands behind it.
    const times = (a: number, b: number): number => {
      let product = 0;
      for (let bit = 31; bit >= 0; bit--) {
        product = checksOf(Int32Array.of(product, 0))[1] ^ ((b >>> bit) & 1 ? a : 0);
      }
      return product;
    };
    const power = (exponent: number): number => {
      let [result, square] = [1, 2];
      for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
        if (left % 2 === 1) result = times(result, square);
        square = times(square, square);
      }
      return result;
    };
    const order = 2 ** 32 - 1;
    expect(power(order)).toBe(1);
    // Its prime factors.
    for (const factor of [3, 5, 17, 257, 65537]) expect(power(order / factor)).not.toBe(1);
  });

  it('see whatever happens to one or two words', () => {
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), fc.integer(), fc.integer(), (words, i, j, a, b) => {
        const changed = words.slice();
        changed[i % words.length]! ^= a;
        changed[j % words.length]! ^= b;
        const isSame = changed.every((word, at) => word === words[at]);
        expect(same(words, changed)).toBe(isSame);
      }),
      { numRuns: 1000 },
    );
  });

  it('see two flips of the highest bits, in a block of any length, and two words that change places', () => {
    const words = Int32Array.from({ length: 16_384 }, (_, i) => Math.imul(i, 0x9e3779b1));
    for (let distance = 1; distance < words.length; distance = distance * 2 + 1) {
      const changed = words.slice();
      changed[0]! ^= 1 << 31;
      changed[distance]! ^= 1 << 31;
      expect(same(words, changed)).toBe(false);
      const swapped = words.slice();
      [swapped[0], swapped[distance]] = [words[distance]!, words[0]!];
      expect(same(words, swapped)).toBe(false);
    }
  });
});
