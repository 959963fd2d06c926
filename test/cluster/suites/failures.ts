import { search } from 'cuohe/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import { asOf, demands, forEach, type Place, placeOf, sampleAchievements } from '../world.ts';

const filter = { asOf };
/** Queries that are asked while a node is killed. */
const ASKED = 120;
/** Of these, so many before. */
const BEFORE = 20;

/** A cluster that loses a node gives complete answers or errors, and never fewer matches. */
export function failures(cluster: () => Cluster): void {
  describe('a cluster that loses one of three nodes', () => {
    let copied: Place;
    let single: Place;
    const lost = () => cluster().nodes[2]!;
    beforeAll(async () => {
      copied = await placeOf(cluster(), 'copied', sampleAchievements(), { replicas: 1 });
      single = await placeOf(cluster(), 'single', sampleAchievements(), { replicas: 0 });
    });
    afterAll(() => cluster().ask('DELETE', '/copied,single'));

    const queries = Array.from({ length: ASKED }, (_, i) => demands[i % demands.length]!);
    const expected = new Map<string, unknown>();
    const expectedOf = (query: (typeof queries)[number]) => {
      const known = expected.get(query.id) ?? comparable(copied.machine.match(query, { filter }));
      expected.set(query.id, known);
      return known;
    };
    const ask = ({ transport, index, weigher }: Place, query: (typeof queries)[number]) =>
      search(transport, { index, weigher, query, filter });
    const firstHits = async (index: string) => {
      const query = { exists: { field: 'kind' } };
      const { status, body } = await cluster().ask('POST', `/${index}/_search`, { size: 0, query });
      return { status, failed: body._shards.failed, found: body.hits.total.value };
    };

    it('has parts of both indexes on each of them', async () => {
      const { body } = await cluster().ask('GET', '/_cat/shards/copied,single?format=json');
      const there = body.filter(({ node }: { node: string }) => node === lost().name);
      expect(new Set(there.map(({ index }: { index: string }) => index))).toEqual(
        new Set(['copied', 'single']),
      );
    });

    it('gives complete answers or errors while the node is killed', async () => {
      let [answered, failed] = [0, 0];
      let killed: Promise<void> | undefined;
      await forEach(queries, async (query) => {
        if (answered + failed >= BEFORE) killed ??= lost().kill();
        let result: unknown;
        try {
          result = await ask(copied, query);
        } catch (error) {
          expect(error).toMatchObject({ code: 'ENGINE_FAILED' });
          failed++;
          return;
        }
        expect(comparable(result as object)).toEqual(expectedOf(query));
        answered++;
      });
      await killed;
      expect(lost().pid).toBeUndefined();
      expect(answered + failed).toBe(ASKED);
      expect(answered).toBeGreaterThanOrEqual(BEFORE);
    });

    it('gives complete answers without it, where there is a copy', async () => {
      await cluster().joined();
      await forEach(demands, async (query) => {
        expect(comparable(await ask(copied, query))).toEqual(expectedOf(query));
      });
    });

    it('gives errors, and nothing else, where there is none', async () => {
      await forEach(demands.slice(0, 20), async (query) => {
        await expect(ask(single, query)).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
      });
    });

    it('would by default have answered with fewer, as if that were all', async () => {
      const { status, failed, found } = await firstHits('single');
      expect(status).toBe(200);
      expect(failed).toBeGreaterThan(0);
      expect(found).toBeLessThan(copied.documents.length);
      expect(await firstHits('copied')).toEqual({ status: 200, failed: 0, found: copied.documents.length });
    });

    it('gives complete answers from both when the node has come back', async () => {
      await lost().start();
      await cluster().joined();
      await cluster().green('copied');
      await cluster().green('single');
      await forEach(demands.slice(0, 20), async (query) => {
        for (const place of [copied, single])
          expect(comparable(await ask(place, query))).toEqual(expectedOf(query));
      });
    });
  });
}
