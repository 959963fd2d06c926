import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Options } from 'tsup';
import { buildPortal } from './build-portal.ts';

type Plugin = NonNullable<Options['plugins']>[number];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What a script needs that holds packages of CommonJS. */
const REQUIRE = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`;

/**
 * Builds the program beside the library, and the page that it serves: `command/bin.js`, with a chunk for each subcommand. It finds the library by its
 * published names, as any host does; what else it uses is in it.
 */
export function writeCommand(): Plugin {
  return {
    name: 'the program',
    async buildEnd({ writtenFiles }) {
      const index = writtenFiles.find(({ name }) => /(?:^|[\\/])index\.js$/.test(name));
      if (index === undefined) return;
      const dist = resolve(dirname(index.name));
      await Promise.all([buildCommand(join(dist, 'command')), buildPortal(join(dist, 'portal'))]);
    },
  };
}

/** Builds the program into a folder. */
async function buildCommand(outdir: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/command/bin.ts'],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    sourcemap: true,
    external: ['cuohe', 'cuohe/*', '@modelcontextprotocol/sdk/*'],
    // Not by the paths of tsconfig.json, where the published names are the source.
    tsconfigRaw: {},
    define: { CUOHE_VERSION: JSON.stringify(version) },
    banner: { js: REQUIRE },
    chunkNames: '[name]-[hash]',
  });
}
