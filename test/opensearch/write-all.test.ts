import { writeAll } from 'cuohe/opensearch';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rejected } from '../../src/opensearch/rejections.ts';
import { delayOf } from '../../src/opensearch/retry.ts';
import type { SimulatedEngine } from './simulated-engine.ts';
import {
  bulksOf,
  engineWith,
  idsOf,
  otherWeigher,
  row,
  rows,
  settled,
  versionOf,
  weigher,
  written,
} from './written.ts';

let engine: SimulatedEngine;
beforeEach(async () => {
  engine = await engineWith();
});

/** Fails bulks, one after the other; what follows is done. */
function fail(...faults: ReturnType<NonNullable<SimulatedEngine['fault']>>[]) {
  engine.fault = (_, path) => (path === '/_bulk' ? faults.shift() : undefined);
}

describe('writing', () => {
  it('puts records and removes ids, and makes it seen', async () => {
    expect((await written(engine, { put: rows(5) })).report).toEqual({
      written: 5,
      removed: 0,
      unchanged: 0,
      rejected: 0,
    });
    const second = await written(engine, {
      put: [row('r0', 1), row('r1', 2), row('new', 1)],
      remove: ['r3', 'r4', 'never'],
      revision: (of) => (of === 'r4' ? 1 : typeof of === 'string' ? 7 : of.version),
    });
    // One is as it was, one removal is not newer, one has nothing to remove.
    expect(second.report).toEqual({ written: 2, removed: 1, unchanged: 3, rejected: 0 });
    const found = await engine({
      method: 'POST',
      path: '/a/_search',
      body: JSON.stringify({ sort: [{ id: 'asc' }], _source: ['record', 'revision'] }),
    });
    const { hits } = (found.body as { hits: { hits: { _id: string; _source: unknown }[] } }).hits;
    expect(hits.map(({ _id, _source }) => [_id, _source])).toEqual([
      ['new', { revision: 1, record: row('new', 1) }],
      ['r0', { revision: 1, record: row('r0', 1) }],
      ['r1', { revision: 2, record: row('r1', 2) }],
      ['r2', { revision: 1, record: row('r2', 1) }],
      ['r4', { revision: 1, record: row('r4', 1) }],
    ]);
    expect(engine.unknown).toEqual([]);
  });

  it('takes one revision for all, and sources that come as they come', async () => {
    async function* cursor() {
      yield* rows(3);
    }
    const { report } = await written(engine, { put: cursor(), remove: new Set(['z']), revision: 9 });
    expect(report).toEqual({ written: 3, removed: 0, unchanged: 1, rejected: 0 });
    expect([...engine.documents('a').values()].map(({ version }) => version)).toEqual([9, 9, 9]);
  });

  it('asks nothing but for a refresh where there is nothing to write', async () => {
    expect((await written(engine, { put: [] })).report).toEqual({
      written: 0,
      removed: 0,
      unchanged: 0,
      rejected: 0,
    });
    expect(bulksOf(engine)).toEqual([]);
  });

  it('makes bodies of at most so many bytes, and lets a larger document go alone', async () => {
    await written(engine, { put: rows(10), concurrency: 1 });
    const body = bulksOf(engine)[0]!.body!;
    const size = Buffer.byteLength(body) / 10;
    for (const [flushBytes, most] of [
      [size * 3, 3],
      [size * 2.5, 2],
      [1, 1],
    ] as const) {
      engine = await engineWith();
      await written(engine, { put: rows(10), flushBytes: Math.ceil(flushBytes) });
      const counts = bulksOf(engine).map(({ body }) => idsOf(body).length);
      expect(Math.max(...counts)).toBe(most);
      expect(counts).toHaveLength(Math.ceil(10 / most));
      expect(engine.documents('a').size).toBe(10);
    }
  });

  it('keeps the order of the records where one body goes at a time', async () => {
    await written(engine, { put: rows(7), remove: ['a', 'b'], concurrency: 1, flushBytes: 2000 });
    expect(bulksOf(engine).flatMap(({ body }) => idsOf(body))).toEqual([
      ...rows(7).map(({ id }) => id),
      'a',
      'b',
    ]);
    expect(bulksOf(engine).length).toBeGreaterThan(1);
  });

  it('knows the rows of a host by their type', async () => {
    const report = await writeAll(engine, {
      index: 'a',
      weigher,
      put: rows(2),
      remove: ['x'],
      revision: (of) => (typeof of === 'string' ? 1 : of.version),
    });
    expect(report).toEqual({ written: 2, removed: 0, unchanged: 1, rejected: 0 });
  });

  it('writes to an alias', async () => {
    const actions = [{ add: { index: 'a', alias: 'live' } }];
    await engine({ method: 'POST', path: '/_aliases', body: JSON.stringify({ actions }) });
    await written(engine, { index: 'live', put: rows(2) });
    expect(engine.documents('a').size).toBe(2);
  });
});

