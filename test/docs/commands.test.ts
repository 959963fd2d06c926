import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, documents, ROOT, readDocument } from './blocks.ts';

const all = documents();

describe('commands in the documents', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  const program = readFileSync(join(ROOT, 'src/command/program.ts'), 'utf8');
  const subcommands = [...program.matchAll(/\bcommand\(\s*'([a-z]+)'/g)].map(([, name]) => name!);
  const others = [
    /^npm (?:ci|pack|install(?: [@\w./-]+)*)$/,
    /^npx (?:vitest|biome|tsc|tsx|tsup|esbuild)\b/,
    /^pip download --no-deps [\w-]+==[\d.]+$/,
    /^python3 (?:\w+\/)+\w+\.py\b/,
    // The program, by a subcommand that there is.
    new RegExp(`^npx cuohe (?:--help|(?:${subcommands.join('|')}) )`),
    /^(?:node|bun|deno run)(?: --[\w-]+)* [\w/]+\.m?[jt]s$/,
  ];

  /** What is wrong with one command, or undefined. */
  function wrong(command: string): string | undefined {
    const script = /^npm (?:--?\w[\w-]* )*(?:run (?:--?\w[\w-]* )*([\w:]+)|(test))/.exec(command);
    const name = script?.[1] ?? script?.[2];
    if (name !== undefined) return scripts[name] === undefined ? `no script "${name}"` : undefined;
    if (!others.some((pattern) => pattern.test(command))) return `unknown command "${command}"`;
    const file = /(?:^|\s)((?:\w+\/)+[\w.-]+\.(?:ts|py))\b/.exec(command)?.[1];
    return file === undefined || existsSync(join(ROOT, file)) ? undefined : `no file ${file}`;
  }

  it('are scripts of the package, or tools that come with it', () => {
    const commands = all.flatMap((name) =>
      blocksOf(name, 'sh').flatMap(({ place, code }) =>
        code
          .split(/\n|&&/)
          .map((line) => line.replace(/\s+#.*$/, '').trim())
          .filter((line) => line !== '' && !line.startsWith('#'))
          .map((command) => ({ place, command })),
      ),
    );
    expect(commands.length).toBeGreaterThan(0);
    const problems = commands
      .map(({ place, command }) => [place, wrong(command)])
      .filter(([, found]) => found !== undefined);
    expect(problems).toEqual([]);
  });

  it('are scripts of the package where a sentence names them', () => {
    const named = all.flatMap((name) =>
      [...readDocument(name).matchAll(/npm run (?:--?\w[\w-]* )*([\w:]+)/g)].map(([, script]) => ({
        name,
        script: script!,
      })),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });

  it('run scripts that exist where a sentence names them', () => {
    const files = all.flatMap((name) =>
      [...readDocument(name).matchAll(/npx tsx ([\w./-]+\.ts)/g)].map(([, file]) => ({ name, file: file! })),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ file }) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});
