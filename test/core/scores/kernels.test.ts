import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/core/matches/rank.ts';
import { CompactRows } from '../../../src/core/postings/compact-rows.ts';
import { kernelMemory, scratchOf } from '../../../src/core/postings/memory.ts';
import { buildPostings, type Postings } from '../../../src/core/postings/postings.ts';
import { createJsScorer } from '../../../src/core/scores/js-scorer.ts';
import type { QueryRow } from '../../../src/core/scores/scorer.ts';
import { TopK } from '../../../src/core/scores/top-k.ts';
import { hasWasmKernel, wasmKernelOn } from '../../../src/core/scores/wasm-kernel.ts';
import { createWasmScorer, MAX_TERMS, type WasmScorer } from '../../../src/core/scores/wasm-scorer.ts';
import { sortThenSlice } from '../../reference.ts';
import { dot, matrixOf, passing, type Row } from './rows.ts';

const TERMS = 12;
/** Few terms and weights, so that scores tie; one far below the others, so that sums round. */
const COARSE_TERMS = 4;
const COARSE = [0.25, 0.5, 3e-5];

/** Rows of the test, of a seeded stream: fast-check's own arrays would take most of the time of 10⁵ cases. */
function rowsFrom(seed: number, count: number, fine: boolean): Row[] {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const ids: number[] = [];
    const density = next();
    for (let id = 0; id < (fine ? TERMS : COARSE_TERMS); id++) if (next() < density * 0.8) ids.push(id);
    return {
      ids: Uint32Array.from(ids),
      weights: Float32Array.from(ids, () =>
        fine ? next() + 1e-3 : COARSE[Math.floor(next() * COARSE.length)]!,
      ),
    };
  });
}

const SKEWED_TERMS = 400;

/** Rows of terms that are the rarer the greater their id, of unit length, so that scores are close to each other. */
function skewedRows(seed: number, count: number): Row[] {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const ids = new Set<number>();
    for (let draw = 0; draw < 25; draw++) ids.add(Math.floor(SKEWED_TERMS * next() ** 3));
    const sorted = Uint32Array.from(ids).sort();
    const values = Array.from(sorted, () => 0.2 + next());
    const length = Math.hypot(...values);
    return { ids: sorted, weights: Float32Array.from(values, (value) => value / length) };
  });
}

/** Columns for terms of a tenth of the rows. */
const COLUMNS = { columnShare: 0.1, leastRows: 0, listedPerTile: 1 };

/** Which terms have columns, lists and neither, for so few rows. */
const forms = fc.record({
  columnShare: fc.constantFrom(0.2, 0.5, 2),
  leastRows: fc.constantFrom(0, 10),
  listedPerTile: fc.integer({ min: 0, max: 3 }),
});

/** One memory for all cases: arrays are copied to its beginning. */
const memory = kernelMemory(1 << 20)!;
const kernel = wasmKernelOn(memory.memory)!;

function wasmScorer(postings: Postings, tile: number, rows: CompactRows, always = true): WasmScorer {
  const { buffer } = memory.memory;
  let at = 0;
  const placed = <A extends Uint8Array | Uint16Array | Uint32Array | Float32Array>(array: A): A => {
    const Type = array.constructor as new (b: ArrayBufferLike, start: number, length: number) => A;
    const copy = new Type(buffer, at, array.length);
    copy.set(array);
    at += Math.ceil(array.byteLength / 8) * 8;
    return copy;
  };
  const { columns, lists, tail } = postings;
  const inMemory: Postings = {
    ...postings,
    columns: { ...columns, bytes: placed(columns.bytes) },
    lists: {
      ...lists,
      directory: placed(lists.directory),
      postings: placed(lists.postings),
    },
    tail: { ...tail, postings: placed(tail.postings) },
  };
  return createWasmScorer(inMemory, tile, rows, { kernel, buffer, scratch: scratchOf(memory, 0) }, always);
}

