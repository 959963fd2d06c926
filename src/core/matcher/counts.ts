import type { Attributes } from '../collection/attributes.ts';
import type { Counted } from '../matches/match-options.ts';
import { RECORD_KINDS } from '../records/kinds.ts';
import { regionLevels } from '../records/regions.ts';
import type { MatchCounts } from './match.ts';

/** Counts what rows of a collection have. O(rows), from the columns alone. */
export function countsOf(rows: Uint32Array, wanted: readonly Counted[], attributes: Attributes): MatchCounts {
  return Object.fromEntries(wanted.map((what) => [what, COUNTERS[what](rows, attributes)]));
}

/** Counts of several parts together. */
export function addedCounts(all: readonly MatchCounts[]): MatchCounts {
  const [first, ...others] = all as readonly [MatchCounts, ...MatchCounts[]];
  if (others.length === 0) return first;
  return Object.fromEntries(
    Object.keys(first).map((what) => {
      const sums = new Map<string, number>();
      for (const counts of all) {
        for (const [name, count] of Object.entries(counts[what as Counted]!))
          sums.set(name, (sums.get(name) ?? 0) + count);
      }
      return [what, sortedCounts(sums)];
    }),
  );
}

// Names that are numbers, such as 21, would lead an object whatever the order: sorted is as good.
function sortedCounts(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Counter = (rows: Uint32Array, attributes: Attributes) => Record<string, number>;

const COUNTERS: Readonly<Record<Counted, Counter>> = {
  chains: (rows, { tagOffsets, tagChains, chainCodes }) =>
    tally(rows, chainCodes.length, (row, count) => {
      for (let i = tagOffsets[row]!; i < tagOffsets[row + 1]!; i++) count(tagChains[i]!);
      return tagOffsets[row] !== tagOffsets[row + 1];
    }).named((position) => [chainCodes[position]!]),
  regions: (rows, { regions, regionKeys }) =>
    one(rows, regions, regionKeys.length).named((position) => regionLevels(regionKeys[position]!)),
  kinds: (rows, { kinds }) =>
    one(rows, kinds, RECORD_KINDS.length).named((position) => [RECORD_KINDS[position]!]),
  stages: (rows, { stages, stageCodes }) =>
    one(rows, stages, stageCodes.length).named((position) =>
      [stageCodes[position]!].filter((code) => code !== ''),
    ),
};

/** Counts rows by the one value that each has. */
function one(rows: Uint32Array, values: ArrayLike<number>, size: number) {
  return tally(rows, size, (row, count) => {
    count(values[row]!);
    return true;
  });
}

/** Counts rows by values; a row without any counts under the empty key. */
function tally(
  rows: Uint32Array,
  size: number,
  visit: (row: number, count: (position: number) => void) => boolean,
) {
  const counts = new Float64Array(size);
  let without = 0;
  for (const row of rows) {
    const has = visit(row, (position) => {
      counts[position]!++;
    });
    if (!has) without++;
  }
  return {
    /** The counts by name: a value may have several names, or none. */
    named(namesOf: (position: number) => readonly string[]): Record<string, number> {
      const named = new Map<string, number>();
      const add = (name: string, count: number) => named.set(name, (named.get(name) ?? 0) + count);
      if (without > 0) add('', without);
      counts.forEach((count, position) => {
        if (count === 0) return;
        const names = namesOf(position);
        for (const name of names.length > 0 ? names : ['']) add(name, count);
      });
      return sortedCounts(named);
    },
  };
}
