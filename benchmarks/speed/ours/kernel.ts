/** Process: the kernels of the library on vectors, `kernel.ts FOLDER`. */
import type { Collection } from '../../../src/core/collection/collection.ts';
import { scorerFor } from '../../../src/core/matcher/scorer.ts';
import { CompactRows } from '../../../src/core/postings/compact-rows.ts';
import { buildPostings } from '../../../src/core/postings/postings.ts';
import type { QueryRow, Scorer } from '../../../src/core/scores/scorer.ts';
import { TopK } from '../../../src/core/scores/top-k.ts';
import type { Ranked } from '../../harness/protocol.ts';
import { type ServedCase, serve, timed, timedEach } from '../../harness/serve.ts';
import { LIMIT } from '../data/answers.ts';
import { readVectors } from '../data/files.ts';
import { rowAt, rowsOf } from '../data/vectors.ts';
import { bytesPerPosting } from './bytes.ts';

/** Queries that share one pass over the tiles. */
const BATCH = 256;
const EVERYTHING = { minScore: 0, eligible: undefined };

const vectors = readVectors(process.argv[2]!);
const rows = CompactRows.from(vectors.records);
const postings = buildPostings(vectors.records, vectors.terms);
// A scorer reads the postings and the rows, of all that a collection holds.
const scorer = (kernel: 'js' | 'wasm-simd') => scorerFor({ postings, rows } as Collection, kernel);
const scorers = { js: scorer('js'), wasm: scorer('wasm-simd') };
const queries = Array.from({ length: rowsOf(vectors.queries) }, (_, q) => rowAt(vectors.queries, q));
const unweighted = queries.map(({ ids }) => ({ ids, weights: new Float32Array(ids.length).fill(1) }));

function search(by: Scorer, batch: readonly QueryRow[]): Ranked[] {
  const tops = batch.map(() => new TopK(LIMIT));
  by.search(batch, EVERYTHING, tops);
  return tops.map((top) => {
    const best = top.drain();
    return { rows: Array.from(best.rows), scores: Array.from(best.scores) };
  });
}

function searchAll(by: Scorer, from: readonly QueryRow[], count: number): Ranked[] {
  const found: Ranked[] = [];
  for (let q = 0; q < count; q += BATCH) found.push(...search(by, from.slice(q, Math.min(count, q + BATCH))));
  return found;
}

const single = (by: Scorer) => (count: number) => timedEach(count, (q) => search(by, [queries[q]!]));
const batched =
  (by: Scorer, from: readonly QueryRow[]): ServedCase =>
  (count, answers) => {
    if (answers) return { ms: 0, answers: searchAll(by, from, count) };
    return timed(() => searchAll(by, from, count));
  };

await serve(
  {
    'js-single': single(scorers.js),
    'js-batch': batched(scorers.js, queries),
    'wasm-single': single(scorers.wasm),
    'wasm-batch': batched(scorers.wasm, queries),
    'js-unweighted': batched(scorers.js, unweighted),
    'wasm-unweighted': batched(scorers.wasm, unweighted),
  },
  { bytesPerPosting: bytesPerPosting({ postings, rows }) },
);
