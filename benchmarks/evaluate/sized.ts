import { buildSteps } from '../../src/core/matcher/build.ts';
import { Matcher } from '../../src/core/matcher/matcher.ts';
import { createReading, resolveWeighting } from '../../src/core/matcher/setup.ts';
import { termFrequencies } from '../../src/core/terms/term-frequencies.ts';
import { featuresOf } from '../../src/core/vectors/signals.ts';
import {
  type AchievementInput,
  type DemandInput,
  parseRecords,
  type ReadingOptions,
  type WeightingOptions,
} from '../../src/index.ts';

/** A matcher and how heavy its rows are. */
export interface SizedMatcher {
  readonly matcher: Matcher;
  /** Average non-zeros of an indexed row. */
  readonly perRow: number;
  /** Average non-zeros of a query that meet the index. */
  readonly perQuery: number;
}

/** Builds a matcher from its parts, so that the rows of queries, which a matcher keeps to itself, can be counted. */
export function buildSized(
  achievements: readonly AchievementInput[],
  demands: readonly DemandInput[],
  options: ReadingOptions & WeightingOptions,
): SizedMatcher {
  const weighting = resolveWeighting(options);
  const reading = createReading(options, weighting.fieldWeights);
  const steps = buildSteps(parseRecords(achievements, 'achievement'), reading, weighting);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const collection = step.value;
  const nonZeros = parseRecords(demands, 'demand').map((demand) => {
    const fields = reading.analyzer.analyze(demand);
    const features = featuresOf(demand, termFrequencies(fields), reading.tagger.tag(demand, fields));
    return collection.vectorizer.row(features).ids.length;
  });
  const matcher = new Matcher('achievement', reading, collection);
  const average = (sum: number, count: number) => (count === 0 ? 0 : sum / count);
  return {
    matcher,
    perRow: average(matcher.stats.postings, matcher.size),
    perQuery: average(
      nonZeros.reduce((sum, count) => sum + count, 0),
      nonZeros.length,
    ),
  };
}
