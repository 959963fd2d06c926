import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../../benchmarks/random.ts';
import type { Cluster } from '../harness/cluster.ts';

const INDEX = 'facts';

/** What the engine keeps of a weight: its exponent and the upper 8 bits of its mantissa. */
function kept(weight: number): number {
  const [float, bits] = [new Float32Array(1), new Int32Array(1)];
  float[0] = weight;
  bits[0] = (new Int32Array(float.buffer)[0]! >> 15) << 15;
  return new Float32Array(bits.buffer)[0]!;
}

/** What the engine does that this library is built around; none of its code is used here. */
export function facts(cluster: () => Cluster): void {
  const clause = (name: string, boost: number) => ({
    rank_feature: { field: `row.${name}`, linear: {}, boost },
  });
  const search = (query: unknown, size = 10) =>
    cluster().ask('POST', `/${INDEX}/_search`, { size, query, _source: false });
  const should = (...clauses: readonly unknown[]) => ({ bool: { should: clauses } });
  const put = (id: string, row: Readonly<Record<string, unknown>>, parameters = '') =>
    cluster().ask('PUT', `/${INDEX}/_doc/${encodeURIComponent(id)}?refresh=true${parameters}`, { row });
  const foundIds = async (query: unknown) => {
    const { status, body } = await search(query);
    expect(status).toBe(200);
    return body.hits.hits.map(({ _id }: { _id: string }) => _id);
  };

  describe('what the engine does', () => {
    beforeAll(async () => {
      const row = { type: 'rank_features' };
      const { status } = await cluster().ask('PUT', `/${INDEX}`, {
        settings: { number_of_shards: 2, number_of_replicas: 0 },
        mappings: { dynamic: 'strict', properties: { row, needs: { type: 'nested', properties: { row } } } },
      });
      expect(status).toBe(200);
    });
    afterAll(() => cluster().ask('DELETE', `/${INDEX}`));

    it('takes a feature with a dot in its name, and never finds it', async () => {
      expect((await put('dot', { 'w3.5': 1, 'w3%2E5': 1 })).status).toBe(201);
      expect(await foundIds(should(clause('w3%2E5', 1)))).toEqual(['dot']);
      expect(await foundIds(should(clause('w3.5', 1)))).toEqual([]);
    });

    it('finds every other name, however odd', async () => {
      const names = [' ', '\u0000\u0007', '"\\', '*', 'w😀', '__proto__', 'constructor', '%', 'a,b', '名'];
      const row = new Map(names.map((name) => [name, 1]));
      await put('odd', Object.fromEntries(row));
      for (const name of names) expect(await foundIds(should(clause(name, 1)))).toEqual(['odd']);
    });

    it('refuses weights of 0 and below, those that are no normal floats, and lists', async () => {
      for (const weight of [0, -1, 1.1e-38, [1, 2]]) expect((await put('bad', { weight })).status).toBe(400);
      expect((await put('least', { weight: 2 ** -126 })).status).toBe(201);
    });

    it('refuses names from 32,767 bytes on', async () => {
      expect((await put('long', { ['n'.repeat(32_766)]: 1 })).status).toBe(201);
      expect((await put('long', { ['n'.repeat(32_767)]: 1 })).status).toBe(400);
    });

    it('refuses more than 1,024 clauses', async () => {
      const clauses = (count: number) => Array.from({ length: count }, (_, i) => clause(`n${i}`, 1));
      expect((await search(should(...clauses(1024)))).status).toBe(200);
      const refused = await search(should(...clauses(1025)));
      expect(refused.status).toBe(400);
      expect(JSON.stringify(refused.body)).toContain('too_many_clauses');
    });

    it('gives at most 10,000 hits', async () => {
      expect((await search({ match_all: {} }, 10_000)).status).toBe(200);
      expect((await search({ match_all: {} }, 10_001)).status).toBe(400);
    });

    it('keeps the higher of two external versions, whichever comes last', async () => {
      const version = (n: number) => `&version_type=external&version=${n}`;
      expect((await put('versions', { w: 1 }, version(7))).status).toBe(201);
      expect((await put('versions', { w: 2 }, version(7))).status).toBe(409);
      expect((await put('versions', { w: 2 }, version(6))).status).toBe(409);
      expect((await put('versions', { w: 2 }, version(8))).status).toBe(200);
    });

    it('cuts a weight to 8 bits of its mantissa, and multiplies in 32 bits', async () => {
      const random = new Random(1);
      for (let i = 0; i < 20; i++) {
        const [weight, boost] = [random.next() * 2 ** -random.between(0, 20), random.next()];
        await put('cut', { cut: weight });
        const { body } = await search(should(clause('cut', boost)));
        // Told with the digits of a 32-bit float.
        const score = Math.fround(body.hits.hits[0]._score);
        expect(score).toBe(Math.fround(Math.fround(boost) * kept(weight)));
      }
    });

    it('scores no more than the exact sum, and less than a 256th below it', async () => {
      const random = new Random(2);
      const weight = () => Math.fround(2 ** -random.between(0, 20) * (0.5 + random.next() / 2));
      const rowOf = (size: number) =>
        Object.fromEntries(Array.from({ length: size }, () => [`f${random.between(0, 79)}`, weight()]));
      const rows = Array.from({ length: 200 }, () => rowOf(random.between(1, 60)));
      const lines = rows.flatMap((row, i) => [{ index: { _id: `r${i}` } }, { row }]);
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      const { body } = await cluster().ask('POST', `/${INDEX}/_bulk?refresh=true`, text);
      expect(body.errors).toBe(false);
      const ratios: number[] = [];
      for (let i = 0; i < 20; i++) {
        const query = rowOf(60);
        const clauses = Object.entries(query).map(([name, boost]) => clause(name, boost));
        const answer = await search(should(...clauses), 200);
        for (const { _id, _score } of answer.body.hits.hits) {
          const row = rows[Number(_id.slice(1))]!;
          let exact = 0;
          for (const [name, boost] of Object.entries(query)) exact += boost * (row[name] ?? 0);
          ratios.push(exact / _score);
        }
      }
      expect(ratios.length).toBeGreaterThan(2000);
      // Roundings of 60 clauses.
      const slack = 62 * 2 ** -23;
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(1 - slack);
      expect(Math.max(...ratios)).toBeLessThan((1 + 2 ** -8) * (1 + slack));
      // The bound is not far from what happens.
      expect(Math.max(...ratios)).toBeGreaterThan(1 + 2 ** -9);
    });
  });
}
