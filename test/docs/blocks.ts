import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Root of the repository. */
export const ROOT = new URL('../..', import.meta.url).pathname;

/** A fenced block of a document. */
export interface Block {
  /** `README.md:12`, where its first line stands. */
  readonly place: string;
  /** Line of the document that holds the block's first line, from 1. */
  readonly line: number;
  readonly code: string;
  /** Of a block that is a whole file, ```ts title=server.ts: its name. Such files are built and run together. */
  readonly file?: string;
}

/** Folders that hold documents of others, or none. */
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'api', '.git', '.venv']);

/** Every Markdown file of the repository, by its path from the root. */
export function documents(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : documents(path);
      return entry.name.endsWith('.md') ? [path] : [];
    })
    .sort();
}

/** The same document in Chinese. */
export function inChinese(name: string): string {
  return name.replace(/\.md$/, '.zh-CN.md');
}

/** Whether a document is a translation. */
export function isChinese(name: string): boolean {
  return name.endsWith('.zh-CN.md');
}

/** The text of a document of the repository. */
export function readDocument(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

/** Blocks of one language, in order. */
export function blocksOf(name: string, language: 'ts' | 'sh'): Block[] {
  const blocks: Block[] = [];
  const lines = readDocument(name).split('\n');
  for (let start = 0; start < lines.length; start++) {
    const [fence, info, file] = /^```(\S*)(?: title=(\S+))?/.exec(lines[start]!) ?? [];
    if (fence === undefined) continue;
    const length = lines.slice(start + 1).findIndex((line) => line.startsWith('```'));
    if (length < 0) throw new Error(`${name}:${start + 1}: the block is not closed`);
    const code = lines.slice(start + 1, start + 1 + length).join('\n');
    const place = `${name}:${start + 2}`;
    if (info === language) blocks.push({ place, line: start + 2, code, ...(file !== undefined && { file }) });
    start += length + 1;
  }
  return blocks;
}

/** A page says so where each of its blocks goes on where the one before it ends. */
const ONE_FILE = '<!-- The blocks of this page are one file. -->';

/**
 * What runs of a document: its blocks, each of which goes on where the first one ends, or all of them as one. Blocks that
 * are whole files are left out.
 */
export function runnableOf(name: string): Block[] {
  const blocks = blocksOf(name, 'ts').filter(({ file }) => file === undefined);
  const [first] = blocks;
  if (first === undefined || !readDocument(name).includes(ONE_FILE)) return blocks;
  return [{ ...first, code: blocks.map(({ code }) => code).join('\n') }];
}

/** Headings outside of blocks, `## Install` as it stands. */
export function headingsOf(name: string): string[] {
  const prose = readDocument(name).replace(/^```[\s\S]*?^```/gm, '');
  return prose.split('\n').filter((line) => /^#+ /.test(line));
}

/** The anchors of a document's headings, as forges make them: the second of the same name ends in `-1`. */
export function anchorsOf(name: string): string[] {
  const seen = new Map<string, number>();
  return headingsOf(name).map((heading) => {
    const anchor = heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? `#${anchor}` : `#${anchor}-${times}`;
  });
}
