import { openEncoder } from 'cuohe/encoder';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoderOn } from '../../src/encoder/encoder.ts';
import { createPlainKernel } from '../../src/encoder/kernel.ts';
import { KEPT } from '../../src/encoder/piece-states.ts';
import { thrownBy } from '../fixtures.ts';
import { naiveVector } from './naive-encoder.ts';
import { fileOf, randomModel } from './tiny-model.ts';

const model = randomModel(1);
const file = fileOf(model);
const encoder = openEncoder(file);

/** Pieces, what rules replace, what is in no piece, halves of surrogate pairs. */
const LETTERS = [
  ...['涂', '层', '涂层', '耐磨涂', '磨', '叶片', '片', 'A', 'k', 'g', 'é', '🚀', '，', '▁'],
  ...[' ', '  ', '\t', '\u200b', '\u3000', '\u00b4', 'Ａ', 'e\u0301', '\u0302', '㎏', '𠀋'],
  ...['钕', '𠮷', '\ud83d', '\ude80', '\u0000', '\n'],
];
const texts = fc.array(fc.constantFrom(...LETTERS), { maxLength: 40 }).map((letters) => letters.join(''));

function expectNear(vector: Float32Array, expected: readonly number[]): void {
  expect(vector.length).toBe(expected.length);
  const worst = vector.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i]!)), 0);
  expect(worst).toBeLessThan(1e-5);
}

describe('an encoder', () => {
  it('gives what the formulas give, for any text', () => {
    fc.assert(
      fc.property(texts, (text) => expectNear(encoder.encode(text), naiveVector(model, text))),
      { numRuns: 200 },
    );
  });

  it('gives the same for texts of any length: they are cut into blocks, and no piece loses its neighbours', () => {
    for (const length of [246, 247, 248, 249, 250, 251, 252, 253, 600, 1500]) {
      const text = Array.from({ length }, (_, i) => '涂磨片g，é钕'[(i * i + (i >> 3)) % 7]).join('');
      expectNear(encoder.encode(text), naiveVector(model, text));
    }
  });

  it('gives it for models of other shapes', () => {
    const shapes = [
      {
        width: 8,
        channels: 16,
        windows: [{ size: 1, before: 0 }],
        pooled: 8,
        blocks: [{ inner: 8, outer: 8 }],
      },
      {
        width: 24,
        channels: 8,
        windows: [
          { size: 4, before: 3 },
          { size: 7, before: 0 },
        ],
        pooled: 32,
        blocks: [
          { inner: 40, outer: 8 },
          { inner: 8, outer: 16 },
        ],
      },
    ];
    for (const [i, shape] of shapes.entries()) {
      const other = randomModel(7 + i, undefined, shape);
      const opened = openEncoder(fileOf(other));
      expect(opened.dimension).toBe(shape.blocks.at(-1)!.outer);
      for (const text of ['', '耐磨涂层', '涂'.repeat(700)]) {
        expectNear(opened.encode(text), naiveVector(other, text));
      }
    }
  });

  it('gives the same bits for a text alone, among others, and whatever went before', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 70 }), (list) => {
        const together = encoder.encodeAll(list);
        expect(together).toEqual(list.map((text) => openEncoder(file).encode(text)));
        expect(encoder.encodeAll([...list].reverse())).toEqual([...together].reverse());
      }),
      { numRuns: 15 },
    );
  });

  it('gives the same bits when it has forgotten pieces, and reads them again', () => {
    const many = Array.from({ length: KEPT + 500 }, (_, i) => String.fromCharCode(0x4e00 + i));
    const large = randomModel(3, ['<b>', '<e>', '<u>', ...many]);
    const opened = openEncoder(fileOf(large));
    const parts = Array.from({ length: 24 }, (_, i) => many.slice(i * 60, i * 60 + 90).join(''));
    const first = opened.encodeAll(parts);
    expect(parts.map((part) => opened.encode(part))).toEqual(first);
    parts.slice(0, 3).forEach((part, i) => {
      expectNear(first[i]!, naiveVector(large, part));
    });
  });

  it('gives the same bits without WebAssembly', () => {
    const plain = encoderOn(file, createPlainKernel);
    fc.assert(
      fc.property(texts, (text) => {
        expect(plain.encode(text)).toEqual(encoder.encode(text));
      }),
      { numRuns: 100 },
    );
  });

  it('gives vectors of length 1 that are the caller’s own, the empty text included', () => {
    for (const text of ['', '涂层', '？'.repeat(5000)]) {
      const vector = encoder.encode(text);
      expect(vector.length).toBe(encoder.dimension);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      const before = [...vector];
      encoder.encode('耐磨叶片');
      expect([...vector]).toEqual(before);
    }
    expect(encoder.encodeAll([])).toEqual([]);
    expect(encoder.encode('\u200b \t')).toEqual(encoder.encode(''));
  });

  it('counts half a surrogate pair as U+FFFD', () => {
    expect(encoder.encode('涂\ud83d层')).toEqual(encoder.encode('涂\ufffd层'));
  });

  it('refuses what is no text, naming all of it', () => {
    expect(thrownBy(() => encoder.encode(undefined as never)).code).toBe('INVALID_RECORDS');
    expect(thrownBy(() => encoder.encodeAll('涂层' as never)).code).toBe('INVALID_RECORDS');
    const error = thrownBy(() => encoder.encodeAll(['涂层', 7, null] as never));
    expect(error).toMatchObject({
      issues: [
        { path: 'texts[1]', received: 'number 7' },
        { path: 'texts[2]', received: 'null' },
      ],
    });
  });
});
