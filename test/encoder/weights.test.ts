import { openEncoder } from 'cuohe/encoder';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, mended } from '../core/collection/mended.ts';
import { thrownBy } from '../fixtures.ts';
import { type Changes, fileOf, randomModel, textSections } from './tiny-model.ts';

const model = randomModel(2);
const file = fileOf(model);
const refused = (bytes: unknown): string => {
  const error = thrownBy(() => openEncoder(bytes as Uint8Array));
  expect(error).toMatchObject({ name: 'CuoheError', code: 'UNREADABLE_INPUT' });
  return error.message;
};
const changed = (changes: Changes) => refused(fileOf(model, changes));

describe('a file of weights', () => {
  it('may be a whole buffer, or bytes anywhere in one', () => {
    const wide = new Uint8Array(file.length + 11);
    wide.set(file, 11);
    const expected = openEncoder(file).encode('涂层');
    expect(openEncoder(file.buffer as ArrayBuffer).encode('涂层')).toEqual(expected);
    expect(openEncoder(Buffer.from(wide.buffer, 11)).encode('涂层')).toEqual(expected);
  });

  it('is refused where it is something else, cut off, joined, changed, or of another version', () => {
    for (const bytes of [undefined, null, 'weights', 7, {}, [1, 2]]) refused(bytes);
    expect(refused(new Uint8Array(0))).toBe(
      'Cannot open the weights file: expected a whole weights file, received 0 bytes',
    );
    expect(refused(new Uint8Array(4096))).toContain('another kind of data');
    expect(refused(new TextEncoder().encode('{"not": "weights"}'.repeat(20)))).toContain('another kind');
    expect(refused(file.slice(0, -8))).toContain('cut off');
    expect(refused(new Uint8Array([...file, ...file]))).toContain('joined');
    const other = file.slice();
    other[8] = 9;
    expect(refused(other)).toContain('version 9');
  });

  it('is refused for any byte that was changed', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = file.slice();
        bytes[at]! ^= flip;
        refused(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, Record<string, unknown>]>([
    ['no shape', { shape: undefined }],
    ['a width of no whole panel', { shape: { ...model.shape, width: 12 } }],
    ['a huge width', { shape: { ...model.shape, width: 2 ** 40 } }],
    ['a width that is a text', { shape: { ...model.shape, width: '16' } }],
    ['no window', { shape: { ...model.shape, windows: [] } }],
    ['too many windows', { shape: { ...model.shape, windows: Array(9).fill({ size: 2, before: 0 }) } }],
    [
      'a window that does not see its own piece',
      { shape: { ...model.shape, windows: [{ size: 2, before: 2 }] } },
    ],
    ['a window that is none', { shape: { ...model.shape, windows: [null] } }],
    ['too many blocks', { shape: { ...model.shape, blocks: Array(3).fill({ inner: 8, outer: 8 }) } }],
    ['another shape than the matrices', { shape: { ...model.shape, pooled: 24 } }],
    ['no scales', { scales: null }],
    ['a scale above 1', { scales: Object.fromEntries(Object.keys(model.matrices).map((key) => [key, 2])) }],
    ['an epsilon of 0', { epsilon: 0 }],
    ['no groups', { groups: 0 }],
    ['more groups than codes', { groups: 4 }],
    ['a special piece that is not there', { begin: model.pieces.length }],
    ['a negative special piece', { unknown: -1 }],
    ['half a special piece', { end: 0.5 }],
  ])('is refused with %s', (_, head) => {
    changed({ head });
  });

  const count = model.pieces.length;
  const complete = new Uint8Array(3 * 64).fill(6);
  it.each<[string, NonNullable<Changes['sections']>]>([
    ['a matrix that is too short', { pool: new Uint8Array(8) }],
    ['a list that holds NaN', { gain: new Float32Array(model.lists.gain!.length).fill(Number.NaN) }],
    [
      'a list that holds ∞',
      { shift: new Float32Array(model.lists.shift!.length).fill(Number.POSITIVE_INFINITY) },
    ],
    ['a list out of its bounds', { secondBias: new Float32Array(24).fill(1e6) }],
    ['a score that is none', { scores: new Float32Array(count).fill(Number.NaN) }],
    ['too few scores', { scores: new Float32Array(count - 1) }],
    ['rows that do not add up', { rowLengths: new Uint16Array(count).fill(65535) }],
    ['a row of no group', { rowGroups: new Uint8Array(count).fill(3) }],
    ['codes that end too early', { codeLengths: complete.map((bits, i) => (i % 64 === 0 ? 0 : bits)) }],
    ['codes that are too many', { codeLengths: complete.map((bits, i) => (i % 64 === 0 ? 5 : bits)) }],
    ['codes that are too long', { codeLengths: new Uint8Array(3 * 64).fill(13) }],
    ['a step that is far too large', { rowScales: new Float32Array(3).fill(1e30) }],
    ['pieces that do not ascend', textSections('piece', model.pieces.map(({ text }) => text).reverse())],
    ['an empty piece', textSections('piece', ['', ...model.pieces.slice(1).map(({ text }) => text)])],
    [
      'a piece twice',
      textSections(
        'piece',
        model.pieces.map((_, i) => (i < 2 ? 'a' : `b${i + 100}`)),
      ),
    ],
    ['pieces that do not add up', { pieceLengths: new Uint8Array(count).fill(255) }],
    ['fewer replacements than rules', textSections('ruleTo', ['a'])],
    ['replacements that do not add up', { ruleToLengths: new Uint8Array(model.rules.length).fill(255) }],
  ])('is refused with %s', (_, sections) => {
    changed({ sections });
  });

  it('never gives NaN: the largest weights that are let in overflow nowhere', () => {
    const extreme = {
      ...Object.fromEntries(
        Object.entries(model.matrices).map(([name, { steps }]) => [
          name,
          new Uint8Array(steps.length).fill(128),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(model.lists).map(([name, list]) => [name, new Float32Array(list.length).fill(100)]),
      ),
      rowScales: new Float32Array(3).fill(100),
    };
    const scales = Object.fromEntries(Object.keys(model.matrices).map((key) => [key, 1]));
    const encoder = openEncoder(fileOf(model, { head: { scales }, sections: extreme }));
    for (const text of ['', '涂层', '耐磨涂层，叶片'.repeat(3000)]) {
      expect(encoder.encode(text).every((value) => Math.abs(value) <= 1)).toBe(true);
    }
  });

  it('whose checksum was forged is refused, or read as what it says: nothing hangs, and no other error is thrown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(file.length - 49), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const bytes = file.slice();
          for (const [at, value] of changes) bytes[48 + at] = value;
          mended(bytes, entriesOf(file));
          let encoder: ReturnType<typeof openEncoder>;
          try {
            encoder = openEncoder(bytes);
          } catch (error) {
            expect(error).toMatchObject({ name: 'CuoheError', code: 'UNREADABLE_INPUT' });
            return;
          }
          expect(encoder.encode('耐磨涂层A 🚀').every((value) => Math.abs(value) <= 1)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
