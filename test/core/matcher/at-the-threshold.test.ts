import { createMatcher, type DemandInput, type Matcher } from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { engineOf } from '../../../src/core/matcher/engine-of.ts';
import { PARTS } from '../../fixtures.ts';

/** Enough records that a filter which leaves one asks no kernel. */
const COUNT = 600;
const WORDS = ['热障涂层', '制药', '钢', '涂层', '算法', 'tc4', '燃机', '软件'];
const records = Array.from({ length: COUNT }, (_, i) => ({
  id: `r${i}`,
  title: WORDS.filter((_, at) => (i * 7 + at * at) % (at + 2) === 0).join('，') || '其他',
}));
const query: DemandInput = { id: 'q', title: '热障涂层钢tc4算法', stage: '中试' };
const vector = (i: number) => [1, (i % 7) - 3, (i % 5) - 2];
const EVERY = { limit: Number.POSITIVE_INFINITY, explain: false } as const;

/** The next greater number. */
function above(score: number): number {
  const bits = new BigInt64Array(Float64Array.of(score).buffer);
  bits[0]! += 1n;
  return new Float64Array(bits.buffer)[0]!;
}

const WAYS: Readonly<Record<string, { readonly options: object; readonly query?: DemandInput }>> = {
  'the JavaScript kernel': { options: { kernel: 'js' } },
  'the WebAssembly kernel': { options: { kernel: 'wasm-simd' } },
  'vectors of the host': {
    options: { vectors: { records: records.map((_, i) => vector(i)), weight: 0.3 } },
    query: { ...query, vector: [1, 2, -1] } as DemandInput,
  },
  conditions: {
    options: { conditions: {} },
    query: { ...query, budget: '50万元' },
  },
};

describe('a score equal to `minScore` is enough, and one above it is not', () => {
  const check = (matcher: Matcher, asked: DemandInput, filter = {}) => {
    const all = matcher.match(asked, { ...EVERY, filter }).matches;
    const scores = [...new Set(all.map(({ score }) => score))];
    expect(scores.length).toBeGreaterThan(0);
    const idsFrom = (least: number) => all.filter(({ score }) => score >= least).map(({ id }) => id);
    // Each of some, near and far.
    for (const score of scores.filter((_, i) => i % Math.ceil(scores.length / 8) === 0)) {
      for (const minScore of [score, Math.min(1, above(score))]) {
        const found = matcher.match(asked, { ...EVERY, filter, minScore, total: true });
        expect([minScore, found.matches.map(({ id }) => id)]).toEqual([minScore, idsFrom(minScore)]);
        expect(found.total).toBe(found.matches.length);
        // The best few alone are found in another way.
        const few = matcher.match(asked, { limit: 3, explain: false, filter, minScore });
        expect(few.matches.map(({ id }) => id)).toEqual(idsFrom(minScore).slice(0, 3));
      }
    }
    return scores.length;
  };

  it.each(Object.entries(WAYS))('by %s', (_, { options, query: asked = query }) => {
    expect(check(createMatcher(records, { ...PARTS, ...options }), asked)).toBeGreaterThan(5);
  });

  it.each(['js', 'wasm-simd'] as const)('where filters leave few rows, by the kernel %s', (kernel) => {
    const matcher = createMatcher(records, { ...PARTS, kernel });
    for (const { id } of matcher.match(query, { limit: 40, explain: false }).matches) {
      check(matcher, query, { where: (record: { readonly id: string }) => record.id === id });
    }
  });

  it('in what was put in later, and among rows of all parts', () => {
    const matcher = createMatcher(records.slice(0, COUNT - 20), PARTS).update({
      put: records.slice(COUNT - 20),
    });
    expect(engineOf(matcher)!.folded()).not.toBe(engineOf(matcher));
    expect(check(matcher, query)).toBeGreaterThan(5);
  });

  it('by needs', () => {
    const needs = {
      id: 'q',
      title: '钢',
      text: '需求一：热障涂层。\n需求二：制药算法。\n需求三：燃机软件。',
    };
    expect(check(createMatcher(records, PARTS), needs)).toBeGreaterThan(5);
  });
});
