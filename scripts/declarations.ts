import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { ENTRIES } from '../entries.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes the declarations of the source into a temporary folder, one file each, all in one go: the bundler of
 * declarations would ask the compiler for each file apart, which takes four times as long. Types are not checked here;
 * `npm run check` does.
 * @returns name of each entry → its declarations. They are there until the process ends.
 */
export function emitDeclarations(): Record<string, string> {
  const outDir = mkdtempSync(join(tmpdir(), 'cuohe-types-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, include: ['src'] },
    ts.sys,
    ROOT,
    {
      noEmit: false,
      noCheck: true,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: join(ROOT, 'src'),
      outDir,
    },
  );
  ts.createProgram(fileNames, options).emit();
  return Object.fromEntries(
    Object.entries(ENTRIES).map(([entry, source]) => [
      entry,
      join(outDir, source.replace(/^src\//, '').replace(/\.ts$/, '.d.ts')),
    ]),
  );
}
