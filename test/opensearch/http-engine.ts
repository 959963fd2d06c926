import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server was asked. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What it answers: nothing keeps it waiting. */
export type Answers = (asked: Asked) => { readonly status: number; readonly body: unknown } | undefined;

/** A server that says that it is an engine. */
export async function httpEngine(number: string, answers: Answers) {
  const asked: Asked[] = [];
  let closed = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('close', () => {
      if (!response.writableFinished) closed++;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
      asked.push(one);
      const about = { version: { number, build_flavor: 'default' }, tagline: 'You Know, for Search' };
      const answer = url === '/' ? { status: 200, body: about } : answers(one);
      if (answer === undefined) return;
      const isText = typeof answer.body === 'string';
      response.writeHead(answer.status, {
        'content-type': isText ? 'text/html' : 'application/json',
        'x-elastic-product': 'Elasticsearch',
      });
      response.end(isText ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    /** Requests whose askers went away. */
    get closed() {
      return closed;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
