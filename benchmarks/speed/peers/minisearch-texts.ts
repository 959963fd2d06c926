/** Process: MiniSearch on texts, cut by grams, `minisearch-texts.ts FOLDER`. */
import MiniSearch from 'minisearch';
import { serve, timed, timedEach } from '../../harness/serve.ts';
import { LIMIT } from '../data/answers.ts';
import { grams } from '../data/grams.ts';
import { readWrittenCorpus, textOf } from '../data/texts.ts';
import { plainRecords } from '../ours/matchers.ts';

const corpus = readWrittenCorpus(process.argv[2]!);
const records = plainRecords(corpus);
const demands = corpus.demands.map(textOf);

function build(): MiniSearch {
  // Its own tokenizer cuts at spaces and punctuation: a Chinese sentence would be one term.
  const index = new MiniSearch({ fields: ['title'], tokenize: grams, processTerm: (term) => term });
  index.addAll(records);
  return index;
}

const index = build();
await serve({
  build: () => timed(build),
  search: (queries) => timedEach(queries, (q) => index.search(demands[q]!).slice(0, LIMIT)),
});
