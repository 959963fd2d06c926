import { createMatcher, InputError } from 'cuohe';
import { type RerankVectors, rerank } from 'cuohe/rerank';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_NAMES, type MetricName } from '../../src/rerank/metrics.ts';

const match = (id: string, score: number, rank: number) => ({ id, score, rank, terms: [id] });
const MATCHES = [match('a', 0.9, 1), match('b', 0.5, 2), match('c', 0.5, 3), match('d', 0.1, 4)];
const VECTORS = {
  query: [1, 0],
  records: new Map<string, number[]>([
    ['a', [0, 1]],
    ['b', [1, 1]],
    ['c', [1, 0]],
    ['d', [-1, 0]],
  ]),
  mean: [0, 0],
};
const ids = (matches: readonly { readonly id: string }[]) => matches.map(({ id }) => id).join('');

const component = fc.double({ min: 0, max: 10, noNaN: true });
const vector = fc
  .array(component, { minLength: 4, maxLength: 4 })
  .filter((numbers) => numbers.some((x) => x > 0.01));
const score = fc.double({ min: 0, max: 1, noNaN: true });
const candidates = fc.record({
  query: vector,
  list: fc.array(fc.record({ score, vector: fc.option(vector, { nil: undefined }) }), { maxLength: 12 }),
  metric: fc.constantFrom(...METRIC_NAMES),
});
/** Matches by falling score, and their vectors. */
function staged(list: readonly { readonly score: number; readonly vector: number[] | undefined }[]) {
  const sorted = [...list].sort((a, b) => b.score - a.score);
  const matches = sorted.map((item, i) => match(`r${i}`, item.score, i + 1));
  return { matches, records: (id: string) => sorted[Number(id.slice(1))]?.vector };
}

