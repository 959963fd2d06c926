import {
  createMatcher,
  type DemandInput,
  type InputError,
  indexMemory,
  type MatchResult,
  openMatcher,
  type Progress,
} from 'cuohe/core';
import { createMatchPool, type MatchPool, type MatchPoolOptions } from 'cuohe/parallel';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { engineOf } from '../../src/core/matcher/engine-of.ts';
import { achievements, collected, demand, EVERYTHING, PARTS, tinyMatcher } from '../fixtures.ts';
import { type LocalWorker, localWorker, TINY } from './workers.ts';

const matcher = tinyMatcher('涂层', '新药', '钢 涂层');
const queries = (count: number): DemandInput[] =>
  Array.from({ length: count }, (_, i) => ({ id: `q${i}`, title: ['涂层', '新药', '钢'][i % 3]! }));
const ids = (results: readonly MatchResult[]) => results.map(({ queryId }) => queryId);
const idsOf = (list: readonly DemandInput[]) => list.map(({ id }) => id);

const pools: MatchPool[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

/** A pool that sends even the smallest job to workers, and those that it started. */
function poolOf(of = matcher, options: MatchPoolOptions = {}) {
  const workers: LocalWorker[] = [];
  const startWorker = () => {
    const worker = localWorker();
    workers.push(worker);
    return worker;
  };
  const pool = createMatchPool(of, { threads: 3, parts: TINY, smallJob: 0, startWorker, ...options });
  pools.push(pool);
  return { pool, workers };
}

/** What a worker was told of the shared memory with its index. */
function sharedWith({ sent }: LocalWorker) {
  const [open] = sent;
  return open?.type === 'open' && 'shared' in open.index ? open.index.shared : undefined;
}

async function* streamed<T>(items: readonly T[], onClose = () => {}): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    onClose();
  }
}
const failure = async (run: AsyncIterable<unknown>): Promise<unknown> => {
  try {
    await collected(run);
  } catch (error) {
    return error;
  }
  throw new Error('expected an error');
};

