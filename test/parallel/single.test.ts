import {
  createMatcher,
  type DemandInput,
  type InputError,
  type MatchOptions,
  type MatchResult,
} from 'cuohe/core';
import { createMatchPool, type MatchPool, type MatchPoolOptions } from 'cuohe/parallel';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { sendable } from '../../src/parallel/sendable.ts';
import { achievements, collected, demand, PARTS, tinyMatcher } from '../fixtures.ts';
import { type LocalWorker, localWorker, TINY } from './workers.ts';

const matcher = tinyMatcher('涂层', '新药', '钢 涂层');
const QUERY = { id: 'q', title: '钢 涂层' };
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `m${i}`, title: ['涂层', '新药', '钢'][i % 3]! }));

const pools: MatchPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function poolOf(of = matcher, options: MatchPoolOptions = {}) {
  const workers: LocalWorker[] = [];
  const startWorker = () => {
    const worker = localWorker();
    workers.push(worker);
    return worker;
  };
  const pool = createMatchPool(of, { threads: 2, parts: TINY, smallJob: 0, startWorker, ...options });
  pools.push(pool);
  return { pool, workers };
}

const sentOf = (workers: readonly LocalWorker[], type: string) =>
  workers.flatMap(({ sent }) => sent.filter((message) => message.type === type));
/** What a rejected promise was rejected with. */
const failure = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('expected an error');
    },
    (error: unknown) => error,
  );

