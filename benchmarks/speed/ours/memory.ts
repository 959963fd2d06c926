/** Process, with --expose-gc: what an index adds to the memory, `memory.ts KIND FOLDER`. */
import MiniSearch from 'minisearch';
import { serve } from '../../harness/serve.ts';
import { grams } from '../data/grams.ts';
import { readWrittenCorpus, textOf } from '../data/texts.ts';
import { defaultMatcher, ngramMatcher, plainRecords } from './matchers.ts';

const [kind, folder] = process.argv.slice(2);
const corpus = readWrittenCorpus(folder!);
const records = plainRecords(corpus);
const demand = { id: 'D', title: textOf(corpus.demands[0]!) };

/** What is built; ranks once, so that everything that ranking makes is there. */
const BUILDERS: Readonly<Record<string, () => object>> = {
  default: () => {
    const matcher = defaultMatcher(corpus);
    matcher.match(demand);
    return matcher;
  },
  ngrams: () => {
    const matcher = ngramMatcher(records);
    matcher.match(demand);
    return matcher;
  },
  MiniSearch: () => {
    const index = new MiniSearch({ fields: ['title'], tokenize: grams, processTerm: (term) => term });
    index.addAll(records);
    index.search(demand.title);
    return index;
  },
};

/** Bytes in use after garbage is gone; what typed arrays hold counts as external. */
function used(): { readonly heap: number; readonly arrays: number } {
  for (let pass = 0; pass < 3; pass++) globalThis.gc!();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed, arrays: external };
}

/** Built once and dropped, so that code, lexicon and caches count for nothing. */
BUILDERS[kind!]!();
const before = used();
const held = BUILDERS[kind!]!();
const after = used();

await serve({
  bytes: () => ({
    ms: 0,
    figures: { heap: after.heap - before.heap, arrays: after.arrays - before.arrays },
  }),
});

/** Held until here, and the records with it: what both engines share counts for neither. */
export { corpus, held, records };
