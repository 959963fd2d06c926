import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten, kept } from './simulated/floats.ts';
import { type SimulatedEngine, simulatedEngine } from './simulated-engine.ts';

/** What the other tests of the room stand on: the engine in memory rounds, counts and refuses as a real one. */

const BODY = {
  settings: { number_of_shards: 3 },
  mappings: {
    dynamic: 'strict',
    properties: {
      id: { type: 'keyword' },
      chains: { type: 'keyword' },
      secrecy: { type: 'byte' },
      row: { type: 'rank_features' },
      needs: { type: 'nested', properties: { row: { type: 'rank_features' } } },
      record: { type: 'object', enabled: false },
    },
  },
};

// biome-ignore lint/suspicious/noExplicitAny: answers of the engine.
type Answer = { status: number; body: any };

let engine: SimulatedEngine;
const ask = (method: string, path: string, body?: unknown) =>
  engine({
    method: method as 'GET',
    path,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }) as Promise<Answer>;
const write = (...sources: Record<string, unknown>[]) =>
  engine({
    method: 'POST',
    path: '/_bulk',
    type: 'ndjson',
    body: sources
      .flatMap((source) => [
        { index: { _index: 'a', _id: source.id, version: 1, version_type: 'external' } },
        source,
      ])
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  }) as Promise<Answer>;
const find = async (query: unknown, more: object = {}, path = '/a/_search') =>
  (await ask('POST', path, { query, ...more })) as Answer;
const feature = (name: string, boost = 1, row = 'row') => ({
  rank_feature: { field: `${row}.${name}`, linear: {}, boost },
});
const ids = (answer: Answer) => answer.body.hits.hits.map((hit: { _id: string }) => hit._id);

beforeEach(async () => {
  engine = simulatedEngine();
  await ask('PUT', '/a', BODY);
});

