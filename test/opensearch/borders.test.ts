import { createMatcher, createWeigher } from 'cuohe';
import { search, toDocument, toQuery } from 'cuohe/opensearch';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featureName, featureRow, told } from '../../src/opensearch/names.ts';
import { both, comparable, fill, machineOf, type Row, sample, weigherOf } from './cluster.ts';
import { type EngineOptions, simulatedEngine } from './simulated-engine.ts';

const achievements = sample('achievements');
const demands = sample('demands');
const weigher = weigherOf(achievements, demands);
const asOf = '2026-11-01';
const filter = { asOf };
const demand = demands[0]!;

async function cluster(rows: readonly Row[], options: EngineOptions = {}, shards = 2) {
  const engine = simulatedEngine(options);
  await fill(engine, 'a', weigher, rows, { shards });
  return { engine, transport: engine, weigher, index: 'a', machine: machineOf(rows, weigher.statistics) };
}

describe('long questions', () => {
  test.each([40, 100, 300])(
    'under a limit of %i clauses rows are asked for in parts, and proven',
    async (maxClauses) => {
      const compared = await cluster(achievements, { maxClauses });
      for (const query of demands.slice(0, 3)) {
        const { found, cluster, alone } = await both(compared, query, { filter });
        expect(cluster).toEqual(alone);
        expect(found.proven).toBe(true);
      }
      expect(compared.engine.unknown).toEqual([]);
    },
  );

  test('a demand of more terms than the default limit is asked for in parts without a failure before', async () => {
    const compared = await cluster(achievements);
    const problem = achievements
      .map((one) => `${one.title}。${(one as { abstract?: string }).abstract ?? ''}`)
      .join('');
    const query = { id: 'Q', title: '综合需求', problem: problem.slice(0, 9000) };
    let refusals = 0;
    const transport = async (request: Parameters<typeof compared.engine>[0]) => {
      const answer = await compared.engine(request);
      if (answer.status >= 400) refusals++;
      return answer;
    };
    const { cluster: one, alone } = await both({ ...compared, transport }, query, { filter });
    expect(one).toEqual(alone);
    expect(refusals).toBe(0);
    const body = JSON.stringify(toQuery(weigher, query));
    expect(body.split('rank_feature').length).toBeGreaterThan(1100);
  });

  test('what cannot be counted in one search is refused by name', async () => {
    const { engine } = await cluster(achievements, { maxClauses: 40 });
    const counted = search(engine, { index: 'a', weigher, query: demand, filter, total: true });
    await expect(counted).rejects.toThrow(/total.*more terms than the engine takes clauses/);
  });
});

describe('deeper and deeper', () => {
  const rows = (count: number, title: (i: number) => string): Row[] =>
    Array.from(
      { length: count },
      (_, i) => ({ id: `R${String(i).padStart(5, '0')}`, title: title(i) }) as Row,
    );

  test.each(['opensearch', 'elasticsearch'] as const)(
    'more equals than any page holds come in the order of ids, from a point in time that is closed (%s)',
    async (flavour) => {
      const equals = [...rows(1300, () => '轴承故障诊断'), ...achievements.slice(0, 20)];
      const compared = await cluster(equals, { flavour });
      const { found, cluster: one, alone } = await both(compared, '轴承的故障诊断', { limit: 12 });
      expect(one).toEqual(alone);
      expect(found.examined).toBeGreaterThan(1300);
      expect(found.proven).toBe(true);
      expect(compared.engine.openPoints).toBe(0);
      expect(compared.engine.unknown).toEqual([]);
    },
  );

  test('`deepest` ends it before, and the answer says that it is not proven', async () => {
    const compared = await cluster(rows(600, () => '轴承故障诊断'));
    const { found } = await both(compared, '轴承的故障诊断', { deepest: 200, limit: 12 });
    expect(found.proven).toBe(false);
    expect(found.examined).toBe(200);
    expect(found.matches).toHaveLength(12);
  });

  test('all of a thousand are found where no limit is set', async () => {
    const compared = await cluster(rows(1100, (i) => `轴承${i}型故障诊断与寿命预测`));
    const { cluster: one, alone } = await both(compared, '轴承寿命', { limit: 1050, explain: false });
    expect(one).toEqual(alone);
  });

  test('a search that fails leaves no point in time open', async () => {
    const { engine } = await cluster(rows(1300, () => '轴承故障诊断'));
    engine.fault = (request) => (request.body?.includes('search_after') ? { status: 503 } : undefined);
    const failed = search(engine, { index: 'a', weigher, query: '轴承的故障诊断', limit: 1200 });
    engine.fault = (request) =>
      request.method === 'POST' && request.path.startsWith('/_search?') ? { status: 503 } : undefined;
    await expect(failed).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
    expect(engine.openPoints).toBe(0);
  });
});

