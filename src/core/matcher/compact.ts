import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import type { Steps } from '../../base/steps.ts';
import { DenseRows } from '../dense/dense-rows.ts';
import { expectRun, RUN_KEYS, type RunOptions } from '../matches/match-options.ts';
import type { MatchRecord } from '../records/types.ts';
import { type Statistics, TermStatistics } from '../vectors/statistics.ts';
import { termsPrint } from '../weigher/reading.ts';
import { expectSameTerms } from '../weigher/weighting.ts';
import { buildSteps } from './build.ts';
import type { EngineParts } from './engine-parts.ts';
import { foldedSteps } from './folded.ts';
import { Part, type RowPlace } from './part.ts';
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
  const { saved: _, ...rest } = parts;
  const steps = statistics === 'keep' ? foldedSteps(rest) : rebuiltSteps(rest, given);
  return await inTurns(steps, parts.segments.size, options);
}

/** All records read again, and weighed by their own statistics or by those that are given; in steps. */
function* rebuiltSteps(parts: EngineParts, statistics: TermStatistics | undefined): Steps<EngineParts> {
  const { segments, reading, kernel } = parts;
  const { vectorizer, conditionWeights, maxDocumentShare, dense } = segments.base.collection;
  const { signalWeights } = vectorizer.parts;
  const records: MatchRecord[] = [];
  const places: RowPlace[] = [];
  const vectors: { readonly dense: DenseRows | undefined; readonly row: number }[] = [];
  for (const { part, live } of segments.all) {
    for (const row of live) {
      records.push(part.collection.records.at(row));
      places.push(part.rowPlace(row));
      if (dense !== undefined) vectors.push({ dense: part.collection.dense, row });
      yield 0;
    }
  }
  const collection = yield* buildSteps(
    records,
    reading,
    { signalWeights, conditionWeights, maxDocumentShare, statistics },
    dense && (yield* DenseRows.joinSteps(dense.space, vectors)),
  );
  const row = (row: number) => places[row]!.read(places[row]!.row);
  return { ...parts, segments: Segments.of(new Part({ collection, reading, row, places, kernel })) };
}
