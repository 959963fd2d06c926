import { collectStatistics, createWeigher, type Weigher } from 'cuohe';
import { type EngineTransport, fetchTransport, rollOver, search } from 'cuohe/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable, machineOf, type Row } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import { achievements, asOf, demands, sampleWeigher } from '../world.ts';

const filter = { asOf };
const ALIAS = 'rolling';
const half = achievements.slice(0, achievements.length / 2);
const earlier = sampleWeigher;
const later = createWeigher({ statistics: collectStatistics({ achievements: half as never[] }) });

/** What a search with a weigher came to. */
type Outcome = 'answered' | 'mixed';

/** Lets the first requests through, and then does something before all others. */
function movedAfter(before: number, transport: EngineTransport, move: () => Promise<void>) {
  const first: Promise<unknown>[] = [];
  let count = 0;
  let moved: Promise<void> | undefined;
  const through: EngineTransport = async (request) => {
    if (count++ < before) {
      const answer = transport(request);
      first.push(answer);
      return answer;
    }
    await Promise.all(first);
    moved ??= move();
    await moved;
    return transport(request);
  };
  return { through, count: () => count };
}

/** The name by which both are asked moves from one index to another. */
export function aliasMoves(cluster: () => Cluster): void {
  describe('a name that moves to another index', () => {
    let transport: EngineTransport;
    let previous = '';
    beforeAll(() => {
      transport = fetchTransport(cluster().urls);
    });
    afterAll(() => cluster().ask('DELETE', `/${ALIAS}-*`));

    const machines = new Map<Weigher, ReturnType<typeof machineOf>>();
    const expectedOf = (weigher: Weigher, query: Row) => {
      const machine = machines.get(weigher) ?? machineOf(achievements, weigher.statistics);
      machines.set(weigher, machine);
      return comparable(machine.match(query as never, { filter }));
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
        ...{ alias: ALIAS, weigher: earlier, records: achievements, revision: 1 },
        ...layout,
      });
      expect(made).toMatchObject({ previous: [], count: achievements.length, rejected: 0 });
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
      expect(await rolling).toMatchObject({ previous: [previous], count: achievements.length, rejected: 0 });
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
      for (const before of [0, 1, 2, 3]) {
        for (const weigher of [earlier, later]) {
          await move(now);
          const { through, count } = movedAfter(before, transport, () => move(previous));
          const outcome = await outcomeOf(weigher, demands[0]!, through);
          if (count() > before)
            expect(outcome).toBe(before === 0 && weigher === earlier ? 'answered' : 'mixed');
        }
      }
      await move(now);
    });
  });
}
