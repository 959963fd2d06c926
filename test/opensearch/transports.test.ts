import { Client as Elastic8 } from '@elastic/elasticsearch';
import { Client as OpenSearch } from '@opensearch-project/opensearch';
import { Client as Elastic7 } from 'elasticsearch-7';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Issues } from '../../src/base/issues.ts';
import { fetchTransport } from '../../src/opensearch/fetch-transport.ts';
import type { Transport } from '../../src/opensearch/transport.ts';
import { ask, askOk, expectTransport } from '../../src/opensearch/transports.ts';
import { type Answers, httpEngine } from './http-engine.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function engine(number: string, answers: Answers) {
  const started = await httpEngine(number, answers);
  closing.push(() => started.close());
  return started;
}

/** Whatever a host may hold, by name: what makes it of a URL, and the version that it speaks to. */
const HELD: [string, string, (url: string) => Transport][] = [
  ['the client of OpenSearch', '2.19.6', (node) => new OpenSearch({ node, maxRetries: 0 })],
  ['the client of Elasticsearch 7', '7.17.29', (node) => new Elastic7({ node, maxRetries: 0 })],
  ['the client of Elasticsearch 8', '8.19.6', (node) => new Elastic8({ node, maxRetries: 0 })],
  ['fetch', '2.19.6', (url) => fetchTransport(url)],
];

describe.each(HELD)('%s', (_, number, make) => {
  it('takes JSON and lines as they are, and gives the status and the parsed answer', async () => {
    const server = await engine(number, () => ({ status: 201, body: { done: ['是', 0.1] } }));
    const transport = make(server.url);
    const path = '/%E6%88%90%E6%9E%9C/_search?allow_partial_search_results=false&x=%2F';
    const answer = await ask(transport, { method: 'POST', path, body: '{"size":1, "text":"好"}' });
    expect(answer).toEqual({ status: 201, body: { done: ['是', 0.1] } });
    const body = '{"delete":{}}\n{"delete":{}}\n';
    await ask(transport, { method: 'POST', path: '/_bulk', body, type: 'ndjson' });
    await ask(transport, { method: 'GET', path: '/a/_count' });
    await ask(transport, { method: 'DELETE', path: '/_pit', body: '{"id":"x"}' });
    const asked = server.asked.filter(({ url }) => url !== '/');
    expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', path, '{"size":1, "text":"好"}'],
      ['POST', '/_bulk', body],
      ['GET', '/a/_count', ''],
      ['DELETE', '/_pit', '{"id":"x"}'],
    ]);
    expect(asked.map(({ headers }) => headers['content-type'])).toEqual([
      'application/json',
      'application/x-ndjson',
      undefined,
      'application/json',
    ]);
    // An engine refuses a version in one of the two headers alone.
    expect(asked.map(({ headers }) => headers.accept)).toEqual(Array(4).fill('application/json'));
  });

  it.each([400, 404, 409, 429, 500, 503])('gives an answer of status %i as an answer', async (status) => {
    const body = { error: { type: 'some_exception', reason: 'why' }, status };
    const server = await engine(number, () => ({ status, body }));
    expect(await ask(make(server.url), { method: 'GET', path: '/x' })).toEqual({ status, body });
  });

  it('gives the text of a proxy as it is', async () => {
    const server = await engine(number, () => ({ status: 502, body: '<h1>Bad Gateway</h1>' }));
    const answer = await ask(make(server.url), { method: 'GET', path: '/x' });
    expect(answer).toEqual({ status: 502, body: '<h1>Bad Gateway</h1>' });
  });

  it('fails where nobody answers, and says at what', async () => {
    const server = await engine(number, () => undefined);
    await server.close();
    await expect(ask(make(server.url), { method: 'POST', path: '/a/_search' })).rejects.toMatchObject({
      code: 'ENGINE_FAILED',
      message: expect.stringMatching(
        /^The search engine failed at POST \/a\/_search: no answer came \(.+\)$/,
      ),
      cause: expect.any(Error),
    });
  });

  it('stops with the reason of the signal, and closes the request', async () => {
    const server = await engine(number, () => undefined);
    const stopping = new AbortController();
    const reason = new Error('enough');
    const asked = ask(make(server.url), { method: 'GET', path: '/slow', signal: stopping.signal });
    await vi.waitUntil(() => server.asked.some(({ url }) => url === '/slow'));
    stopping.abort(reason);
    await expect(asked).rejects.toBe(reason);
    await vi.waitUntil(() => server.closed === 1);
  });
});