describe('back-pressure', () => {
  it('reads no more than the bodies that are under way, and one document', async () => {
    await written(engine, { put: rows(20), concurrency: 1 });
    const size = Buffer.byteLength(bulksOf(engine)[0]!.body!) / 20;
    engine = await engineWith();
    const gates: (() => void)[] = [];
    engine.fault = (_, path) =>
      path === '/_bulk' ? { wait: new Promise<void>((open) => gates.push(open)) } : undefined;
    let pulled = 0;
    function* source() {
      for (const one of rows(20)) {
        pulled++;
        yield one;
      }
    }
    const done = written(engine, { put: source(), concurrency: 3, flushBytes: Math.ceil(size * 2.5) });
    await vi.waitUntil(() => gates.length === 3);
    await settled();
    expect(bulksOf(engine)).toHaveLength(3);
    expect(pulled).toBe(3 * 2 + 1);
    gates.shift()!();
    await vi.waitUntil(() => gates.length === 3);
    await settled();
    expect(pulled).toBe(4 * 2 + 1);
    engine.fault = undefined;
    for (const open of gates) open();
    expect((await done).report?.written).toBe(20);
  });

  it('fills one body at a time, so that none is read by halves', async () => {
    let reading = 0;
    async function* source() {
      for (const one of rows(9)) {
        expect(++reading).toBe(1);
        await settled();
        reading--;
        yield one;
      }
    }
    const { report } = await written(engine, { put: source(), concurrency: 4, flushBytes: 1 });
    expect(report?.written).toBe(9);
  });

  it('ends although a body takes longer than any interval', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const hour = 3_600_000;
      const slow = () => ({ wait: new Promise((resolve) => setTimeout(resolve, hour)) });
      fail(slow(), slow(), slow());
      const done = writeAll(engine, { index: 'a', weigher, put: rows(6), revision: 1, flushBytes: 2000 });
      for (let i = 0; i < 3; i++) {
        await settled();
        await vi.advanceTimersByTimeAsync(hour);
      }
      expect(await done).toMatchObject({ written: 6 });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('what passes', () => {
  it.each([429, 500, 502, 503, 504])('is asked again: status %i of a body', async (status) => {
    fail({ status }, { status });
    const { report, waits } = await written(engine, { put: rows(3) });
    expect(report).toMatchObject({ written: 3 });
    expect(waits).toEqual([250, 500]);
    expect(bulksOf(engine).map(({ body }) => idsOf(body))).toEqual(Array(3).fill(['r0', 'r1', 'r2']));
  });

  it.each([429, 500, 502, 503, 504])(
    'is asked again: status %i of an item, and of that alone',
    async (status) => {
      fail({ item: ({ id }) => (id === 'r1' ? status : undefined) });
      const { report, waits } = await written(engine, { put: rows(3) });
      expect(report).toMatchObject({ written: 3, unchanged: 0 });
      expect(waits).toEqual([250]);
      expect(bulksOf(engine).map(({ body }) => idsOf(body))).toEqual([['r0', 'r1', 'r2'], ['r1']]);
    },
  );

  it('is an answer that does not come; what was done nevertheless is left as it is', async () => {
    fail({ lost: 'before' }, { lost: 'after' });
    const { report, waits } = await written(engine, { put: rows(3), remove: ['x'] });
    expect(report).toEqual({ written: 0, removed: 0, unchanged: 4, rejected: 0 });
    expect(engine.documents('a').size).toBe(3);
    expect(waits).toEqual([250, 500]);
  });

  it('waits twice as long each time, up to half a minute, and a minute in all by default', async () => {
    fail(...Array(9).fill({ status: 503 }));
    const { error, waits } = await written(engine, { put: rows(1) });
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000]);
    expect(error).toMatchObject({ code: 'ENGINE_FAILED' });
    expect(delayOf(50)).toBe(30_000);
  });

  it('begins anew to count once something was done', async () => {
    const only = (...ids: string[]) => ({
      item: ({ id }: { id: string }) => (ids.includes(id) ? undefined : 429),
    });
    fail({ status: 503 }, { status: 503 }, only('r0'), only(), only('r1'), only());
    const { report, waits } = await written(engine, { put: rows(3), retries: 2 });
    expect(report).toMatchObject({ written: 3 });
    expect(waits).toEqual([250, 500, 250, 500, 250, 500]);
  });

  it('is asked again before and after, too: whether the index is there, and the refresh', async () => {
    const failing = new Set(['/a/_search', '/a/_refresh']);
    engine.fault = (_, path) => (failing.delete(path) ? { status: 503 } : undefined);
    const { report, waits } = await written(engine, { put: rows(1) });
    expect(report).toMatchObject({ written: 1 });
    expect(waits).toEqual([250, 250]);
  });
});

describe('what does not pass', () => {
  it('ends the writing, and says what was done and what is not known to be', async () => {
    const bad = { item: ({ id }: { id: string }) => (id === 'r3' ? 503 : undefined) };
    engine.fault = (_, path) => (path === '/_bulk' ? bad : undefined);
    const { error } = await written(engine, {
      put: rows(6),
      remove: ['x'],
      retries: 1,
      concurrency: 1,
      flushBytes: 3000,
    });
    const done = engine.documents('a').size;
    expect(error).toMatchObject({ code: 'ENGINE_FAILED', cause: { code: 'ENGINE_FAILED' } });
    expect((error as Error).message.split('\n')).toEqual([
      'The search engine failed at POST /_bulk: 1 of its 1 lines were not done, such as "r3": status 503, unavailable_shards_exception: injected',
      `Before: ${done} written, 0 removed, 0 unchanged, 0 rejected`,
      'Not known to be done: 1, "r3"; what follows was not tried',
    ]);
    expect(engine.requests.at(-1)!.path).toBe('/_bulk');
  });

  it.each([400, 401, 403, 404])('is not asked again: status %i of a body', async (status) => {
    fail({ status });
    const { error, waits } = await written(engine, { put: rows(3) });
    expect(waits).toEqual([]);
    expect(bulksOf(engine)).toHaveLength(1);
    expect(error).toMatchObject({
      code: 'ENGINE_FAILED',
      message: expect.stringContaining('Not known to be done: 3, "r0", "r1", "r2"'),
    });
  });

  it('stops what other bodies repeat', async () => {
    let bulks = 0;
    engine.fault = (_, path) => {
      if (path !== '/_bulk') return undefined;
      return bulks++ === 0 ? { status: 503 } : { status: 401 };
    };
    const { error, waits } = await written(engine, { put: rows(4), flushBytes: 1, concurrency: 2 });
    expect(error).toMatchObject({ code: 'ENGINE_FAILED' });
    expect(waits.length).toBeLessThanOrEqual(1);
    expect(bulks).toBeLessThanOrEqual(3);
    expect((error as Error).message).toContain('Not known to be done: 2, "r');
  });

  it.each([
    ['of fewer lines', (items: unknown[]) => items.slice(1)],
    ['of other lines', (items: unknown[]) => items.toReversed()],
    ['of none', () => undefined],
  ])('is an answer %s', async (_, change) => {
    const transport: SimulatedEngine = Object.assign(async (request: Parameters<SimulatedEngine>[0]) => {
      const answer = await engine(request);
      const { items } = answer.body as { items?: unknown[] };
      return items ? { ...answer, body: { items: change(items) } } : answer;
    }, engine);
    const { error } = await written(transport, { put: rows(2) });
    expect((error as Error).message).toContain('the answer does not tell of each line');
    expect(bulksOf(engine)).toHaveLength(1);
  });

  it('is an index that is not there: none is made', async () => {
    const { error } = await written(engine, { index: 'b', put: rows(1) });
    expect(error).toMatchObject({ code: 'ENGINE_FAILED', message: expect.stringContaining('no index "b"') });
    expect(engine.indices).toEqual(['a']);
    expect(bulksOf(engine)).toEqual([]);
  });

  it('is an index of another weigher: nothing is mixed', async () => {
    await written(engine, { put: rows(1) });
    const { error } = await written(engine, { weigher: otherWeigher, put: rows(2) });
    expect(error).toMatchObject({ code: 'ENGINE_MIXED', message: expect.stringContaining('Index "a"') });
    expect(engine.documents('a').size).toBe(1);
  });

  it('is a refresh that some shards did not do', async () => {
    engine.fault = (_, path) => (path === '/a/_refresh' ? { failedShards: [1] } : undefined);
    const { error } = await written(engine, { put: rows(1) });
    expect((error as Error).message).toContain('POST /a/_refresh: 1 shards did not do it');
  });
});

describe('a body that is too large for the engine', () => {
  it('goes in halves, down to the document that is too large alone', async () => {
    engine.fault = ({ body }, path) =>
      path === '/_bulk' && (idsOf(body).length > 3 || idsOf(body).includes('r5'))
        ? { status: 413 }
        : undefined;
    const rejected: Rejected[] = [];
    const { report } = await written(engine, { put: rows(10), onRejected: (one) => rejected.push(one) });
    expect(report).toEqual({ written: 9, removed: 0, unchanged: 0, rejected: 1 });
    expect(rejected).toEqual([
      { from: 'put', index: 5, id: 'r5', status: 413, reason: expect.stringContaining('status 413') },
    ]);
  });

  it('names all of it where one half fails for good', async () => {
    engine.fault = ({ body }, path) => {
      if (path !== '/_bulk') return undefined;
      return idsOf(body).length > 2 ? { status: 413 } : { status: 401 };
    };
    const { error } = await written(engine, { put: rows(5) });
    expect((error as Error).message).toContain('Not known to be done: 5,');
  });
});

describe('what is rejected', () => {
  const bad = { id: 'bad', title: 5, version: 1 } as never;

  it('is named with its place, and the others are written', async () => {
    fail({ item: ({ id }) => (id === 'r1' ? 400 : undefined) });
    const rejected: Rejected[] = [];
    const { report } = await written(engine, {
      put: [...rows(2), bad, row('r2')],
      remove: ['', 'x'.repeat(513), '\ud800', 5 as never, 'gone'],
      onRejected: (one) => rejected.push(one),
    });
    expect(report).toEqual({ written: 2, removed: 0, unchanged: 1, rejected: 6 });
    const reason = expect.stringMatching(/^id: expected a text of 1 to 512 bytes/);
    expect(rejected).toEqual([
      {
        from: 'put',
        index: 2,
        id: 'bad',
        reason: expect.stringMatching(/^title: expected .*, received number 5$/),
      },
      { from: 'remove', index: 0, id: '', reason },
      { from: 'remove', index: 1, id: 'x'.repeat(513), reason },
      { from: 'remove', index: 2, id: '\ud800', reason },
      { from: 'remove', index: 3, reason },
      { from: 'put', index: 1, id: 'r1', status: 400, reason: 'exception: injected' },
    ]);
  });

  it('is told by one error in the end where nobody is told of it', async () => {
    const { error } = await written(engine, {
      put: [
        ...rows(3),
        bad,
        { id: 'x'.repeat(600), title: '涂层', version: 1 },
        { ...row('z'), version: 0.5 },
      ],
    });
    expect(error).toMatchObject({ code: 'ENGINE_REJECTED' });
    const lines = (error as Error).message.split('\n');
    expect(lines[0]).toBe('Not all could be written: 3 written, 0 removed, 0 unchanged, 3 rejected');
    expect(lines[1]).toMatch(/^ {2}put\[3\] id "bad": title: expected/);
    expect(lines[2]).toMatch(/^ {2}put\[4\] id "x+…": id: expected at most 512 bytes/);
    expect(lines[3]).toMatch(/^ {2}put\[5\] id "z": revision: expected a whole number/);
    expect(lines).toHaveLength(4);
    expect(engine.documents('a').size).toBe(3);
    expect(engine.requests.at(-1)!.path).toBe('/a/_refresh');
  });

  it('is named up to a hundred times', async () => {
    const { error } = await written(engine, { put: Array(150).fill(bad) });
    const lines = (error as Error).message.split('\n');
    expect(lines).toHaveLength(102);
    expect(lines.at(-1)).toBe('  … and 50 more (onRejected is told of each)');
  });

  it('has a reason that is cut and safe to show', async () => {
    const rejected: Rejected[] = [];
    const hostile = {
      id: 'h',
      title: `x\u202e\n${'y'.repeat(9999)}`,
      kind: `\u202e${'z'.repeat(9999)}`,
      version: 1,
    };
    await written(engine, { put: [hostile as never], onRejected: (one) => rejected.push(one) });
    expect(rejected).toHaveLength(1);
    expect(rejected[0]!.reason).not.toMatch(/[\u202e\n]/);
    expect(rejected[0]!.reason.length).toBeLessThan(600);
  });

  it('is a removal whose revision is none', async () => {
    const { error } = await written(engine, { remove: ['x'], revision: () => -1 });
    expect((error as Error).message).toContain('remove[0] id "x": revision: expected a whole number');
  });
});

describe('a late repetition', () => {
  it('never takes the place of a newer state', async () => {
    const late: Parameters<SimulatedEngine>[0][] = [];
    const transport = (async (request) => {
      if (request.path !== '/_bulk' || late.length > 0) return engine(request);
      late.push(request);
      throw new Error('time-out');
    }) as SimulatedEngine;
    await written(transport, { put: [row('x', 1), row('y', 1)] });
    await written(engine, {
      put: [row('x', 2)],
      remove: ['y'],
      revision: (of) => (of === 'y' ? 2 : versionOf(of)),
    });
    // Minutes later: an engine that is not told to remember would have forgotten the removal.
    engine.forgetDeleted();
    await engine(late[0]!);
    expect([...engine.documents('a')].map(([id, { version }]) => [id, version])).toEqual([['x', 2]]);
  });
});

describe('stopping', () => {
  it('ends with the reason of the signal, reads no more, and lets the source go', async () => {
    const stopping = new AbortController();
    const reason = new Error('enough');
    let pulled = 0;
    let isClosed = false;
    async function* source() {
      try {
        for (;;) yield row(`r${pulled++}`);
      } finally {
        isClosed = true;
      }
    }
    engine.fault = (_, path) => {
      if (path === '/_bulk' && bulksOf(engine).length === 3) stopping.abort(reason);
      return undefined;
    };
    const { error } = await written(engine, { put: source(), flushBytes: 1, signal: stopping.signal });
    expect(error).toBe(reason);
    await settled();
    expect(isClosed).toBe(true);
    expect(pulled).toBeLessThan(10);
  });

  it('does not wait for a source that gives nothing', async () => {
    const stopping = new AbortController();
    const never = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) };
    const done = written(engine, { put: never, signal: stopping.signal });
    await settled();
    stopping.abort('enough');
    expect((await done).error).toBe('enough');
  });

  it('does not wait for it either once the engine has failed', async () => {
    async function* source() {
      yield* rows(2);
      await new Promise(() => {});
    }
    fail({ status: 401 });
    const { error } = await written(engine, { put: source(), flushBytes: 1, concurrency: 2 });
    expect((error as Error).message).toContain('Not known to be done: 1, "r0"');
  });

  it('does not wait between repetitions', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      engine.fault = (_, path) => (path === '/_bulk' ? { status: 503 } : undefined);
      const stopping = new AbortController();
      const { signal } = stopping;
      const done = writeAll(engine, { index: 'a', weigher, put: rows(1), revision: 1, signal });
      await vi.waitUntil(() => vi.getTimerCount() === 1);
      stopping.abort('enough');
      await expect(done).rejects.toBe('enough');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('happens before anything is asked where the signal is aborted already', async () => {
    const before = engine.requests.length;
    const { error } = await written(engine, { put: rows(1), signal: AbortSignal.abort('no') });
    expect(error).toBe('no');
    expect(engine.requests).toHaveLength(before);
  });
});

