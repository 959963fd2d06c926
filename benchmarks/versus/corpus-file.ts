import { readFileSync, writeFileSync } from 'node:fs';
import type { Corpus } from '../corpus.ts';

/** Both sides read the same records and demands, made by the working tree. */
export function writeCorpusFile(file: string, corpus: Corpus): void {
  writeFileSync(file, JSON.stringify(corpus));
}

/** Reads what {@link writeCorpusFile} wrote. */
export function readCorpusFile(file: string): Corpus {
  return JSON.parse(readFileSync(file, 'utf8')) as Corpus;
}
