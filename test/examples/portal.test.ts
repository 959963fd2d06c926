import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { MatchResult } from 'cuohe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portal } from '../../examples/portal.ts';

const server = portal();
let url = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const post = (body: string) => fetch(`${url}/match`, { method: 'POST', body });

test('a demand posted as JSON gets its matches with reasons', async () => {
  const response = await post(JSON.stringify({ id: 'X', title: '涡轮叶片热障涂层早期剥落' }));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const { queryId, matches } = (await response.json()) as MatchResult;
  expect(queryId).toBe('X');
  expect(matches[0]).toMatchObject({ rank: 1, id: 'A005' });
  expect(matches[0]!.reason.zh).toContain('热障涂层');
});

test.each([
  // A query needs no id, and each of its fields that is wrong is named.
  ['{"title":5}', [{ path: 'title' }]],
  ['{"title":5,"trl":12}', [{ path: 'title' }, { path: 'trl' }]],
  ['null', [{ path: '' }]],
  ['[]', [{ path: '' }]],
])('the bad demand %s gets 400 and every issue', async (body, issues) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  const answer = (await response.json()) as { issues: unknown[] };
  expect(answer.issues).toHaveLength(issues.length);
  expect(answer.issues).toMatchObject(issues);
});

test('a body that is no JSON gets 400', async () => {
  const response = await post('{"id":');
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: expect.stringMatching(/^Not JSON/), issues: [] });
});

test('a body over the limit gets 413', async () => {
  const response = await post(JSON.stringify({ id: 'X', title: '长'.repeat(30_000) }));
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({ error: 'A demand takes at most 65536 bytes' });
});

test('other paths and methods are refused', async () => {
  expect((await fetch(`${url}/`)).status).toBe(404);
  expect((await fetch(`${url}/match`)).status).toBe(405);
});