describe('nothing is lost in silence', () => {
  test.each([
    ['the time was up', { isTimedOut: true }],
    ['ended before', { isTerminatedEarly: true }],
    ['Partial shards failure', { failedShards: [0] }],
  ] as const)('a partial answer is an error: %s', async (said, fault) => {
    const { engine } = await cluster(achievements);
    engine.fault = () => fault as never;
    await expect(search(engine, { index: 'a', weigher, query: demand })).rejects.toMatchObject({
      code: 'ENGINE_FAILED',
    });
    await expect(search(engine, { index: 'a', weigher, query: demand })).rejects.toThrow(said);
  });

  test('documents of another weigher are an error that names both versions, not fewer answers', async () => {
    const { engine } = await cluster(achievements);
    const other = createWeigher({ statistics: weigher.statistics, signals: { region: 0 } });
    await fill(engine, 'a', other, [{ ...achievements[0]!, id: 'other' }]);
    for (const [asked, told] of [
      [weigher, other],
      [other, weigher],
    ] as const) {
      const mixed = search(engine, { index: 'a', weigher: asked, query: demand });
      await expect(mixed).rejects.toMatchObject({ code: 'ENGINE_MIXED' });
      await expect(mixed).rejects.toThrow(told.version);
    }
  });

  test('an alias that moves between any two requests gives the answer of one index, or an error', async () => {
    const other = createWeigher({ statistics: weigher.statistics, signals: { region: 0 } });
    const rows = achievements.slice(0, 30);
    const engine = simulatedEngine();
    await fill(engine, 'first', weigher, rows);
    await fill(engine, 'second', other, rows);
    const move = (from: string[], to: string) => {
      const removed = from.map((index) => ({ remove: { index, alias: 'x', must_exist: true } }));
      const body = JSON.stringify({ actions: [...removed, { add: { index: to, alias: 'x' } }] });
      return engine({ method: 'POST', path: '/_aliases', body });
    };
    const asking = [weigher, other].flatMap((asked) => [
      { asked, options: { filter } },
      { asked, options: { filter, total: true, counts: ['kinds'] as const } },
      // More than the first candidates, by conditions.
      { asked, options: { filter, limit: 25 } },
    ]);
    for (const { asked, options } of asking) {
      const outcomes = new Set<string>();
      const alone = createMatcher([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)) as never[], {
        statistics: weigher.statistics,
        ...(asked === other && { signals: { region: 0 } }),
      }).match(demand as never, options as never);
      for (let at = 0; at <= 8; at++) {
        await move(engine.behind('x'), 'first');
        let asks = 0;
        const transport = async (request: Parameters<typeof engine>[0]) => {
          if (asks++ === at) await move(['first'], 'second');
          return engine(request);
        };
        const found = search(transport, { index: 'x', weigher: asked, query: demand, ...options });
        const outcome = await found.then(
          (result) => {
            expect(comparable(result)).toEqual(comparable(alone));
            return 'answered';
          },
          (error: { code?: string }) => String(error.code),
        );
        outcomes.add(outcome);
      }
      expect([...outcomes].sort()).toEqual(['ENGINE_MIXED', 'answered'].sort());
    }
  });

  test('documents that another weigher rewrites between the counts are an error, whichever are left', async () => {
    const { engine } = await cluster(achievements);
    const other = createWeigher({ statistics: weigher.statistics, signals: { region: 0 } });
    let asks = 0;
    const transport = async (request: Parameters<typeof engine>[0]) => {
      if (asks++ === 1) {
        for (const row of achievements.slice(0, 60)) {
          const { source } = toDocument(other, row, { revision: 2 });
          engine.put('a', row.id, 2, JSON.parse(JSON.stringify(source)));
        }
        await engine({ method: 'POST', path: '/a/_refresh' });
      }
      return engine(request);
    };
    const asked = search(transport, { index: 'a', weigher, query: demand, filter });
    await expect(asked).rejects.toMatchObject({ code: 'ENGINE_MIXED' });
  });

  test('an index of the other side is an error that says so', async () => {
    const engine = simulatedEngine();
    await fill(engine, 'd', weigher, demands, { side: 'demand' });
    const asked = search(engine, { index: 'd', weigher, query: demand, filter });
    await expect(asked).rejects.toThrow(/of another weigher or side \(1-demand-/);
    const own = await search(engine, {
      index: 'd',
      weigher,
      query: achievements[0]!,
      side: 'demand',
      filter,
    });
    expect(own.matches.length).toBeGreaterThan(0);
  });

  test('two documents of one id behind an alias are an error that names both indices', async () => {
    const engine = simulatedEngine();
    await fill(engine, 'one', weigher, achievements.slice(0, 20));
    await fill(engine, 'two', weigher, achievements.slice(0, 3));
    const actions = ['one', 'two'].map((index) => ({ add: { index, alias: 'x' } }));
    await engine({ method: 'POST', path: '/_aliases', body: JSON.stringify({ actions }) });
    const asked = search(engine, { index: 'x', weigher, query: demand, filter });
    await expect(asked).rejects.toThrow(/"(one|two)" and "(one|two)" both hold a document "A00\d"/);
  });

  const spoilt: readonly [string, (body: string) => string][] = [
    ['without hits', (body) => body.replace('"hits":[', '"others":[')],
    ['a hit that is null', (body) => body.replace(/"hits":\[\{/, '"hits":[null,{')],
    ['scores that rise', (body) => body.replace(/"_score":[\d.e-]+/, '"_score":0.000001')],
    ['a negative score', (body) => body.replace(/"_score":[\d.e-]+/g, '"_score":-1')],
    ['another id', (body) => body.replace('"_id":"', '"_id":"x')],
    [
      'a remote cluster that was left out',
      (body) => body.replace('{', '{"_clusters":{"total":2,"skipped":1},'),
    ],
    ['a count that is a lower bound', (body) => body.replace('"relation":"eq"', '"relation":"gte"')],
    ['a negative count', (body) => body.replace(/"value":\d+/, '"value":1')],
    ['a count that is missing', (body) => body.replace('"secrecy":{"doc_count"', '"secret":{"doc_count"')],
    [
      'no shard',
      (body) => body.replace(/"_shards":\{[^}]*\}/, '"_shards":{"total":0,"successful":0,"failed":0}'),
    ],
  ];
  test.each(spoilt)('an answer that cannot be is an error: %s', async (_, spoil) => {
    const { engine } = await cluster(achievements);
    let spoils = 0;
    const transport = async (request: Parameters<typeof engine>[0]) => {
      const { status, body } = await engine(request);
      const text = JSON.stringify(body);
      const other = spoil(text);
      if (other !== text) spoils++;
      return { status, body: JSON.parse(other) as unknown };
    };
    const asked = search(transport, { index: 'a', weigher, query: demand, filter });
    await expect(asked).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
    expect(spoils).toBeGreaterThan(0);
  });

  test('a page that comes again is an error, and no endless search', async () => {
    const rows = Array.from({ length: 1300 }, (_, i) => ({ id: `R${i}`, title: '轴承故障诊断' }) as Row);
    const { engine } = await cluster(rows);
    const transport = (request: Parameters<typeof engine>[0]) => {
      const { search_after: _, ...rest } = JSON.parse(request.body ?? '{}') as { search_after?: unknown };
      return engine(request.body === undefined ? request : { ...request, body: JSON.stringify(rest) });
    };
    const asked = search(transport, { index: 'a', weigher, query: '轴承的故障诊断', limit: 1250 });
    await expect(asked).rejects.toThrow('again on the next');
    expect(engine.openPoints).toBe(0);
  });

  test('fields that let a document pass a filter, and are not those of its record, are an error', async () => {
    const { engine } = await cluster(achievements);
    const { matches } = await search(engine, { index: 'a', weigher, query: demand, filter });
    const best = matches[0]!.record as Row;
    let revision = 9;
    for (const other of [{ regions: ['11'] }, { chains: ['SY99'] }, { kind: 'patent' }, { stage: 'x' }]) {
      const { source } = toDocument(weigher, best, { revision });
      engine.put('a', best.id, revision++, JSON.parse(JSON.stringify({ ...source, ...other })));
      await engine({ method: 'POST', path: '/a/_refresh' });
      const asked = search(engine, { index: 'a', weigher, query: demand, filter });
      await expect(asked).rejects.toThrow('its kind, stage, regions or chains are not those of its record');
    }
  });

  test('a document whose row is not that of its record is an error that names it', async () => {
    const { engine } = await cluster(achievements);
    const { matches } = await search(engine, { index: 'a', weigher, query: demand, filter });
    const best = matches[0]!.record as Row;
    const { source } = toDocument(weigher, best, { revision: 9 });
    const record = { ...best, title: `${best.title}及其应用` };
    engine.put('a', best.id, 9, JSON.parse(JSON.stringify({ ...source, record })));
    await engine({ method: 'POST', path: '/a/_refresh' });
    const asked = search(engine, { index: 'a', weigher, query: demand, filter });
    await expect(asked).rejects.toThrow(`"${best.id}" cannot be scored: its row is not that of its record`);
  });

  test('a record that is secret or expired is not shown, whatever the fields of its document say', async () => {
    const { engine } = await cluster(achievements);
    const { matches } = await search(engine, { index: 'a', weigher, query: demand, filter });
    const best = matches[0]!.record as Row;
    let revision = 9;
    for (const hidden of [{ secrecyLevel: '机密' }, { validTo: '2020-01-01' }]) {
      const { source } = toDocument(weigher, { ...best, ...hidden } as never, { revision });
      const open = { ...source, secrecy: 0, lastDay: 2 ** 31 - 1 };
      engine.put('a', best.id, revision++, JSON.parse(JSON.stringify(open)));
      await engine({ method: 'POST', path: '/a/_refresh' });
      const asked = search(engine, { index: 'a', weigher, query: demand, filter });
      await expect(asked).rejects.toThrow('secret or expired');
    }
  });

  test('documents that nobody made are an error that names them', async () => {
    const engine = simulatedEngine();
    const transport = async (request: Parameters<typeof engine>[0]) => {
      const { status, body } = await engine(request);
      const text = JSON.stringify(body).replaceAll('"row":', '"rows":');
      return { status, body: JSON.parse(text) as unknown };
    };
    await fill(engine, 'a', weigher, achievements);
    const asked = search(transport, { index: 'a', weigher, query: demand, filter });
    await expect(asked).rejects.toThrow(/Document "A\d+" is none of toDocument/);
  });
});

describe('options', () => {
  const { transport, ...rest } = { transport: simulatedEngine(), index: 'a', weigher, query: demand };
  test.each([
    ['filter.where', { filter: { where: () => true } }],
    ['minScore', { minScore: 0.2, total: true }],
    ['minScore', { minScore: 0.2, counts: ['kinds'] }],
    ['limt', { limt: 3 }],
    ['deepest', { deepest: 10 }],
    ['index', { index: '' }],
    ['dialect', { dialect: 'knn' }],
    ['side', { side: 'supply' }],
    ['levels.slope', { levels: { thresholds: [1, 2, 3], slope: -1, signals: {} } }],
    ['weigher', { weigher: {} }],
  ])('%s is refused by name', async (path, options) => {
    await expect(search(transport, { ...rest, ...options } as never)).rejects.toMatchObject({
      code: 'INVALID_OPTIONS',
      issues: expect.arrayContaining([expect.objectContaining({ path })]),
    });
    expect(transport.requests).toEqual([]);
  });

  test('a weigher whose scores count vectors is refused', () => {
    const vectors = { weight: 0.2, mean: [0, 0, 0] };
    const dense = createWeigher({ statistics: weigher.statistics, vectors });
    expect(() => toDocument(dense, achievements[0]!, { revision: 1 })).toThrow(/vectors/);
  });

  test('a chain or region that nobody knows is refused; one that documents have as their own is not', async () => {
    const own = { ...achievements[1]!, id: 'own', regionCode: '沈抚示范区', chains: ['X1'] } as Row;
    const compared = await cluster([...achievements, own]);
    const query = String(achievements[1]!.title);
    const { cluster: one, alone } = await both(compared, query, {
      filter: { asOf, regions: ['沈抚示范区'] },
    });
    expect(one).toEqual(alone);
    expect((one as { matches: unknown[] }).matches).toHaveLength(1);
    for (const unknown of [{ regions: ['沈阜示范区'] }, { chains: ['航空装被'] }]) {
      const asked = search(compared.engine, { ...rest, query, filter: { asOf, ...unknown } });
      await expect(asked).rejects.toMatchObject({ code: 'INVALID_OPTIONS' });
    }
  });

  test('an own region or chain that finds nothing finds nothing; an own chain is found in any spelling', async () => {
    const own = { ...achievements[1]!, id: 'own', regionCode: '沈抚示范区', chains: ['X1'] } as Row;
    const compared = await cluster([...achievements, own]);
    const ways = [
      [{ regions: ['沈抚示范区'] }, {}],
      [{ chains: ['X1'] }, { minScore: 1 }],
      [{ chains: ['X1'] }, { kinds: ['patent'] as const }],
      [{ chains: ['x1'] }, {}],
      [{ chains: ['Ｘ１'] }, {}],
      [{ chains: ['X1产业链', '航空装备'] }, {}],
    ] as const;
    for (const [narrow, options] of ways) {
      for (const query of ['完全没有关系的文字', String(achievements[1]!.title)]) {
        const asked = { filter: { asOf, ...narrow }, ...options } as Parameters<typeof both>[2];
        const { cluster: one, alone } = await both(compared, query, asked);
        expect(one).toEqual(alone);
      }
    }
  });

  test('what a weigher of `cuohe/core` scores means what its host says, or nothing', async () => {
    const { createWeigher: createBare } = await import('cuohe/core');
    const { defaultLexicon, DEFAULT_TAXONOMY } = await import('cuohe');
    const parts = { taxonomy: DEFAULT_TAXONOMY, lexicon: defaultLexicon() };
    const bare = createBare({ ...parts, statistics: weigher.statistics });
    expect(bare.version).toBe(weigher.version);
    const { engine } = await cluster(achievements);
    const { matches, answer } = await search(engine, { ...rest, weigher: bare, filter });
    expect([matches[0]!.level, answer]).toEqual([undefined, undefined]);
  });

  test('levels are those that are given, or none', async () => {
    const { engine } = await cluster(achievements);
    const plain = await search(engine, { ...rest, filter });
    expect(plain.matches[0]!.level).toBeDefined();
    const without = await search(engine, { ...rest, filter, levels: false });
    expect(without.matches[0]!.level).toBeUndefined();
  });

  test('a search that is stopped ends with the reason', async () => {
    const { engine } = await cluster(achievements);
    const stop = new AbortController();
    engine.fault = () => {
      stop.abort(new Error('enough'));
      return undefined;
    };
    await expect(search(engine, { ...rest, signal: stop.signal })).rejects.toThrow('enough');
  });
});

describe('names of features', () => {
  const term = fc.string({
    unit: fc.constantFrom('.', '%', 'a', '叶', '2', 'E', '\ud800', '\udc00', '😀', '\u0000'),
    minLength: 1,
    maxLength: 300,
  });

  test('have no dot, are short, are whole in UTF-8, and tell terms apart', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        const name = featureName(a);
        expect(name).not.toContain('.');
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(512);
        expect(new TextDecoder().decode(new TextEncoder().encode(name))).toBe(name);
        expect(name === featureName(b)).toBe(a === b);
      }),
      { numRuns: 2000 },
    );
  });

  test('weights as JSON are read as the same 32-bit float, and are never less than the engine takes', () => {
    fc.assert(
      fc.property(fc.float({ min: 0, max: 1, noNaN: true, minExcluded: true }), (weight) => {
        const read = Math.fround(JSON.parse(JSON.stringify(told(weight))) as number);
        expect(read).toBe(weight < 2 ** -126 ? Math.fround(2 ** -126) : weight);
      }),
      { numRuns: 5000 },
    );
  });

  test('a row keeps every term', () => {
    const terms = ['\u000b.5', '\u000b%2E5', '\u000b__proto__', `\u000b${'长'.repeat(400)}`];
    const row = featureRow({ terms, weights: Float32Array.from([0.1, 0.2, 0.3, 0.4]) });
    expect(Object.keys(row)).toHaveLength(4);
  });

  const hostile: Row[] = [
    { id: 'a.b%c', title: '3.5kW 电机 v2.0 100%国产 .net 平台' },
    { id: '__proto__', title: '__proto__ constructor toString 电机' },
    { id: '😀 \u0000\u2028', title: '😀电机\u202e控制\u0000器' },
    { id: '长', title: `电机${'A'.repeat(40_000)}`, abstract: '甲'.repeat(9000) },
    { id: '半', title: '电机\ud800控制' },
  ] as Row[];

  test('hostile texts are found again, to the bit', async () => {
    const compared = await cluster(hostile);
    for (const row of hostile) {
      const { cluster: one, alone } = await both(compared, { ...row, kind: 'demand' } as never);
      expect(one).toEqual(alone);
      expect(JSON.stringify(one)).toContain(JSON.stringify(row.id).slice(1, -1));
    }
  });

  test.each(['__proto__', 'constructor'])(
    'a field named %s, which clients of engines do not read, is refused',
    (key) => {
      const row = JSON.parse(`{"id":"A","title":"电机","more":[{"${key}":{"prototype":1}}]}`) as Row;
      expect(() => toDocument(weigher, row, { revision: 1 })).toThrow(key);
      const text = { id: 'A', title: `电机 ${key}` };
      expect(toDocument(weigher, text, { revision: 1 }).id).toBe('A');
    },
  );

  class Entity {
    readonly id = 'A';
    readonly title = '电机';
    get secrecyLevel(): string {
      return '绝密';
    }
  }
  test.each([
    ['secrecyLevel', new Entity()],
    [
      'secrecyLevel',
      Object.create(
        { secrecyLevel: '绝密' },
        { id: { value: 'A', enumerable: true }, title: { value: '电机', enumerable: true } },
      ),
    ],
    ['secrecyLevel', { id: 'A', title: '电机', secrecyLevel: Number.NaN }],
    ['validTo', { id: 'A', title: '电机', validTo: new Date('no day') }],
    [
      'secrecyLevel',
      { id: 'A', title: '电机', toJSON: () => ({ id: 'A', title: '电机' }), secrecyLevel: '机密' },
    ],
  ])('%s that JSON would drop is refused by name, and not left open', (field, row) => {
    const write = () => toDocument(weigher, row as never, { revision: 1 });
    expect(write).toThrow(expect.objectContaining({ code: 'INVALID_RECORDS' }));
    expect(write).toThrow(field);
  });

  test('days as dates, and ids as bigints, are kept', () => {
    const row = { id: 7n, title: '电机', validTo: new Date('2027-03-01'), more: { since: new Date(0) } };
    const { id, source } = toDocument(weigher, row as never, { revision: 1 });
    expect([id, source.lastDay]).toEqual(['7', Date.parse('2027-03-01') / 86_400_000]);
  });

  test('an id that is too long for the engine is refused by name', () => {
    const row = { id: '长'.repeat(171), title: '电机' };
    expect(() => toDocument(weigher, row, { revision: 1 })).toThrow(/at most 512 bytes/);
  });
});

