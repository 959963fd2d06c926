import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { describe, expect, inject, it } from 'vitest';
import { inRoot, tool } from './packed.ts';

const { bare, tarball } = inject('packed');
const installed = join(bare, 'node_modules/cuohe');
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe('the contents of the package', () => {
  it('hold the build, the licence, the notices, and no sources or tests', () => {
    const names = readdirSync(installed).filter(
      (name) => !/^(README.*|PROGRAMMES.*|CHANGELOG)\.md$/.test(name),
    );
    expect(names.sort()).toEqual(['LICENSE', 'THIRD-PARTY-NOTICES.md', 'dist', 'package.json']);
  });

  it('have a file behind every condition of every export', () => {
    const { exports } = readJson(join(installed, 'package.json'));
    const paths = JSON.stringify(exports).match(/\.\/dist\/[^"]+/g) ?? [];
    expect(paths).toHaveLength(4 * 12);
    expect(paths.filter((path) => !existsSync(join(installed, path)))).toEqual([]);
  });

  it('name the bundled packages in the notices, with the versions that are bundled', () => {
    const notices = readFileSync(join(installed, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    const { devDependencies } = readJson(inRoot('package.json'));
    expect(notices).toContain(`## natural ${devDependencies.natural}\n`);
    expect(notices).toContain(`## ml-distance ${devDependencies['ml-distance']}\n`);
    expect(notices).toContain(`## Papa Parse ${devDependencies.papaparse}\n`);
  });

  it('install one dependency and nothing that compiles', () => {
    expect(readdirSync(join(bare, 'node_modules')).filter((name) => !/^[.@]/.test(name))).toEqual([
      'cuohe',
      'zod',
    ]);
    expect(readJson(join(installed, 'package.json')).scripts).not.toHaveProperty('install');
  });

  it('leave publint nothing to say', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('leave "are the types wrong" nothing to say', () => {
    const attw = '@arethetypeswrong/cli/dist/index.js';
    const { status, stdout } = tool(bare, attw, tarball, '--profile', 'node16', '--format', 'json');
    const { problems } = JSON.parse(stdout).analysis as { problems: { resolutionKind?: string }[] };
    // Older resolution knows no sub-paths; Node 10 is long gone.
    expect(problems.filter(({ resolutionKind }) => resolutionKind !== 'node10')).toEqual([]);
    expect(status).toBe(0);
  });
});
