import type { LeanMatch } from 'cuohe';
import { search, writeAll } from 'cuohe/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { both, machineOf, type Row } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import { achievements, asOf, collectionOf, demands, type Place, placeOf, sampleWeigher } from '../world.ts';

const filter = { asOf };
const ALL = Number.POSITIVE_INFINITY;
const STABLE = 90;
const REVISIONS = [1, 2, 3, 4, 5];
/** Of the records that change, every so manyth is removed by even revisions, and comes back by odd ones. */
const REMOVED = 4;

const stable = achievements.slice(0, STABLE);
const changing = achievements.slice(STABLE);
const isRemoved = (i: number, revision: number) => i % REMOVED === 0 && revision % 2 === 0;

/** A record that changes: with the texts of another one at each revision. */
const stateOf = (row: Row, i: number, revision: number): Row => ({
  ...achievements[(i + 37 * (revision - 1)) % achievements.length]!,
  id: row.id,
});

/** All records that are there at a revision. */
const rowsAt = (revision: number): Row[] => [
  ...stable,
  ...changing.map((row, i) => stateOf(row, i, revision)).filter((_, i) => !isRemoved(i, revision)),
];

type Told = readonly (readonly [id: string, score: number])[];
const told = (matches: readonly LeanMatch[]): Told => matches.map(({ id, score }) => [id, score]);

/** Records change while they are looked for. */
export function updates(cluster: () => Cluster): void {
  describe('an index that changes while it is asked', () => {
    let place: Place;
    const stableIds = new Set(stable.map(({ id }) => id));
    const queries = demands.slice(0, 8);
    /** For each query: what matches of the records that do not change, and each state of one that does. */
    const expected = queries.map(() => ({
      stable: [] as Told,
      states: new Map<string, Set<number>>(),
      always: new Set<string>(),
    }));

    beforeAll(async () => {
      place = await placeOf(cluster(), 'changing', collectionOf(sampleWeigher, rowsAt(1)));
      for (const [at, revision] of REVISIONS.entries()) {
        const machine = machineOf(rowsAt(revision), sampleWeigher.statistics);
        for (const [q, query] of queries.entries()) {
          const all = told(machine.match(query, { filter, limit: ALL, lean: true }).matches);
          const known = expected[q]!;
          known.stable = all.filter(([id]) => stableIds.has(id));
          const found = all.filter(([id]) => !stableIds.has(id));
          for (const [id, score] of found)
            known.states.set(id, (known.states.get(id) ?? new Set()).add(score));
          const here = new Set(found.map(([id]) => id));
          if (at === 0) known.always = here;
          for (const id of known.always) if (!here.has(id)) known.always.delete(id);
        }
      }
    });
    afterAll(() => cluster().ask('DELETE', '/changing'));

    const write = (revision: number) =>
      writeAll(place.transport, {
        index: place.index,
        weigher: sampleWeigher,
        put: changing.map((row, i) => stateOf(row, i, revision)).filter((_, i) => !isRemoved(i, revision)),
        remove: changing.filter((_, i) => isRemoved(i, revision)).map(({ id }) => id),
        revision,
        // Many small ones.
        flushBytes: 20_000,
      });

    const expectAnswer = async (q: number, limit: number) => {
      const { transport, index, weigher } = place;
      const { matches } = await search(transport, {
        ...{ index, weigher, query: queries[q]!, filter },
        ...{ limit, lean: true },
      });
      const known = expected[q]!;
      const found = told(matches);
      const [same, changed] = [
        found.filter(([id]) => stableIds.has(id)),
        found.filter(([id]) => !stableIds.has(id)),
      ];
      for (const [id, score] of changed) expect(known.states.get(id)?.has(score)).toBe(true);
      expect(new Set(found.map(([id]) => id)).size).toBe(found.length);
      // The best of those that do not change: none of them is missing between two that were found.
      expect(same).toEqual(known.stable.slice(0, same.length));
      const order = [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      expect(found).toEqual(order);
      if (limit !== ALL) return expect(found).toHaveLength(limit);
      expect(same).toEqual(known.stable);
      for (const id of known.always) expect(changed.map(([id]) => id)).toContain(id);
    };

    it('gives each record in one of its states, and loses none', async () => {
      let asked = 0;
      for (const revision of REVISIONS.slice(1)) {
        let isWriting = true;
        const writing = write(revision).finally(() => {
          isWriting = false;
        });
        do {
          await expectAnswer(asked % queries.length, asked % 3 === 0 ? ALL : 10);
          asked++;
        } while (isWriting);
        const { rejected } = await writing;
        expect(rejected).toBe(0);
      }
    });

    it('then is equal to one machine of the last states', async () => {
      const machine = machineOf(rowsAt(REVISIONS.at(-1)!), sampleWeigher.statistics);
      for (const query of queries) {
        const { cluster, alone } = await both({ ...place, machine }, query, { filter, total: true });
        expect(cluster).toEqual(alone);
      }
    });

    it('keeps the last states when earlier ones come late', async () => {
      const { written, removed, unchanged, rejected } = await write(2);
      expect([written, removed, rejected]).toEqual([0, 0, 0]);
      expect(unchanged).toBe(changing.length);
      const machine = machineOf(rowsAt(REVISIONS.at(-1)!), sampleWeigher.statistics);
      const { cluster, alone } = await both({ ...place, machine }, queries[0]!, { filter, limit: ALL });
      expect(cluster).toEqual(alone);
    });
  });
}
