/**
 * The doors of the package, told once: name of the built file → its source. `package.json`, `tsconfig.json`, the build
 * and the ceilings of the bundles follow this list; tests hold them to it.
 */
export const ENTRIES = {
  index: 'src/index.ts',
  core: 'src/core/index.ts',
  io: 'src/io/index.ts',
  evaluate: 'src/evaluate/index.ts',
  learn: 'src/learn/index.ts',
  rerank: 'src/rerank/index.ts',
  parallel: 'src/parallel/index.ts',
  'parallel-worker': 'src/parallel/worker.ts',
  programmes: 'src/programmes/index.ts',
  nodejieba: 'src/adapters/nodejieba/index.ts',
  'node-rs-jieba': 'src/adapters/node-rs-jieba/index.ts',
  opencc: 'src/adapters/opencc/index.ts',
} as const;

/** The published path of an entry: `cuohe`, `cuohe/core`, `cuohe/parallel/worker`. */
export function publishedName(entry: string): string {
  if (entry === 'index') return 'cuohe';
  return `cuohe/${entry === 'parallel-worker' ? 'parallel/worker' : entry}`;
}
