import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { both } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import { asOf, demands, longDemand, type Place, placeOf, sampleAchievements } from '../world.ts';

const SETTING = 'indices.query.bool.max_clause_count';
const RAISED = 4096;

/** The limit of clauses of an engine that takes another one while it runs. */
export function clauses(cluster: () => Cluster): void {
  describe('a limit of clauses', () => {
    let place: Place;
    const set = (limit: number | null) =>
      cluster().ask('PUT', '/_cluster/settings', { persistent: { [SETTING]: limit } });
    beforeAll(async () => {
      place = await placeOf(cluster(), 'clauses', sampleAchievements(), { replicas: 0 });
    });
    afterAll(async () => {
      await set(null);
      await cluster().ask('DELETE', '/clauses');
    });

    const query = longDemand(demands.slice(0, 30));
    const options = { filter: { asOf }, total: true } as const;

    it('leaves a longer demand without counts', async () => {
      await expect(both(place, query, options)).rejects.toMatchObject({ code: 'INVALID_OPTIONS' });
    });

    it('that was raised is read, and the demand is asked for, and counted, at once', async () => {
      expect((await set(RAISED)).status).toBe(200);
      const { cluster: found, alone } = await both(place, query, options);
      expect(found).toEqual(alone);
    });

    it('that was lowered is found out, and kept', async () => {
      expect((await set(64)).status).toBe(200);
      const { cluster: found, alone } = await both(place, demands[0]!, { filter: { asOf } });
      expect(found).toEqual(alone);
    });
  });
}
