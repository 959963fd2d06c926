import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Child } from '../harness/child.ts';
import { ROOT } from '../harness/root.ts';
import type { Rival } from '../speed/parts/rival.ts';
import { pythonVariables } from './environment.ts';

const SCRIPT = join(ROOT, 'benchmarks/python/serve.py');
const CORES = availableParallelism();
const SAME = { weightedQueries: true, exactTopK: true, chinese: false } as const;
const UNWEIGHTED = { ...SAME, weightedQueries: false } as const;
const TOPN = 'sp_matmul_topn of all queries at once on the transposed records';
const BM25S =
  'retrieve of all queries at once, numba; it sums precomputed scores, so the weights of queries are 1 for it, and ' +
  'its answers are compared with ours for such queries';

/** Starts an engine of serve.py. */
export function startPython(python: string, engine: string, folder: string): Promise<Child> {
  return Child.start(engine, python, [SCRIPT, engine, folder], pythonVariables());
}

/** The Python engines. */
export function pythonRivals(python: string): Rival[] {
  const rival = (
    name: string,
    engine: string,
    about: Pick<Rival, 'formula' | 'abilities' | 'threads' | 'note'>,
  ): Rival => ({
    name,
    ...about,
    mostRecords: Number.POSITIVE_INFINITY,
    mostQueries: Number.POSITIVE_INFINITY,
    start: (folder) => startPython(python, engine, folder),
  });
  const cosine = (threads: number, note: string) =>
    ({ formula: 'cosine', abilities: SAME, threads, note }) as const;
  const sums = (threads: number) =>
    ({ formula: 'sum of weights', abilities: UNWEIGHTED, threads, note: BM25S }) as const;
  return [
    rival(
      'scipy',
      'scipy',
      cosine(1, 'sparse product of 64 queries at a time, then argpartition of each row'),
    ),
    rival('sparse_dot_topn f32', 'sparse_dot_topn-f32', cosine(1, TOPN)),
    rival('sparse_dot_topn f64', 'sparse_dot_topn-f64', cosine(1, TOPN)),
    rival('sparse_dot_topn f32, all', 'sparse_dot_topn-threads', cosine(CORES, TOPN)),
    rival('bm25s', 'bm25s', sums(1)),
    rival('bm25s, all', 'bm25s-threads', sums(CORES)),
  ];
}
