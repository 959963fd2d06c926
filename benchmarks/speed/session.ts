import { SharedFolder } from '../harness/shared-folder.ts';
import { compileLimit, type Limit } from '../native/limit.ts';
import type { Arguments } from './arguments.ts';
import { type Collection, Collections } from './collections.ts';
import { gramRows } from './data/grams.ts';
import { readCorpus, textOf, writeCorpus } from './data/texts.ts';
import { topicRows } from './data/topics.ts';
import { weigh } from './data/weigh.ts';
import type { Texts } from './parts/texts.ts';

/** The data of one run, written for all processes, and the tools for it. */
export interface Session {
  readonly texts: Texts;
  /** Names of the data, for people. */
  readonly data: string;
  /** The vectors to measure on. */
  readonly sizes: readonly number[];
  readonly limit: Limit | undefined;
  collection(records: number): Collection;
  /** Collections of the growth curve; undefined for a single one of texts. */
  readonly growth: readonly number[] | undefined;
}

/** Prepares a run: texts at once, vectors when they are asked for. */
export function openSession(options: Arguments): Session {
  const shared = new SharedFolder();
  const collections = new Collections(shared);
  const corpus = readCorpus(options);
  const folder = shared.folder('texts');
  const [records, demands] = [corpus.achievements.length, corpus.demands.length];
  const texts = { folder, records, demands, bytes: writeCorpus(folder, corpus) };
  const limit = compileLimit(shared.folder('native'));
  if (options.texts === undefined) {
    const make = (size: number) => () => weigh(topicRows(size, options.vectorQueries));
    return {
      texts,
      data: 'generated vectors (topic mixture by Zipf–Mandelbrot laws) and invented texts',
      sizes: options.sizes,
      limit,
      collection: (size) => collections.of(size, make(size)),
      growth: options.growth,
    };
  }
  // Of each size the first texts, and of those that there are the most: the same queries for all.
  const longest = readCorpus({
    ...options,
    records: Math.max(...options.sizes),
    demands: options.vectorQueries,
  });
  const recordTexts = longest.achievements.map(textOf);
  const queryTexts = longest.demands.map(textOf);
  const sizes = [...new Set(options.sizes.map((size) => Math.min(size, recordTexts.length)))];
  return {
    texts,
    data: 'own texts; vectors are their single ideographs and pairs',
    sizes,
    limit,
    collection: (size) => collections.of(size, () => weigh(gramRows(recordTexts.slice(0, size), queryTexts))),
    growth: sizes.length > 1 ? sizes : undefined,
  };
}