describe('what the host gives', () => {
  it.each([
    ['a source', { put: broken() }],
    ['the function of revisions', { revision: () => fault('host') }],
    ['onRejected', { put: [{} as never], onRejected: () => fault('host') }],
    ['onProgress', { onProgress: () => fault('host') }],
  ])('may throw: %s ends it with that error', async (_, options) => {
    const { error } = await written(engine, { put: rows(3), ...(options as object) });
    expect(error).toEqual(new Error('host'));
  });

  it('is written as far as it came', async () => {
    expect((await written(engine, { put: broken() })).error).toEqual(new Error('host'));
    expect([...engine.documents('a').keys()]).toEqual(['r0', 'r1']);
  });

  it('is told of the progress, and of the end', async () => {
    const told: { done: number; total: number | undefined }[] = [];
    await written(engine, {
      put: rows(4),
      remove: ['x'],
      onProgress: ({ done, total }) => told.push({ done, total }),
    });
    expect(told.at(-1)).toEqual({ done: 5, total: 5 });
    told.length = 0;
    await written(engine, {
      put: new Set(rows(2)),
      onProgress: ({ done, total }) => told.push({ done, total }),
    });
    expect(told.at(-1)).toEqual({ done: 2, total: undefined });
  });

  it.each([
    [{ index: '' }, 'index'],
    [{ index: 'a,b' }, 'index'],
    [{ index: 'a*' }, 'index'],
    [{ index: '_all' }, 'index'],
    [{ index: 5 }, 'index'],
    [{ put: 'text' }, 'put'],
    [{ put: 5 }, 'put'],
    [{ put: {} }, 'put'],
    [{ put: undefined }, 'put'],
    [{ remove: 'id' }, 'remove'],
    [{ revision: undefined }, 'revision'],
    [{ revision: -1 }, 'revision'],
    [{ revision: 0.5 }, 'revision'],
    [{ concurrency: 0 }, 'concurrency'],
    [{ flushBytes: 0 }, 'flushBytes'],
    [{ retries: -1 }, 'retries'],
    [{ onRejected: 'x' }, 'onRejected'],
    [{ onProgress: 'x' }, 'onProgress'],
    [{ signal: 'x' }, 'signal'],
    [{ side: 'x' }, 'side'],
    [{ retry: 1 }, 'retry'],
    [{ weigher: {} }, 'weigher'],
  ])('is refused where it is no option: %o', async (options, path) => {
    const before = engine.requests.length;
    const { error } = await written(engine, { put: rows(1), ...(options as object) });
    expect(error).toMatchObject({ code: 'INVALID_OPTIONS', issues: [{ path }] });
    expect(engine.requests).toHaveLength(before);
  });

  it('is refused where nothing can be asked', async () => {
    const { error } = await written({} as never, { put: rows(1) });
    expect(error).toMatchObject({ code: 'INVALID_OPTIONS', issues: [{ path: 'transport' }] });
  });
});

function* broken() {
  yield* rows(2);
  fault('host');
}

function fault(message: string): never {
  throw new Error(message);
}
