import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to a node on which answers to bulks wait until they are let through; all other requests pass. */
export interface SlowProxy {
  readonly url: string;
  /** Lets all answers through, from now on. */
  release(): void;
  close(): void;
}

export async function slowProxy(node: string): Promise<SlowProxy> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = 'GET', url = '/', headers } = request;
    const body = Buffer.concat(chunks);
    const answer = await fetch(new URL(url, node), {
      method,
      ...(body.length > 0 && { body, headers: { 'content-type': headers['content-type'] ?? '' } }),
    });
    const text = await answer.text();
    if (url.includes('_bulk')) await released;
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
