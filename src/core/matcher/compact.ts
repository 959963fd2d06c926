import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import type { Steps } from '../../base/steps.ts';
import type { Collection } from '../collection/collection.ts';
import { DenseRows } from '../dense/dense-rows.ts';
import { expectRun, RUN_KEYS, type RunOptions } from '../matches/match-options.ts';
import { type Statistics, TermStatistics } from '../vectors/statistics.ts';
import { termsPrint } from '../weigher/reading.ts';
import { expectSameTerms } from '../weigher/weighting.ts';
import { buildSteps } from './build.ts';
import type { EngineParts } from './engine-parts.ts';
import { foldSteps } from './fold.ts';
import { Part } from './part.ts';
import { inTurns } from './run.ts';
import { Segments } from './segments.ts';

/** What statistics a compacted index weighs with. */
export interface CompactOptions {
  /**
   * `keep` those that the index has: no text is read again. `renew` counts its records, and reads all of them, as a new
   * index would; so do statistics of `collectStatistics`. Vectors keep their mean. Default `keep`.
   */
  readonly statistics?: 'keep' | 'renew' | Statistics;
}

const KEYS = ['statistics', ...RUN_KEYS];

/**
 * An index in one part.
 * @throws InputError for bad options; the signal's reason when stopped.
 */
export async function compacted(
  parts: EngineParts,
  options: CompactOptions & RunOptions,
): Promise<EngineParts> {
  const issues = new Issues();
  expectKeys(issues, options, KEYS);
  expectRun(issues, options);
  const { statistics = 'keep', signal } = options;
  const given = statistics instanceof TermStatistics ? statistics : undefined;
  const isKnown = statistics === 'keep' || statistics === 'renew' || given !== undefined;
  issues.expect(isKnown, 'statistics', 'keep, renew, or statistics of collectStatistics', statistics);
  expectSameTerms(issues, given, termsPrint(parts.reading));
  issues.throwAsOptions();
  signal?.throwIfAborted();
  const { segments, reading, kernel } = parts;
  const steps = statistics === 'keep' ? foldSteps(segments.all) : rebuildSteps(parts, given);
  const collection = await inTurns(steps, segments.size, options);
  const part = new Part({ collection, reading, row: (row) => segments.row(row), kernel });
  const { saved: _, ...rest } = parts;
  return { ...rest, segments: Segments.of(part) };
}

/** All records read again, and weighed by their own statistics or by those that are given. */
function rebuildSteps(
  { segments, reading }: EngineParts,
  statistics: TermStatistics | undefined,
): Steps<Collection> {
  const { vectorizer, conditionWeights, maxDocumentShare, dense } = segments.base.collection;
  const { signalWeights } = vectorizer.parts;
  const records = [...segments.records()];
  const places = segments.all.flatMap(({ part, live }) =>
    Array.from(live, (row) => ({ dense: part.collection.dense, row })),
  );
  const vectors = dense && DenseRows.join(dense.space, places);
  return buildSteps(
    records,
    reading,
    { signalWeights, conditionWeights, maxDocumentShare, statistics },
    vectors,
  );
}