describe('re-ranking', () => {
  it('blends score and similarity, and tells both', () => {
    const ranked = rerank(MATCHES, VECTORS, { weight: 0.5 });
    // Cosines 0, √½, 1 and −1 become similarities ½, .85, 1 and 0.
    expect(ranked).toEqual([
      { id: 'c', terms: ['c'], rank: 1, score: 0.75, firstScore: 0.5, similarity: 1 },
      { id: 'a', terms: ['a'], rank: 2, score: 0.7, firstScore: 0.9, similarity: 0.5 },
      {
        id: 'b',
        terms: ['b'],
        rank: 3,
        score: expect.closeTo(0.6768, 4),
        firstScore: 0.5,
        similarity: expect.closeTo(0.8536, 4),
      },
      { id: 'd', terms: ['d'], rank: 4, score: 0.05, firstScore: 0.1, similarity: 0 },
    ]);
  });

  it('takes the vectors of a function of ids as well, and typed arrays', () => {
    const records = (id: string) => Float64Array.from(VECTORS.records.get(id) ?? []);
    const { mean } = VECTORS;
    expect(rerank(MATCHES, { query: Float64Array.of(1, 0), records, mean })).toEqual(
      rerank(MATCHES, VECTORS),
    );
  });

  it('subtracts the mean of what the matches have, and takes a fifth of the similarity', () => {
    // A cone: raw cosines with the query differ by less than .01, and say which is which only without the mean.
    const records = new Map([
      ['a', [10, 1, 0]],
      ['b', [10, 0, 1]],
      ['c', [10, -1, 0]],
      ['d', [10, 0, -1]],
    ]);
    const ranked = rerank(MATCHES, { query: [20, 0, 2], records });
    const similarities = new Map(ranked.map(({ id, similarity }) => [id, similarity]));
    // The mean is (10, 0, 0); the query points from it to (10, 0, 2): cosines 0, .196, 0 and −.196.
    const cosine = 2 / Math.sqrt(104);
    for (const [id, expected] of [
      ['a', 0],
      ['b', cosine],
      ['c', 0],
      ['d', -cosine],
    ] as const) {
      expect(similarities.get(id)).toBeCloseTo((1 + expected) / 2, 12);
    }
    for (const { firstScore, similarity, score } of ranked) {
      expect(score).toBeCloseTo(0.8 * firstScore + 0.2 * similarity!, 12);
    }
    const mean = [20, 0, 0];
    const other = rerank(MATCHES, { query: [20, 0, 2], records, mean });
    expect(other.find(({ id }) => id === 'b')!.similarity).toBeCloseTo((1 + 1 / Math.sqrt(101)) / 2, 12);
  });

  it('does not change with what all vectors have in common', () => {
    fc.assert(
      fc.property(candidates, component, ({ query, list }, common) => {
        const { matches, records } = staged(list);
        const moved = (given: readonly number[]) => given.map((x) => x + common + 1);
        const shifted = (id: string) => {
          const given = records(id);
          return given && moved(given);
        };
        const before = rerank(matches, { query, records });
        const after = rerank(matches, { query: moved(query), records: shifted });
        const far = (one: { readonly id: string; readonly similarity: number | undefined }) => {
          const same = after.find(({ id }) => id === one.id)!.similarity;
          // What lies at the mean has no direction: there rounding decides.
          return one.similarity !== undefined && same !== undefined && Math.abs(one.similarity - same) > 1e-3;
        };
        expect(before.filter(far)).toEqual([]);
      }),
    );
  });

  it('gives a result back as a result, and changes nothing of the first stage', () => {
    const matcher = createMatcher([
      { id: 'a', title: '热障涂层喷涂工艺' },
      { id: 'b', title: '涂层检测' },
    ]);
    const result = matcher.match({ id: 'q', title: '热障涂层' });
    const before = structuredClone(result);
    const records = new Map([
      ['a', [0, 1]],
      ['b', [1, 0]],
    ]);
    const again = rerank(result, { query: [1, 0], records, mean: [0, 0] }, { weight: 1 });
    expect(ids(result.matches)).toBe('ab');
    expect(ids(again.matches)).toBe('ba');
    expect(result).toEqual(before);
    expect({ ...again, matches: [] }).toEqual({ ...before, matches: [] });
    const { rank: _, score, ...rest } = before.matches[0]!;
    expect(again.matches[1]).toEqual({ ...rest, rank: 2, score: 0.5, firstScore: score, similarity: 0.5 });
  });

  it('with weight 0 keeps order and scores', () => {
    fc.assert(
      fc.property(candidates, ({ query, list, metric }) => {
        const { matches, records } = staged(list);
        const ranked = rerank(matches, { query, records }, { metric, weight: 0 });
        expect(ranked).toMatchObject(matches);
      }),
    );
  });

  it('with weight 1 sorts by similarity, and equals in their former order', () => {
    fc.assert(
      fc.property(candidates, ({ query, list, metric }) => {
        const { matches, records } = staged(list.filter((item) => item.vector !== undefined));
        const ranked = rerank(matches, { query, records }, { metric, weight: 1 });
        ranked.slice(1).forEach((next, i) => {
          const { score, firstScore } = ranked[i]!;
          expect(score).toBeGreaterThanOrEqual(next.score);
          if (score === next.score) expect(firstScore).toBeGreaterThanOrEqual(next.firstScore);
        });
        expect(ranked.every((item) => item.similarity === undefined || item.score === item.similarity)).toBe(
          true,
        );
      }),
    );
  });

  it('gives scores in [0, 1] and ranks from 1, and loses no match', () => {
    fc.assert(
      fc.property(candidates, score, ({ query, list, metric }, weight) => {
        const { matches, records } = staged(list);
        const ranked = rerank(matches, { query, records }, { metric, weight });
        expect(ranked.every((item) => item.score >= 0 && item.score <= 1)).toBe(true);
        expect(ranked.map(({ rank }) => rank)).toEqual(matches.map((_, i) => i + 1));
        expect(ranked.map(({ id }) => id).sort()).toEqual(matches.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('a match without a usable vector keeps its score', () => {
  it.each<[string, Partial<RerankVectors>]>([
    ['where there is none', { records: new Map() }],
    ['where it is all zeros', { records: () => [0, 0] }],
    ['where the vector of the query is all zeros', { query: [0, 0] }],
  ])('%s', (_, vectors) => {
    const ranked = rerank(MATCHES, { ...VECTORS, ...vectors }, { weight: 0.9 });
    expect(ids(ranked)).toBe('abcd');
    for (const [i, item] of ranked.entries()) {
      expect(item).toEqual({ ...MATCHES[i], firstScore: item.score, similarity: undefined });
    }
  });

  it('where the metric is undefined', () => {
    const constant = new Map([...VECTORS.records].map(([id]) => [id, [2, 2]]));
    const vectors = { query: [1, 0], records: constant, mean: [0, 0] };
    const ranked = rerank(MATCHES, vectors, { metric: 'pearson', weight: 1 });
    expect(ranked.map((item) => item.similarity)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('where numbers are too large for the metric', () => {
    const records = () => [1e200, 1e200];
    expect(rerank(MATCHES, { query: [1e200, 0], records })[0]).toMatchObject({ score: 0.9 });
  });
});

describe('bad vectors and options', () => {
  const fail = (vectors: unknown, options: object = {}, matches: unknown = MATCHES): InputError => {
    try {
      rerank(matches as typeof MATCHES, vectors as RerankVectors, options);
    } catch (error) {
      if (error instanceof InputError) return error;
    }
    throw new Error('no InputError');
  };

  it('name every vector that cannot be used', () => {
    const records = new Map<string, unknown>([
      ['a', [1]],
      ['b', [1, Number.NaN]],
      ['c', [1, 2]],
      ['d', 'x'],
    ]);
    const { code, issues } = fail({ query: [1, 0], records });
    expect(code).toBe('INVALID_RECORDS');
    expect(issues).toEqual([
      expect.objectContaining({
        id: 'a',
        path: '',
        expected: '2 numbers, as in the query',
        received: 'number 1',
      }),
      expect.objectContaining({ id: 'b', path: '[1]', expected: 'a finite number', received: 'number NaN' }),
      expect.objectContaining({ id: 'd', path: '', expected: 'an array of numbers' }),
    ]);
  });

  it.each<[unknown, string]>([
    [{ query: [], records: new Map() }, 'query: expected at least one number'],
    [{ query: [1, Number.POSITIVE_INFINITY], records: new Map() }, 'query[1]: expected a finite number'],
    [{ records: new Map() }, 'query: expected an array of numbers, received nothing'],
    [{ query: [1] }, 'records: expected a Map or a function of ids'],
    [undefined, 'query: expected an array of numbers'],
  ])('name what is wrong with %j', (vectors, message) => {
    expect(fail(vectors).message).toContain(message);
  });

  it('name components below 0 where the metric has no meaning for them', () => {
    const { mean, ...vectors } = VECTORS;
    expect(fail(vectors, { metric: 'canberra' }).message).toContain('[0]: expected a finite number ≥ 0');
    expect(ids(rerank(MATCHES.slice(0, 3), vectors, { metric: 'canberra', weight: 1 }))).toBe('cba');
    expect(fail({ ...vectors, mean }, { metric: 'canberra' }).message).toContain(
      'mean: expected none, for this metric',
    );
  });

  it.each<[object | null, string]>([
    [{ metric: 'cosin' }, 'metric: expected one of cosine'],
    [{ metric: 'toString' }, 'metric: expected one of cosine'],
    [{ weight: 1.1 }, 'weight: expected a number in [0, 1]'],
    [{ weight: Number.NaN }, 'weight: expected a number in [0, 1]'],
    [{ p: 0 }, 'p: expected a number ≥ 1'],
    [null, 'expected an object, received null'],
  ])('name what is wrong with the options %j', (options, message) => {
    expect(fail(VECTORS, options as object).message).toContain(message);
  });

  it.each<[unknown, string]>([
    [[{ id: 'a' }], 'matches[0]: expected a match'],
    [[{ id: 'a', score: 7 }], 'matches[0]: expected a match'],
    [{ matches: 'none' }, 'matches: expected matches of a matcher'],
    [null, 'matches: expected matches of a matcher'],
  ])('name what is wrong with the matches %j', (matches, message) => {
    expect(fail(VECTORS, {}, matches).message).toContain(message);
  });

  it('cannot be a metric that the types do not know', () => {
    const metric: MetricName = 'euclidean';
    expect(METRIC_NAMES).toContain(metric);
  });
});
