import { readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { rollup } from 'rollup';

const NAME_OF_MAP = /\n\/\/# sourceMappingURL=.*/g;
const IMPORTED = /\b(?:from|import)\s*["'](\.[^"']+)["']/g;

/** Entries by what they load of the core, those that load least first: with an entry comes no more than its group's. */
const GROUPS = [
  /^(?:rerank|encoder|opencc|xlsx)$/,
  /^charts$/,
  /^io$/,
  /jieba/,
  /^programmes\/(?:alerts|brokers|chain-library|made-to-order)$/,
  /^programmes\/(?!office$)/,
  /^core$/,
  /^index$/,
];

/**
 * Joins the chunks of ES modules that `cuohe` loads into a few: each file that an import loads costs a process that
 * starts a millisecond. Not into one, of which bundlers could not leave out what an entry does not need.
 * @param files those of one build, with their source maps, in one folder with its sub-folders.
 * @returns the files that there are now; joined ones have names as if by a hash.
 */
export async function joinChunks(files: readonly string[]): Promise<string[]> {
  const entries = files.filter((file) => file.endsWith('.js') && !basename(file).startsWith('chunk-'));
  const root = dirname(entries.find((file) => basename(file) === 'index.js')!);
  const nameOf = (file: string) => relative(root, file).replaceAll('\\', '/').replace(/\.js$/, '');
  const groups = GROUPS.map((pattern, i) => {
    const loaded = new Set<string>();
    for (const entry of entries) if (pattern.test(nameOf(entry))) loadedWith(entry, loaded);
    return { name: `chunk-JOINED${String(i).padStart(2, '0')}`, loaded };
  });
  const whole = loadedWith(join(root, 'index.js'));
  const build = await rollup({
    input: Object.fromEntries(entries.map((file) => [nameOf(file), file])),
    external: (id) => !id.startsWith('.') && !resolve(id).startsWith(root),
    treeshake: { moduleSideEffects: (id) => basename(id) === 'parallel-worker.js' },
    logLevel: 'silent',
    plugins: [
      {
        name: 'with source maps',
        load(id) {
          return {
            code: readFileSync(id, 'utf8').replaceAll(NAME_OF_MAP, ''),
            map: readFileSync(`${id}.map`, 'utf8'),
          };
        },
      },
    ],
  });
  const chunkOf = (id: string) =>
    entries.includes(id) || !whole.has(id) ? undefined : groups.find(({ loaded }) => loaded.has(id))?.name;
  for (const file of files) rmSync(file);
  const written = await build.write({
    dir: root,
    format: 'es',
    sourcemap: true,
    minifyInternalExports: false,
    manualChunks: chunkOf,
    chunkFileNames: '[name].js',
  });
  await build.close();
  return written.output.map(({ fileName }) => join(root, fileName));
}

/** The files that an import of one loads, with itself. */
function loadedWith(file: string, files = new Set<string>()): Set<string> {
  if (files.has(file)) return files;
  files.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORTED))
    loadedWith(resolve(dirname(file), path!), files);
  return files;
}
