import { rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { build as buildClient } from 'vite';
import { ENTRIES, publishedName } from '../entries.ts';

/**
 * `npm run build:portal [FOLDER]`: the portal of `examples/portal` as the command serves it. `server.js` in the folder has all
 * that it needs but the library, which it takes from the folder above; `client` is the page. Default: `dist/portal`.
 */

const PORTAL = fileURLToPath(new URL('../examples/portal', import.meta.url));

/** The library, by its published names, is the build in the folder above. */
const siblings: Plugin = {
  name: 'the build beside it',
  setup({ onResolve }) {
    const files = new Map(Object.keys(ENTRIES).map((entry) => [publishedName(entry), `../${entry}.js`]));
    onResolve({ filter: /^cuohe(?:\/|$)/ }, ({ path }) => {
      const file = files.get(path);
      if (file === undefined) throw new Error(`The package has no ${path}`);
      return { path: file, external: true };
    });
  },
};

/** Builds server and page into a folder. */
export async function buildPortal(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await Promise.all([
    build({
      entryPoints: [join(PORTAL, 'server/start.ts')],
      outfile: join(folder, 'server.js'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      sourcemap: true,
      plugins: [siblings],
      tsconfigRaw: {},
    }),
    buildClient({
      configFile: join(PORTAL, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: join(folder, 'client') },
    }),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('../dist/portal', import.meta.url)));
  await buildPortal(folder);
  console.log(relative(dirname(PORTAL), folder));
}
