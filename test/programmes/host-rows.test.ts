import { createMatcher } from 'cuohe';
import {
  alerts,
  checkMatches,
  commonDemands,
  diagnoseDemand,
  escalationList,
  invitePairs,
  likelyDemands,
  listResources,
  matchEarly,
  planMadeToOrder,
  rankChallengeUnits,
  rankExperts,
  routeMaturity,
  sessionThemes,
  supplyForCluster,
  widenSearch,
} from 'cuohe/programmes';
import { describe, expect, it } from 'vitest';
import { type SampleAchievement, type SampleDemand, sampleFile, sampleRegions } from './sample-file.ts';

/** A row of a host whose columns have names and forms of its own. */
interface Row<T> {
  readonly 编号: number;
  readonly 内容: Omit<T, 'id'>;
}

const rowsOf = <T extends { readonly id: string }>(records: readonly T[]): Row<T>[] =>
  records.map(({ id, ...rest }, i) => Object.freeze({ 编号: i + 1, 旧编号: id, 内容: rest }));

const achievements = sampleFile<SampleAchievement>('achievements');
const demands = sampleFile<SampleDemand>('demands');
const numberOf = (list: readonly { readonly id: string }[], id: string) =>
  String(list.findIndex((record) => record.id === id) + 1);

const rows = rowsOf(achievements);
const supply = createMatcher(rows, { read: ({ 编号, 内容 }) => ({ id: 编号, ...内容 }) });
const plain = createMatcher(achievements);
const demandRows = rowsOf(demands);
const wanted = createMatcher(demandRows, {
  side: 'demand',
  read: ({ 编号, 内容 }) => ({ id: 编号, ...内容 }),
});
const plainDemands = createMatcher(demands, { side: 'demand' });

const demand = demands.find(({ id }) => id === 'D004')!;
const filter = { asOf: '2026-09-01' };
const regions = sampleRegions();

/** A result under the ids of the rows. */
const renumbered = (value: unknown, list: readonly { readonly id: string }[]): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner) => (key === 'record' ? undefined : inner)).replace(
      // Also within a sentence.
      /[A-Z]+\d+/g,
      (id) => (list.some((record) => record.id === id) ? numberOf(list, id) : id),
    ),
  );
const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'record' ? undefined : inner)));

describe('programmes over rows of any form', () => {
  it('give in matches the row itself, whatever they read of it', async () => {
    const { matches } = listResources(demand, supply, { filter, limit: 5 });
    for (const { record, index } of matches) expect(record).toBe(rows[index]);
    const run = await alerts([{ id: 'p', queries: [demand] }], supply, undefined, { filter });
    expect(run.profiles[0]!.alerts.length).toBeGreaterThan(0);
    for (const { match } of run.profiles[0]!.alerts) expect(match.record).toBe(rows[match.index]);
    const widened = widenSearch(demand, supply, regions, { filter, minScore: 0.1 });
    for (const { record, index } of widened.rings.flatMap((ring) => ring.matches))
      expect(record).toBe(rows[index]);
    for await (const early of matchEarly(supply, [demand], { filter, limit: 3 })) {
      for (const { record, index } of early.matches) expect(record).toBe(rows[index]);
    }
  });

  it('hand the row to a filter of the host', () => {
    const seen = new Set<unknown>();
    const where = (row: (typeof rows)[number]) => {
      seen.add(row);
      return row.编号 % 2 === 1;
    };
    const { units, unattributed } = rankChallengeUnits(supply, demand, { filter: { ...filter, where } });
    expect([...seen].every((row) => rows.includes(row as (typeof rows)[number]))).toBe(true);
    const ids = [
      ...units.flatMap(({ evidence }) => evidence.map(({ recordId }) => recordId)),
      ...unattributed,
    ];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(Number(id) % 2).toBe(1);
  });

  it('find the same as over plain records', async () => {
    const same = (found: unknown, expected: unknown) =>
      expect(bare(found)).toEqual(renumbered(expected, achievements));
    same(
      rankChallengeUnits(supply, demand, { filter }).units.map(({ key, score }) => [key, score]),
      rankChallengeUnits(plain, demand, { filter }).units.map(({ key, score }) => [key, score]),
    );
    same(diagnoseDemand(supply, demand, { filter }), diagnoseDemand(plain, demand, { filter }));
    same(listResources(demand, supply, { filter }), listResources(demand, plain, { filter }));
    same(rankExperts(demand, supply, { filter }), rankExperts(demand, plain, { filter }));
    const options = { filter, minScore: 0.3 };
    same(await planMadeToOrder(supply, demands, options), await planMadeToOrder(plain, demands, options));
    same(
      await escalationList(demands, supply, regions, { filter }),
      await escalationList(demands, plain, regions, { filter }),
    );
    const pairs = [{ demand, supply: achievements[0]! }];
    const rowPairs = [{ demand, supply: { ...achievements[0]!, id: '1' } }];
    same(
      await routeMaturity(rowPairs, supply, { minScore: 0.05, filter }),
      await routeMaturity(pairs, plain, { minScore: 0.05, filter }),
    );
    const invited = async (matcher: typeof supply | typeof plain) =>
      (await invitePairs([demand], matcher as typeof plain, filter)).pairs.map(({ value, supplier }) => [
        value,
        supplier,
      ]);
    same(await invited(supply), await invited(plain));
  });

  it('find the same demands as over plain records', async () => {
    const same = (found: unknown, expected: unknown) =>
      expect(bare(found)).toEqual(renumbered(expected, demands));
    const firm = { id: 'F', name: '某厂', products: ['燃气轮机叶片'], description: '热障涂层' };
    same(likelyDemands(wanted, firm, { filter }), likelyDemands(plainDemands, firm, { filter }));
    const themes = async (matcher: typeof wanted | typeof plainDemands) =>
      (await sessionThemes(matcher, filter)).themes.map(({ name, demandIds }) => [name, demandIds.length]);
    expect(await themes(wanted)).toEqual(await themes(plainDemands));
    const options = { filter, minFirms: 2, minScore: 0.2 };
    const clusters = await commonDemands(wanted, options);
    const expected = await commonDemands(plainDemands, options);
    const sizes = (found: typeof clusters) =>
      found.clusters.map(({ firms, members }) => [firms.length, members.length]);
    expect(sizes(clusters).length).toBeGreaterThan(0);
    expect(sizes(clusters)).toEqual(sizes(expected));
    const [best] = await supplyForCluster(clusters.clusters[0]!, supply, { filter });
    expect(rows).toContain(best!.record);
  });

  it('read the rows of matches as records where no matcher tells how', () => {
    const { matches } = plain.match(demand, { filter, limit: 3 });
    expect(checkMatches(demand, matches).matches.map(({ match }) => match)).toEqual(matches);
  });
});
