import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TopK } from '../../../src/core/scores/top-k.ts';
import { sortThenSlice } from '../../reference.ts';

const fill = (capacity: number, scores: readonly number[]) => {
  const top = new TopK(capacity);
  scores.forEach((score, row) => {
    top.offer(row, score);
  });
  return top;
};

describe('the best k of a stream', () => {
  it('equal what sorting and slicing gives, ties in the order of rows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), fc.nat({ max: 20 }), (scores, k) => {
        const { rows, scores: best } = fill(k, scores).drain();
        expect(Array.from(rows)).toEqual(sortThenSlice(scores, k));
        expect(Array.from(best)).toEqual(Array.from(rows, (row) => scores[row]));
      }),
      { numRuns: 500 },
    );
  });

  it('tells what a score must beat: anything while there is room, then the worst that is kept', () => {
    const top = fill(2, [3]);
    expect(top.threshold).toBe(Number.NEGATIVE_INFINITY);
    top.offer(1, 5);
    expect(top.threshold).toBe(3);
    top.offer(2, 3);
    expect(Array.from(top.drain().rows)).toEqual([1, 0]);
  });

  it('of none keep nothing', () => {
    const top = fill(0, [1, 2]);
    expect(top.threshold).toBe(Number.POSITIVE_INFINITY);
    expect(top.drain().rows).toHaveLength(0);
  });

  it('start afresh after they were drained', () => {
    const top = fill(2, [1, 2, 3]);
    top.drain();
    top.offer(7, 0.5);
    expect(top.drain()).toEqual({ rows: Uint32Array.of(7), scores: Float64Array.of(0.5) });
  });
});
