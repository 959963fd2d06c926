import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extremesOf } from '../../../src/core/matches/value-extremes.ts';

describe('the extremes of a column', () => {
  it('are its least and its greatest value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), (values) => {
        const column = Int32Array.from(values);
        const extremes = { least: Math.min(...values), most: Math.max(...values) };
        expect(extremesOf(column)).toEqual(extremes);
        expect(extremesOf(column)).toEqual(extremes);
      }),
    );
  });

  it('bound nothing where it is empty', () => {
    expect(extremesOf(new Uint8Array(0))).toEqual({
      least: Number.POSITIVE_INFINITY,
      most: Number.NEGATIVE_INFINITY,
    });
  });
});
