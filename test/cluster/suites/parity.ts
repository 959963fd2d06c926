import type { MatchOptions, QueryInput } from 'cuohe';
import type { ClusterFilter } from 'cuohe/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { both } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import {
  achievements,
  asOf,
  demands,
  forEach,
  invented,
  inventedTitles,
  longDemand,
  type Place,
  placeOf,
  sampleAchievements,
  sampleDemands,
  severalNeeds,
} from '../world.ts';

type Options = Omit<MatchOptions, 'filter'> & { readonly filter: ClusterFilter };

const ALL = Number.POSITIVE_INFINITY;
const COUNTS = ['chains', 'regions', 'kinds', 'stages'] as const;

/** What a host may ask for beside the query. */
const WAYS: readonly (readonly [string, Options])[] = [
  ['expired and secret ones too', { filter: { asOf, includeExpired: true, clearance: 'secret' } }],
  ['those of a province', { filter: { asOf, regions: ['21'] } }],
  ['those of two chains', { filter: { asOf, chains: ['SY01', 'SY05'] }, limit: 20 }],
  ['those of a city and a chain', { filter: { asOf, regions: ['沈阳市'], chains: ['SY02'] } }],
  ['those of another kind', { filter: { asOf }, kinds: ['demand'] }],
  ['a page that is not the first', { filter: { asOf }, limit: 7, offset: 13 }],
  ['all that reach a score', { filter: { asOf }, minScore: 0.05, limit: ALL }],
  ['all, briefly', { filter: { asOf }, lean: true, limit: ALL }],
  ['a few, and counts of all', { filter: { asOf }, limit: 3, total: true, counts: COUNTS }],
  ['counts alone', { filter: { asOf, clearance: 'internal' }, limit: 0, total: true }],
];

const FIRST: Options = { filter: { asOf } };

/** Some of a list, spread over all of it. */
const some = <T>(list: readonly T[], step: number, from = 0) => list.filter((_, i) => i % step === from);

/**
 * A cluster answers as one machine does.
 * @param every asks one of so many queries: an engine that is asked the same as another need not be asked all of it.
 */
export const parity =
  (every: number) =>
  (cluster: () => Cluster): void => {
    /** All but the positions, which a cluster does not have. */
    const expectSame = async (place: Place, query: QueryInput, options: Options) => {
      const { found, cluster, alone } = await both(place, query, options);
      expect(cluster).toEqual(alone);
      expect(found.proven).toBe(true);
      return found;
    };

    describe('a cluster of the sample answers as one machine does, to the bit', () => {
      let forDemands: Place;
      let forAchievements: Place;
      beforeAll(async () => {
        forDemands = await placeOf(cluster(), 'achievements', sampleAchievements());
        forAchievements = await placeOf(cluster(), 'demands', sampleDemands());
      });
      afterAll(() => cluster().ask('DELETE', '/achievements,demands'));

      it('to every demand', async () => {
        await forEach(some(demands, every), (demand) => expectSame(forDemands, demand, FIRST));
      });

      it('to achievements that look for demands', async () => {
        await forEach(some(achievements, 4 * every), (one) => expectSame(forAchievements, one, FIRST));
      });

      it('to achievements that look for others like them', async () => {
        await forEach(some(achievements, 20 * every), (one) => expectSame(forDemands, one, FIRST));
      });

      it.each(WAYS)('asked for %s', async (_, options) => {
        await forEach(some(demands, 12 * every, 5), (demand) => expectSame(forDemands, demand, options));
        await forEach(some(achievements, 40 * every, 7), (one) => expectSame(forAchievements, one, options));
      });

      it('to a demand with several needs, with the best for each', async () => {
        const query = severalNeeds(demands.slice(0, 4));
        const { needs } = await expectSame(forDemands, query, FIRST);
        expect(needs).toHaveLength(4);
        await expectSame(forDemands, query, { filter: { asOf, regions: ['21'] }, limit: 3, offset: 2 });
      });

      it('to a demand of more terms than the engine takes clauses', async () => {
        const query = longDemand(demands.slice(0, 30));
        expect(forDemands.weigher.row(query).terms.length).toBeGreaterThan(1024);
        await expectSame(forDemands, query, FIRST);
        await expectSame(forDemands, query, { filter: { asOf }, limit: ALL, lean: true });
      });

      it('to a text', async () => {
        await expectSame(forDemands, '压铸件的气孔怎么检测', FIRST);
        await expectSame(forAchievements, '压铸件的气孔怎么检测', FIRST);
      });

      it('to a text that shares nothing with any record', async () => {
        const { matches } = await expectSame(forDemands, 'ꙮꙮꙮ', FIRST);
        expect(matches).toEqual([]);
      });
    });

    describe('a cluster of 2,000 invented records answers as one machine does, to the bit', () => {
      let place: Place;
      beforeAll(async () => {
        place = await placeOf(cluster(), 'invented', invented().collection);
      });
      afterAll(() => cluster().ask('DELETE', '/invented'));

      it('to invented demands', async () => {
        await forEach(some(invented().queries, every), (query) => expectSame(place, query, FIRST));
      });

      it('with counts of those of a region', async () => {
        const options: Options = { filter: { asOf, regions: ['37'] }, total: true, counts: COUNTS };
        await forEach(some(invented().queries, 20), (query) => expectSame(place, query, options));
      });
    });

    describe('a cluster of 1,500 invented titles answers as one machine does, to the bit', () => {
      let place: Place;
      beforeAll(async () => {
        place = await placeOf(cluster(), 'titles', inventedTitles().collection);
      });
      afterAll(() => cluster().ask('DELETE', '/titles'));

      it('far down, over pages of a point in time', async () => {
        const options: Options = { filter: { asOf }, limit: ALL, lean: true };
        const { examined } = await expectSame(place, inventedTitles().wide, options);
        expect(examined).toBeGreaterThan(1000);
      });
    });
  };
