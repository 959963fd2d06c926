import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowableFloat32, GrowableUint16, GrowableUint32 } from '../../../src/core/vectors/growable.ts';
import { type Vocabulary, VocabularyBuilder } from '../../../src/core/vectors/vocabulary.ts';

const term = fc.string({
  unit: fc.constantFrom('a', '涂', '\u0001', '\ud800', '😀', '\uffff'),
  maxLength: 4,
});
const vocabularyOf = (terms: readonly string[]): Vocabulary => {
  const builder = new VocabularyBuilder();
  for (const [id, text] of terms.entries()) {
    for (let i = 0; i < text.length; i++) builder.push(text.charCodeAt(i));
    expect(builder.end()).toBe(id);
  }
  return builder.finish();
};
const byUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('a vocabulary', () => {
  it('numbers its terms in the order of UTF-16 units, and knows no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term), term, (terms, other) => {
        const sorted = [...terms].sort(byUnits);
        const vocabulary = vocabularyOf(sorted);
        expect(vocabulary.size).toBe(sorted.length);
        expect(sorted.map((text) => vocabulary.id(text))).toEqual(sorted.map((_, id) => id));
        expect(sorted.map((_, id) => vocabulary.term(id))).toEqual(sorted);
        expect(vocabulary.id(other)).toBe(sorted.indexOf(other));
        for (let at = 0; at <= other.length; at++) {
          expect(vocabulary.id(other.slice(at), other.slice(0, at))).toBe(sorted.indexOf(other));
        }
        expect(vocabulary.lowerBound(other)).toBe(sorted.filter((text) => text < other).length);
      }),
    );
  });

  it('holds terms as long as a book', () => {
    const long = '涂'.repeat(300_000);
    const vocabulary = vocabularyOf(['a', long]);
    expect(vocabulary.term(1)).toBe(long);
    expect(vocabulary.id(long)).toBe(1);
  });
});

describe('growable arrays', () => {
  it('keep everything that was pushed', () => {
    const numbers = Array.from({ length: 5000 }, (_, i) => i);
    const whole = new GrowableUint32();
    const halves = new GrowableUint16();
    const floats = new GrowableFloat32();
    for (const number of numbers) {
      whole.push(number);
      halves.push(number);
      floats.push(number / 2);
    }
    expect(whole.at(4999)).toBe(4999);
    expect(whole.finish()).toEqual(Uint32Array.from(numbers));
    expect(halves.finish()).toEqual(Uint16Array.from(numbers));
    expect(floats.finish()).toEqual(Float32Array.from(numbers, (number) => number / 2));
  });

  it('change what was pushed', () => {
    const floats = new GrowableFloat32();
    for (const number of [1, 2, 3]) floats.push(number);
    floats.set(0, 7);
    floats.add(1, 0.5);
    floats.add(1, 0.5);
    expect(floats.finish()).toEqual(Float32Array.of(7, 3, 3));
  });
});
