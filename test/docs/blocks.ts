import { readFileSync } from 'node:fs';

/** Root of the repository. */
export const ROOT = new URL('../..', import.meta.url).pathname;

/** A fenced block of a document. */
export interface Block {
  /** `README.md:12`, where its first line stands. */
  readonly place: string;
  /** Line of the document that holds the block's first line, from 1. */
  readonly line: number;
  readonly code: string;
}

/** The text of a document of the repository. */
export function readDocument(name: string): string {
  return readFileSync(`${ROOT}${name}`, 'utf8');
}

/** Blocks of one language, in order. */
export function blocksOf(name: string, language: 'ts' | 'sh'): Block[] {
  const blocks: Block[] = [];
  const lines = readDocument(name).split('\n');
  for (let start = 0; start < lines.length; start++) {
    const info = /^```(\S*)/.exec(lines[start]!)?.[1];
    if (info === undefined) continue;
    const length = lines.slice(start + 1).findIndex((line) => line.startsWith('```'));
    if (length < 0) throw new Error(`${name}:${start + 1}: the block is not closed`);
    const code = lines.slice(start + 1, start + 1 + length).join('\n');
    if (info === language) blocks.push({ place: `${name}:${start + 2}`, line: start + 2, code });
    start += length + 1;
  }
  return blocks;
}

/** Headings outside of blocks, `## Install` as it stands. */
export function headingsOf(name: string): string[] {
  const prose = readDocument(name).replace(/^```[\s\S]*?^```/gm, '');
  return prose.split('\n').filter((line) => /^#+ /.test(line));
}
