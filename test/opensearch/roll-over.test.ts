import {
  mapping,
  type RollOverOptions,
  type RollOverReport,
  type Transport,
  toDocument,
} from 'cuohe/opensearch';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Rejected } from '../../src/opensearch/rejections.ts';
import { rollOverWaiting } from '../../src/opensearch/roll-over.ts';
import { type SimulatedEngine, simulatedEngine } from './simulated-engine.ts';
import { bulksOf, idsOf, otherWeigher, type Row, row, rows, versionOf, weigher, written } from './written.ts';

const NEW = `live-${otherWeigher.version}`;

let engine: SimulatedEngine;
beforeEach(async () => {
  engine = await filled(rows(7, 3));
});

async function call(method: 'PUT' | 'POST', path: string, body: unknown, to = engine) {
  return to({ method, path, body: JSON.stringify(body) });
}

/** An engine with records in the index `a` behind the alias `live`. */
async function filled(
  records: readonly Row[],
  options: Parameters<typeof simulatedEngine>[0] = {},
): Promise<SimulatedEngine> {
  const made = simulatedEngine(options);
  await call('PUT', '/a', mapping({ shards: 2, replicas: 0 }), made);
  await call('POST', '/_aliases', { actions: [{ add: { index: 'a', alias: 'live' } }] }, made);
  await written(made, { put: records });
  made.requests.length = 0;
  return made;
}

async function rolled(
  options: Partial<RollOverOptions<Row>> = {},
  transport: Transport = engine,
): Promise<{ readonly report?: RollOverReport; readonly error?: unknown; readonly waits: number[] }> {
  const waits: number[] = [];
  const full = { alias: 'live', weigher: otherWeigher, replicas: 0, ...options };
  try {
    const report = await rollOverWaiting<Row>(transport, full, async (milliseconds) => {
      waits.push(milliseconds);
    });
    return { report, waits };
  } catch (error) {
    return { error, waits };
  }
}

const statesIn = (index: string) =>
  [...engine.documents(index).values()]
    .map(({ id, version, source }) => [id, version, source.v])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

