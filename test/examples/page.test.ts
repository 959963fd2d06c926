import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageServer } from '../../examples/browser/serve.ts';

const server = pageServer();
let url = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('the page and all that it refers to are served', async () => {
  const page = await (await fetch(url)).text();
  const references = [...page.matchAll(/(?:src|href)="\.(\/[^"]+)"/g)].map((match) => match[1]!);
  expect(references).toEqual(['/style.css', '/main.js']);
  for (const path of [...references, '/worker.js', '/data/achievements.jsonl', '/data/demands.jsonl']) {
    const response = await fetch(url + path);
    expect(response.status, path).toBe(200);
    expect((await response.text()).length, path).toBeGreaterThan(1000);
  }
});

test('scripts are bundled for the browser: no import is left, and nothing of Node', async () => {
  for (const path of ['/main.js', '/worker.js']) {
    const script = await (await fetch(url + path)).text();
    expect(script).not.toMatch(/^import\s|\brequire\(|from "node:/m);
  }
});

test('nothing else is served', async () => {
  for (const path of ['/serve.ts', '/../../package.json', '/data/expected.json', '/constructor']) {
    expect((await fetch(url + path)).status, path).toBe(404);
  }
});
