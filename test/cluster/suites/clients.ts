import { search, type Transport } from 'cuohe/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { both } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import { asOf, demands, type Place, placeOf, sampleAchievements } from '../world.ts';

/** A client, as the host makes it. */
export interface HeldClient {
  readonly name: string;
  make(nodes: string[]): Transport & { close(): Promise<unknown> };
}

/** Whatever client the host holds, the answers are the same. */
export const clients =
  (held: readonly HeldClient[]) =>
  (cluster: () => Cluster): void => {
    describe.each(held)('asked through $name', ({ make }) => {
      let place: Place;
      let client: ReturnType<HeldClient['make']>;
      beforeAll(async () => {
        client = make([...cluster().urls]);
        place = { ...(await placeOf(cluster(), 'clients', sampleAchievements())), transport: client };
      });
      afterAll(async () => {
        await client.close();
        await cluster().ask('DELETE', '/clients');
      });

      it('the cluster answers as one machine does', async () => {
        for (const demand of demands.slice(0, 5)) {
          const { cluster, alone } = await both(place, demand, { filter: { asOf } });
          expect(cluster).toEqual(alone);
        }
      });

      it('all records are paged through', async () => {
        const options = { filter: { asOf }, limit: Number.POSITIVE_INFINITY, lean: true } as const;
        const { cluster, alone } = await both(place, demands[0]!, options);
        expect(cluster).toEqual(alone);
      });

      it('an index that is not there is an error', async () => {
        const { transport, weigher } = place;
        const asked = search(transport, { index: 'nowhere', weigher, query: demands[0]! });
        await expect(asked).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
      });
    });
  };
