import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { embed, searchBy } from '../../examples/embeddings.ts';

interface Asked {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly input: readonly string[];
}

const asked: Asked[] = [];
let close = () => {};
afterEach(() => {
  asked.length = 0;
  close();
});

async function bodyOf(request: IncomingMessage): Promise<{ model: string; input: string[] }> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return JSON.parse(text);
}

/** An endpoint whose vectors tell whether a text is about steel, or whatever else a test wants to know. */
async function serve(vectorOf: (text: string) => readonly number[], status = 200): Promise<string> {
  const server = createServer(async (request, response) => {
    const { model, input } = await bodyOf(request);
    asked.push({ path: request.url, authorization: request.headers.authorization, model, input });
    // Out of order, as the protocol allows: the index tells.
    const data = input
      .map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }))
      .reverse();
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(status === 200 ? { object: 'list', model, data } : { error: 'no such model' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

describe('the example of an embeddings endpoint', () => {
  it('asks in pieces, and gives vectors in the order of the texts', async () => {
    const url = await serve((text) => [text.length, Number(text.slice(1))]);
    const texts = Array.from({ length: 130 }, (_, i) => `文${i}`);
    const vectors = await embed({ url, model: 'm', key: 'k' }, texts);
    expect(vectors).toEqual(texts.map((text, i) => [text.length, i]));
    expect(asked.map(({ input }) => input.length)).toEqual([64, 64, 2]);
    expect(asked[0]).toMatchObject({ path: '/v1/embeddings', authorization: 'Bearer k', model: 'm' });
  });

  it('tells what the endpoint says is wrong', async () => {
    const url = await serve(() => [], 404);
    await expect(embed({ url, model: 'm' }, ['文'])).rejects.toThrow('404 {"error":"no such model"}');
  });

  it('lets the vectors find what shares no word, and says by how much', async () => {
    const url = await serve((text) => (/热障涂层|zzz/.test(text) ? [1, 0] : [0, 1]));
    const search = await searchBy({ url, model: 'm' });
    const { matches } = await search('zzz');
    expect(matches.length).toBeGreaterThan(0);
    for (const { record, score, vectors } of matches) {
      expect(`${record.title}${record.text}`).toContain('热障涂层');
      expect(vectors?.cosine).toBeCloseTo(1, 6);
      expect(score).toBe(vectors?.value);
    }
  });

  it('stands in the guide, letter by letter', () => {
    const source = readFileSync(new URL('../../examples/embeddings.ts', import.meta.url), 'utf8');
    const shown = /^export interface Endpoint[\s\S]*?^export async function embed[\s\S]*?^}\n/m.exec(
      source,
    )![0];
    for (const guide of ['vectors.md', 'vectors.zh-CN.md']) {
      const text = readFileSync(new URL(`../../docs/guides/${guide}`, import.meta.url), 'utf8');
      expect(text).toContain(shown);
    }
  });
});
