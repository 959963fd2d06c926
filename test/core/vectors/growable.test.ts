import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowableFloat32, GrowableUint16, GrowableUint32 } from '../../../src/core/vectors/growable.ts';

describe('a growable array', () => {
  it.each([GrowableUint16, GrowableUint32, GrowableFloat32])(
    '%o holds what was put into it, in pieces or not',
    (Growable) => {
      fc.assert(
        fc.property(
          fc.constantFrom(0, 1, 1023, 1025, 65_535, 65_536, 65_537, 200_000),
          fc.nat(),
          (size, seed) => {
            const growable = new Growable();
            const list: number[] = [];
            for (let i = 0; i < size; i++) {
              const value = (i * 31 + seed) % 60_000;
              growable.push(value);
              list.push(value);
            }
            for (let at = 0; at < size; at += 997) {
              growable.set(at, at % 50_000);
              growable.add(at, 3);
              list[at] = (at % 50_000) + 3;
              expect(growable.at(at)).toBe(list[at]);
            }
            expect(growable.length).toBe(size);
            expect(Array.from(growable.finish())).toEqual(list);
            expect([growable.length, growable.finish().length]).toEqual([0, 0]);
          },
        ),
        { numRuns: 12 },
      );
    },
  );
});
