import { search, writeAll } from 'cuohe/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable, type Row } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import type { EngineNode } from '../harness/node.ts';
import {
  achievements,
  asOf,
  collectionOf,
  demands,
  forEach,
  makeIndex,
  type Place,
  placeOf,
  sampleWeigher,
} from '../world.ts';

const filter = { asOf };
/** Short records, so that more queries fit into the time that a failure takes. */
const titles = achievements.map(({ id, title }): Row => ({ id, title }));
/** Queries that are asked while a node is killed. */
const ASKED = 120;
/** Of these, so many before. */
const BEFORE = 20;

/** The records, half of them once a node is being killed. */
async function* recordsAround(killing: Promise<void>): AsyncGenerator<Row> {
  yield* titles.slice(0, titles.length / 2);
  await killing;
  yield* titles.slice(titles.length / 2);
}

/** A cluster that loses a node gives complete answers or errors, and never fewer matches. */
export function failures(cluster: () => Cluster): void {
  describe('a cluster that loses one of three nodes', () => {
    let copied: Place;
    let single: Place;
    let lost: EngineNode;
    beforeAll(async () => {
      const collection = collectionOf(sampleWeigher, titles);
      copied = await placeOf(cluster(), 'copied', collection, { replicas: 1 });
      single = await placeOf(cluster(), 'single', collection, { replicas: 0 });
      await makeIndex(cluster(), 'written');
      const { body } = await cluster().ask('GET', '/_cat/shards/single?format=json');
      // One that has a part of the index without copies.
      lost = cluster().nodes.find(({ name }) => name === body[0].node)!;
    });
    afterAll(() => cluster().ask('DELETE', '/copied,single,written'));

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
      const { total, successful } = body._shards;
      return { status, missing: total - successful, found: body.hits.total.value };
    };

    it('gives complete answers or errors while the node is killed, and keeps what is written', async () => {
      let [answered, failed] = [0, 0];
      let killed: Promise<void> | undefined;
      let go = () => {};
      const killing = new Promise<void>((resolve) => {
        go = resolve;
      });
      const writing = writeAll(copied.transport, {
        ...{ index: 'written', weigher: sampleWeigher, revision: 1 },
        put: recordsAround(killing),
        // Many small ones.
        flushBytes: 5000,
      });
      await forEach(queries, async (query) => {
        if (answered + failed >= BEFORE && killed === undefined) {
          killed = lost.kill();
          go();
        }
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
      expect(lost.pid).toBeUndefined();
      expect(answered + failed).toBe(ASKED);
      expect(answered).toBeGreaterThanOrEqual(BEFORE);
      const { written, unchanged, rejected } = await writing;
      // One whose answer was lost is found to be there already.
      expect(written + unchanged).toBe(titles.length);
      expect(rejected).toBe(0);
      const { body } = await cluster().ask('GET', '/written/_count');
      expect(body.count).toBe(titles.length);
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
      const { status, missing, found } = await firstHits('single');
      expect(status).toBe(200);
      expect(missing).toBeGreaterThan(0);
      expect(found).toBeLessThan(copied.documents.length);
      expect(await firstHits('copied')).toEqual({ status: 200, missing: 0, found: copied.documents.length });
    });

    it('gives complete answers from all when the node has come back', async () => {
      await lost.start();
      await cluster().joined();
      await cluster().green('copied');
      await cluster().green('single');
      await cluster().green('written');
      await forEach(demands.slice(0, 20), async (query) => {
        for (const place of [copied, single, { ...copied, index: 'written' }])
          expect(comparable(await ask(place, query))).toEqual(expectedOf(query));
      });
    });
  });
}
