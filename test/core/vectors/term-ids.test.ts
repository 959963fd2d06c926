import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TermIds } from '../../../src/core/vectors/term-ids.ts';
import { VocabularyBuilder } from '../../../src/core/vectors/vocabulary.ts';

const FIRST = 1;
const MARK = 2;

/** Few units, so that terms repeat and are beginnings of each other; the unit 0, lone surrogates and pairs among them. */
const term = fc
  .array(fc.constantFrom('a', 'b', '钢', '铁', '\u0000', '\ud842', '\udfb7', '\uffff'), { maxLength: 4 })
  .map((units) => units.join(''));

describe('term ids', () => {
  it('number different terms in the order in which they come, and sort them by UTF-16 units', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 40 }), (terms) => {
        const ids = new TermIds();
        const known = new Map<string, number>();
        for (const one of terms) {
          if (!known.has(one)) known.set(one, known.size);
          expect(ids.number(one)).toBe(known.get(one));
        }
        expect(ids.size).toBe(known.size);
        const builder = new VocabularyBuilder();
        builder.push(FIRST);
        const first = builder.end();
        const placed = ids.writeSorted(builder, MARK);
        const vocabulary = builder.finish();
        const sorted = [...known.keys()].sort();
        expect(sorted.map((one) => placed[known.get(one)!])).toEqual(sorted.map((_, i) => first + 1 + i));
        expect(sorted.map((_, i) => vocabulary.term(first + 1 + i))).toEqual(
          sorted.map((one) => String.fromCharCode(MARK) + one),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('hold as many as there are', () => {
    const ids = new TermIds();
    const all = Array.from({ length: 60_000 }, (_, i) => String.fromCharCode(1 + (i % 300), 1 + i / 300));
    for (const one of all) ids.number(one);
    for (const [i, one] of all.entries()) if (ids.number(one) !== i) expect(one).toBe(i);
    expect(ids.size).toBe(all.length);
  });

  it('sort very many short and long terms as few', () => {
    const ids = new TermIds();
    // In no order: 7,919 is prime. Most of the long ones begin with one unit.
    const all = Array.from({ length: 30_000 }, (_, i) => {
      const at = (i * 7919) % 30_000;
      if (at % 2 === 0) return String.fromCharCode(1 + (at % 300), 1 + at / 300);
      return `${at % 3 === 0 ? '钢' : '1'}–${at}`;
    });
    for (const one of all) ids.number(one);
    const builder = new VocabularyBuilder();
    const steps = ids.writeSortedSteps(builder, MARK);
    let turns = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) turns++;
    const vocabulary = builder.finish();
    const sorted = [...all].sort();
    expect(Array.from(sorted, (_, id) => vocabulary.term(id).slice(1))).toEqual(sorted);
    expect(all.every((one, number) => sorted[(step.value as Uint32Array)[number]!] === one)).toBe(true);
    // Others have their turn after some thousand terms each time they are walked over.
    expect(turns).toBeGreaterThan(10);
  });
});
