import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the page, with its headers. */
export interface ClientFile {
  readonly bytes: Uint8Array;
  readonly 'content-type': string;
  readonly 'cache-control': string;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  map: 'application/json',
  svg: 'image/svg+xml',
};
/** What the build names after its content, and nothing else: no path can lead out of the folder. */
const ASSET = /^\/assets\/([\w-]+\.)+(css|js|map|svg)$/;

/** The page for `/`, and what it loads; undefined for anything else. */
export async function clientFile(
  folder: string,
  path: string,
  language: 'zh' | 'en',
): Promise<ClientFile | undefined> {
  if (path === '/') {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const page = language === 'zh' ? html : html.replace('lang="zh-CN"', 'lang="en"');
    return {
      bytes: new TextEncoder().encode(page),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    };
  }
  const type = TYPES[ASSET.exec(path)?.[2] ?? ''];
  if (type === undefined) return undefined;
  try {
    const bytes = await readFile(join(folder, path));
    return { bytes, 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' };
  } catch {
    return undefined;
  }
}