describe('a request', () => {
  it('is not made once its signal is aborted', async () => {
    const transport = vi.fn();
    const signal = AbortSignal.abort('no');
    await expect(ask(transport, { method: 'GET', path: '/', signal })).rejects.toBe('no');
    expect(transport).not.toHaveBeenCalled();
  });

  it('stops although the transport does not listen', async () => {
    const stopping = new AbortController();
    const asked = ask(() => new Promise(() => {}), { method: 'GET', path: '/', signal: stopping.signal });
    stopping.abort('enough');
    await expect(asked).rejects.toBe('enough');
  });

  it('gives what came before the signal, and leaves no listener', async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, 'removeEventListener');
    const add = vi.spyOn(signal, 'addEventListener');
    const response = { status: 200, body: {} };
    expect(await ask(async () => response, { method: 'GET', path: '/', signal })).toBe(response);
    expect(remove).toHaveBeenCalledTimes(add.mock.calls.length);
    expect(remove).toHaveBeenCalledWith('abort', add.mock.calls[0]![1]);
  });

  it.each([undefined, null, {}, { status: '200', body: {} }])(
    'is not done by an answer such as %o',
    async (answer) => {
      await expect(ask(async () => answer as never, { method: 'GET', path: '/x' })).rejects.toMatchObject({
        code: 'ENGINE_FAILED',
        message: 'The search engine failed at GET /x: the transport gave an answer without a status',
      });
    },
  );

  it('that must be done fails with what the engine said', async () => {
    const error = { type: 'a_b', reason: 'no\nway\u202e', caused_by: { type: 'c', reason: 'deep' } };
    const answer = { status: 400, body: { error } };
    await expect(askOk(async () => answer, { method: 'PUT', path: '/x' })).rejects.toMatchObject({
      code: 'ENGINE_FAILED',
      message: 'The search engine failed at PUT /x: status 400, a_b: no\\u000away\\u202e (c: deep)',
      cause: answer,
    });
    expect(await askOk(async () => ({ status: 200, body: { a: 1 } }), { method: 'PUT', path: '/x' })).toEqual(
      {
        a: 1,
      },
    );
    expect(await askOk(async () => ({ status: 200, body: null }), { method: 'PUT', path: '/x' })).toEqual({});
  });
});

describe('a transport', () => {
  it.each([undefined, null, {}, 'http://x', { transport: {} }, { request() {} }])(
    'is none in %o',
    (transport) => {
      const issues = new Issues();
      expectTransport(issues, transport);
      expect(issues.all).toMatchObject([{ path: 'transport' }]);
    },
  );
});

describe('fetchTransport', () => {
  const answered = (body: unknown = {}) => new Response(JSON.stringify(body), { status: 200 });

  it('tries the next node where no connection can be made, and stays with the one that answered', async () => {
    const asked: string[] = [];
    const fetch = async (url: unknown) => {
      asked.push(String(url));
      if (String(url).startsWith('http://a')) throw new TypeError('fetch failed');
      return answered();
    };
    const transport = fetchTransport(['http://a:1', 'http://b:2/', 'http://c:3'], { fetch });
    await transport({ method: 'GET', path: '/x' });
    await transport({ method: 'GET', path: '/y' });
    expect(asked).toEqual(['http://a:1/x', 'http://b:2/x', 'http://b:2/y']);
  });

  it('goes round once, and fails with the failure of the last node', async () => {
    const asked: string[] = [];
    const fetch = async (url: unknown) => {
      asked.push(String(url));
      throw new TypeError(`no ${url}`);
    };
    const transport = fetchTransport(['http://a', 'http://b'], { fetch });
    await expect(transport({ method: 'GET', path: '/x' })).rejects.toThrow('no http://b/x');
    expect(asked).toEqual(['http://a/x', 'http://b/x']);
  });

  it('asks nobody else once it is stopped', async () => {
    const stopping = new AbortController();
    const fetch = vi.fn(async () => {
      stopping.abort('enough');
      throw new Error('aborted');
    });
    const transport = fetchTransport(['http://a', 'http://b'], { fetch });
    await expect(transport({ method: 'GET', path: '/x', signal: stopping.signal })).rejects.toThrow();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('does not go to another node for a bad status', async () => {
    const fetch = vi.fn(async () => new Response('{}', { status: 503 }));
    const transport = fetchTransport(['http://a', 'http://b'], { fetch });
    expect(await transport({ method: 'GET', path: '/x' })).toEqual({ status: 503, body: {} });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('names the user of the URL in a header, and takes headers of the host', async () => {
    const fetch = vi.fn(async (_url: unknown, _init?: RequestInit) => answered());
    const transport = fetchTransport('https://%E5%BC%A0:p%40ss@host/es/', { fetch, headers: { 'x-a': 'b' } });
    await transport({ method: 'POST', path: '/x?y=1', body: '{}' });
    const [url, init] = fetch.mock.calls[0]!;
    expect(url).toBe('https://host/es/x?y=1');
    expect(init).toEqual({
      method: 'POST',
      redirect: 'error',
      body: '{}',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from('张:p@ss').toString('base64')}`,
        'x-a': 'b',
      },
    });
  });

  it('refuses what is no URL, without showing it', () => {
    const make = (urls: unknown, options?: unknown) => () =>
      fetchTransport(urls as string, options as object);
    for (const bad of [
      'host:9200',
      'ftp://host',
      'http://host?x=1',
      'user:secret@host',
      '',
      5,
      undefined,
      [],
    ])
      expect(make(bad)).toThrow('Bad options');
    expect(make('user:secret@host')).toThrow(/^(?!.*secret)/s);
    expect(make(['http://a', 'b'])).toThrow('urls[1]: expected a URL of http or https without a query');
    expect(make('http://a', { header: {} })).toThrow('did you mean headers?');
    expect(make('http://a', { headers: { a: 1 } })).toThrow('headers.a: expected a text');
    expect(make('http://a', { headers: 'x' })).toThrow('headers: expected an object of texts');
    expect(make('http://a', { fetch: 1 })).toThrow('fetch: expected a function');
  });
});
