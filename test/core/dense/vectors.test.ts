import { createMatcher, createWeigher, InputError, type MatcherOptions, openMatcher } from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendable } from '../../../src/parallel/sendable.ts';
import { asParsed, PARTS, text } from '../../fixtures.ts';
import { sortThenSlice } from '../../reference.ts';

type Vectors = NonNullable<MatcherOptions['vectors']>;
type Given = readonly (readonly number[] | undefined)[];

/** What a score is by its definition: unit length, less the mean, unit length, cosine; no store, no bounds. */
function naiveCosines(records: Given, query: readonly number[] | undefined): (number | undefined)[] {
  const unit = (vector: readonly number[]) => {
    const length = Math.hypot(...vector);
    return length < 1e-9 ? undefined : vector.map((x) => x / length);
  };
  const units = records.map((vector) => vector && unit(vector));
  const held = units.filter((vector) => vector !== undefined);
  const mean = Array.from({ length: 3 }, (_, i) => held.reduce((sum, v) => sum + v[i]!, 0) / held.length);
  const centred = (vector: readonly number[] | undefined) =>
    vector && unit(vector.map((x, i) => x - mean[i]!).map((x) => (Math.abs(x) < 1e-7 ? 0 : x)));
  const asked = centred(query && unit(query));
  return units.map((vector) => {
    const other = centred(vector);
    return asked && other && asked.reduce((sum, x, i) => sum + x * other[i]!, 0);
  });
}

