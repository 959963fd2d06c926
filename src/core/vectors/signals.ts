import type { ChainTag } from '../chains/tagger.ts';
import { trlOf } from '../records/readiness.ts';
import { regionOf } from '../records/region.ts';
import { regionLevels } from '../records/regions.ts';
import type { MatchRecord } from '../records/types.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import {
  countTextTerms,
  TEXT_SIGNALS,
  type TermCounter,
  type TermFrequencies,
  type TextSignal,
} from '../terms/term-frequencies.ts';

/**
 * A signal is one signal about a record as a small non-negative sparse vector. All signals share one vocabulary:
 * the terms of each begin with its own control character, which no normalised text holds, so that in ascending
 * order of ids the signals lie side by side.
 */
export const SIGNALS = ['chains', 'modes', 'region', 'stage', ...TEXT_SIGNALS] as const;
/** The name of a signal, as weights and scores list it. */
export type SignalName = (typeof SIGNALS)[number];

/** Whether the terms of a signal come from texts: only these are weighted by document frequency. */
export function isTextSignal(signal: SignalName): signal is TextSignal {
  const texts: readonly string[] = TEXT_SIGNALS;
  return texts.includes(signal);
}

/** Signals before those of text, which are the last. */
export const FIRST_TEXT_SIGNAL = SIGNALS.findIndex(isTextSignal);

/** Weight of each signal; they are scaled to sum to 1. */
export type SignalWeights = Readonly<Record<SignalName, number>>;

/** Something for each signal. */
export function mapSignals<T>(make: (signal: SignalName) => T): Readonly<Record<SignalName, T>> {
  return Object.fromEntries(SIGNALS.map((signal) => [signal, make(signal)])) as Record<SignalName, T>;
}

/** Defaults: the texts decide, what they do counts besides, chains support them, region, stage and mode break near-ties. */
export const SIGNAL_WEIGHTS: SignalWeights = {
  characters: 0.34,
  pairs: 0.2,
  title: 0.13,
  latin: 0.07,
  functions: 0.07,
  words: 0.13,
  chains: 0.03,
  region: 0.01,
  stage: 0.01,
  modes: 0.01,
};

/** First character of the terms of a signal, ascending in the order of {@link SIGNALS}. */
export const SIGNAL_MARKS: Readonly<Record<SignalName, string>> = {
  chains: '\u0001',
  modes: '\u0002',
  region: '\u0003',
  stage: '\u0004',
  characters: '\u0005',
  functions: '\u0006',
  latin: '\u0007',
  pairs: '\u0008',
  title: '\u0009',
  words: '\u000b',
};

/** Signal → feature → value, before weighting and scaling; features without the mark of their signal. */
export type Features = Readonly<Record<SignalName, ReadonlyMap<string, number>>>;

/** Signals that no text is counted in. */
type OtherSignal = Exclude<SignalName, TextSignal>;
const OTHER_SIGNALS = SIGNALS.filter((signal): signal is OtherSignal => !isTextSignal(signal));

/** All features of a record. */
export function featuresOf(
  record: MatchRecord,
  frequencies: TermFrequencies,
  tags: readonly ChainTag[],
): Features {
  return { ...frequencies, ...otherFeatures(record, tags) };
}

/** Counts features: {@link TermCounter} of all signals. */
export interface FeatureCounter extends TermCounter {
  add(signal: SignalName, feature: string, count: number): void;
}

/** Shows the same to a counter, which adds up the values of a feature that comes again. */
export function countFeatures(
  record: MatchRecord,
  fields: readonly AnalyzedField[],
  tags: readonly ChainTag[],
  counter: FeatureCounter,
): void {
  countTextTerms(fields, counter);
  const features = otherFeatures(record, tags);
  for (const signal of OTHER_SIGNALS)
    for (const [feature, value] of features[signal]) counter.add(signal, feature, value);
}

function otherFeatures(record: MatchRecord, tags: readonly ChainTag[]): Pick<Features, OtherSignal> {
  const region = regionOf(record);
  const modes = (record.kind === 'demand' ? record.cooperationModes : record.transferModes) ?? [];
  return {
    chains: new Map(tags.map((tag) => [tag.code, tag.confidence])),
    region: new Map((region === undefined ? [] : regionLevels(region)).map((key) => [key, 1])),
    stage: stageFeatures(record),
    modes: new Map(modes.flatMap(({ code }) => (code === undefined ? [] : [[code, 1] as const]))),
  };
}

/**
 * The range of readiness levels with half-weight shoulders, so that neighbouring stages overlap
 * and a distance of one level is no cliff.
 */
function stageFeatures(record: MatchRecord): Map<string, number> {
  const features = new Map<string, number>();
  const range = trlOf(record);
  if (range === undefined) return features;
  const [low, high] = range;
  for (let level = Math.ceil(low) - 1; level <= Math.floor(high) + 1; level++) {
    if (level < 1 || level > 9) continue;
    features.set(String(level), level < low || level > high ? 0.5 : 1);
  }
  return features;
}
