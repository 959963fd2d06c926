import { describe, expect, it } from 'vitest';
import { remember } from '../../../src/core/matcher/cache.ts';

describe('a remembering function', () => {
  it('makes a value once while it is among the last used', () => {
    const made: number[] = [];
    const square = remember(2, (row) => {
      made.push(row);
      return row * row;
    });
    expect([1, 2, 1, 3, 1, 2].map(square)).toEqual([1, 4, 1, 9, 1, 4]);
    expect(made).toEqual([1, 2, 3, 2]);
  });
});