test('documents are the same for the same record, and survive JSON', () => {
  const again = weigherOf(achievements, demands);
  for (const row of [...achievements.slice(0, 20), ...demands.slice(0, 5)]) {
    const document = toDocument(weigher, row, {
      revision: 3,
      side: row.id.startsWith('D') ? 'demand' : 'achievement',
    });
    expect(
      JSON.stringify(
        toDocument(again, row, { revision: 3, side: row.id.startsWith('D') ? 'demand' : 'achievement' }),
      ),
    ).toBe(JSON.stringify(document));
  }
  const dated = { id: 'T', title: '电机', validTo: new Date('2027-03-01') } as never;
  expect(toDocument(weigher, dated, { revision: 1 }).source.lastDay).toBe(
    Date.parse('2027-03-01') / 86_400_000,
  );
});

test('the dialect of sparse vectors asks the same and gets the same', async () => {
  const engine = simulatedEngine({ flavour: 'elasticsearch-8' });
  const { mapping } = await import('cuohe/opensearch');
  await engine({
    method: 'PUT',
    path: '/a',
    body: JSON.stringify(mapping({ dialect: 'sparse-vector', replicas: 0 })),
  });
  await fill(engine, 'a', weigher, achievements);
  const machine = machineOf(achievements, weigher.statistics);
  for (const query of demands.slice(0, 4)) {
    const compared = { transport: engine, weigher, index: 'a', machine };
    const { cluster: one, alone } = await both(compared, query, { filter, dialect: 'sparse-vector' });
    expect(one).toEqual(alone);
  }
  expect(engine.unknown).toEqual([]);
});