describe('the WebAssembly kernel', () => {
  it('runs here', () => {
    expect(hasWasmKernel()).toBe(true);
  });

  it('ranks and scores as the JavaScript kernel to the last bit, in 100,000 cases', () => {
    let cases = 0;
    let ties = 0;
    let all = 0;
    let wasm = 0;
    let inColumns = 0;
    let inLists = 0;
    let inTail = 0;
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 40 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 16 }),
        forms,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0, 0.01, 0.15, 0.3, 1),
        (seed, count, fine, tile, forms, every, minScore) => {
          const rows = rowsFrom(seed, count, fine);
          const queries = rowsFrom(seed ^ 0x5bd1e995, 10, fine);
          const matrix = matrixOf(rows);
          const postings = buildPostings(matrix, TERMS, { ...forms, tileRows: tile });
          inColumns += postings.columns.terms.length;
          inLists += postings.lists.terms.length;
          inTail += postings.tail.postings.length;
          const exact = CompactRows.from(matrix);
          const js = createJsScorer(postings, tile, exact);
          const fast = wasmScorer(postings, tile, exact);
          const eligibility = passing(rows, (row) => row % every === 0);
          for (const limit of [1, 3, 10, Number.POSITIVE_INFINITY]) {
            const expected = rank(js, queries, eligibility, limit, minScore);
            const got = rank(fast, queries, eligibility, limit, minScore);
            for (const [i, one] of expected.entries()) {
              cases++;
              const same =
                equal(one.rows, got[i]!.rows) &&
                equal(new BigUint64Array(one.scores.buffer), new BigUint64Array(got[i]!.scores.buffer));
              if (!same) expect(got[i]).toEqual(one);
              if (limit === 1 && one.scores.length === 1) {
                const tied = rows.filter(
                  (row, at) => at % every === 0 && dot(queries[i]!, row) === one.scores[0],
                );
                if (tied.length > 1) ties++;
              }
              if (limit > count) all++;
            }
          }
          if (eligibility.passed > 0) expect(fast.taken.wasm).toBe(4 * queries.length);
          expect(fast.taken.js).toBe(0);
          wasm += fast.taken.wasm;
        },
      ),
      { numRuns: 2600 },
    );
    expect(cases).toBeGreaterThanOrEqual(100_000);
    expect(wasm).toBeGreaterThan(0.9 * cases);
    for (const form of [inColumns, inLists, inTail]) expect(form).toBeGreaterThan(2600);
    // Ties at the k-th place, and k beyond the number of rows.
    expect(ties).toBeGreaterThan(500);
    expect(all).toBeGreaterThan(20_000);
  });

  it('does so over tiles of many rows, where terms of all forms meet', () => {
    let primed = 0;
    let mixed = 0;
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 300, max: 1500 }),
        fc.constantFrom(64, 320, 1000, 4096),
        fc.constantFrom(1, 10, 40),
        fc.constantFrom(1, 3),
        (seed, count, tile, limit, every) => {
          const rows = skewedRows(seed, count);
          const queries = skewedRows(seed ^ 0x5bd1e995, 6);
          const matrix = matrixOf(rows);
          const postings = buildPostings(matrix, SKEWED_TERMS, {
            tileRows: tile,
            leastRows: 0,
            listedPerTile: 4,
          });
          const parts = [postings.columns.terms, postings.lists.terms, postings.tail.postings];
          if (parts.every(({ length }) => length > 0)) mixed++;
          const exact = CompactRows.from(matrix);
          const eligibility = passing(rows, (row) => row % every === 0);
          if (every === 1 && limit <= Math.ceil(Math.min(count, tile) / 64)) primed++;
          const args = [queries, eligibility, limit, 0] as const;
          const fast = wasmScorer(postings, tile, exact);
          const best = rank(fast, ...args);
          expect(best).toEqual(rank(createJsScorer(postings, tile, exact), ...args));
          expect(fast.taken).toEqual({ wasm: queries.length, js: 0 });
          const scores = rows.map((row, at) => (at % every === 0 ? dot(queries[0]!, row) : 0));
          expect(Array.from(best[0]!.rows)).toEqual(sortThenSlice(scores, limit, 0));
        },
      ),
      { numRuns: 200 },
    );
    expect(primed).toBeGreaterThan(5);
    expect(mixed).toBeGreaterThan(20);
  });

  it('gives the sorted inner products', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 60 }),
        fc.nat({ max: 12 }),
        (seed, count, limit) => {
          const rows = rowsFrom(seed, count, true);
          const [query] = rowsFrom(seed + 1, 1, true) as [Row];
          const matrix = matrixOf(rows);
          const scorer = wasmScorer(
            buildPostings(matrix, TERMS, { ...COLUMNS, tileRows: 8 }),
            8,
            CompactRows.from(matrix),
          );
          const scores = rows.map((row) => dot(query, row));
          const [best] = rank(
            scorer,
            [query],
            passing(rows, () => true),
            limit,
            0,
          );
          expect(Array.from(best!.rows)).toEqual(sortThenSlice(scores, limit, 0));
          expect(Array.from(best!.scores)).toEqual(Array.from(best!.rows, (row) => scores[row]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes no notice of what a stopped kernel left in its memory', () => {
    const rows = skewedRows(11, 500);
    const queries = skewedRows(12, 4);
    const matrix = matrixOf(rows);
    const postings = buildPostings(matrix, SKEWED_TERMS, { leastRows: 0 });
    const exact = CompactRows.from(matrix);
    // Sums far above all scores for some rows: a bound taken from them would keep all others out.
    new Float32Array(memory.memory.buffer, scratchOf(memory, 0), 40).fill(100);
    const args = [queries, passing(rows, () => true), 10, 0] as const;
    const scorer = wasmScorer(postings, 4096, exact);
    expect(rank(scorer, ...args)).toEqual(rank(createJsScorer(postings, 4096, exact), ...args));
    expect(scorer.taken).toEqual({ wasm: 4, js: 0 });
  });

  it('takes rows and queries with weights of 0, and leaves queries of too many columns to JavaScript', () => {
    const many = 800;
    const ids = Uint32Array.from({ length: many }, (_, i) => i);
    const rows = Array.from({ length: 70 }, (_, row): Row => {
      const weights = Float32Array.from(ids, (id) => ((row * 31 + id * 7) % 5) / 200);
      return { ids, weights };
    });
    const matrix = matrixOf(rows);
    const exact = CompactRows.from(matrix);
    const queries = [rows[3]!, { ids: ids.subarray(0, 400), weights: rows[9]!.weights.subarray(0, 400) }];
    const args = [queries, passing(rows, () => true), 7, 0] as const;
    for (const [columnShare, js] of [
      [0.5, 1],
      [2, 0],
    ] as const) {
      const postings = buildPostings(matrix, many, { leastRows: 0, columnShare });
      const scorer = wasmScorer(postings, 4096, exact);
      expect(rank(scorer, ...args)).toEqual(rank(createJsScorer(postings, 4096, exact), ...args));
      expect(scorer.taken.js).toBe(js);
    }
  });

  it('keeps the first rows where all score the same', () => {
    const rows = Array.from({ length: 9000 }, () => ({
      ids: Uint32Array.of(0, 3),
      weights: Float32Array.of(0.6, 0.7),
    }));
    const matrix = matrixOf(rows);
    const scorer = wasmScorer(buildPostings(matrix, 4), 4096, CompactRows.from(matrix));
    const query = { ids: Uint32Array.of(0, 3), weights: Float32Array.of(0.5, 0.1) };
    const [best] = rank(
      scorer,
      [query],
      passing(rows, () => true),
      5,
      0,
    );
    expect(Array.from(best!.rows)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(best!.scores)).toEqual(new Set([dot(query, rows[0]!)]));
  });

  it('takes batches of more terms than its scratch memory holds in turns, and longer queries to JavaScript', () => {
    const many = MAX_TERMS + 1;
    const ids = Uint32Array.from({ length: many }, (_, i) => i);
    const rows: Row[] = [
      { ids, weights: new Float32Array(many).fill(0.005) },
      { ids: ids.subarray(0, 1), weights: Float32Array.of(0.3) },
    ];
    const query = (count: number) => ({
      ids: ids.subarray(0, count),
      weights: new Float32Array(count).fill(0.005),
    });
    const queries = [query(MAX_TERMS), query(1), query(MAX_TERMS - 1), query(1), query(1), query(many)];
    const matrix = matrixOf(rows);
    const postings = buildPostings(matrix, many);
    const args = [queries, passing(rows, () => true), 2, 0] as const;
    const scorer = wasmScorer(postings, 4096, CompactRows.from(matrix));
    expect(rank(scorer, ...args)).toEqual(
      rank(createJsScorer(postings, 4096, CompactRows.from(matrix)), ...args),
    );
    expect(scorer.taken).toEqual({ wasm: 5, js: 1 });
  });

  it('leaves to the JavaScript kernel what 32 bits cannot hold', () => {
    const rows: Row[] = [1e-30, 2e-30, 0.5].map((weight, i) => ({
      ids: Uint32Array.of(i === 2 ? 1 : 0),
      weights: Float32Array.of(weight),
    }));
    const matrix = matrixOf(rows);
    const scorer = wasmScorer(buildPostings(matrix, 2), 4096, CompactRows.from(matrix));
    const tiny = { ids: Uint32Array.of(0), weights: Float32Array.of(1e-30) };
    const [best] = rank(
      scorer,
      [tiny],
      passing(rows, () => true),
      2,
      0,
    );
    expect(Array.from(best!.rows)).toEqual([1, 0]);
    expect(best!.scores[1]).toBeGreaterThan(0);
    expect(scorer.taken).toEqual({ wasm: 0, js: 1 });
  });

  it('leaves to it, unless forced, queries that want a large part of the rows', () => {
    const rows = rowsFrom(7, 64, true);
    const matrix = matrixOf(rows);
    const postings = buildPostings(matrix, TERMS);
    const exact = CompactRows.from(matrix);
    const [query] = rowsFrom(8, 1, true) as [Row];
    for (const [limit, always, way] of [
      [4, false, 'wasm'],
      [5, false, 'js'],
      [64, true, 'wasm'],
    ] as const) {
      const scorer = wasmScorer(postings, 4096, exact, always);
      rank(
        scorer,
        [query],
        passing(rows, () => true),
        limit,
        0,
      );
      expect(scorer.taken[way]).toBe(1);
    }
  });

  it('wants nothing where nothing is wanted', () => {
    const rows = rowsFrom(3, 10, false);
    const matrix = matrixOf(rows);
    const scorer = wasmScorer(buildPostings(matrix, TERMS), 4096, CompactRows.from(matrix));
    const top = new TopK(0);
    scorer.search([rows[0] as QueryRow], { minScore: 0, eligible: undefined }, [top]);
    expect(top.drain().rows).toHaveLength(0);
    expect(scorer.taken).toEqual({ wasm: 0, js: 0 });
  });
});

function equal<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