const component = fc.constantFrom(-2, -1, 0, 0.5, 1, 3);
const vector = fc.tuple(component, component, component).map((numbers): readonly number[] => numbers);
const maybe = fc.option(vector, { nil: undefined, freq: 4 });
const row = fc.record({ title: text, vector: maybe });
const world = fc.record({
  rows: fc.array(row, { maxLength: 60 }),
  query: fc.record({ title: text, vector: maybe }),
  weight: fc.constantFrom(0, 0.2, 0.5, 1),
  store: fc.constantFrom('int8' as const, 'float32' as const),
  limit: fc.constantFrom(0, 1, 3, 10, Number.POSITIVE_INFINITY),
  minScore: fc.constantFrom(0, 0.1, 0.4),
  kept: fc.constantFrom(1, 2, 7),
  kernel: fc.constantFrom('js' as const, 'wasm-simd' as const),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

function matchersOf({ rows, weight, store, kernel }: World, conditions?: MatcherOptions['conditions']) {
  const records = rows.map(({ title }, i) => ({ id: `r${i}`, title }));
  const vectors: Vectors = { records: rows.map((one) => one.vector), weight, store };
  const options = { ...PARTS, kernel, ...(conditions && { conditions }) };
  return {
    matcher: createMatcher(records, { ...options, vectors }),
    plain: createMatcher(records, options),
    records,
  };
}

describe('vectors of the host', () => {
  it('give the score of the definition, and leave it to the words where either side has none', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { matcher, plain, records } = matchersOf(given);
        const ids = records.map(({ id }) => id);
        const cosines = naiveCosines(
          given.rows.map((one) => one.vector),
          given.query.vector,
        );
        const sums = plain.reasons(given.query, ids, { explain: false });
        const digits = given.store === 'int8' ? 1.5 : 5;
        for (const [i, match] of matcher.reasons(given.query, ids).entries()) {
          const cosine = cosines[i];
          const words = sums[i]!.score;
          const score =
            cosine === undefined ? words : (1 - given.weight) * words + given.weight * Math.max(0, cosine);
          expect(match.score).toBeCloseTo(score, digits);
          expect(match.vectors === undefined).toBe(cosine === undefined);
          if (cosine !== undefined) expect(match.vectors!.cosine).toBeCloseTo(cosine, digits);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('give the exact best records by that score, as sorting all of them does, with filters, on either kernel', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { limit, minScore, kept } = given;
        const { matcher, records } = matchersOf(given);
        const scores = matcher
          .reasons(
            given.query,
            records.map(({ id }) => id),
            { explain: false },
          )
          .map(({ score }, i) => (i % kept === 0 ? score : 0));
        const filter = { where: ({ id }: { readonly id: string }) => Number(id.slice(1)) % kept === 0 };
        const { matches, total } = matcher.match(given.query, { limit, minScore, filter });
        expect(matches.map(({ index }) => index)).toEqual(sortThenSlice(scores, limit, minScore));
        expect(matches.map(({ score }) => score)).toEqual(matches.map(({ index }) => scores[index]));
        expect(total).toBeUndefined();
        const counted = matcher.match(given.query, { limit, minScore, filter, total: true });
        expect(counted.matches).toEqual(matches);
        expect(counted.total).toBe(scores.filter((score) => score > 0 && score >= minScore).length);
      }),
      { numRuns: 200 },
    );
  });

  it('are one leaf: signals, vectors and conditions sum to the score, in [0, 1]', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { matcher } = matchersOf(given);
        for (const { id, score, signals, vectors, conditions } of matcher.match(given.query).matches) {
          const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
          const parts = [
            ...Object.values(signals),
            vectors?.value ?? 0,
            ...conditions.map(({ value }) => value),
          ];
          expect(sum(parts)).toBeCloseTo(score, 9);
          expect(score).toBeLessThanOrEqual(1 + 1e-9);
          const tree = matcher.explain(given.query, id);
          expect(tree.score).toBe(score);
          expect(tree.vectors).toEqual(vectors);
          expect(sum(tree.signals.flatMap(({ terms }) => terms.map(({ value }) => value)))).toBeCloseTo(
            sum(Object.values(signals)),
            9,
          );
          expect(sum(tree.signals.map(({ weight }) => weight)) + (vectors?.weight ?? 0)).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are saved with the index and opened again: the same bytes, the same answers', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { matcher } = matchersOf(given);
        const saved = matcher.save();
        const opened = openMatcher(saved, PARTS);
        expect(opened.match(given.query)).toEqual(asParsed(matcher, matcher.match(given.query)));
        expect(opened.vectors).toEqual(matcher.vectors);
        expect(new Uint8Array(opened.save())).toEqual(new Uint8Array(saved));
      }),
      { numRuns: 30 },
    );
  });

  it('reach another thread to the bit, with whatever array they came in', () => {
    const { matcher } = matchersOf({ ...fc.sample(world, { numRuns: 1, seed: 1 })[0]!, rows: NEAR });
    const numbers = [0.1, 1 / 3, -0.7];
    for (const vector of [numbers, Float32Array.from(numbers)]) {
      const query = matcher.read({ title: '涂层', vector });
      const sent = structuredClone(sendable(query, matcher.fields)) as never;
      expect(matcher.match(sent)).toEqual(matcher.match({ title: '涂层', vector }));
    }
  });

  it('give the same score without an index, and with the sides exchanged', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { matcher, records } = matchersOf(given);
        fc.pre(matcher.vectors !== undefined && records.length > 0);
        const { statistics, vectors } = matcher;
        const weigher = createWeigher({ ...PARTS, statistics, vectors: vectors! });
        const demand = { id: 'q', ...given.query };
        const ids = records.map(({ id }) => id);
        matcher.reasons(given.query, ids, { explain: false }).forEach(({ score }, i) => {
          const record = { ...records[i]!, vector: given.rows[i]!.vector };
          expect(weigher.score(demand, record)).toBe(score);
          expect(weigher.explain(demand, record).score).toBe(score);
          const exchanged = weigher.score({ ...record, kind: 'achievement' }, { ...demand, kind: 'demand' });
          expect(exchanged).toBe(score);
        });
      }),
      { numRuns: 30 },
    );
  });
});

const NEAR = [
  { title: '涂层', vector: [1, 0, 0] },
  { title: '新药', vector: [0, 1, 0] },
  { title: '算法', vector: [0, 0.9, 0.1] },
  { title: '钢', vector: undefined },
];

