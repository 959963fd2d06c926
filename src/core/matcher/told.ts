import type { ChainTag } from '../chains/tagger.ts';
import type { FilteredCounts } from '../matches/filters.ts';
import type { Taxonomy } from '../records/taxonomy.ts';

/** Records that a filter keeps. */
export interface Passing {
  /** Positions of the records that passed, ascending. */
  readonly indices: readonly number[];
  /** How many they are. */
  readonly candidates: number;
  /** Records that each filter removed. */
  readonly filtered: FilteredCounts;
}

/** A chain that a record was tagged with when it was indexed. */
export interface StoredChain {
  readonly code: string;
  /** The code again for chains outside of the taxonomy. */
  readonly nameZh: string;
  readonly nameEn: string;
  /** In (0, 1]. */
  readonly confidence: number;
}

/** Chain tags with the names of the chains. */
export function storedChains(tags: readonly ChainTag[], { chains }: Taxonomy): StoredChain[] {
  return tags.map(({ code, confidence }) => {
    const chain = chains.find((candidate) => candidate.code === code);
    return { code, nameZh: chain?.nameZh ?? code, nameEn: chain?.nameEn ?? code, confidence };
  });
}
