/**
 * Serves the page on http://localhost:8081, bundled anew for each request of a script.
 *
 *     npx tsx examples/browser/serve.ts
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Path of a request → type and content. Nothing else is served. */
const ROUTES: Readonly<Record<string, readonly [type: string, content: () => Promise<Uint8Array>]>> = {
  '/': ['text/html', () => readFile(local('index.html'))],
  '/style.css': ['text/css', () => readFile(local('style.css'))],
  '/main.js': ['text/javascript', () => bundle('main.ts')],
  '/worker.js': ['text/javascript', () => bundle('worker.ts')],
  '/data/achievements.jsonl': ['application/jsonl', () => readFile(local('../data/achievements.jsonl'))],
  '/data/demands.jsonl': ['application/jsonl', () => readFile(local('../data/demands.jsonl'))],
};

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [local(entry)],
    tsconfig: local('../../tsconfig.json'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.contents;
}

/** The server; call `listen` on it. */
export function pageServer(): Server {
  return createServer(async (request, response) => {
    const route = ROUTES[new URL(request.url ?? '/', 'http://localhost').pathname];
    if (route === undefined) {
      response.writeHead(404).end();
      return;
    }
    try {
      const content = await route[1]();
      response.writeHead(200, { 'content-type': `${route[0]}; charset=utf-8` }).end(content);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  pageServer().listen(8081, () => console.log('http://localhost:8081'));
}
