/**
 * Room `core/matcher`: the matcher: builds, opens, asks, completes.
 * Begin: `create.ts` makes one, `matcher.ts` is its face, `engine.ts` what stands behind it.
 * Order: puts all rooms of the core together.
 */

import { AttributeCollector } from '../collection/attributes.ts';
import type { Collection } from '../collection/collection.ts';
import { memoryStore } from '../collection/record-store.ts';
import { mayState } from '../conditions/stated.ts';
import type { DenseRows } from '../dense/dense-rows.ts';
import { askedNeeds, MAY_ASK_SEVERAL } from '../needs/asked.ts';
import { CompactRows } from '../postings/compact-rows.ts';
import { buildPostings } from '../postings/postings.ts';
import type { MatchRecord } from '../records/types.ts';
import { FeatureCollector } from '../vectors/fit.ts';
import { countFeatures } from '../vectors/signals.ts';
import type { Reading } from '../weigher/reading.ts';
import { MIN_RECORDS_FOR_DROPPING, type Weighting } from '../weigher/weighting.ts';

/** Indexes validated records; yields the number of records read so far, so that a caller may report or stop. */
export function* buildSteps(
  records: readonly MatchRecord[],
  reading: Reading,
  weighting: Weighting,
  dense?: DenseRows,
): Generator<number, Collection> {
  const features = new FeatureCollector();
  const attributes = new AttributeCollector();
  for (const [index, record] of records.entries()) {
    const fields = reading.analyzer.analyze(record);
    const tags = reading.tagger.tag(record, fields);
    countFeatures(record, fields, tags, features.count);
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
  let step = fitting.next();
  for (; step.done !== true; step = fitting.next()) yield records.length;
  const { vectorizer, rows } = step.value;
  return {
    vectorizer,
    rows: CompactRows.from(rows),
    postings: buildPostings(rows, vectorizer.parts.vocabulary.size),
    attributes: attributes.finish(),
    conditionWeights: weighting.conditionWeights,
    dense,
    records: memoryStore(records),
  };
}
