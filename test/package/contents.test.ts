import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { publint } from 'publint';
import { describe, expect, inject, it } from 'vitest';
import { ENTRIES } from '../../entries.ts';
import { inRoot, tool } from './packed.ts';

const { bare, tarball } = inject('packed');
const installed = join(bare, 'node_modules/cuohe');
const readText = (file: string) => readFileSync(join(installed, 'dist', file), 'utf8');
/** What the matcher works with. */
const INTERNAL_TYPES = [
  'Analyzer',
  'Collection',
  'Columns',
  'CompactRows',
  'PackedLists',
  'Postings',
  'RowMatrix',
  'Scorer',
  'TailLists',
  'Vectorizer',
  'Vocabulary',
];
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe('the contents of the package', () => {
  it('hold the build, the documents, the licence, the notices, and no sources or tests', () => {
    const names = readdirSync(installed).filter((name) => !/^[A-Z-]+(?:\.zh-CN)?\.md$/.test(name));
    expect(names.sort()).toEqual([
      'LICENSE',
      'benchmarks',
      'bin',
      'dist',
      'docs',
      'examples',
      'package.json',
    ]);
    const all = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    const code = all.filter((name) => /\.[cm]?tsx?$/.test(name) && !/\.d\.[cm]?ts$/.test(name));
    // Those that the guides name.
    expect(code.filter((name) => !name.startsWith('examples'))).toEqual([]);
  });

  it('hold what the README and the guides link to', () => {
    const linking = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(?:[A-Z].*|docs[\\/](?!decisions).*)\.md$/.test(name),
    );
    const links = linking.flatMap((name) =>
      [...readFileSync(join(installed, name), 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
        ([, path]) => ({ name, path: path! }),
      ),
    );
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter(({ name, path }) => !existsSync(join(installed, dirname(name), path)))).toEqual([]);
  });

  it('have a file behind every condition of every export', () => {
    const { exports } = readJson(join(installed, 'package.json'));
    const paths = JSON.stringify(exports).match(/\.\/dist\/[^"]+/g) ?? [];
    // Of each entry two modules with their types; and the compiled lexicon.
    expect(paths).toHaveLength(4 * Object.keys(ENTRIES).length + 1);
    expect(paths.filter((path) => !existsSync(join(installed, path)))).toEqual([]);
  });

  it('have a source map behind every script, which names the source', () => {
    const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    const scripts = files.filter((file) => /\.c?js$/.test(file));
    expect(scripts.length).toBeGreaterThan(2 * Object.keys(ENTRIES).length);
    for (const script of scripts) {
      const named = readText(script).match(/^\/\/# sourceMappingURL=(.*)$/gm);
      expect([script, named]).toEqual([script, [`//# sourceMappingURL=${basename(script)}.map`]]);
      const { sources, sourcesContent = [] } = JSON.parse(readText(`${script}.map`));
      const hasText = sourcesContent.length > 0 && sourcesContent.every((text: unknown) => text !== null);
      // A bundler would look for sources that are not there; a stack trace in Node needs names alone.
      expect([script, hasText]).toEqual([script, sources.length > 0 && script.endsWith('.js')]);
    }
  });

  it('name every chunk after what is in it', () => {
    const chunks = readdirSync(join(installed, 'dist')).filter((file) => file.startsWith('chunk-'));
    expect(chunks.length).toBeGreaterThan(0);
    expect(
      chunks.filter((file) => !/^chunk-[a-z]+(?:-[a-z]+)*(?:-\d+)?\.c?js(?:\.map)?$/.test(file)),
    ).toEqual([]);
  });

  it('declare no type of the engine: what ranks is nobody else’s business', () => {
    const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.d\.c?ts$/.test(file),
    );
    expect(files.length).toBeGreaterThan(2 * Object.keys(ENTRIES).length);
    const named = files.flatMap((file) => {
      const code = readText(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return INTERNAL_TYPES.filter((name) => new RegExp(`\\b${name}\\b`).test(code)).map(
        (name) => `${file}: ${name}`,
      );
    });
    expect(named).toEqual([]);
  });

  it('name the bundled packages in the notices, with the versions that are bundled', () => {
    const notices = readFileSync(join(installed, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    const { devDependencies } = readJson(inRoot('package.json'));
    expect(notices).toContain(`## natural ${devDependencies.natural}\n`);
    expect(notices).toContain(`## ml-distance ${devDependencies['ml-distance']}\n`);
    expect(notices).toContain(`## Papa Parse ${devDependencies.papaparse}\n`);
    expect(notices).toContain(`## zod ${devDependencies.zod}\n`);
  });

  it('install no other package and nothing that compiles', () => {
    expect(readdirSync(join(bare, 'node_modules')).filter((name) => !/^[.@]/.test(name))).toEqual(['cuohe']);
    expect(readJson(join(installed, 'package.json')).scripts).not.toHaveProperty('install');
  });

  it('leave publint nothing to say', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('leave "are the types wrong" nothing to say', () => {
    const attw = '@arethetypeswrong/cli/dist/index.js';
    // The compiled lexicon is a text, and has no types.
    const args = ['--profile', 'node16', '--format', 'json', '--exclude-entrypoints', 'lexicon.txt'];
    const { status, stdout } = tool(bare, attw, tarball, ...args);
    const { problems } = JSON.parse(stdout).analysis as {
      problems: { resolutionKind?: string; kind: string }[];
    };
    // Old resolution finds the types of the sub-paths by `typesVersions`; what runs there is Node, and reads `exports`.
    const isOldProgram = ({ resolutionKind, kind }: (typeof problems)[number]) =>
      resolutionKind === 'node10' && kind === 'NoResolution';
    expect(problems.filter((problem) => !isOldProgram(problem))).toEqual([]);
    expect(status).toBe(0);
  });
});
