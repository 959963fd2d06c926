import { readFileSync } from 'node:fs';
import { createMatcher, type SupplyKind } from 'cuohe';
import { createMatcher as createSmallMatcher } from 'cuohe/core';
import { listResources } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KindQuota } from '../../src/programmes/resources/list-resources.ts';
import { achievements, demand, EVERYTHING, PARTS } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';
import type { SampleAchievement, SampleDemand } from './sample-file.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const demands = read<SampleDemand>('demands.jsonl');
const demandOf = (id: string) => demands.find((item) => item.id === id)!;
const matcher = createMatcher([
  ...read<SampleAchievement>('achievements.jsonl'),
  ...read<SampleAchievement>('programmes/resources.jsonl'),
]);
const asOf = { filter: { asOf: '2026-09-01' } };

describe('listResources on the sample', () => {
  const coating = demandOf('D004');
  const plain = listResources(coating, matcher, { ...asOf, limit: 6 });

  it('is the list of match where no quota says otherwise', () => {
    const { matches } = matcher.match(coating, { ...asOf, limit: 6 });
    expect(plain.matches).toEqual(matches);
    // The coating itself and its test, which say nearly the same, come before everything else.
    expect(new Set(plain.matches.slice(0, 2).map(({ id }) => id))).toEqual(new Set(['RS001', 'A005']));
  });

  it('gives each kind the places that it is promised, and keeps the order of scores', () => {
    const quotas = { patent: { least: 1 }, team: { least: 1 }, achievement: { most: 1 } };
    const { matches, counts } = listResources(coating, matcher, { ...asOf, limit: 6, quotas });
    const kinds = matches.map(({ index }) => matcher.parsed(index).kind);
    expect(kinds.filter((kind) => kind === 'patent').length).toBe(1);
    expect(kinds.filter((kind) => kind === 'team').length).toBe(1);
    expect(kinds.filter((kind) => kind === 'achievement').length).toBe(1);
    const scores = matches.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(matches.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(counts.every(({ missing }) => missing === 0)).toBe(true);
  });

  it('lists a record with the score, signals and reason that the matcher gives it', () => {
    const quotas = { instrument: { least: 3 } };
    const { matches } = listResources(coating, matcher, { ...asOf, limit: 3, quotas });
    const all = matcher.match(coating, { ...asOf, kinds: ['instrument'], limit: 3 }).matches;
    expect(matches).toEqual(all);
  });

  it('fills no place with what does not match, and says how many places stayed empty', () => {
    const quotas = { institution: { least: 3 } };
    const { matches, counts } = listResources(coating, matcher, {
      ...asOf,
      limit: 5,
      minScore: 0.05,
      quotas,
    });
    const listed = matches.filter(({ record }) => record.kind === 'institution');
    // Only the two that look at coatings score .05 or more: RS007 and RS011.
    expect(listed.map(({ id }) => id).sort()).toEqual(['RS007', 'RS011']);
    expect(counts.find(({ kind }) => kind === 'institution')).toEqual({
      kind: 'institution',
      listed: 2,
      missing: 1,
    });
  });

  it('keeps kinds and filters of match', () => {
    const { matches, counts } = listResources(coating, matcher, {
      kinds: ['service', 'instrument', 'service'],
      quotas: { service: { least: 1 } },
      filter: { ...asOf.filter, regions: ['2101'] },
    });
    expect(new Set(matches.map(({ record }) => record.kind))).toEqual(new Set(['service', 'instrument']));
    expect(matches.every(({ record }) => record.regionCode!.startsWith('2101'))).toBe(true);
    expect(new Set(matches.map(({ id }) => id)).size).toBe(matches.length);
    expect(counts.map(({ kind }) => kind)).toEqual(['instrument', 'service']);
  });
});

describe('listResources, for any collection and quotas', () => {
  const kinds = ['achievement', 'patent', 'expert'] as const;
  const quota = fc.record({ least: fc.nat(2), more: fc.nat(2) }, { requiredKeys: [] }).map(
    ({ least, more }): KindQuota => ({
      ...(least === undefined ? {} : { least }),
      ...(more === undefined ? {} : { most: (least ?? 0) + more }),
    }),
  );
  const quotas = fc.record({ achievement: quota, patent: quota, expert: quota }, { requiredKeys: [] });

  it('is the best of all lists that keep the quotas and the limit', () => {
    fc.assert(
      fc.property(achievements(8), demand, quotas, fc.nat(4), (records, query, given, extra) => {
        const small = createSmallMatcher(records, PARTS);
        const limit = Object.values(given).reduce((sum, item) => sum + (item?.least ?? 0), 0) + extra;
        const { matches, counts } = listResources(query, small, { ...EVERYTHING, limit, quotas: given });
        const all = small.match(query, EVERYTHING).matches;
        const of = (kind: SupplyKind, list: typeof all) =>
          list.filter(({ index }) => small.parsed(index).kind === kind).length;
        const isAllowed = (list: typeof all) =>
          list.length <= limit &&
          kinds.every((kind) => {
            const { least = 0, most = limit } = given[kind] ?? {};
            const listed = of(kind, list);
            return listed <= most && listed >= Math.min(least, of(kind, all));
          });
        const sum = (list: typeof all) => list.reduce((total, { score }) => total + score, 0);
        expect(isAllowed(matches)).toBe(true);
        const best = subsets(all).filter(isAllowed).map(sum);
        expect(sum(matches)).toBeCloseTo(Math.max(...best), 12);
        expect(new Set(matches.map(({ id }) => id)).size).toBe(matches.length);
        const order = matches.map(({ score, index }) => [score, index] as const);
        expect(order).toEqual([...order].sort((a, b) => b[0] - a[0] || a[1] - b[1]));
        for (const { kind, listed, missing } of counts) {
          expect(listed).toBe(of(kind as SupplyKind, matches));
          const { least = 0 } = given[kind as (typeof kinds)[number]] ?? {};
          expect(missing).toBe(Math.max(0, least - of(kind as SupplyKind, all)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is what match gives without quotas', () => {
    fc.assert(
      fc.property(achievements(), demand, fc.nat(12), (records, query, limit) => {
        const small = createSmallMatcher(records, PARTS);
        const options = { ...EVERYTHING, limit };
        expect(listResources(query, small, options).matches).toEqual(small.match(query, options).matches);
      }),
    );
  });
});

describe('listResources, called badly', () => {
  const query = { id: 'q', title: '涂层' };

  it('names every bad option, of the list and of match', async () => {
    const bad = {
      limit: -1,
      minScore: 2,
      quotas: { instrument: { least: 2, most: 1 }, service: { least: 0.5 }, tool: {}, patent: { lest: 1 } },
    } as never;
    expect((await badPathsOf(() => listResources(query, matcher, bad))).sort()).toEqual([
      'limit',
      'minScore',
      'quotas.instrument',
      'quotas.patent.lest',
      'quotas.service.least',
      'quotas.tool',
    ]);
  });

  it('refuses promises that the limit or the kinds cannot keep', async () => {
    const quotas = { instrument: { least: 2 }, service: { least: 2 } };
    expect(await badPathsOf(() => listResources(query, matcher, { limit: 3, quotas }))).toEqual(['quotas']);
    const outside = { kinds: ['service' as const], quotas };
    expect(await badPathsOf(() => listResources(query, matcher, outside))).toEqual(['quotas']);
  });

  it('refuses a bad demand', async () => {
    expect(await badPathsOf(() => listResources({ id: true } as never, matcher))).toEqual(['id', 'title']);
  });

  it('gives an empty list for limit 0, an empty demand and an empty collection', () => {
    expect(listResources(query, matcher, { limit: 0 }).matches).toEqual([]);
    expect(listResources({ id: 'q', title: '' }, matcher).matches).toEqual([]);
    const none = createSmallMatcher([], PARTS);
    expect(listResources(query, none, { quotas: { team: { least: 1 } } })).toEqual({
      queryId: 'q',
      matches: [],
      counts: [{ kind: 'team', listed: 0, missing: 1 }],
      asOf: null,
    });
  });

  it('takes no limit at all', () => {
    const { matches } = listResources(query, matcher, { limit: Number.POSITIVE_INFINITY, ...asOf });
    expect(matches).toEqual(matcher.match(query, { limit: Number.POSITIVE_INFINITY, ...asOf }).matches);
  });
});

function subsets<T>(list: readonly T[]): T[][] {
  let all: T[][] = [[]];
  for (const item of list) all = all.concat(all.map((some) => [...some, item]));
  return all;
}
