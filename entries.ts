/**
 * The doors of the package, told once: name of the built file → its source. The build, the tests and the bundles read
 * this list; `npm run entries` writes it into `package.json` and `tsconfig.json`, and a test holds them to it.
 */
export const ENTRIES = {
  index: 'src/index.ts',
  core: 'src/core/index.ts',
  io: 'src/io/index.ts',
  xlsx: 'src/xlsx/index.ts',
  encoder: 'src/encoder/index.ts',
  evaluate: 'src/evaluate/index.ts',
  learn: 'src/learn/index.ts',
  rerank: 'src/rerank/index.ts',
  charts: 'src/charts/index.ts',
  report: 'src/report/index.ts',
  parallel: 'src/parallel/index.ts',
  'parallel-worker': 'src/parallel/worker.ts',
  store: 'src/store/index.ts',
  'store/folder': 'src/adapters/folder/index.ts',
  opensearch: 'src/opensearch/index.ts',
  programmes: 'src/programmes/index.ts',
  'programmes/alerts': 'src/programmes/alerts/index.ts',
  'programmes/brokers': 'src/programmes/brokers/index.ts',
  'programmes/cases': 'src/programmes/cases/index.ts',
  'programmes/chain-library': 'src/programmes/chain-library/index.ts',
  'programmes/challenge': 'src/programmes/challenge/index.ts',
  'programmes/clarity': 'src/programmes/clarity/index.ts',
  'programmes/compatibility': 'src/programmes/compatibility/index.ts',
  'programmes/deduplication': 'src/programmes/deduplication/index.ts',
  'programmes/experts': 'src/programmes/experts/index.ts',
  'programmes/made-to-order': 'src/programmes/made-to-order/index.ts',
  'programmes/maturity': 'src/programmes/maturity/index.ts',
  'programmes/office': 'src/programmes/office/index.ts',
  'programmes/pooled': 'src/programmes/pooled/index.ts',
  'programmes/region': 'src/programmes/region/index.ts',
  'programmes/registers': 'src/programmes/registers/index.ts',
  'programmes/resources': 'src/programmes/resources/index.ts',
  'programmes/sessions': 'src/programmes/sessions/index.ts',
  mcp: 'src/mcp/index.ts',
  nodejieba: 'src/adapters/nodejieba/index.ts',
  'node-rs-jieba': 'src/adapters/node-rs-jieba/index.ts',
  opencc: 'src/adapters/opencc/index.ts',
} as const;

/** The published path of an entry: `cuohe`, `cuohe/core`, `cuohe/parallel/worker`. */
export function publishedName(entry: string): string {
  return ['cuohe', ...subPath(entry)].join('/');
}

/**
 * `exports` of `package.json`: each entry as an ES module and as CommonJS, types first; and the compiled lexicon, for
 * hosts that load it apart.
 */
export function packageExports(): Record<string, unknown> {
  const exports: Record<string, unknown> = {};
  for (const entry of Object.keys(ENTRIES)) {
    exports[['.', ...subPath(entry)].join('/')] = {
      import: { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` },
      require: { types: `./dist/${entry}.d.cts`, default: `./dist/${entry}.cjs` },
    };
  }
  return { ...exports, './lexicon.txt': './dist/lexicon.txt', './package.json': './package.json' };
}

/** `typesVersions` of `package.json`: the types of the sub-paths where a compiler does not read `exports`. */
export function typesVersions(): Record<string, Record<string, string[]>> {
  const paths: Record<string, string[]> = {};
  for (const entry of Object.keys(ENTRIES)) {
    if (entry !== 'index') paths[subPath(entry).join('/')] = [`./dist/${entry}.d.cts`];
  }
  return { '*': paths };
}

/** `paths` of `tsconfig.json`: the published names are the source. */
export function sourcePaths(): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(ENTRIES).map(([entry, source]) => [publishedName(entry), [`./${source}`]]),
  );
}

/** The parts of an entry's path behind the name of the package; none for the package itself. */
function subPath(entry: string): string[] {
  if (entry === 'index') return [];
  return [entry === 'parallel-worker' ? 'parallel/worker' : entry];
}
