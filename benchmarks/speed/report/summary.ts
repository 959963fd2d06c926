import type { GrowthRow, MemoryRow, RatioName, Summary, TextResult, VectorResult } from './types.ts';

/** Smaller collections do not count for the summary, where there are larger ones. */
const COUNTING = 20_000;

/** Names of the rivals of each ratio; the fastest of them counts. */
const RATIO_OF: Readonly<Record<RatioName, readonly string[]>> = {
  sparseDotTopn: ['sparse_dot_topn f32', 'sparse_dot_topn f64'],
  bm25s: ['bm25s'],
  scipy: ['scipy'],
  minisearch: ['MiniSearch'],
  natural: ['natural'],
  denseCosine: ['ml-distance', 'fast-cosine-similarity'],
};

/** The figures to compare, each from the size that speaks least for us. */
export function summaryOf(
  vectors: readonly VectorResult[],
  texts: TextResult,
  memory: readonly MemoryRow[] | null,
  growth: readonly GrowthRow[] | null,
): Summary {
  const large = vectors.filter(({ records }) => records >= COUNTING);
  const counting = large.length > 0 ? large : vectors;
  const slowest = counting.reduce((a, b) => (rateOf(a, 'wasm-batch') <= rateOf(b, 'wasm-batch') ? a : b));
  const ratio = (names: readonly string[]) => {
    const rows = counting.flatMap(({ rivals }) => rivals.filter(({ name }) => names.includes(name)));
    return rows.length === 0 ? null : Math.min(...rows.map((row) => row.ratio));
  };
  const time = (name: string) => texts.rows.find((row) => row.name === name)?.times.median ?? null;
  const alike = time('build, n-grams');
  return {
    postingsPerNs: {
      js: rateOf(slowest, 'js-batch'),
      wasm: rateOf(slowest, 'wasm-batch'),
      limit: slowest.limit === null ? null : rateOf(slowest, 'C scatter'),
    },
    ratio: {
      sparseDotTopn: ratio(RATIO_OF.sparseDotTopn),
      bm25s: ratio(RATIO_OF.bm25s),
      scipy: ratio(RATIO_OF.scipy),
      minisearch: ratio(RATIO_OF.minisearch),
      natural: ratio(RATIO_OF.natural),
      denseCosine: ratio(RATIO_OF.denseCosine),
    },
    threads2: divided(time('matchAll, 1 thread'), time('matchAll, 2 workers')),
    build: {
      ratioSklearn: divided(time('build, scikit-learn'), alike),
      ratioMinisearch: divided(time('build, MiniSearch'), alike),
    },
    open: { ratioBuild: divided(time('build'), time('open')) },
    memory: { ratioMinisearch: memory === null ? null : memoryRatio(memory) },
    growth: { ratio: growth === null ? null : growthRatio(growth) },
    bytesPerPosting: Math.max(...counting.map(({ bytesPerPosting }) => bytesPerPosting)),
    agree: vectors.every(({ agrees, rivals }) => agrees && rivals.every((rival) => rival.agrees)),
  };
}

/** Postings in a nanosecond of a case. */
function rateOf({ own, limit }: VectorResult, name: string): number {
  return [...own, ...(limit ?? [])].find((rate) => rate.name === name)!.postingsPerNs;
}

/** Memory of MiniSearch divided by ours, for the same terms. */
function memoryRatio(memory: readonly MemoryRow[]): number | null {
  const of = (start: string) => {
    const row = memory.find(({ name }) => name.startsWith(start));
    return row === undefined ? null : row.heap + row.arrays;
  };
  return divided(of('MiniSearch'), of('cuohe, ideographs'));
}

function growthRatio(growth: readonly GrowthRow[]): number {
  const times = growth.filter(({ records }) => records >= COUNTING).map(({ wasm }) => wasm);
  return times.length === 0 ? 1 : Math.max(...times) / Math.min(...times);
}

function divided(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a / b;
}