describe('the simulated engine', () => {
  it('keeps eight bits of the mantissa of a weight, cut down', () => {
    expect(kept(0.1)).toBe(0.099853515625);
    expect(kept(1)).toBe(1);
    expect(kept(1.99999)).toBe(1 + 255 / 256);
    for (const weight of [0.3, 0.77, 1e-30, 5]) {
      expect(kept(weight)).toBeLessThanOrEqual(weight);
      expect(kept(weight) * (1 + 2 ** -8)).toBeGreaterThan(weight);
    }
  });

  it('writes a float in the decimals that give it again', () => {
    expect(asWritten(Math.fround(0.1))).toBe(0.1);
    for (const float of [1 / 3, 0.099853515625, 123456.789].map(Math.fround))
      expect(Math.fround(asWritten(float))).toBe(float);
  });

  it('scores a sum of products of floats', async () => {
    await write({ id: 'x', row: { p: 0.3, q: 0.7 } }, { id: 'y', row: { q: 0.2 } });
    await ask('POST', '/a/_refresh');
    const answer = await find({ bool: { should: [feature('p', 0.9), feature('q', 0.4)] } });
    const product = (boost: number, value: number) => Math.fround(Math.fround(boost) * kept(value));
    expect(answer.body.hits.hits.map((hit: { _score: number }) => Math.fround(hit._score))).toEqual([
      Math.fround(product(0.9, 0.3) + product(0.4, 0.7)),
      product(0.4, 0.2),
    ]);
    expect(ids(answer)).toEqual(['x', 'y']);
  });

  it('searches what was written before the last refresh', async () => {
    await write({ id: 'x' });
    expect(ids(await find({ match_all: {} }))).toEqual([]);
    expect((await ask('GET', '/a/_count')).body.count).toBe(0);
    await ask('POST', '/a/_refresh');
    expect(ids(await find({ match_all: {} }))).toEqual(['x']);
    expect((await ask('GET', '/a/_count')).body).toMatchObject({
      count: 1,
      _shards: { total: 3, failed: 0 },
    });
  });

  it('never finds a name with a dot, and refuses weights that are none', async () => {
    const { body } = await write(
      { id: 'x', row: { 'a.b': 1, '': 1 } },
      { id: 'zero', row: { a: 0 } },
      { id: 'small', row: { a: 1e-38 } },
      { id: 'other', colour: 'red' },
    );
    expect(body.items.map(({ index }: { index: { status: number } }) => index.status)).toEqual([
      201, 400, 400, 400,
    ]);
    expect(body.errors).toBe(true);
    await ask('POST', '/a/_refresh');
    expect(ids(await find(feature('a.b')))).toEqual([]);
    expect(ids(await find(feature('')))).toEqual(['x']);
  });

  it('takes a version once, and remembers those of deletions until it forgets them', async () => {
    const act = async (action: string, version: number) => {
      const line = { [action]: { _index: 'a', _id: 'x', version, version_type: 'external' } };
      const body = `${JSON.stringify(line)}\n${action === 'index' ? '{"id":"x"}\n' : ''}`;
      const answer = (await engine({ method: 'POST', path: '/_bulk', type: 'ndjson', body })) as Answer;
      return answer.body.items[0][action].status;
    };
    expect(await act('index', 2)).toBe(201);
    expect(await act('index', 2)).toBe(409);
    expect(await act('index', 1)).toBe(409);
    expect(await act('index', 3)).toBe(200);
    expect(await act('delete', 3)).toBe(409);
    expect(await act('delete', 4)).toBe(200);
    expect(await act('delete', 5)).toBe(404);
    expect(await act('index', 5)).toBe(409);
    engine.forgetDeleted();
    expect(await act('index', 1)).toBe(201);
  });

  it('counts all leaves of a query as clauses', async () => {
    const clauses = (n: number) => ({
      bool: {
        filter: [{ term: { id: 'x' } }],
        must: [{ bool: { should: Array.from({ length: n }, (_, i) => feature(`f${i}`)) } }],
      },
    });
    // One is the filter, one keeps nested documents out.
    expect((await find(clauses(1022))).status).toBe(200);
    expect(await find(clauses(1023))).toMatchObject({
      status: 400,
      body: { error: { type: 'too_many_clauses' } },
    });
    expect(
      (await ask('GET', '/_cluster/settings?include_defaults=true&flat_settings=true')).body,
    ).toMatchObject({
      defaults: { 'indices.query.bool.max_clause_count': '1024' },
    });
  });

  it('finds the best of nested rows, and the best of several queries', async () => {
    await write({ id: 'x', row: { p: 0.25 }, needs: [{ row: { p: 0.5 } }, { row: { p: 2 } }] });
    await ask('POST', '/a/_refresh');
    const nested = { nested: { path: 'needs', score_mode: 'max', query: feature('p', 1, 'needs.row') } };
    const score = async (query: unknown) => (await find(query)).body.hits.max_score;
    expect(await score(nested)).toBe(2);
    expect(await score(feature('p', 1, 'needs.row'))).toBe(null);
    expect(await score({ dis_max: { queries: [feature('p'), nested] } })).toBe(2);
    expect(await score({ bool: { should: [feature('p'), nested] } })).toBe(2.25);
  });

  it('orders by score and id, and goes on behind the last', async () => {
    await write(...['b', 'a', 'd', 'c'].map((id, i) => ({ id, row: { p: i < 2 ? 0.3 : 0.7 } })));
    await ask('POST', '/a/_refresh');
    const sort = [{ _score: 'desc' }, { id: 'asc' }];
    const first = await find(feature('p'), { size: 3, sort, _source: ['id'] });
    expect(ids(first)).toEqual(['c', 'd', 'a']);
    expect(first.body.hits.hits[0]).toMatchObject({ _score: null, _source: { id: 'c' } });
    const search_after = first.body.hits.hits[2].sort;
    const next = await find(feature('p'), {
      size: 3,
      sort,
      search_after,
      track_scores: true,
      _source: false,
    });
    expect(ids(next)).toEqual(['b']);
    expect(Math.fround(next.body.hits.hits[0]._score)).toBe(kept(0.3));
    expect(next.body.hits.total).toEqual({ value: 4, relation: 'eq' });
  });

  it('counts by filters, keys and their absence', async () => {
    await write({ id: 'x', chains: ['A', 'B'], secrecy: 2 }, { id: 'y', chains: ['A'] }, { id: 'z' });
    await ask('POST', '/a/_refresh');
    const { body } = await find(
      { match_all: {} },
      {
        size: 0,
        aggs: {
          secret: { filter: { range: { secrecy: { gt: 1 } } }, aggs: { by: { terms: { field: 'chains' } } } },
          none: { missing: { field: 'chains' } },
          both: { filters: { filters: { b: { term: { chains: 'B' } }, a: { terms: { chains: ['A'] } } } } },
        },
      },
    );
    expect(body.aggregations).toMatchObject({
      secret: {
        doc_count: 1,
        by: {
          buckets: [
            { key: 'A', doc_count: 1 },
            { key: 'B', doc_count: 1 },
          ],
        },
      },
      none: { doc_count: 1 },
      both: { buckets: { a: { doc_count: 2 }, b: { doc_count: 1 } } },
    });
  });

  it('loses shards in silence unless it is told not to', async () => {
    await write(...Array.from({ length: 30 }, (_, i) => ({ id: `r${i}` })));
    await ask('POST', '/a/_refresh');
    engine.fault = () => ({ failedShards: [1] });
    const partial = await find({ match_all: {} }, { size: 30 });
    expect(partial).toMatchObject({ status: 200, body: { _shards: { successful: 2, failed: 1 } } });
    expect(ids(partial).length).toBeLessThan(30);
    expect((await find({ match_all: {} }, {}, '/a/_search?allow_partial_search_results=false')).status).toBe(
      500,
    );
  });

  it('swaps aliases all at once, or not at all', async () => {
    await ask('PUT', '/b', BODY);
    const swap = (...actions: unknown[]) => ask('POST', '/_aliases', { actions });
    expect((await swap({ add: { index: 'a', alias: 'live' } })).status).toBe(200);
    const failed = await swap(
      { add: { index: 'b', alias: 'live' } },
      { remove: { index: 'b', alias: 'other', must_exist: true } },
    );
    expect(failed.status).toBe(404);
    expect(engine.behind('live')).toEqual(['a']);
    await swap({ remove: { index: 'a', alias: 'live' } }, { add: { index: 'b', alias: 'live' } });
    expect((await ask('GET', '/_alias/live')).body).toEqual({ b: { aliases: { live: {} } } });
    expect((await swap({ add: { index: 'a', alias: 'b' } })).status).toBe(400);
  });

  it.each([
    ['opensearch', '/a/_search/point_in_time?keep_alive=1m', 'pit_id', '/_search/point_in_time'],
    ['elasticsearch', '/a/_pit?keep_alive=1m', 'id', '/_pit'],
  ] as const)('shows a point in time as %s does', async (flavour, path, key, end) => {
    engine = simulatedEngine({ flavour });
    await ask('PUT', '/a', BODY);
    await write({ id: 'x' });
    await ask('POST', '/a/_refresh');
    const id = (await ask('POST', path)).body[key];
    await write({ id: 'y' });
    await ask('POST', '/a/_refresh');
    const search = { size: 5, sort: [{ id: 'asc' }], pit: { id, keep_alive: '1m' } };
    const answer = await ask('POST', '/_search?allow_partial_search_results=false', search);
    expect(ids(answer)).toEqual(['x']);
    expect(engine.openPoints).toBe(1);
    await ask('DELETE', end, { [key]: key === 'id' ? id : [id] });
    expect(engine.openPoints).toBe(0);
    expect((await ask('POST', '/_search', search)).status).toBe(404);
  });

  it('refuses what it does not know, and remembers it', async () => {
    const { body } = await find({ match: { id: 'x' } });
    expect(body.error.type).toBe('not_simulated');
    expect(engine.unknown).toEqual(['POST /a/_search: the query [match]']);
  });

  it('fails as it is told', async () => {
    engine.fault = () => ({ status: 503 });
    expect((await write({ id: 'x' })).status).toBe(503);
    engine.fault = () => ({ lost: 'after' });
    await expect(write({ id: 'x' })).rejects.toThrow('hang up');
    expect(engine.documents('a').has('x')).toBe(true);
    engine.fault = () => ({ item: ({ position }) => (position === 1 ? 429 : undefined) });
    const { body } = await write({ id: 'y' }, { id: 'z' });
    expect(body.items.map(({ index }: { index: { status: number } }) => index.status)).toEqual([201, 429]);
  });
});
