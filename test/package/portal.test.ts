import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildPortal } from '../../scripts/build-portal.ts';
import { node, printed } from './packed.ts';

const { bare } = inject('packed');
const host = mkdtempSync(join(tmpdir(), 'cuohe-portal-'));
const dist = join(host, 'node_modules/cuohe/dist');

/** Starts the portal, asks it as its page does and as another site would, and ends it. */
const SCRIPT = `
import { startPortal } from './node_modules/cuohe/dist/portal/server.js';

const achievements = [{ id: 'A1', title: '航空发动机叶片热障涂层制备技术' }];
const { url, close } = await startPortal({ achievements, demands: [{ id: 'D1', title: '叶片隔热涂层剥落' }] });
const ask = async (path, init) => (await fetch(url + path, init)).text();
console.log(new URL(url).hostname);
const html = await ask('');
const script = /src="\\.\\/(assets\\/[^"]+)"/.exec(html)[1];
console.log((await ask(script)).length > 1000);
const headers = { 'content-type': 'application/json' };
const found = await ask('api/search', { method: 'POST', headers, body: JSON.stringify({ of: 'D1' }) });
console.log(JSON.parse(found).items.map(({ id }) => id).join());
console.log((await fetch(url, { headers: { origin: 'https://evil.example' } })).status);
await close();
`;

beforeAll(async () => {
  mkdirSync(join(host, 'node_modules'));
  cpSync(join(bare, 'node_modules/cuohe'), join(host, 'node_modules/cuohe'), { recursive: true });
  await buildPortal(join(dist, 'portal'));
});
afterAll(() => rmSync(host, { recursive: true }));

describe('the built portal', () => {
  it('answers from a package beside which nothing is installed, and ends when it is told to', () => {
    writeFileSync(join(host, 'portal.mjs'), SCRIPT);
    expect(node(host, 'portal.mjs')).toEqual(printed('127.0.0.1\ntrue\nA1\n403\n'));
  });

  it('takes the library from the build beside it, and all else along', () => {
    const server = readFileSync(join(dist, 'portal/server.js'), 'utf8');
    const imports = [...server.matchAll(/^import .*? from "([^"]+)";$/gm)].map(([, from]) => from!);
    expect(imports).toContain('../index.js');
    expect(imports.filter((from) => !/^(?:\.\.\/[\w/-]+\.js|node:[\w/]+)$/.test(from))).toEqual([]);
    expect(server).not.toMatch(/\bfrom "(?!\.\.\/|node:)|\brequire\(/);
  });
});
