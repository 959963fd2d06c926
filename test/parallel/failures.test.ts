import type { CuoheError, DemandInput, MatchResult } from 'cuohe/core';
import { createMatchPool, type MatchPoolOptions, type WorkerLike } from 'cuohe/parallel';
import { describe, expect, it } from 'vitest';
import { collected, tinyMatcher } from '../fixtures.ts';
import { type LocalWorker, localWorker, TINY } from './workers.ts';

const matcher = tinyMatcher('涂层', '新药', '钢 涂层');
const queries = (count: number): DemandInput[] =>
  Array.from({ length: count }, (_, i) => ({ id: `q${i}`, title: '钢' }));
const BASE: MatchPoolOptions = { threads: 2, parts: TINY, smallJob: 0 };

function poolOf(options: MatchPoolOptions = {}) {
  const workers: LocalWorker[] = [];
  const startWorker = () => {
    const worker = localWorker();
    workers.push(worker);
    return worker;
  };
  return { pool: createMatchPool(matcher, { ...BASE, startWorker, ...options }), workers };
}

/** Runs a large job, and breaks something after the first result. */
async function broken(pool: ReturnType<typeof createMatchPool>, act: () => unknown) {
  const seen: MatchResult[] = [];
  try {
    for await (const result of pool.matchAll(queries(3000))) {
      if (seen.push(result) === 1) act();
    }
  } catch (error) {
    return { error: error as CuoheError, seen };
  }
  throw new Error('expected an error');
}

describe('a worker that breaks', () => {
  it.each([
    ['an uncaught error', 'error', new Error('out of memory'), 'Worker 2 of 2 failed: out of memory'],
    ['something thrown that is no error', 'error', 'odd', 'Worker 2 of 2 failed: odd'],
    ['its end', 'exit', 7, 'Worker 2 of 2 failed: it exited with code 7'],
    [
      'a message that cannot be read',
      'messageerror',
      undefined,
      'Worker 2 of 2 failed: a message could not be read',
    ],
  ])('by %s ends the run with one error, and the pool', async (_, event, value, message) => {
    const { pool, workers } = poolOf();
    const { error, seen } = await broken(pool, () => {
      workers[1]!.emit(event, value);
      workers[1]!.emit('exit', 1);
      workers[0]!.emit('error', new Error('later'));
    });
    expect(error).toMatchObject({ name: 'CuoheError', code: 'WORKER_FAILED', message });
    expect(seen.map(({ queryId }) => queryId)).toEqual(queries(seen.length).map(({ id }) => id));
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
    await expect(collected(pool.matchAll(queries(1)))).rejects.toMatchObject({
      code: 'POOL_CLOSED',
      cause: error,
    });
    await pool.close();
  });

  it('ends all runs at once', async () => {
    const { pool, workers } = poolOf();
    const runs = [1, 2].map(() => collected(pool.matchAll(queries(3000))).catch((error: unknown) => error));
    setTimeout(() => workers[0]!.emit('exit', 1), 0);
    const [first, second] = await Promise.all(runs);
    expect(first).toMatchObject({ code: 'WORKER_FAILED' });
    expect(second).toBe(first);
  });

  it('while nothing runs closes the pool', async () => {
    const { pool, workers } = poolOf();
    await collected(pool.matchAll(queries(3)));
    workers[0]!.emit('exit', 1);
    await expect(collected(pool.matchAll(queries(3)))).rejects.toMatchObject({
      code: 'POOL_CLOSED',
      cause: { message: 'Worker 1 of 2 failed: it exited with code 1' },
    });
  });

  it('when it starts is told, and leaves no other behind', async () => {
    const started: LocalWorker[] = [];
    const startWorker = () => {
      if (started.length === 1) throw new Error('no more threads');
      started.push(localWorker());
      return started[0]!;
    };
    const { pool } = poolOf({ startWorker });
    await expect(collected(pool.matchAll(queries(3)))).rejects.toMatchObject({
      code: 'WORKER_FAILED',
      message: 'Worker 2 of 2 failed: it did not start: no more threads',
    });
    expect(started[0]!.ended).toBe(true);
  });

  it('of the web is heard in its own way', async () => {
    const events = new EventTarget();
    const event = Object.assign(new Event('error', { cancelable: true }), { message: '', error: undefined });
    let posted = 0;
    const web: WorkerLike = {
      postMessage: () => {
        // As a page learns of a script that is missing: later, and after messages were sent to it.
        if (posted++ === 0) setTimeout(() => events.dispatchEvent(event), 0);
      },
      addEventListener: (type, listener) => events.addEventListener(type, listener),
      terminate: () => {},
    };
    const { pool } = poolOf({ startWorker: () => web });
    const run = collected(pool.matchAll(queries(3))).catch((error: unknown) => error);
    expect(await run).toMatchObject({
      code: 'WORKER_FAILED',
      message: 'Worker 1 of 2 failed: its script did not load',
    });
    expect(event.defaultPrevented).toBe(true);
    expect(posted).toBeGreaterThan(0);
  });
});

describe('the parts of a worker', () => {
  const failing = async (parts: string | URL) => {
    const { pool } = poolOf({ parts });
    const error = await collected(pool.matchAll(queries(3))).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'WORKER_FAILED' });
    return error as CuoheError;
  };

  it('that differ from those of the index are refused', async () => {
    const error = await failing('data:text/javascript,export const parts = {}');
    expect(error.message).toContain('The saved index was made with another tokenizer, lexicon or simplifier');
    expect(error.cause).toMatchObject({ code: 'SAVED_INDEX_MISMATCH' });
  });

  it('that a module does not export are named', async () => {
    const error = await failing('data:text/javascript,export const parks = {}');
    expect(error.message).toContain('parts: expected an object that data:text/javascript');
    expect(error.cause).toMatchObject({ code: 'INVALID_OPTIONS' });
  });

  it('whose module cannot be loaded are named', async () => {
    const error = await failing('file:///no/such/parts.mjs');
    expect(error.message).toContain('/no/such/parts.mjs');
    expect(error.cause).toBeInstanceOf(Error);
  });
});

describe('closing', () => {
  it('ends runs with an error, ends the workers, and may be done again', async () => {
    const { pool, workers } = poolOf();
    const { error } = await broken(pool, () => void pool.close());
    expect(error).toMatchObject({ code: 'POOL_CLOSED', message: 'The match pool was closed' });
    await pool.close();
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
    await expect(collected(pool.matchAll(queries(3)))).rejects.toMatchObject({ code: 'POOL_CLOSED' });
  });

  it('before any job starts nothing', async () => {
    const { pool, workers } = poolOf();
    await pool.close();
    expect(pool.threads).toBe(0);
    await expect(collected(pool.matchAll([]))).rejects.toMatchObject({ code: 'POOL_CLOSED' });
    expect(workers).toEqual([]);
  });

  it('is what `await using` does', async () => {
    const { pool, workers } = poolOf();
    await collected(pool.matchAll(queries(3)));
    await pool[Symbol.asyncDispose]();
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('waits until threads have ended, and passes on what ending them throws', async () => {
    const order: string[] = [];
    const startWorker = () =>
      Object.assign(localWorker(), {
        terminate: async () => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          order.push('ended');
          if (order.length === 2) throw new Error('cannot end');
        },
      });
    const { pool } = poolOf({ startWorker });
    await collected(pool.matchAll(queries(3)));
    await expect(pool.close()).rejects.toThrow('cannot end');
    expect(order).toEqual(['ended', 'ended']);
  });
});
