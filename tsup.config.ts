import { defineConfig } from 'tsup';

export default defineConfig({
  // All entries in one run, so that they share chunks: an error of one entry is an instance of another's `CuoheError`.
  entry: {
    index: 'src/index.ts',
    core: 'src/core.ts',
    io: 'src/io/index.ts',
    evaluate: 'src/evaluate/index.ts',
    learn: 'src/learn/index.ts',
    rerank: 'src/rerank/index.ts',
    programmes: 'src/programmes/index.ts',
    nodejieba: 'src/nodejieba/index.ts',
    'node-rs-jieba': 'src/node-rs-jieba/index.ts',
    opencc: 'src/opencc/index.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  dts: true,
  clean: true,
  silent: true,
  splitting: true,
  // By Rollup, which also makes the CommonJS chunks: it keeps `import()`, which packages without CommonJS need.
  treeshake: true,
  // Built-ins only in the entries for Node, and always with their prefix.
  removeNodeProtocol: false,
  external: [/^node:/, 'nodejieba', '@node-rs/jieba', /^opencc-js/, 'highs', /^graphology/],
  noExternal: [/^natural\//, 'papaparse', /^ml-/],
  esbuildPlugins: [
    {
      // ml-distance brings the similarity of trees along, with three packages that vectors have no use for.
      name: 'no trees',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^ml-tree-similarity$/ }, ({ path }) => ({ path, namespace: 'no-trees' }));
        onLoad({ filter: /.*/, namespace: 'no-trees' }, () => ({ contents: 'export {}' }));
      },
    },
  ],
  esbuildOptions(options, { format }) {
    // Chinese as it is: escapes would double the size.
    options.charset = 'utf8';
    options.define = {
      ...options.define,
      // Bundled UMD code must not register itself with a module loader of the page.
      define: 'undefined',
      // All that `createRequire` needs.
      ...(format === 'cjs' ? { 'import.meta.url': '__filename' } : {}),
    };
  },
});
