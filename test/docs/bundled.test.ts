import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMatcher } from 'cuohe';
import { afterAll, describe, expect, it } from 'vitest';
import { blocksOf, documents, isChinese, ROOT } from './blocks.ts';

/** The files of guides, built with the commands that the guides tell, and run. */

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes the files of a guide into a folder of their own, and builds them there with its command of esbuild. */
function built(guide: string, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuohe-guide-'));
  folders.push(folder);
  for (const { file, code } of blocksOf(guide, 'ts')) {
    if (file !== undefined) writeFileSync(join(folder, file), code);
  }
  const commands = blocksOf(guide, 'sh').flatMap(({ code }) => code.split('\n'));
  const [, args] = /^npx esbuild (.*)$/.exec(commands.find((line) => line.startsWith('npx esbuild'))!)!;
  const esbuild = join(ROOT, 'node_modules/esbuild/bin/esbuild');
  // The published names are the source here, as for all tests.
  const published = `--tsconfig=${ROOT}tsconfig.json`;
  execFileSync(esbuild, [...args!.split(' '), published, ...options, '--log-level=error'], { cwd: folder });
  return folder;
}

function run(folder: string, file: string): string {
  return execFileSync(process.execPath, [join(folder, file)], { encoding: 'utf8' }).trim();
}

/** A Web Worker and its scope, of a thread of Node. */
const WEB_WORKER = `
import { Worker as Thread, parentPort } from 'node:worker_threads';
import { readFileSync } from 'node:fs';
globalThis.fetch = async (file) => new Response(readFileSync(file));
globalThis.self = {
  postMessage: (message) => parentPort.postMessage(message),
  addEventListener: (type, take) => parentPort?.on(type, (data) => take({ data })),
};
globalThis.Worker = class {
  constructor(url) { this.thread = new Thread(url); this.thread.unref(); }
  postMessage(message) { this.thread.postMessage(message); }
  addEventListener(type, take) { this.thread.on(type, (data) => take({ data })); }
};
`;

describe('files of the guides', () => {
  it('are those of guides that are run here', () => {
    const guides = documents().filter((name) => blocksOf(name, 'ts').some(({ file }) => file !== undefined));
    expect(guides.filter((name) => !isChinese(name))).toEqual([
      'docs/guides/bundlers.md',
      'docs/guides/web-page.md',
    ]);
  });

  it('a server that esbuild bundled answers by workers', () => {
    const guide = 'docs/guides/bundlers.md';
    const folder = built(guide);
    const promised = blocksOf(guide, 'ts')
      .map(({ code }) => [...code.matchAll(/^console\.log\(.*\/\/ → (.*)$/gm)].map(([, text]) => text))
      .find(([text]) => text?.includes('workers'));
    expect(run(folder, 'out/server.mjs').split('\n')).toEqual(promised);
    // Chinese stays Chinese.
    expect(readFileSync(join(folder, 'out/server.mjs'), 'utf8')).toContain('热障涂层');
  });

  it('a page asks its worker, which opens a saved index', () => {
    const folder = built('docs/guides/web-page.md', '--platform=node', `--banner:js=${WEB_WORKER}`);
    const index = join(folder, 'index.cuohe');
    writeFileSync(index, new Uint8Array(createMatcher([{ id: 'A1', title: '叶片热障涂层' }]).save()));
    writeFileSync(join(folder, 'out/package.json'), '{"type":"module"}');
    writeFileSync(
      join(folder, 'out/visit.js'),
      `import { connect } from './page.js';
      const ask = connect(${JSON.stringify(index)}, (answer) => {
        console.log(JSON.stringify([answer.number, answer.matches.map(({ id, title }) => [id, title])]));
        process.exit();
      });
      ask('轴承');
      ask('隔热涂层');
      setInterval(() => {}, 1000);`,
    );
    expect(run(folder, 'out/visit.js')).toBe('[2,[["A1","叶片热障涂层"]]]');
  });
});
