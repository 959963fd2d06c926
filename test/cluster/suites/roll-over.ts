import { rollOver, search, writeAll } from 'cuohe/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { both, machineOf, type Row, weigherOf } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import { achievements, asOf, collectionOf, demands, type Place, placeOf, sampleWeigher } from '../world.ts';

const filter = { asOf };
/** Of other statistics: scores of both cannot be compared. */
const newer = weigherOf(achievements.slice(0, 60), demands);
const NEW = `live-${newer.version}`;

const [first, second, third, ...others] = achievements as [Row, Row, Row, ...Row[]];
/** As it is in the end: one was removed, one has changed, one is new. */
const changed: Row = { ...third, id: second.id };
const added: Row = { ...first, id: 'added-meanwhile' };
const last: Row[] = [changed, third, ...others, added];

/** A new index takes the place of the old one while both are written to, and the old one is asked. */
export function rollOvers(cluster: () => Cluster): void {
  describe('an index whose place another takes', () => {
    let place: Place;
    beforeAll(async () => {
      place = await placeOf(cluster(), 'before', collectionOf(sampleWeigher, achievements));
      await cluster().ask('POST', '/_aliases', { actions: [{ add: { index: 'before', alias: 'live' } }] });
    });
    afterAll(async () => {
      for (const index of ['before', NEW, `${NEW}-2`]) await cluster().ask('DELETE', `/${index}`);
    });

    it('answers all along, and the new one then has every record and every change', async () => {
      let isRolling = true;
      let asked = 0;
      const asking = (async () => {
        while (isRolling) {
          const { matches } = await search(place.transport, {
            ...{ index: 'before', weigher: sampleWeigher, query: demands[asked % demands.length]! },
            ...{ filter, limit: 5, lean: true },
          });
          expect(matches).toHaveLength(5);
          asked++;
        }
      })();
      const write = async (index: string) => {
        const weigher = index === 'before' ? sampleWeigher : newer;
        const written = { index, weigher, put: [changed, added], remove: [first.id], revision: 2 };
        await writeAll(place.transport, written);
      };
      const report = await rollOver(place.transport, {
        ...{ alias: 'live', weigher: newer, shards: 3, replicas: 1, flushBytes: 50_000 },
        onIndex: async (index) => {
          await Promise.all([write('before'), write(index)]);
        },
      }).finally(() => {
        isRolling = false;
      });
      await asking;
      expect(asked).toBeGreaterThan(0);
      expect(report).toEqual({ index: NEW, previous: ['before'], count: last.length, rejected: 0 });
      const { body } = await cluster().ask('GET', '/_alias/live');
      expect(Object.keys(body)).toEqual([NEW]);
      const machine = machineOf(last, newer.statistics);
      const now = { ...place, weigher: newer, index: 'live', machine };
      for (const query of demands.slice(0, 10)) {
        const { cluster, alone } = await both(now, query, { filter, total: true });
        expect(cluster).toEqual(alone);
      }
    });

    it('is not written to, nor asked, with the weigher of before', async () => {
      const { transport } = place;
      const old = { index: 'live', weigher: sampleWeigher };
      const error = { code: 'ENGINE_MIXED' };
      await expect(writeAll(transport, { ...old, put: [first], revision: 3 })).rejects.toMatchObject(error);
      await expect(search(transport, { ...old, query: demands[0]! })).rejects.toMatchObject(error);
    });

    it('is a new one each time, under a name of its own', async () => {
      const report = await rollOver(place.transport, { alias: 'live', weigher: newer });
      expect(report).toEqual({ index: `${NEW}-2`, previous: [NEW], count: last.length, rejected: 0 });
    });

    it('is no index by its own name, which cannot be moved, nor one that is not there', async () => {
      const { transport } = place;
      const refused = { code: 'INVALID_OPTIONS', issues: [{ path: 'alias' }] };
      await expect(rollOver(transport, { alias: 'before', weigher: newer })).rejects.toMatchObject(refused);
      const missing = { index: 'nowhere', weigher: newer, put: [first], revision: 1 };
      await expect(writeAll(transport, missing)).rejects.toThrow('There is no index "nowhere"');
      expect((await cluster().ask('GET', '/nowhere/_count')).status).toBe(404);
    });
  });
}
