import { rerank } from 'cuohe/rerank';
import fc from 'fast-check';
import * as oracle from 'ml-distance';
import { describe, expect, it } from 'vitest';
import { METRIC_NAMES, METRICS, type MetricName } from '../../src/rerank/metrics.ts';

const positive = fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 });
const any = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 });
const P = 3;

/** The similarity alone. */
/** Metrics themselves: of vectors as they are. */
const similarityOf = (metric: MetricName, query: number[], vector: number[]) => {
  const vectors = { query, records: () => vector };
  const mean = METRICS[metric].centred ? { mean: query.map(() => 0) } : {};
  const options = { metric, weight: 1, p: P };
  return rerank([{ id: 'r', score: 0, rank: 1 }], { ...vectors, ...mean }, options)[0]!.similarity;
};

type Raw = (a: number[], b: number[], p?: number) => number;
/** The function of ml-distance behind a name; whether it falls as vectors come closer. */
function rawOf(metric: MetricName): { readonly raw: Raw; readonly isDistance: boolean } {
  const similarities = oracle.similarity as unknown as Record<string, Raw>;
  const distances = oracle.distance as unknown as Record<string, Raw>;
  const similar = similarities[metric];
  // ml-distance counts the inner product among the distances; it is none.
  if (metric === 'innerProduct') return { raw: distances[metric]!, isDistance: false };
  return similar === undefined
    ? { raw: (a, b) => distances[metric]!(a, b, P), isDistance: true }
    : { raw: (a, b) => similar(a, b), isDistance: false };
}

describe.each(METRIC_NAMES)('the metric %s', (metric) => {
  const { raw, isDistance } = rawOf(metric);

  it('orders vectors as ml-distance does', () => {
    fc.assert(
      fc.property(positive, positive, positive, (query, one, other) => {
        const sign = isDistance ? -1 : 1;
        const expected = sign * (raw(query, one) - raw(query, other));
        fc.pre(Math.abs(expected) > 1e-6);
        const difference = similarityOf(metric, query, one)! - similarityOf(metric, query, other)!;
        expect(Math.sign(difference)).toBe(Math.sign(expected));
      }),
    );
  });

  // These two grow with the length of a vector.
  it.skipIf(metric === 'innerProduct' || metric === 'intersection')(
    'finds no vector closer than the same one',
    () => {
      fc.assert(
        fc.property(positive, positive, (query, other) => {
          const same = similarityOf(metric, query, query) ?? 1;
          expect(same).toBeCloseTo(1, 6);
          expect(similarityOf(metric, query, other) ?? 0).toBeLessThanOrEqual(same + 1e-9);
        }),
      );
    },
  );

  it('stays in [0, 1] for numbers of any sign, where it takes them, and for zeros', () => {
    fc.assert(
      fc.property(any, any, (query, other) => {
        let value: number | undefined;
        try {
          value = similarityOf(metric, query, other);
        } catch {
          value = similarityOf(
            metric,
            query.map((x) => Math.max(0, x)),
            other.map((x) => Math.max(0, x)),
          );
        }
        expect(value ?? 0.5).toBeGreaterThanOrEqual(0);
        expect(value ?? 0.5).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the maps to similarities', () => {
  it.each<[MetricName, number[], number[], number]>([
    // (1 + cosine) / 2 of a right angle.
    ['cosine', [1, 0], [0, 2], 0.5],
    // 1 / (1 + 5).
    ['euclidean', [0, 1, 4], [3, 1, 0], 1 / 6],
    ['manhattan', [0, 1, 4], [3, 1, 0], 1 / 8],
    // The cube root of 27 + 64.
    ['minkowski', [0, 1, 4], [3, 1, 0], 1 / (1 + 91 ** (1 / 3))],
    // Opposite vectors.
    ['kumarHassebrook', [1, 2], [-1, -2], 0],
    ['jaccard', [1, 2], [-1, -2], 0],
    // min 1, max 4 + 3 + 1.
    ['ruzicka', [0, 1, 4], [3, 1, 0], 1 / 8],
    // Half of the mass is common.
    ['motyka', [1, 1], [1, 0], 2 / 3],
    ['kulczynski', [1, 1], [1, 1], 1],
    ['kulczynski', [1, 0], [0, 1], 0],
    // A component that is 0 on both sides does not count.
    ['canberra', [1, 0], [1, 0], 1],
    ['waveHedges', [1, 0, 1], [1, 0, 0], 0.5],
    ['innerProduct', [1, 0], [-1, 0], 0.25],
  ])('%s of %j and %j is %d', (metric, query, other, expected) => {
    expect(similarityOf(metric, query, other)).toBeCloseTo(expected, 12);
  });
});
