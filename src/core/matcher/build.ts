/**
 * Room `core/matcher`: the matcher: builds, opens, asks, completes.
 * Begin: `create.ts` makes one, `matcher.ts` is its face, `engine.ts` what stands behind it.
 * Order: puts all rooms of the core together.
 */

import { type Steps, told } from '../../base/steps.ts';
import { AttributeCollector } from '../collection/attributes.ts';
import type { Collection } from '../collection/collection.ts';
import { memoryStoreSteps } from '../collection/record-store.ts';
import { mayState } from '../conditions/stated.ts';
import type { DenseRows } from '../dense/dense-rows.ts';
import { askedNeeds, MAY_ASK_SEVERAL } from '../needs/asked.ts';
import { CompactRows } from '../postings/compact-rows.ts';
import { postingsSteps } from '../postings/postings.ts';
import type { MatchRecord } from '../records/types.ts';
import { FeatureCollector } from '../vectors/fit.ts';
import { countFeatures } from '../vectors/signals.ts';
import type { Background } from '../vectors/statistics.ts';
import type { Reading } from '../weigher/reading.ts';
import { MIN_RECORDS_FOR_DROPPING, type Weighting } from '../weigher/weighting.ts';

/** How rows are weighed: by the collection's own statistics, by those of the host, or by those of another index. */
export type BuildWeighting = Pick<Weighting, 'signalWeights' | 'conditionWeights' | 'maxDocumentShare'> & {
  readonly statistics: Background | undefined;
};

/** Indexes validated records; yields the number of records read so far, so that a caller may report or stop. */
export function* buildSteps(
  records: readonly MatchRecord[],
  reading: Reading,
  weighting: BuildWeighting,
  dense?: DenseRows,
): Steps<Collection> {
  const features = new FeatureCollector();
  const attributes = new AttributeCollector();
  for (const [index, record] of records.entries()) {
    const fields = reading.analyzer.analyze(record);
    yield index;
    const tags = reading.tagger.tag(record, fields);
    countFeatures(record, fields, tags, features);
    features.endRecord();
    const isSeveral = record.kind === 'demand' && askedNeeds(fields) !== undefined;
    attributes.add(record, tags, mayState(record, fields) | (isSeveral ? MAY_ASK_SEVERAL : 0));
    yield index + 1;
  }
  const fitting = features.fit({
    signalWeights: weighting.signalWeights,
    maxDocumentShare: weighting.maxDocumentShare,
    minRecordsForDropping: MIN_RECORDS_FOR_DROPPING,
    statistics: weighting.statistics,
  });
  const { vectorizer, rows } = yield* told(records.length, fitting);
  return {
    vectorizer,
    rows: yield* told(records.length, CompactRows.steps(rows)),
    postings: yield* told(records.length, postingsSteps(rows, vectorizer.parts.vocabulary.size)),
    attributes: yield* told(records.length, attributes.finishSteps()),
    conditionWeights: weighting.conditionWeights,
    maxDocumentShare: weighting.maxDocumentShare,
    dense,
    records: yield* told(records.length, memoryStoreSteps(records)),
  };
}
