import { DEFAULT_TAXONOMY, defaultLexicon, Matcher } from 'cuohe';
import type { Collection } from '../src/index/collection.ts';
import { buildSteps } from '../src/matcher/build.ts';
import { scorerFor } from '../src/matcher/scorer.ts';
import { createReading, resolveWeighting } from '../src/matcher/setup.ts';
import { parseRecords } from '../src/records/parse.ts';
import type { Scorer } from '../src/scores/scorer.ts';
import { termFrequencies } from '../src/terms/term-frequencies.ts';
import { featuresOf } from '../src/vectors/facets.ts';
import type { SparseRow } from '../src/vectors/vectorizer.ts';
import type { Corpus } from './corpus.ts';

/** An index taken apart, so that its kernel can be measured alone. */
export interface Subject {
  readonly matcher: Matcher;
  readonly collection: Collection;
  readonly scorer: Scorer;
  /** The demands as rows of this index. */
  readonly queries: readonly SparseRow[];
  /** Postings that the kernel touches for all queries together. */
  readonly touched: number;
}

/** Builds an index with the default options. */
export function subjectOf({ achievements, demands }: Corpus): Subject {
  const options = { taxonomy: DEFAULT_TAXONOMY, lexicon: defaultLexicon() };
  const weighting = resolveWeighting(options);
  const reading = createReading(options, weighting.fieldWeights);
  const collection = finish(buildSteps(parseRecords(achievements, 'achievement'), reading, weighting));
  const queries = parseRecords(demands, 'demand').map((record) => {
    const fields = reading.analyzer.analyze(record);
    const tags = reading.tagger.tag(record, fields);
    return collection.vectorizer.row(featuresOf(record, termFrequencies(fields), tags));
  });
  return {
    matcher: new Matcher('achievement', reading, collection),
    collection,
    scorer: scorerFor(collection),
    queries,
    touched: queries.reduce((sum, row) => sum + touchedBy(row, collection), 0),
  };
}

function finish(steps: Generator<number, Collection>): Collection {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function touchedBy({ ids }: SparseRow, { postings }: Collection): number {
  let touched = 0;
  for (const id of ids) {
    for (let run = postings.runOffsets[id]!; run < postings.runOffsets[id + 1]!; run++) {
      touched += postings.runLengths[run]!;
    }
  }
  return touched;
}
