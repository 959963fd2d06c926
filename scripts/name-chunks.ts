import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Options } from 'tsup';
import { joinChunks } from './join-chunks.ts';

type Plugin = NonNullable<Options['plugins']>[number];

/** What the build calls a chunk that entries share. */
const HASHED = /\bchunk-[A-Z0-9]{8}\b/g;

/**
 * Names the chunks that entries share after what is in them, in place of a hash: a line of a stack trace says
 * `chunk-terms.js`. The name is that of the folder that most files are from, or of the floor where they
 * are from several; that of a single file is its own.
 */
export function nameChunks(): Plugin {
  return {
    name: 'names of chunks',
    async buildEnd({ writtenFiles }) {
      const written = writtenFiles.map(({ name }) => resolve(name));
      const files = written.some((file) => file.endsWith('.js')) ? await joinChunks(written) : written;
      const names = new Map<string, string>();
      const counts = new Map<string, number>();
      const chunks = files
        .filter((file) => /^chunk-.*\.map$/.test(basename(file)))
        .map((file) => ({ chunk: basename(file).split('.', 1)[0]!, sources: sourcesOf(file) }))
        // The order of the sources decides which of two that are named alike comes first: the same in each build.
        .sort((a, b) => (a.sources.join() < b.sources.join() ? -1 : 1));
      for (const { chunk, sources } of chunks) {
        const name = nameOf(sources);
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        names.set(chunk, `chunk-${name}${count > 1 ? `-${count}` : ''}`);
      }
      for (const file of files) {
        const rename = (text: string) => text.replace(HASHED, (chunk) => names.get(chunk) ?? chunk);
        // Tree-shaking names the source map, and so does the build behind it: once is enough.
        const text = rename(readFileSync(file, 'utf8')).replace(/(\n\/\/# sourceMappingURL=.*)\1$/, '$1');
        rmSync(file);
        writeFileSync(join(dirname(file), rename(basename(file))), text);
      }
    },
  };
}

/** The files that a chunk was made of, without those of packages, as its source map tells. */
function sourcesOf(map: string): string[] {
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: readonly string[] };
  return sources.filter((source) => source.includes('src/')).map((source) => source.replace(/^.*src\//, ''));
}

function nameOf(sources: readonly string[]): string {
  if (sources.length === 0) return 'shared';
  if (sources.length === 1) return basename(sources[0]!, '.ts');
  const counts = new Map<string, number>();
  for (const source of sources) counts.set(dirname(source), (counts.get(dirname(source)) ?? 0) + 1);
  const [[folder, count]] = [...counts].sort(([, a], [, b]) => b - a) as [[string, number]];
  return count > sources.length / 2 ? basename(folder) : sources[0]!.split('/', 1)[0]!;
}