describe('a single query on a pool', () => {
  it('is sent with all that tells its chains, and without what is not read of it', () => {
    const ipc = [{ raw: 'C23C 4/00', code: 'C23C 4/00' }];
    const query = matcher.read({ ...QUERY, ipc: 'C23C 4/00', chains: ['T1'], phone: '000' } as DemandInput);
    const sent = sendable(query, { title: 3 });
    expect(sent).toMatchObject({ title: '钢 涂层', ipc, chains: [{ code: 'T1' }] });
    expect(sent).not.toHaveProperty('phone');
  });

  it('gets what the matcher gives, bit by bit, with every option, also after changes', async () => {
    const options = fc.record({
      limit: fc.constantFrom(0, 1, 3, Number.POSITIVE_INFINITY),
      offset: fc.constantFrom(0, 1),
      minScore: fc.constantFrom(0, 0.3),
      explain: fc.boolean(),
      lean: fc.boolean(),
      total: fc.boolean(),
      counts: fc.constantFrom([], ['chains' as const, 'regions' as const]),
      filter: fc.constantFrom<object>(
        {},
        { includeExpired: true, clearance: 'top-secret' },
        { regions: ['21'], asOf: new Date('2020-01-01') },
        { chains: ['T1'], asOf: '2026-01-01' },
        { where: ({ id }: { id: string }) => id < 'r4' },
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        achievements(8),
        achievements(3),
        fc.array(demand, { maxLength: 6 }),
        fc.array(options, { minLength: 1, maxLength: 3 }),
        async (records, put, list, given) => {
          const own = createMatcher(records, PARTS).update({ put });
          const { pool } = poolOf(own);
          const asked = list.flatMap((query) =>
            given.map((chosen) => [query, chosen as MatchOptions] as const),
          );
          const found = await Promise.all(asked.map(([query, chosen]) => pool.match(query, chosen)));
          expect(found).toStrictEqual(asked.map(([query, chosen]) => own.match(query, chosen)));
          await pool.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is answered by a worker, which a text asks too, with the records of the matcher themselves', async () => {
    const { pool, workers } = poolOf(matcher, { threads: 1, smallJob: Number.POSITIVE_INFINITY });
    const result: MatchResult = await pool.match('钢 涂层');
    expect(result).toStrictEqual(matcher.match('钢 涂层'));
    for (const { record, index } of result.matches) expect(record).toBe(matcher.record(index));
    expect(workers).toHaveLength(1);
    expect(sentOf(workers, 'ask')).toHaveLength(1);
    expect(workers[0]!.keepsAlive).toBe(false);
  });

  it('is answered by the calling thread where there are no workers', async () => {
    const { pool, workers } = poolOf(matcher, { threads: 0 });
    expect(await pool.match(QUERY, { limit: 1 })).toStrictEqual(matcher.match(QUERY, { limit: 1 }));
    expect(workers).toHaveLength(0);
  });

  it('shares filters with those that have the same options, however these are written', async () => {
    const { pool, workers } = poolOf(matcher, { threads: 1 });
    const day = '2026-01-01';
    for (const filter of [{ asOf: day }, { asOf: new Date(`${day}T05:00:00Z`) }, { asOf: day }]) {
      for (const limit of [1, Number.POSITIVE_INFINITY])
        expect(await pool.match(QUERY, { limit, filter })).toStrictEqual(
          matcher.match(QUERY, { limit, filter }),
        );
    }
    // Of texts and dates one each: they are not compared as days.
    expect(sentOf(workers, 'begin')).toHaveLength(4);
    expect(sentOf(workers, 'ask')).toHaveLength(6);
  });

  it('with `where` asks it anew, and leaves nothing of it with the workers', async () => {
    const { pool, workers } = poolOf();
    let calls = 0;
    const filter = { where: () => ++calls > 0 };
    for (let i = 1; i <= 3; i++) {
      await pool.match(QUERY, { filter });
      expect(calls).toBe(i * matcher.size);
    }
    expect(sentOf(workers, 'end')).toHaveLength(3);
  });

  it('leaves few ways of asking with the workers', async () => {
    const { pool, workers } = poolOf(matcher, { threads: 1 });
    const asked = Array.from({ length: 50 }, (_, limit) => limit);
    const found = await Promise.all(asked.map((limit) => pool.match(QUERY, { limit })));
    expect(found).toStrictEqual(asked.map((limit) => matcher.match(QUERY, { limit })));
    await pool.match(QUERY);
    const [begun, ended] = [sentOf(workers, 'begin').length, sentOf(workers, 'end').length];
    expect(begun - ended).toBeLessThanOrEqual(32);
  });
});

describe('single queries beside a run', () => {
  it('wait for none of it to end, and both get what they get alone', async () => {
    const { pool, workers } = poolOf();
    const order: string[] = [];
    const run = collected(pool.matchAll(many(600))).then((results) => {
      order.push('run');
      return results;
    });
    while (sentOf(workers, 'answer').length === 0) await new Promise((resolve) => setImmediate(resolve));
    const singles = await Promise.all(
      many(20).map(async (query) => {
        const result = await pool.match(query);
        order.push('single');
        return result;
      }),
    );
    expect(singles).toStrictEqual(many(20).map((query) => matcher.match(query)));
    expect(await run).toStrictEqual(await collected(matcher.matchAll(many(600))));
    expect(order.at(-1)).toBe('run');
    expect(order).toHaveLength(21);
  });

  it('are spread over the workers, a few for each at a time', async () => {
    const { pool, workers } = poolOf();
    const answers = many(40).map((query) => pool.match(query));
    await Promise.resolve();
    expect(workers.map(({ sent }) => sent.filter(({ type }) => type === 'ask').length)).toEqual([2, 2]);
    await Promise.all(answers);
    for (const worker of workers) expect(sentOf([worker], 'ask').length).toBeGreaterThan(10);
  });
});

describe('a single query that cannot be answered', () => {
  it('is refused as the matcher refuses it, before a worker starts', async () => {
    const { pool, workers } = poolOf();
    for (const [query, options] of [
      [null, {}],
      [{ id: 'x' }, {}],
      [QUERY, { limit: -1 }],
      [QUERY, { filter: { chains: ['nowhere'] } }],
      [QUERY, { filter: { where: () => 'yes' } }],
      [QUERY, { top: 3 }],
    ] as never[][]) {
      const error = (await failure(pool.match(query!, options!))) as InputError;
      let expected: unknown;
      try {
        matcher.match(query!, options!);
      } catch (thrown) {
        expected = thrown;
      }
      expect(error).toEqual(expected);
      expect(error.issues).toEqual((expected as InputError).issues);
    }
    const { issues } = (await failure(pool.match(QUERY, { signal: 1 as never }))) as InputError;
    expect(issues).toMatchObject([{ path: 'signal' }]);
    expect(workers).toHaveLength(0);
  });

  it('is stopped by its signal at once, wherever it is, and nobody else with it', async () => {
    const { pool, workers } = poolOf(matcher, { threads: 1 });
    const reason = new Error('gone');
    expect(await failure(pool.match(QUERY, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(workers).toHaveLength(0);
    const controller = new AbortController();
    const { signal } = controller;
    const stopped = many(6).map((query) => failure(pool.match(query, { signal })));
    const other = pool.match(QUERY);
    controller.abort(reason);
    expect(await Promise.all(stopped)).toEqual(Array.from({ length: 6 }, () => reason));
    expect(await other).toStrictEqual(matcher.match(QUERY));
    // Those that no worker had yet never reach one.
    expect(sentOf(workers, 'ask')).toHaveLength(3);
  });

  it('ends with the error of a worker that breaks, and with the pool', async () => {
    const { pool, workers } = poolOf();
    const errors = many(9).map((query) => failure(pool.match(query)));
    await Promise.resolve();
    workers[1]!.emit('exit', 7);
    for (const error of await Promise.all(errors)) {
      expect(error).toMatchObject({
        code: 'WORKER_FAILED',
        message: 'Worker 2 of 2 failed: it exited with code 7',
      });
    }
    expect(await failure(pool.match(QUERY))).toMatchObject({
      code: 'POOL_CLOSED',
      cause: { code: 'WORKER_FAILED' },
    });
    const closed = poolOf().pool;
    const late = failure(closed.match(QUERY));
    await closed.close();
    expect(await late).toMatchObject({ code: 'POOL_CLOSED', message: 'The match pool was closed' });
  });

  it('is one of an index whose records cannot be saved', async () => {
    const { pool } = poolOf(createMatcher([{ id: 'a', title: '钢', big: 1n }], PARTS));
    expect(await failure(pool.match(QUERY))).toMatchObject({ issues: [{ id: 'a', path: 'big' }] });
  });
});