describe('matching all on a pool', () => {
  it('gives what the matcher gives, bit by bit, with every option', async () => {
    const options = fc.record({
      limit: fc.constantFrom(0, 1, 3, Number.POSITIVE_INFINITY),
      minScore: fc.constantFrom(0, 0.3),
      explain: fc.boolean(),
      kinds: fc.constantFrom(undefined, ['patent' as const, 'achievement' as const]),
      filter: fc.constantFrom<object>(
        {},
        EVERYTHING.filter,
        { regions: ['21'], includeExpired: true },
        { chains: ['T1'], clearance: 'internal' },
        { where: ({ id }: { id: string }) => id < 'r4' },
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        achievements(8),
        fc.array(demand, { maxLength: 12 }),
        options,
        async (records, list, given) => {
          const own = createMatcher(records, PARTS);
          const { pool } = poolOf(own);
          const numbered = list.map((query, i) => ({ ...query, id: `q${i}` }));
          const chosen = {
            ...given,
            kinds: given.kinds ?? ['achievement' as const, 'patent' as const, 'expert' as const],
          };
          const expected = await collected(own.matchAll(numbered, chosen));
          expect(await collected(pool.matchAll(numbered, chosen))).toStrictEqual(expected);
          expect(await collected(pool.matchAll(streamed(numbered), chosen))).toStrictEqual(expected);
          await pool.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['an array', (items: DemandInput[]) => items],
    ['a set', (items: DemandInput[]) => new Set(items)],
    ['a generator', (items: DemandInput[]) => items.values()],
    ['an async generator', (items: DemandInput[]) => streamed(items)],
  ])('takes %s of any length, in order', async (_, wrap) => {
    const { pool } = poolOf();
    for (const count of [0, 1, 5, 700]) {
      const results = await collected(pool.matchAll(wrap(queries(count)), { explain: false }));
      expect(ids(results)).toEqual(idsOf(queries(count)));
    }
  });

  it('gives matches the records of the matcher themselves', async () => {
    const { pool } = poolOf();
    const [result] = await collected(pool.matchAll(queries(1)));
    for (const { record, index } of result!.matches) expect(record).toBe(matcher.record(index));
  });

  it('shares the work, a few chunks for each worker at a time', async () => {
    const { pool, workers } = poolOf();
    const results = pool.matchAll(queries(500), { explain: false });
    await results.next();
    expect(workers).toHaveLength(3);
    const asked = () => workers.flatMap(({ sent }) => sent.filter(({ type }) => type === 'answer'));
    expect(asked().length).toBeLessThan(3 * 10);
    await collected(results);
    for (const { sent } of workers) expect(sent.some(({ type }) => type === 'answer')).toBe(true);
  });

  it('reads no further ahead in a stream than its workers can use', async () => {
    let read = 0;
    const source = (function* () {
      for (;;) yield { id: `q${read++}`, title: '钢' };
    })();
    const { pool } = poolOf();
    for await (const { queryId } of pool.matchAll(source)) if (queryId === 'q50') break;
    const bound = 3 * 256 * (4 + 2) + 51;
    expect(read).toBeLessThan(bound);
    expect(source.next().done).toBe(true);
  });

  it('works no further ahead of who reads its results than four chunks for each worker', async () => {
    const { pool, workers } = poolOf();
    const results = pool.matchAll(queries(20_000));
    await results.next();
    const chunks = () => workers.flatMap(({ sent }) => sent.filter(({ type }) => type === 'answer')).length;
    // Until nobody does anything any more.
    for (let before = -1; before < chunks(); ) {
      before = chunks();
      for (let turn = 0; turn < 2000; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(chunks()).toBeLessThanOrEqual(4 * 3 + 1);
    await results.return();
  });

  it('answers each query of a slow stream without waiting for the next one', async () => {
    const { pool } = poolOf();
    const results = pool.matchAll(
      (async function* () {
        yield queries(1)[0]!;
        await new Promise(() => {});
      })(),
    );
    expect((await results.next()).value).toMatchObject({ queryId: 'q0' });
  });

  it('takes queries that cannot be sent: what is not read of them stays here', async () => {
    const { pool } = poolOf();
    class Wish {
      id = 'w';
      keywords = ['涂层'];
      callback = () => 1;
      get title() {
        return '钢';
      }
    }
    const odd = [
      new Wish(),
      { id: 'f', title: '新药', extra: () => 1, big: 1n, indicators: [{ raw: '涂层', check: () => 1 }] },
    ] as unknown as DemandInput[];
    expect(await collected(pool.matchAll(odd))).toEqual(await collected(matcher.matchAll(odd)));
  });

  it('takes an array that grows as it is read', async () => {
    const { pool } = poolOf();
    const list = queries(400);
    const seen: string[] = [];
    for await (const { queryId } of pool.matchAll(list)) {
      if (seen.push(queryId) === 1) list.push(...queries(20));
    }
    expect(seen).toHaveLength(420);
    expect(seen).toEqual(idsOf(list));
  });

  it('runs several jobs at once', async () => {
    const { pool, workers } = poolOf();
    const jobs = [1, 2, 3].map((limit) => ({ limit, explain: limit === 2 }));
    const expected = await Promise.all(
      jobs.map((options) => collected(matcher.matchAll(queries(200), options))),
    );
    const found = await Promise.all(jobs.map((options) => collected(pool.matchAll(queries(200), options))));
    expect(found).toEqual(expected);
    expect(workers).toHaveLength(3);
  });

  it('applies filters once for the whole run, here', async () => {
    const { pool } = poolOf();
    let calls = 0;
    await collected(pool.matchAll(queries(5), { filter: { where: () => ++calls > 0 } }));
    expect(calls).toBe(matcher.size);
  });
});

describe('bad input', () => {
  it('is named as a whole for an array, before the first result, as without workers', async () => {
    const { pool, workers } = poolOf();
    const list = queries(200) as unknown[];
    list[3] = { id: 'x' };
    list[150] = null;
    const error = (await failure(pool.matchAll(list as DemandInput[]))) as InputError;
    const expected = (await failure(matcher.matchAll(list as DemandInput[]))) as InputError;
    expect(error).toEqual(expected);
    expect(error.issues).toEqual(expected.issues);
    expect(workers).toHaveLength(0);
  });

  it('in a stream is named by its place, after the results of all before it', async () => {
    const { pool } = poolOf();
    const list = queries(100) as unknown[];
    list[70] = { id: 'x' };
    for (const wrap of [streamed, (items: unknown[]) => new Set(items)]) {
      const results: MatchResult[] = [];
      const error = (await (async () => {
        for await (const result of pool.matchAll(wrap(list) as AsyncIterable<DemandInput>))
          results.push(result);
      })().catch((thrown) => thrown)) as InputError;
      expect(error.issues).toMatchObject([{ index: 70, id: 'x', path: 'title' }]);
      expect(error).toEqual(await failure(matcher.matchAll(streamed(list) as AsyncIterable<DemandInput>)));
      expect(ids(results)).toEqual(idsOf(queries(70)));
    }
  });

  it('that cannot be iterated and bad options are refused before anything is read', async () => {
    const { pool } = poolOf();
    for (const given of [undefined, null, 3, 'text', {}] as never[]) {
      expect(await failure(pool.matchAll(given))).toMatchObject({ code: 'INVALID_RECORDS' });
    }
    let read = false;
    const source = (function* () {
      read = true;
      yield* queries(1);
    })();
    expect(await failure(pool.matchAll(source, { limit: -1 }))).toMatchObject({ code: 'INVALID_OPTIONS' });
    expect(read).toBe(false);
  });

  it('passes on the error of a source after what came before, and that of a callback', async () => {
    const { pool } = poolOf();
    const source = function* () {
      yield* queries(5);
      throw new Error('source');
    };
    const seen: MatchResult[] = [];
    const read = async () => {
      for await (const result of pool.matchAll(source())) seen.push(result);
    };
    await expect(read()).rejects.toThrow('source');
    expect(seen).toHaveLength(5);
    const onProgress = () => {
      throw new Error('callback');
    };
    expect(await failure(pool.matchAll(queries(1), { onProgress }))).toMatchObject({ message: 'callback' });
    const where = () => {
      throw new Error('where');
    };
    expect(await failure(pool.matchAll(queries(1), { filter: { where } }))).toMatchObject({
      code: 'INVALID_OPTIONS',
      cause: { message: 'where' },
    });
    expect(await collected(pool.matchAll(queries(3)))).toHaveLength(3);
  });
});

describe('progress', () => {
  it('is told as without workers', async () => {
    const { pool } = poolOf();
    const run = async (source: Iterable<DemandInput>) => {
      const list: Progress[] = [];
      await collected(pool.matchAll(source, { onProgress: (progress) => list.push(progress) }));
      expect(list.map(({ done }) => done)).toEqual(list.map(({ done }) => done).sort((a, b) => a - b));
      return list;
    };
    expect((await run(queries(300))).at(-1)).toMatchObject({ done: 300, total: 300 });
    expect((await run(new Set(queries(3)))).at(-1)).toMatchObject({ done: 3, total: undefined });
    expect(await run([])).toEqual([{ done: 0, total: 0, rate: expect.any(Number) }]);
  });
});

describe('stopping', () => {
  it('before the start throws the reason and reads nothing', async () => {
    const { pool, workers } = poolOf();
    const reason = new Error('closed');
    const signal = AbortSignal.abort(reason);
    expect(await failure(pool.matchAll(queries(100), { signal }))).toBe(reason);
    expect(workers).toHaveLength(0);
  });

  it('during the run throws the reason after the result in hand, and leaves the pool as it was', async () => {
    const { pool, workers } = poolOf();
    const controller = new AbortController();
    const seen: string[] = [];
    const run = async () => {
      for await (const { queryId } of pool.matchAll(queries(400), { signal: controller.signal })) {
        seen.push(queryId);
        if (seen.length === 3) controller.abort();
      }
    };
    await expect(run()).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual(['q0', 'q1', 'q2']);
    for (const { sent, keepsAlive } of workers) {
      expect(sent.at(-1)).toMatchObject({ type: 'end' });
      expect(keepsAlive).toBe(false);
    }
    expect(ids(await collected(pool.matchAll(queries(100))))).toEqual(idsOf(queries(100)));
  });

  it('while workers are silent throws the reason at once', async () => {
    const silent = () => Object.assign(localWorker(), { postMessage: () => {} });
    const { pool } = poolOf(matcher, { startWorker: silent });
    const controller = new AbortController();
    const error = failure(pool.matchAll(queries(100), { signal: controller.signal }));
    setTimeout(() => controller.abort(new Error('enough')), 10);
    expect(await error).toMatchObject({ message: 'enough' });
  });

  it('of a source that hangs works too', async () => {
    const { pool } = poolOf();
    const controller = new AbortController();
    const source = async function* () {
      yield* queries(1);
      controller.abort();
      await new Promise(() => {});
    };
    expect(await failure(pool.matchAll(source(), { signal: controller.signal }))).toMatchObject({
      name: 'AbortError',
    });
  });

  it('by leaving early closes the source, and leaves the pool as it was', async () => {
    const { pool, workers } = poolOf();
    let closed = 0;
    const source = streamed(queries(5000), () => closed++);
    for await (const { queryId } of pool.matchAll(source)) if (queryId === 'q2') break;
    expect(closed).toBe(1);
    for (const { keepsAlive } of workers) expect(keepsAlive).toBe(false);
    expect(await collected(pool.matchAll(queries(9)))).toEqual(await collected(matcher.matchAll(queries(9))));
  });

  it('lets the process end while nobody waits for a result', async () => {
    const { pool, workers } = poolOf();
    const results = pool.matchAll(queries(100));
    const first = results.next();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(workers.every(({ keepsAlive }) => keepsAlive)).toBe(true);
    await first;
    expect(workers.some(({ keepsAlive }) => keepsAlive)).toBe(false);
    await results.return();
  });

  it('by leaving early does not wait for a source that hangs', async () => {
    const { pool } = poolOf();
    const source = async function* () {
      yield* queries(1);
      await new Promise(() => {});
    };
    for await (const { queryId } of pool.matchAll(source())) {
      expect(queryId).toBe('q0');
      break;
    }
  });
});

describe('where the work is done', () => {
  it('is the calling thread for small arrays: no worker starts', async () => {
    const { pool, workers } = poolOf(matcher, { smallJob: 64 });
    const small = await collected(pool.matchAll(queries(63)));
    expect(small).toEqual(await collected(matcher.matchAll(queries(63))));
    expect(workers).toHaveLength(0);
    await collected(pool.matchAll(queries(64)));
    expect(workers).toHaveLength(3);
    await collected(pool.matchAll(queries(64)));
    expect(workers).toHaveLength(3);
  });

  it('is the calling thread with 0 threads, and one worker with 1', async () => {
    for (const threads of [0, 1]) {
      const { pool, workers } = poolOf(matcher, { threads });
      expect(pool.threads).toBe(threads);
      expect(await collected(pool.matchAll(queries(100)))).toEqual(
        await collected(matcher.matchAll(queries(100))),
      );
      expect(workers).toHaveLength(threads);
    }
  });

  it('is never more than 32 workers', () => {
    expect(poolOf(matcher, { threads: 100 }).pool.threads).toBe(32);
  });

  it('reads an index in shared memory where it lies, each worker in a place of its own', async () => {
    const bytes = matcher.save(indexMemory);
    const opened = openMatcher(bytes, PARTS);
    const first = poolOf(opened);
    const second = poolOf(opened);
    const expected = await collected(opened.matchAll(queries(90)));
    for (const { pool } of [first, second])
      expect(await collected(pool.matchAll(queries(90)))).toEqual(expected);
    const places = [...first.workers, ...second.workers].map((worker) => {
      const { memory, length, place } = sharedWith(worker)!;
      expect(memory.buffer).toBe(bytes.buffer);
      expect(length).toBe(bytes.length);
      return place;
    });
    expect(places).toEqual([1, 2, 3, 4, 5, 6]);
    await first.pool.close();
    const third = poolOf(opened);
    await collected(third.pool.matchAll(queries(1)));
    expect(sharedWith(third.workers[0]!)).toMatchObject({ place: 1 });
  });

  it('lends the place of a worker again once that is known to be gone: not while it may be at work', async () => {
    const bytes = matcher.save(indexMemory);
    const shared = openMatcher(bytes, PARTS);
    /** A worker as browsers have it, which do not tell when it has ended. */
    const startWorker = () => Object.assign(localWorker(), { terminate: () => undefined });
    const placeOf = async (isBusy: boolean) => {
      const started: LocalWorker[] = [];
      const { pool } = poolOf(shared, {
        threads: 1,
        startWorker: () => {
          started.push(startWorker() as LocalWorker);
          return started[0]!;
        },
      });
      const asked = pool.match(queries(1)[0]!).catch(() => {});
      if (!isBusy) await asked;
      await pool.close();
      return sharedWith(started[0]!)!.place;
    };
    expect([await placeOf(false), await placeOf(false), await placeOf(true), await placeOf(false)]).toEqual([
      1, 1, 1, 2,
    ]);
  });

  it('is a copy in shared memory for an index that lies elsewhere, or whose places are taken', async () => {
    const bytes = matcher.save(indexMemory);
    const elsewhere = openMatcher(matcher.save(), PARTS);
    const crowded = openMatcher(bytes, PARTS);
    expect(poolOf(crowded, { threads: 32 }).pool.threads).toBe(32);
    for (const own of [matcher, elsewhere, crowded]) {
      const { pool, workers } = poolOf(own);
      expect(await collected(pool.matchAll(queries(9)))).toEqual(await collected(own.matchAll(queries(9))));
      expect(sharedWith(workers[0]!)).toMatchObject({ place: 1 });
      expect(sharedWith(workers[0]!)!.memory.buffer).not.toBe(bytes.buffer);
    }
  });

  it('is a copy for each worker in a page without cross-origin isolation', async () => {
    vi.stubGlobal('crossOriginIsolated', false);
    for (const own of [matcher, openMatcher(matcher.save(), PARTS)]) {
      const { pool, workers } = poolOf(own);
      expect(pool.threads).toBe(3);
      expect(await collected(pool.matchAll(queries(9)))).toEqual(await collected(own.matchAll(queries(9))));
      for (const { sent } of workers)
        expect(sent[0]).toMatchObject({ index: { copy: expect.any(Uint8Array) } });
    }
  });

  it('is the calling thread where copies would be too large', async () => {
    vi.stubGlobal('crossOriginIsolated', false);
    const large = openMatcher(matcher.save(), PARTS);
    const { parts } = engineOf(large)!;
    const saved = new Proxy(parts.saved!, {
      get: (bytes, key) => (key === 'length' ? 2 ** 28 : Reflect.get(bytes, key)),
    });
    Object.assign(parts, { saved });
    const { pool, workers } = poolOf(large);
    expect(pool.threads).toBe(0);
    expect(await collected(pool.matchAll(queries(9)))).toEqual(await collected(large.matchAll(queries(9))));
    expect(workers).toHaveLength(0);
    expect(poolOf(large, { threads: 2 }).pool.threads).toBe(2);
  });

  it('does not depend on the kernel', async () => {
    for (const kernel of ['js', 'wasm-simd'] as const) {
      const own = openMatcher(matcher.save(), { ...PARTS, kernel });
      const { pool, workers } = poolOf(own);
      expect(await collected(pool.matchAll(queries(9)))).toEqual(await collected(own.matchAll(queries(9))));
      expect(workers[0]!.sent[0]).toMatchObject({ kernel });
    }
  });

  it('refuses records that cannot be saved, by name', async () => {
    const { pool } = poolOf(createMatcher([{ id: 'a', title: '钢', big: 1n }], PARTS));
    expect(await failure(pool.matchAll(queries(1)))).toMatchObject({
      code: 'INVALID_RECORDS',
      issues: [{ id: 'a', path: 'big' }],
    });
  });
});
