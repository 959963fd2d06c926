import type { ChainTag } from '../chains/tagger.ts';
import { regionLevels } from '../records/regions.ts';
import type { MatchRecord } from '../records/types.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import {
  countTextTerms,
  TEXT_FACETS,
  type TermFrequencies,
  type TextFacet,
} from '../terms/term-frequencies.ts';

/**
 * A facet is one signal about a record as a small non-negative sparse vector. All facets share one vocabulary:
 * the terms of each begin with its own control character, which no normalised text holds, so that in ascending
 * order of ids the facets lie side by side.
 */
export const FACETS = ['chains', 'modes', 'region', 'stage', ...TEXT_FACETS] as const;
export type FacetName = (typeof FACETS)[number];

/** Whether the terms of a facet come from texts: only these are weighted by document frequency. */
export function isTextFacet(facet: FacetName): facet is TextFacet {
  const texts: readonly string[] = TEXT_FACETS;
  return texts.includes(facet);
}

/** Weight of each facet; they are scaled to sum to 1. */
export type FacetWeights = Readonly<Record<FacetName, number>>;

/** Defaults: the texts decide, chains support them, region, stage and mode break near-ties. */
export const FACET_WEIGHTS: FacetWeights = {
  characters: 0.38,
  pairs: 0.22,
  title: 0.13,
  latin: 0.07,
  words: 0.14,
  chains: 0.03,
  region: 0.01,
  stage: 0.01,
  modes: 0.01,
};

/** First character of the terms of a facet, ascending in the order of {@link FACETS}. */
export const FACET_MARKS: Readonly<Record<FacetName, string>> = {
  chains: '\u0001',
  modes: '\u0002',
  region: '\u0003',
  stage: '\u0004',
  characters: '\u0005',
  latin: '\u0006',
  pairs: '\u0007',
  title: '\u0008',
  words: '\u0009',
};

/** Facet → feature → value, before weighting and scaling; features without the mark of their facet. */
export type Features = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/** Facets that no text is counted in. */
type OtherFacet = Exclude<FacetName, TextFacet>;
const OTHER_FACETS = FACETS.filter((facet): facet is OtherFacet => !isTextFacet(facet));

/** All features of a record. */
export function featuresOf(
  record: MatchRecord,
  frequencies: TermFrequencies,
  tags: readonly ChainTag[],
): Features {
  return { ...frequencies, ...otherFeatures(record, tags) };
}

/** Shows the same to a counter, which adds up the values of a feature that comes again. */
export function countFeatures(
  record: MatchRecord,
  fields: readonly AnalyzedField[],
  tags: readonly ChainTag[],
  count: (facet: FacetName, feature: string, value: number) => void,
): void {
  countTextTerms(fields, count);
  const features = otherFeatures(record, tags);
  for (const facet of OTHER_FACETS)
    for (const [feature, value] of features[facet]) count(facet, feature, value);
}

function otherFeatures(record: MatchRecord, tags: readonly ChainTag[]): Pick<Features, OtherFacet> {
  const region = regionOf(record);
  const modes = (record.kind === 'demand' ? record.cooperationModes : record.transferModes) ?? [];
  return {
    chains: new Map(tags.map((tag) => [tag.code, tag.confidence])),
    region: new Map((region === undefined ? [] : regionLevels(region)).map((key) => [key, 1])),
    stage: stageFeatures(record),
    modes: new Map(modes.flatMap(({ code }) => (code === undefined ? [] : [[code, 1] as const]))),
  };
}

/** The text terms of a record, marked by facet: what document frequencies count. */
export function* textTerms(frequencies: TermFrequencies): Generator<string> {
  for (const facet of TEXT_FACETS)
    for (const term of frequencies[facet].keys()) yield FACET_MARKS[facet] + term;
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

/** Readiness of a record: `trl` where given, else what its stage was read as. */
export function trlOf(record: MatchRecord): readonly [number, number] | undefined {
  const { trl = record.stage?.trl } = record;
  return typeof trl === 'number' ? [trl, trl] : trl;
}

/** The region of a record, or that of its organisation where it has none of its own. */
export function regionOf(record: MatchRecord): string | undefined {
  const { regionCode, organization } = record;
  if (regionCode !== undefined) return regionCode;
  const region = typeof organization === 'object' ? organization.regionCode : undefined;
  return typeof region === 'string' ? region : undefined;
}
