import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSync } from 'esbuild';
import { ROOT } from '../harness/root.ts';

/** A file of the page, by its path. */
type Files = Readonly<Record<string, { readonly type: string; readonly body: Uint8Array | string }>>;

/** Isolated pages may share memory, and are told what they use. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** The script of the page, with the library in it. */
export function pageScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['benchmarks/tab/page.ts'],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/** Serves files on a port that is free. */
export async function serveFiles(files: Files): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const file = files[request.url!.slice(1)];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { buffer, byteOffset, byteLength } =
      typeof file.body === 'string' ? Buffer.from(file.body) : file.body;
    const body = Buffer.from(buffer, byteOffset, byteLength);
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const part = range === null ? body : body.subarray(Number(range[1]), Number(range[2]) + 1);
    const status = range === null ? 200 : 206;
    response.writeHead(status, { 'Content-Type': file.type, 'Content-Length': part.length, ...ISOLATED });
    response.end(request.method === 'HEAD' ? undefined : part);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
