import { readFileSync } from 'node:fs';
import { createMatcherParallel, createMatchPool, type MatchPoolOptions } from 'cuohe/parallel';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VERSION } from '../../src/base/version.ts';
import { Silence } from '../../src/parallel/silence.ts';
import { collected, PARTS, tinyMatcher } from '../fixtures.ts';
import { type LocalWorker, localWorker, TINY } from './workers.ts';

const matcher = tinyMatcher('涂层', '新药', '钢 涂层');
const query = { id: 'q', title: '钢' };

/** Workers on this thread whose answers are changed on their way; undefined is nothing. */
function hiring(change: (told: Told) => unknown, more: MatchPoolOptions = {}) {
  const workers: LocalWorker[] = [];
  const startWorker = () => {
    const worker = localWorker();
    const emit = worker.emit.bind(worker);
    worker.emit = (event: string, value: Told) => {
      const heard = event === 'message' ? change(value) : value;
      return heard === undefined ? false : emit(event, heard);
    };
    workers.push(worker);
    return worker;
  };
  return { workers, options: { threads: 2, parts: TINY, smallJob: 0, startWorker, ...more } };
}

interface Told {
  readonly type: string;
  readonly found?: string;
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('expected an error');
    },
    (error: unknown) => error,
  );

it('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(VERSION).toBe(version);
});

describe('a worker that says nothing', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** What a pool does with a worker that falls silent after its first words. */
  async function silent(work: (options: MatchPoolOptions) => Promise<unknown>, from: string) {
    let ready = 0;
    const change = (told: Told) => {
      if (told.type === 'ready') ready++;
      return told.type === from ? undefined : told;
    };
    const { workers, options } = hiring(change, { maxSilence: 2000 });
    const failed = failure(work(options));
    // Until they are asked what they never answer.
    const isAsked = () => ready === 2 && workers.some(({ sent }) => sent.length > 1);
    while (!isAsked()) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(2000);
    expect(workers.some(({ ended }) => ended)).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(await failed).toMatchObject({
      code: 'WORKER_FAILED',
      message: expect.stringMatching(/^Worker [12] of 2 failed: it said nothing for 2000 ms$/),
    });
    expect(workers.every(({ ended }) => ended)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  }

  it('ends runs with one error', () =>
    silent((options) => collected(createMatchPool(matcher, options).matchAll([query])), 'answered'));

  it('ends single queries with it', () =>
    silent((options) => createMatchPool(matcher, options).match(query), 'told'));

  it('ends a build with it', () => {
    const records = ['涂层', '新药', '钢 涂层'].map((title, i) => ({ id: `r${i}`, title }));
    return silent((options) => createMatcherParallel(records, { ...PARTS, ...options }), 'read');
  });

  it('is waited for while it is at work, or where it may be silent for ever', () => {
    const tooLong = vi.fn();
    const silence = new Silence(1000, tooLong);
    silence.asked();
    for (let i = 0; i < 10; i++) {
      vi.advanceTimersByTime(1000);
      silence.heard(0);
    }
    vi.advanceTimersByTime(1000);
    expect(tooLong).not.toHaveBeenCalled();
    vi.advanceTimersByTime(250);
    expect(tooLong).toHaveBeenCalledTimes(1);
    const patient = new Silence(Number.POSITIVE_INFINITY, tooLong);
    patient.asked();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('owes nothing once it has answered all', async () => {
    const { workers, options } = hiring((told) => told, { maxSilence: 1000 });
    const pool = createMatchPool(matcher, options);
    await collected(pool.matchAll([query]));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(workers.map(({ ended }) => ended)).toEqual([false, false]);
    expect(await collected(pool.matchAll([query]))).toHaveLength(1);
    await pool.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a worker that does not belong to the pool', () => {
  it.each([
    [
      'of another version',
      (told: Told) => (told.type === 'ready' ? { ...told, version: '9.9.9' } : told),
      `it is of cuohe 9.9.9, and was started by ${VERSION}`,
    ],
    [
      'that does not tell its version',
      (told: Told) => (told.type === 'ready' ? undefined : told),
      `it did not say that it is of cuohe ${VERSION}, which started it`,
    ],
    ['of something else', () => null, `it did not say that it is of cuohe ${VERSION}, which started it`],
    [
      'that answers what is no JSON',
      (told: Told) => (told.found === undefined ? told : { ...told, found: '{' }),
      'it answered what cannot be read: ',
    ],
    [
      'that answers with no results',
      (told: Told) => (told.found === undefined ? told : { ...told, found: '[]' }),
      'it answered what cannot be read: ',
    ],
    [
      'that answers with other results',
      (told: Told) => (told.found === undefined ? told : { ...told, found: '[{"matches":3}]' }),
      'it answered what cannot be read: no results',
    ],
  ])('%s is one clear error', async (_, change, why) => {
    for (const work of ['match', 'matchAll'] as const) {
      const { workers, options } = hiring(change);
      const pool = createMatchPool(matcher, options);
      const error = await failure(
        work === 'match' ? pool.match(query) : collected(pool.matchAll([query, query])),
      );
      expect(error).toMatchObject({ code: 'WORKER_FAILED' });
      expect((error as Error).message).toMatch(/^Worker [12] of 2 failed: /);
      expect((error as Error).message).toContain(why);
      expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
    }
  });
});