describe('records that are near by their vectors alone', () => {
  const records = NEAR.map(({ title }, i) => ({ id: `r${i}`, title }));
  const vectors = { records: NEAR.map(({ vector }) => vector) };
  const matcher = createMatcher(records, { ...PARTS, vectors });

  it('match, and the reason says so', () => {
    const [first] = matcher.match(
      { title: '钢', vector: [0, 1, 0] },
      { filter: { where: ({ id }) => id !== 'r3' } },
    ).matches;
    expect(first).toMatchObject({ id: 'r1', phrases: [], vectors: { weight: 0.2 } });
    expect(first!.score).toBe(first!.vectors!.value);
    expect(first!.reason).toEqual({
      zh: '双方没有相同的词语，按向量意思相近。',
      en: 'They share no words; by their vectors they are near in meaning.',
    });
  });

  it('are found by the vector of an indexed record as well', () => {
    expect(matcher.similar('r1').matches.map(({ id }) => id)).toEqual(['r2']);
    expect(matcher.similar('r3').matches).toEqual([]);
  });

  it('are shifted by conditions like any other: what a demand rules out goes down', () => {
    const titles = [...Array(6).keys()].map((i) => ({
      id: `r${i}`,
      title: i === 0 ? '热障涂层，采用新药' : '算法',
    }));
    const all = createMatcher(titles, {
      ...PARTS,
      vectors: { records: titles.map((_, i) => [i === 0 ? 1 : 0, 1, i / 9]) },
    });
    const [plain] = all.reasons({ title: '钢', vector: [1, 1, 0] }, ['r0']);
    const [ruled] = all.reasons({ title: '钢，不用新药', vector: [1, 1, 0] }, ['r0']);
    expect(plain!.conditions).toEqual([]);
    expect(ruled!.conditions.map(({ outcome }) => outcome)).toEqual(['failed']);
    expect(ruled!.score).toBeLessThan(plain!.score);
  });
});

describe('vectors that cannot be used', () => {
  const records = [
    { id: 'a', title: '钢' },
    { id: 'b', title: '药' },
    { id: 'c', title: '' },
  ];
  const issuesOf = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      if (error instanceof InputError)
        return error.issues.map(({ path, expected }) => `${path}: ${expected}`);
    }
    throw new Error('no InputError');
  };
  const build = (vectors: unknown) => () => createMatcher(records, { ...PARTS, vectors: vectors as Vectors });

  it('are named, every row of them', () => {
    expect(issuesOf(build({ records: [[1, 2], [1], [Number.NaN, 0]] }))).toEqual([
      'vectors.records[1]: 2 numbers',
      'vectors.records[2][0]: a finite number of 32 bits',
    ]);
    expect(issuesOf(build({ records: [[1], 'x', [1e300]] }))).toEqual([
      'vectors.records[1]: an array of numbers',
      'vectors.records[2][0]: a finite number of 32 bits',
    ]);
    expect(issuesOf(build({ records: [[1]] }))).toEqual(['vectors.records: 3 vectors, one a row']);
  });

  it.each<[unknown, string]>([
    [{}, 'vectors.records: a list with a vector for each row'],
    [{ records: [], weight: 2 }, 'vectors.weight: a number in [0, 1]'],
    [{ records: [], store: 'int4' }, 'vectors.store: one of int8, float32'],
    [{ records: [], mean: [] }, 'vectors.mean: 1 to 65536 numbers'],
    [{ records: [], wieght: 1 }, 'vectors.wieght: a known option: did you mean weight?'],
    [[], 'vectors: an object'],
  ])('are refused with the options %j', (vectors, message) => {
    expect(issuesOf(build(vectors))).toEqual([message]);
  });

  it('are named of a query, beside its place; one without is fine, and so is any where the index has none', () => {
    const matcher = createMatcher(records, { ...PARTS, vectors: { records: [[1, 0], [0, 1], null] } });
    expect(issuesOf(() => matcher.match({ title: '钢', vector: [1] }))).toEqual(['vector: 2 numbers']);
    expect(issuesOf(() => matcher.match({ title: '钢', vector: [1, 1 / 0] }))).toEqual([
      'vector[1]: a finite number of 32 bits',
    ]);
    expect(matcher.match({ title: '钢', vector: null }).matches).toEqual(matcher.match('钢').matches);
    expect(createMatcher(records, PARTS).match({ title: '钢', vector: [1] }).matches).toHaveLength(1);
  });
});
