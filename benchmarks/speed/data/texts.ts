import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AchievementInput, DemandInput } from 'cuohe';
import { type Corpus, corpusOf, syntheticCorpus } from '../../corpus.ts';

const FILES = { achievements: 'achievements.jsonl', demands: 'demands.jsonl' } as const;
/** Texts of the records, for programs that know no records. */
const TEXTS = 'texts.json';

/** Where texts come from: files of the user, or invented. */
export interface TextSource {
  readonly texts: string | undefined;
  readonly queries: string | undefined;
  /** Most records. */
  readonly records: number;
  /** Most demands. */
  readonly demands: number;
}

/** Reads or invents records and demands. Without a file of queries, evenly spaced texts are asked for. */
export function readCorpus({ texts, queries, records, demands }: TextSource): Corpus {
  if (texts === undefined) return syntheticCorpus(records, demands);
  const corpus = corpusOf(texts, records, demands);
  if (queries === undefined) return corpus;
  const asked = corpusOf(queries, demands, 1).achievements;
  return {
    achievements: corpus.achievements,
    demands: asked.map(({ id, title, text }) => ({ id, title, text })),
  };
}

/** The words of a record in one text. */
export function textOf(record: AchievementInput | DemandInput): string {
  const { title, abstract, problem, text } = record as AchievementInput & DemandInput;
  return [title, abstract, problem, text].filter((part) => part !== undefined).join('\n');
}

/** Writes a corpus into a folder, and tells the length of the records' texts in bytes of UTF-8. */
export function writeCorpus(folder: string, corpus: Corpus): number {
  for (const side of ['achievements', 'demands'] as const) {
    const lines = corpus[side].map((record) => JSON.stringify(record));
    writeFileSync(join(folder, FILES[side]), lines.join('\n'));
  }
  const texts = corpus.achievements.map(textOf);
  writeFileSync(join(folder, TEXTS), JSON.stringify(texts));
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Reads what {@link writeCorpus} wrote. */
export function readWrittenCorpus(folder: string): Corpus {
  const read = <T>(name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  return { achievements: read(FILES.achievements), demands: read(FILES.demands) };
}
