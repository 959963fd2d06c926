import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copySteps, last, ranges, rowRanges, type Steps, told, touchSteps } from '../../src/base/steps.ts';

/** How often steps let others have their turn. */
function turnsOf(steps: Steps<unknown>): number {
  let turns = 0;
  while (steps.next().done !== true) turns++;
  return turns;
}

describe('ranges', () => {
  it('cover all items in their order, at most so many at a time', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 9 }), (size, most) => {
        const all = [...ranges(size, most)];
        expect(all.flatMap(([start, end]) => itemsOf(start, end))).toEqual(itemsOf(0, size));
        expect(all.every(([start, end]) => end > start && end - start <= most)).toBe(true);
      }),
    );
  });

  it('of rows hold at most so many rows and entries, but for a row that has more', () => {
    const lengths = fc.array(fc.nat(12), { maxLength: 30 });
    const most = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(lengths, most, most, (sizes, mostRows, mostEntries) => {
        let sum = 0;
        const ends = sizes.map((size) => {
          sum += size;
          return sum;
        });
        const all = [...rowRanges(ends, mostRows, mostEntries)];
        expect(all.flatMap(([start, end]) => itemsOf(start, end))).toEqual(itemsOf(0, sizes.length));
        for (const [start, end] of all) {
          expect(end - start).toBeLessThanOrEqual(mostRows);
          const entries = sizes.slice(start, end).reduce((total, size) => total + size, 0);
          if (end - start > 1) expect(entries).toBeLessThanOrEqual(mostEntries);
        }
      }),
    );
  });
});

describe('copies and new memory', () => {
  it('are the same as at once, and give others a turn for each megabyte', () => {
    const from = Uint32Array.from({ length: 900_000 }, (_, i) => i * 7);
    const to = new Uint32Array(from.length + 3);
    expect(turnsOf(copySteps(to, from))).toBeGreaterThanOrEqual(3);
    expect(to.subarray(0, from.length)).toEqual(from);
    expect([...to.subarray(from.length)]).toEqual([0, 0, 0]);
    const array = new Float32Array(900_000);
    expect(turnsOf(touchSteps(array))).toBeGreaterThanOrEqual(3);
    expect(last(touchSteps(array))).toBe(array);
    expect(array.every((value) => value === 0)).toBe(true);
  });
});

describe('steps that are told', () => {
  it('come to the same, under the number of the caller', () => {
    const steps = told(
      7,
      (function* (): Steps<string> {
        yield 1;
        yield 2;
        return 'done';
      })(),
    );
    expect([steps.next(), steps.next(), steps.next()]).toEqual([
      { done: false, value: 7 },
      { done: false, value: 7 },
      { done: true, value: 'done' },
    ]);
  });
});

function itemsOf(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
