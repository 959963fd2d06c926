import type { EngineTransport } from 'cuohe/opensearch';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { syntheticCorpus } from '../../benchmarks/corpus.ts';
import { fingerprint } from '../../src/base/hash.ts';
import { both, fill, machineOf, type Row, weigherOf } from './cluster.ts';
import { simulatedEngine } from './simulated-engine.ts';

const { achievements, demands } = syntheticCorpus(160, 40, 7) as unknown as {
  readonly achievements: readonly Row[];
  readonly demands: readonly Row[];
};
/** Records that state what conditions are made of, demands of several needs, and records that are alike. */
const stating = (row: Row, i: number): Row => ({
  ...row,
  ...(i % 3 === 0 && { abstract: `${i}MPa以上，精度±0.${i % 9}mm，已通过中试，不具备防爆条件。` }),
  ...(i % 4 === 0 && {
    problem: `一是轴承故障诊断，温度不超过${i}℃；二是不用稀土的永磁电机；三是焊缝跟踪，要求可直接产业化。`,
  }),
  ...(i % 5 === 0 && { title: '轧机轴承在线监测与故障诊断' }),
  secrecyLevel: i % 7 === 0 ? '秘密' : '公开',
  ...(i % 6 === 0 && { validTo: '2026-06-30' }),
});
const supply = achievements.map(stating);
const wanted = demands.map(stating);
const weigher = weigherOf(supply, wanted);

const asked = fc.record({
  size: fc.integer({ min: 1, max: supply.length }),
  shards: fc.integer({ min: 1, max: 5 }),
  maxClauses: fc.constantFrom(1024, 200, 60),
  query: fc.nat(wanted.length - 1),
  limit: fc.constantFrom(1, 3, 10, 60, Number.POSITIVE_INFINITY),
  offset: fc.constantFrom(0, 0, 2, 70),
  minScore: fc.constantFrom(0, 0, 0.05, 0.3),
  clearance: fc.constantFrom('public' as const, 'confidential' as const),
  includeExpired: fc.boolean(),
  isReverse: fc.boolean(),
});

test('whatever is asked of however many shards, the answer is that of one machine, and proven', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ size, shards, maxClauses, query, isReverse, ...options }) => {
      const { limit, offset, minScore, clearance, includeExpired } = options;
      const side = isReverse ? 'demand' : 'achievement';
      const rows = (isReverse ? wanted : supply).slice(0, size);
      const engine = simulatedEngine({ maxClauses });
      await fill(engine, 'x', weigher, rows, { side, shards });
      const machine = machineOf(rows, weigher.statistics, side);
      const compared = { transport: engine, weigher, index: 'x', side, machine } as const;
      const filter = { asOf: '2026-11-01', clearance, includeExpired };
      const one = (isReverse ? supply : wanted)[query]!;
      const { found, cluster, alone } = await both(compared, one, { limit, offset, minScore, filter });
      expect(cluster).toEqual(alone);
      expect(found.proven).toBe(true);
      expect(engine.unknown).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

interface Hit {
  readonly _id: string;
  readonly _score: number;
  readonly _source: { readonly row: Readonly<Record<string, number>> };
}
interface Answer {
  readonly hits: { readonly hits: readonly Hit[] };
}
interface Body {
  readonly size?: number;
  readonly search_after?: readonly [number, string];
  readonly query: {
    readonly bool: {
      readonly must?: readonly {
        readonly bool: {
          readonly should: readonly {
            readonly rank_feature: { readonly field: string; readonly boost: number };
          }[];
        };
      }[];
    };
  };
}

/**
 * An engine that takes from every score as much as Lucene may, by chance: the order of its hits is another one, and whoever
 * is the best may stand far behind.
 */
function blurred(engine: EngineTransport, seed: number): EngineTransport {
  return async (request) => {
    const body = JSON.parse(request.body ?? '{}') as Body;
    const clauses = body.query?.bool?.must?.[0]?.bool.should;
    if (clauses === undefined) return engine(request);
    const { search_after: after, size, ...rest } = body;
    const whole = await engine({ ...request, body: JSON.stringify({ ...rest, size: 10_000 }) });
    const answer = whole.body as Answer;
    const hits = answer.hits.hits.map((hit) => {
      const { row } = hit._source;
      const exact = clauses.reduce(
        (sum, { rank_feature: { field, boost } }) =>
          sum + Math.fround(boost) * Math.fround(row[field.slice('row.'.length)] ?? 0),
        0,
      );
      const part = Number.parseInt(fingerprint(`${seed}${hit._id}`).slice(0, 6), 16) / 0x1000000;
      const score = Math.fround(exact / (1 + part * 2 ** -8));
      return { ...hit, _score: score, sort: [score, hit._id] };
    });
    hits.sort((a, b) => b._score - a._score || (a._id < b._id ? -1 : 1));
    const from = after === undefined ? 0 : hits.findIndex(({ _id }) => _id === after[1]) + 1;
    const page = hits.slice(from, from + size!);
    return { status: whole.status, body: { ...answer, hits: { ...answer.hits, hits: page } } };
  };
}

test('however an engine rounds within what is known of it, the best are found, also where many are nearly equal', async () => {
  // Long texts that differ in one word: their scores differ by less than what is cut.
  const texts = syntheticCorpus(240, 1, 3).achievements as unknown as readonly Row[];
  const base = String((texts[0] as unknown as { abstract: string }).abstract);
  const near = texts.map(
    (row, i) =>
      ({ ...texts[0]!, id: row.id, abstract: `${base}${'一二三四五六七八九十'[i % 10]}${row.title}` }) as Row,
  );
  const own = weigherOf(near, wanted);
  const engine = simulatedEngine();
  await fill(engine, 'x', own, near);
  const machine = machineOf(near, own.statistics);
  let moved = 0;
  for (let seed = 0; seed < 12; seed++) {
    const compared = { transport: blurred(engine, seed), weigher: own, index: 'x', machine };
    const query = { id: 'Q', title: String(texts[0]!.title), problem: base.slice(0, 200 + 20 * seed) };
    const { found, cluster, alone } = await both(compared, query, { limit: 1 + seed, explain: false });
    expect(cluster).toEqual(alone);
    expect(found.proven).toBe(true);
    if (found.examined > 50) moved++;
  }
  expect(moved).toBeGreaterThan(0);
});