describe('a roll-over', () => {
  it.each(['opensearch', 'elasticsearch'] as const)(
    'weighs the records of an index anew, with their revisions, and moves the alias (%s)',
    async (flavour) => {
      // More than a page.
      engine = await filled(rows(1001, 3), { flavour });
      const told: (number | undefined)[] = [];
      const { report } = await rolled({ shards: 3, onProgress: ({ done, total }) => told.push(done, total) });
      expect(report).toEqual({ index: NEW, previous: ['a'], count: 1001, rejected: 0 });
      expect(told.slice(-2)).toEqual([1001, 1001]);
      expect(engine.behind('live')).toEqual([NEW]);
      expect(engine.documents('a').size).toBe(1001);
      expect(statesIn(NEW)).toEqual(
        statesIn('a').map(([id, version]) => [id, version, `1-achievement-${otherWeigher.version}`]),
      );
      const { source } = engine.documents(NEW).get('r5')!;
      const whole = toDocument(otherWeigher, row('r5', 3), { revision: 3 }).source;
      expect(source).toEqual(JSON.parse(JSON.stringify(whole)));
      expect(engine.bodyOf(NEW)).toMatchObject({
        settings: { number_of_shards: 3, number_of_replicas: 0, gc_deletes: '1d' },
      });
      expect(engine.openPoints).toBe(0);
      expect(engine.unknown).toEqual([]);
    },
  );

  it('begins with records where there is no index yet', async () => {
    engine = simulatedEngine();
    const { report } = await rolled({ records: rows(4), revision: (record) => record.version + 1 });
    expect(report).toEqual({ index: NEW, previous: [], count: 4, rejected: 0 });
    expect(engine.behind('live')).toEqual([NEW]);
    expect(statesIn(NEW)[0]).toEqual(['r0', 2, `1-achievement-${otherWeigher.version}`]);
  });

  it('takes records in place of those of the index, of one id the newest', async () => {
    const records = [row('x', 1), row('x', 3), row('x', 2), row('y', 1)];
    const { report } = await rolled({ records, revision: versionOf });
    expect(report).toEqual({ index: NEW, previous: ['a'], count: 2, rejected: 0 });
    expect(statesIn(NEW).map(([id, version]) => [id, version])).toEqual([
      ['x', 3],
      ['y', 1],
    ]);
    const { report: again } = await rolled({ records: rows(2), revision: 5 });
    expect(again).toMatchObject({ index: `${NEW}-2`, previous: [NEW] });
    expect(statesIn(`${NEW}-2`).map(([, version]) => version)).toEqual([5, 5]);
  });

  it('keeps on which side a record is that does not say it', async () => {
    const demand = { id: 'd', title: '求高温涂层', version: 1 };
    engine = simulatedEngine();
    await rolled({ records: [demand], revision: versionOf, side: 'demand' });
    await rolled();
    expect(engine.documents(NEW).get('d')!.source).toMatchObject({ kind: 'demand' });
    const { source } = engine.documents(`${NEW}-2`).get('d')!;
    expect(source).toMatchObject({
      kind: 'demand',
      record: demand,
      v: engine.documents(NEW).get('d')!.source.v,
    });
  });

  it('tells of the new index before it is filled, and reads the old one only then', async () => {
    const { report } = await rolled({
      onIndex: async (name) => {
        expect(engine.documents(name).size).toBe(0);
        expect(engine.behind('live')).toEqual(['a']);
        // Not refreshed: it is seen nevertheless.
        const body = JSON.stringify({
          index: { _index: 'a', _id: 'late', version: 1, version_type: 'external' },
        });
        const { source } = toDocument(weigher, row('late'), { revision: 1 });
        await engine({
          method: 'POST',
          path: '/_bulk',
          type: 'ndjson',
          body: `${body}\n${JSON.stringify(source)}\n`,
        });
      },
    });
    expect(report?.count).toBe(8);
    expect(engine.documents(NEW).has('late')).toBe(true);
  });

  it('never shows a part: the alias is at one whole index, whatever is asked', async () => {
    engine.fault = () => {
      expect(engine.behind('live')).toHaveLength(1);
      return undefined;
    };
    await rolled({ flushBytes: 1 });
    const moved = engine.requests.findIndex(({ path }) => path === '/_aliases');
    expect(engine.requests.slice(moved + 1).map(({ path }) => path)).toEqual([]);
    expect(JSON.parse(engine.requests[moved]!.body!)).toEqual({
      actions: [
        { remove: { index: 'a', alias: 'live', must_exist: true } },
        { add: { index: NEW, alias: 'live' } },
      ],
    });
  });

  it('lets each change meanwhile stand, on both indices, whenever it comes', async () => {
    const change = fc.record({
      id: fc.integer({ min: 0, max: 8 }).map((n) => `r${n}`),
      isRemoval: fc.boolean(),
      at: fc.nat({ max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        engine = await filled(rows(6, 3));
        let asked = 0;
        let target = '';
        let revision = 10;
        let queue = Promise.resolve();
        const writeBoth = async () => {
          const now = changes.filter(({ at }) => at === asked);
          asked++;
          for (const { id, isRemoval } of now) {
            const own = ++revision;
            for (const [index, of] of [
              ['a', weigher],
              [target, otherWeigher],
            ] as const) {
              const what = isRemoval ? { remove: [id] } : { put: [row(id, own)] };
              const { error } = await written(engine, { index, weigher: of, revision: own, ...what });
              expect(error).toBeUndefined();
            }
            engine.forgetDeleted();
          }
        };
        const transport: Transport = async (request) => {
          // One after the other, as a host changes a record.
          if (target !== '') queue = queue.then(writeBoth);
          await queue;
          return engine(request);
        };
        const { report, error } = await rolled(
          {
            flushBytes: 1,
            onIndex: (name) => {
              target = name;
            },
          },
          transport,
        );
        expect(error).toBeUndefined();
        const states = (index: string) => statesIn(index).map(([id, version]) => [id, version]);
        expect(states(target)).toEqual(states('a'));
        expect(report?.index).toBe(target);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a roll-over that cannot be', () => {
  it('is one of a name that is an index', async () => {
    const { error } = await rolled({ alias: 'a' });
    expect(error).toMatchObject({
      code: 'INVALID_OPTIONS',
      issues: [{ path: 'alias', received: 'the name of an index' }],
    });
  });

  it('is one of several indices', async () => {
    await call('PUT', '/b', mapping({ replicas: 0 }));
    await call('POST', '/_aliases', { actions: [{ add: { index: 'b', alias: 'live' } }] });
    const { error } = await rolled();
    expect(error).toMatchObject({
      code: 'INVALID_OPTIONS',
      issues: [{ path: 'alias', received: 'one of 2' }],
    });
    expect(engine.indices).toEqual(['a', 'b']);
  });

  it('is one of nothing', async () => {
    const { error } = await rolled({ alias: 'nothing' });
    expect(error).toMatchObject({ code: 'INVALID_OPTIONS', issues: [{ path: 'records' }] });
    expect(engine.indices).toEqual(['a']);
  });

  it.each([
    [{ alias: 'x,y' }, 'alias'],
    [{ records: 'text', revision: 1 }, 'records'],
    [{ records: [] }, 'revision'],
    [{ records: [], revision: -1 }, 'revision'],
    [{ revision: 1 }, 'revision'],
    [{ onIndex: 'x' }, 'onIndex'],
    [{ shards: 0 }, 'shards'],
    [{ dialect: 'x' }, 'dialect'],
    [{ concurrency: 0 }, 'concurrency'],
    [{ index: 'x' }, 'index'],
    [{ weigher: {} }, 'weigher'],
  ])('is refused where it is no option: %o', async (options, path) => {
    const { error } = await rolled(options as object);
    expect(error).toMatchObject({ code: 'INVALID_OPTIONS', issues: [{ path }] });
    expect(engine.requests).toEqual([]);
  });
});

describe('a roll-over that fails', () => {
  const unmoved = `Alias "live" is as it was; the new index "${NEW}" is left as it is`;

  async function expectUnmoved(error: unknown, code: string, why: string) {
    expect(error).toMatchObject({ code });
    const [first, ...others] = (error as Error).message.split('\n');
    expect(first).toBe(unmoved);
    expect(others.join('\n')).toContain(why);
    expect(engine.behind('live')).toEqual(['a']);
    expect(engine.indices).toEqual(['a', NEW]);
    expect(engine.openPoints).toBe(0);
  }

  it('for rejected records leaves the alias, unless the host is told of them', async () => {
    engine.fault = () => ({ item: ({ id }) => (id === 'r2' ? 400 : undefined) });
    const { error } = await rolled();
    await expectUnmoved(error, 'ENGINE_REJECTED', 'put[2] id "r2": status 400');
    const told: Rejected[] = [];
    const { report } = await rolled({ onRejected: (one) => told.push(one) });
    expect(report).toEqual({ index: `${NEW}-2`, previous: ['a'], count: 6, rejected: 1 });
    expect(told.map(({ id }) => id)).toEqual(['r2']);
  });

  it('for a document that is missing', async () => {
    // An engine that says that it has done what it has not.
    const transport: Transport = async (request) => {
      if (request.path !== '/_bulk') return engine(request);
      const lines = request.body!.split('\n');
      const at = lines.findIndex((line) => line.includes('"_id":"r4"'));
      const answer = await engine({ ...request, body: lines.toSpliced(at, 2).join('\n') });
      const { items } = answer.body as { items: object[] };
      const faked = { index: { _id: 'r4', status: 201, result: 'created' } };
      return { ...answer, body: { items: items.toSpliced(at / 2, 0, faked) } };
    };
    const { error } = await rolled({}, transport);
    await expectUnmoved(error, 'ENGINE_FAILED', 'the index holds 6 documents, though 7 were written to it');
    const { error: ofRecords } = await rolled(
      { records: rows(9), revision: 1, weigher: otherWeigher, alias: 'other' },
      transport,
    );
    expect((ofRecords as Error).message).toContain('holds 8 documents, though 9 were written');
  });

  it.each([
    ['a page', { isTimedOut: true }, /_search$/, 'the time was up'],
    ['a page of some shards', { failedShards: [0] }, /_search$/, 'status 500'],
    ['the point in time', { failedShards: [0] }, /point_in_time$/, 'status 503'],
  ])('at %s leaves nothing out', async (_, fault, path, why) => {
    engine.fault = (_, asked) => (path.test(asked) && !asked.includes(NEW) ? fault : undefined);
    const { error } = await rolled();
    await expectUnmoved(error, 'ENGINE_FAILED', why);
  });

  it('for a document that is none of this library', async () => {
    engine.put('a', 'strange', 1, { id: 'strange', v: weigher.version });
    const { error } = await rolled();
    await expectUnmoved(error, 'ENGINE_FAILED', 'document "strange" holds no record of this library');
  });

  it('for a name that the engine does not take', async () => {
    const { error } = await rolled({ alias: 'Upper', records: rows(1), revision: 1 });
    expect(error).toMatchObject({ code: 'ENGINE_FAILED' });
    expect((error as Error).message).toContain('invalid_index_name_exception');
    expect(engine.indices).toEqual(['a']);
  });

  it('with an error of the host or its signal throws that, and leaves the alias', async () => {
    const reason = new Error('host');
    const { error } = await rolled({
      onIndex: () => {
        throw reason;
      },
    });
    expect(error).toBe(reason);
    const stopping = new AbortController();
    engine.fault = (_, path) => {
      if (path === '/_bulk') stopping.abort(reason);
      return undefined;
    };
    expect((await rolled({ signal: stopping.signal })).error).toBe(reason);
    expect(engine.behind('live')).toEqual(['a']);
  });
});

describe('the move of the alias', () => {
  const atMove = (...faults: (ReturnType<NonNullable<SimulatedEngine['fault']>> | (() => void))[]) => {
    engine.fault = (_, path) => {
      const fault = path === '/_aliases' ? faults.shift() : undefined;
      return typeof fault === 'function' ? void fault() : fault;
    };
  };
  const moves = () => engine.requests.filter(({ path }) => path === '/_aliases').length;

  it('is repeated until it is done', async () => {
    atMove({ status: 503 }, { lost: 'before' });
    const { report, waits } = await rolled();
    expect(report).toMatchObject({ index: NEW });
    expect(waits).toEqual([250, 500]);
    expect(moves()).toBe(3);
  });

  it('is done where the alias has moved, though no word of it came', async () => {
    atMove({ lost: 'after' });
    expect((await rolled()).report).toMatchObject({ index: NEW });
    expect(moves()).toBe(1);
    expect(engine.behind('live')).toEqual([NEW]);
  });

  it('fails where somebody else has moved it', async () => {
    await call('PUT', '/b', mapping({ replicas: 0 }));
    const actions = [{ remove: { index: 'a', alias: 'live' } }, { add: { index: 'b', alias: 'live' } }];
    let isMoved = false;
    const transport: Transport = async (request) => {
      if (request.path === '/_aliases' && !isMoved) {
        isMoved = true;
        await call('POST', '/_aliases', { actions });
      }
      return engine(request);
    };
    const { error } = await rolled({}, transport);
    expect((error as Error).message.split('\n')).toEqual([
      `The new index "${NEW}" is whole; alias "live" may not be moved to it`,
      'The search engine failed at POST /_aliases: status 404, aliases_not_found_exception: aliases [live] missing',
    ]);
    expect(engine.behind('live')).toEqual(['b']);
  });

  it('fails in the end, and leaves it', async () => {
    engine.fault = (_, path) => (path === '/_aliases' ? { status: 503 } : undefined);
    const { error } = await rolled({ retries: 2 });
    expect((error as Error).message).toContain('status 503');
    expect(moves()).toBe(3);
    expect(engine.behind('live')).toEqual(['a']);
    expect(idsOf(bulksOf(engine)[0]!.body)).toHaveLength(7);
  });
});
