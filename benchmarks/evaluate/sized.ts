import { Issues } from '../../src/base/issues.ts';
import { last } from '../../src/base/steps.ts';
import { buildSteps } from '../../src/core/matcher/build.ts';
import { Engine } from '../../src/core/matcher/engine.ts';
import { matcherOf } from '../../src/core/matcher/matcher.ts';
import { Part } from '../../src/core/matcher/part.ts';
import { Segments } from '../../src/core/matcher/segments.ts';
import { termFrequencies } from '../../src/core/terms/term-frequencies.ts';
import { featuresOf } from '../../src/core/vectors/signals.ts';
import { createReading } from '../../src/core/weigher/reading.ts';
import { readWeighting } from '../../src/core/weigher/weighting.ts';
import {
  type AchievementInput,
  type DemandInput,
  type Matcher,
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
  const issues = new Issues();
  const weighting = readWeighting(issues, options);
  issues.throwAsOptions();
  const reading = createReading(options, weighting.fieldWeights);
  const collection = last(buildSteps(parseRecords(achievements, 'achievement'), reading, weighting));
  const nonZeros = parseRecords(demands, 'demand').map((demand) => {
    const fields = reading.analyzer.analyze(demand);
    const features = featuresOf(demand, termFrequencies(fields), reading.tagger.tag(demand, fields));
    return collection.vectorizer.row(features).ids.length;
  });
  const part = new Part({ collection, reading, row: (row) => achievements[row] });
  const segments = Segments.of(part);
  const matcher = matcherOf<AchievementInput>(new Engine({ side: 'achievement', reading, segments }));
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
