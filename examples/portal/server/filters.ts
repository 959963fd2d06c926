import type { MatchOptions } from 'cuohe';
import { FACETS, type Facet, type Question } from './api.ts';
import type { Collection } from './collection.ts';
import type { StoredRecord } from './store.ts';

/** The filters of a question, as the library takes them. */

export type Options = MatchOptions<StoredRecord>;

/**
 * Kinds, chains and regions are filters of the library; stages, and records that state nothing, go by its `where`. The default
 * clearance lets public records out alone, and expired ones not at all.
 * @param keeps what must hold besides. Default: nothing.
 * @param left a facet whose choices do not count.
 */
export function optionsOf(
  collection: Collection,
  question: Question,
  keeps?: (index: number) => boolean,
  left?: Facet,
): Pick<Options, 'kinds' | 'filter'> {
  const wanted = (facet: Facet) => (facet === left ? [] : question[facet]);
  const [chains, regions, kinds, stages] = FACETS.map(wanted) as [string[], string[], string[], string[]];
  const tests: ((index: number) => boolean)[] = keeps === undefined ? [] : [keeps];
  const byKeys = (facet: Facet, keys: readonly string[]) =>
    tests.push((index) => collection.keys(index)[facet].some((key) => keys.includes(key)));
  if (stages.length > 0) byKeys('stages', stages);
  // What a record does not state has no name that a filter of the library knows.
  if (chains.includes('')) byKeys('chains', chains);
  if (regions.includes('')) byKeys('regions', regions);
  return {
    ...(kinds.length === 0 ? {} : { kinds: kinds as NonNullable<Options['kinds']> }),
    filter: {
      ...(chains.length === 0 || chains.includes('') ? {} : { chains }),
      ...(regions.length === 0 || regions.includes('') ? {} : { regions }),
      ...(tests.length === 0
        ? {}
        : { where: (_: StoredRecord, index: number) => tests.every((test) => test(index)) }),
    },
  };
}

/** Positions of the records that pass the filters, ascending. */
export function passing(
  collection: Collection,
  question: Question,
  keeps?: (index: number) => boolean,
  left?: Facet,
): readonly number[] {
  const { kinds, filter } = optionsOf(collection, question, keeps, left);
  return collection.matcher.passing(filter, kinds).indices;
}

/** How many records have what, as the library's `counts` tell it of those that match. */
export function countOf(
  collection: Collection,
  facet: Facet,
  indices: readonly number[],
): Record<string, number> {
  const counts = new Map<string, number>();
  for (const index of indices) {
    for (const key of collection.keys(index)[facet]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
