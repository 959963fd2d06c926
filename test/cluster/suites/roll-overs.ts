import { collectStatistics, createWeigher, type Weigher } from 'cuohe';
import {
  type EngineRequest,
  fetchTransport,
  rollOver,
  search,
  type Transport,
  writeAll,
} from 'cuohe/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable, machineOf, type Row } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import { achievements, asOf, demands, sampleWeigher } from '../world.ts';

const filter = { asOf };
const ALIAS = 'rolling';
const half = achievements.slice(0, achievements.length / 2);
const earlier = sampleWeigher;
const later = createWeigher({ statistics: collectStatistics({ achievements: half as never[] }) });
const added: Row = { ...achievements[3]!, id: 'added' };

/** What a search with a weigher came to. */
type Outcome = 'answered' | 'mixed';

/** One index takes the place of another while both are asked for. */
export function rollOvers(cluster: () => Cluster): void {
  describe('an index that takes the place of another', () => {
    let transport: Transport;
    let [rows, previous]: [readonly Row[], string] = [achievements, ''];
    beforeAll(() => {
      transport = fetchTransport(cluster().urls);
    });
    afterAll(() => cluster().ask('DELETE', `/${ALIAS}-*`));

    const known = new Map<string, unknown>();
    const expectedOf = (weigher: Weigher, query: Row, of: readonly Row[] = rows) => {
      const key = `${weigher.version} ${query.id} ${of.length}`;
      if (!known.has(key))
        known.set(key, comparable(machineOf(of, weigher.statistics).match(query as never, { filter })));
      return known.get(key);
    };
    const ask = (weigher: Weigher, query: Row, through = transport) =>
      search(through, { index: ALIAS, weigher, query, filter });
    /** Asks with a weigher: an answer is that of one machine of that weigher, or an error says that it is not the one. */
    const outcomeOf = async (weigher: Weigher, query: Row, through = transport): Promise<Outcome> => {
      let result: object;
      try {
        result = await ask(weigher, query, through);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENGINE_MIXED' });
        return 'mixed';
      }
      expect(comparable(result)).toEqual(expectedOf(weigher, query));
      return 'answered';
    };

    it('begins behind an alias', async () => {
      const layout = { shards: 3, replicas: 1 };
      const made = await rollOver(transport, {
        ...{ alias: ALIAS, weigher: earlier, records: rows, revision: 1 },
        ...layout,
      });
      expect(made).toMatchObject({ previous: [], count: rows.length, rejected: 0 });
      previous = made.index;
      expect(await outcomeOf(earlier, demands[0]!)).toBe('answered');
      expect(await outcomeOf(later, demands[0]!)).toBe('mixed');
    });

    it('is asked with both weighers meanwhile, and never gives scores of the other one', async () => {
      let isRolling = true;
      const rolling = rollOver(transport, {
        ...{ alias: ALIAS, weigher: later, shards: 2, replicas: 1 },
        // Many small ones, so that it takes a while.
        ...{ flushBytes: 20_000, concurrency: 1 },
      }).finally(() => {
        isRolling = false;
      });
      const seen = new Set<string>();
      for (let i = 0; isRolling; i++) {
        const query = demands[i % 10]!;
        const both = await Promise.all([outcomeOf(earlier, query), outcomeOf(later, query)]);
        seen.add(both.join());
      }
      expect(await rolling).toMatchObject({ previous: [previous], count: rows.length, rejected: 0 });
      // Before, after, or with the move in between.
      seen.delete('answered,answered');
      seen.delete('mixed,mixed');
      expect([...seen]).toContain('answered,mixed');
      seen.delete('mixed,answered');
      expect([...seen]).toEqual(['answered,mixed']);
      for (const query of demands.slice(0, 10)) {
        expect(await outcomeOf(later, query)).toBe('answered');
        expect(await outcomeOf(earlier, query)).toBe('mixed');
      }
    });

    it('is an error, and no empty answer, where the alias moves between two requests of one search', async () => {
      const aliases = async () => Object.keys((await cluster().ask('GET', `/_alias/${ALIAS}`)).body)[0]!;
      const move = async (to: string) => {
        const actions = [
          { remove: { index: await aliases(), alias: ALIAS } },
          { add: { index: to, alias: ALIAS } },
        ];
        expect((await cluster().ask('POST', '/_aliases', { actions })).status).toBe(200);
      };
      const now = await aliases();
      // Whichever requests of a search come first, the others find another index.
      for (const before of [1, 2]) {
        await move(now);
        let count = 0;
        let moved: Promise<void> | undefined;
        const first: Promise<unknown>[] = [];
        const through = async (request: EngineRequest) => {
          const isFirst = count++ < before;
          const put = () =>
            (transport as (request: EngineRequest) => Promise<{ status: number; body: unknown }>)(request);
          if (isFirst) {
            const answer = put();
            first.push(answer);
            return answer;
          }
          await Promise.all(first);
          moved ??= move(previous);
          await moved;
          return put();
        };
        await outcomeOf(later, demands[0]!, through);
        expect(count).toBeGreaterThan(1);
      }
      await move(now);
    });

    it('has what was written to both while it was filled', async () => {
      const old = Object.keys((await cluster().ask('GET', `/_alias/${ALIAS}`)).body)[0]!;
      const change = (index: string, weigher: Weigher) =>
        writeAll(transport, { index, weigher, put: [added], remove: [achievements[5]!.id], revision: 2 });
      const { index, count } = await rollOver(transport, {
        ...{ alias: ALIAS, weigher: earlier, shards: 2, replicas: 1, flushBytes: 20_000 },
        onIndex: async (name) => {
          // The new one learns of it before it is filled with what was.
          await change(name, earlier);
          await change(old, later);
        },
      });
      rows = [...achievements.filter((_, i) => i !== 5), added];
      expect(index).not.toBe(previous);
      expect(count).toBe(rows.length);
      for (const query of demands.slice(0, 10)) expect(await outcomeOf(earlier, query)).toBe('answered');
    });
  });
}
