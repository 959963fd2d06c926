import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** Where the tests of the package find what they test. */
export interface PackedPackage {
  /** What `npm pack` made of a fresh build. */
  readonly tarball: string;
  /** A host with cuohe installed from the tarball, and none of the optional packages. */
  readonly bare: string;
  /** The same host with the prebuilt optional packages. */
  readonly full: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    packed: PackedPackage;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OPTIONAL = ['@node-rs/jieba', 'opencc-js', 'hucre'];

/** Builds, packs and installs the package in a temporary folder: without network, and without touching `dist`. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cuohe-package-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    project.provide('packed', pack(folder));
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}

/** Not what is installed there. */
const isOwn = (path: string) => !/node_modules|[\\/]\.venv/.test(path.slice(ROOT.length));

function pack(folder: string): PackedPackage {
  const staging = join(folder, 'cuohe');
  const bare = join(folder, 'bare');
  const full = join(folder, 'full');
  const run = (cwd: string, command: string, args: string[]) =>
    execFileSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });

  run(ROOT, join(ROOT, 'node_modules/.bin/tsup'), ['--out-dir', join(staging, 'dist')]);
  const rootFiles = readdirSync(ROOT).filter((name) => /^(package\.json|LICENSE|.*\.md)$/.test(name));
  for (const name of rootFiles) cpSync(join(ROOT, name), join(staging, name));
  for (const folder of ['bin', 'docs', 'examples', 'benchmarks'])
    cpSync(join(ROOT, folder), join(staging, folder), { recursive: true, filter: isOwn });
  const packed = run(staging, 'npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  const tarball = join(folder, packed.trim());
  // What comes after the tests need not make it again.
  const { CUOHE_TARBALL } = process.env;
  if (CUOHE_TARBALL !== undefined) cpSync(tarball, CUOHE_TARBALL);

  mkdirSync(bare);
  writeFileSync(join(bare, 'package.json'), '{ "name": "host", "version": "1.0.0", "private": true }\n');
  const quiet = ['--silent', '--offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  // Without the optional packages, which the host "full" gets by links.
  run(bare, 'npm', ['install', ...quiet, '--omit=optional', '--cache', join(folder, 'cache'), tarball]);
  cpSync(fileURLToPath(new URL('consumer', import.meta.url)), bare, { recursive: true });

  cpSync(bare, full, { recursive: true });
  for (const name of OPTIONAL) {
    mkdirSync(dirname(join(full, 'node_modules', name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(full, 'node_modules', name));
  }
  return { tarball, bare, full };
}
