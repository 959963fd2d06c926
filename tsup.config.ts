import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { ENTRIES } from './entries.ts';
import { emitDeclarations } from './scripts/declarations.ts';
import { nameChunks } from './scripts/name-chunks.ts';
import { writeLexicon } from './scripts/write-lexicon.ts';

export default defineConfig({
  // All entries in one run, so that they share chunks: an error of one entry is an instance of another's `CuoheError`.
  entry: { ...ENTRIES },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  dts: { entry: emitDeclarations() },
  sourcemap: true,
  plugins: [writeLexicon(), nameChunks()],
  clean: true,
  silent: true,
  splitting: true,
  // By Rollup, which also makes the CommonJS chunks: it keeps `import()`, which packages without CommonJS need.
  treeshake: true,
  // Built-ins only in the entries for Node, and always with their prefix.
  removeNodeProtocol: false,
  external: [
    /^node:/,
    'nodejieba',
    '@node-rs/jieba',
    /^opencc-js/,
    'highs',
    /^hucre/,
    /^graphology/,
    /^@modelcontextprotocol\//,
  ],
  // zod too: of its hundred files an import of the package would load every one, most of them for nothing.
  noExternal: [/^natural\//, 'papaparse', /^ml-/, /^zod\b/],
  esbuildPlugins: [
    {
      // The source names the script of the workers as it stands there; the build gives it another name.
      name: 'worker script',
      setup({ initialOptions, onLoad }) {
        const isCjs = initialOptions.define?.TSUP_FORMAT === '"cjs"';
        const script = isCjs ? 'parallel-worker.cjs' : 'parallel-worker.js';
        onLoad({ filter: /src[\\/]parallel[\\/]start-worker\.ts$/ }, ({ path }) => {
          const source = readFileSync(path, 'utf8');
          return { contents: source.replaceAll("worker.ts'", `${script}'`), loader: 'ts' };
        });
      },
    },
    {
      // Words are data: no stack leads there, and their source map would be the largest of all.
      name: 'no map of words',
      setup({ onLoad }) {
        onLoad({ filter: /src[\\/]defaults[\\/](?:lexicon|taxonomy)\b.*\.ts$/ }, ({ path }) => {
          const map =
            'data:application/json,{"version":3,"sources":["words"],"sourcesContent":[""],"mappings":"AAAA"}';
          return { contents: `${readFileSync(path, 'utf8')}\n//# sourceMappingURL=${map}`, loader: 'ts' };
        });
      },
    },
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
    // Bundlers look for the sources that a map names, and complain: the ES modules bring them. CommonJS runs where a
    // stack trace is all that is wanted of a map.
    options.sourcesContent = format === 'esm';
    options.define = {
      ...options.define,
      // Bundled UMD code must not register itself with a module loader of the page.
      define: 'undefined',
      // All that `createRequire` needs.
      ...(format === 'cjs' ? { 'import.meta.url': '__filename' } : {}),
    };
  },
});
