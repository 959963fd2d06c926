import {
  type AchievementInput,
  collectStatistics,
  createMatcher,
  createMatcherAsync,
  type InputError,
  type Matcher,
  type MatcherOptions,
  type Progress,
} from 'cuohe';
import { createMatcherParallel, createMatchPool, type MatchPoolOptions } from 'cuohe/parallel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievements, badPaths, bytesOf, collected, EVERYTHING, PARTS, text } from '../fixtures.ts';
import { type LocalWorker, localWorker, TINY } from './workers.ts';

/** Workers on this thread, and the options that start them. */
function hiring(threads = 2, wrap = (worker: LocalWorker) => worker) {
  const workers: LocalWorker[] = [];
  const startWorker = () => {
    const worker = wrap(localWorker());
    workers.push(worker);
    return worker;
  };
  return { workers, options: { threads, parts: TINY, smallJob: 0, startWorker } satisfies MatchPoolOptions };
}

/** The same records whenever it is called, enough for many chunks. */
const many = (count: number): AchievementInput[] =>
  fc
    .sample(fc.tuple(text, text), { numRuns: count, seed: 7 })
    .map(([title, abstract], i) => ({ id: `r${i}`, title: `钢${title}`, abstract }));

const failure = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('expected an error');
    },
    (error: unknown) => error,
  );

describe('an index that workers build', () => {
  it('has the bytes of one that one thread builds, whatever the records, options and workers', async () => {
    const options = fc.record(
      {
        fields: fc.constantFrom({ title: 1 }, { abstract: 0, remark: 2 }),
        signals: fc.constantFrom({ words: 0 }, { chains: 1, pairs: 0 }),
        conditions: fc.constant({}),
        maxDocumentShare: fc.constantFrom(0.1, 1),
        statistics: fc.constant(
          collectStatistics(
            {
              achievements: [
                { id: 'a', title: '钢涂层' },
                { id: 'b', title: '钢' },
              ],
            },
            PARTS,
          ),
        ),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        achievements(),
        options,
        fc.integer({ min: 1, max: 4 }),
        async (records, given, threads) => {
          const rest = given.fields === undefined ? given : { ...given, statistics: undefined };
          const chosen = { ...PARTS, ...rest } as MatcherOptions;
          const here = outcome(() => createMatcher(records, chosen));
          const there = await createMatcherParallel(records, { ...chosen, ...hiring(threads).options }).then(
            (matcher) => bytesOf(matcher as Matcher),
            (error: InputError) => error.issues,
          );
          expect(there).toEqual(here);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('is the same from many chunks, in which order ever workers answer', async () => {
    // So many that the values of every second record are counted.
    const records = many(1100);
    const expected = createMatcher(records, PARTS);
    for (const threads of [1, 3]) {
      const { options, workers } = hiring(threads, later);
      const matcher = await createMatcherParallel(records, { ...PARTS, ...options });
      expect(bytesOf(matcher as Matcher)).toEqual(bytesOf(expected));
      const shares = workers.map(({ sent }) => sent.filter(({ type }) => type === 'read').length);
      expect(shares.every((share) => share > 0)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share)).toBe(Math.ceil(1100 / 64));
      expect(workers.every(({ ended }) => ended)).toBe(true);
    }
  });

  it('answers with the rows of the host, can be changed, and be asked on a pool', async () => {
    const rows = many(70).map((record) => ({ record, own: Symbol(String(record.id)) }));
    const given = { ...PARTS, read: ({ record }: (typeof rows)[number]) => record };
    const matcher = await createMatcherParallel(rows, { ...given, ...hiring().options });
    const query = { id: 'q', title: '钢 热障涂层' };
    expect(matcher.match(query, EVERYTHING)).toStrictEqual(
      createMatcher(rows, given).match(query, EVERYTHING),
    );
    expect(matcher.record(3)).toBe(rows[3]);
    const changed = matcher.update({ put: [{ record: { id: 'new', title: '钢' }, own: Symbol('new') }] });
    expect(changed.size).toBe(71);
    await using pool = createMatchPool(changed, hiring().options);
    expect(await pool.match(query)).toStrictEqual(changed.match(query));
  });

  it('has demands, vectors of the host, and what patents are classified as', async () => {
    const sides = [
      {
        records: many(130).map(({ id, title }) => ({
          id,
          title,
          problem: '1. 热障涂层；2. 新药；3. 软件算法',
        })),
        options: { side: 'demand' as const },
      },
      {
        records: many(130).map((record, i) => ({
          ...record,
          kind: 'patent' as const,
          ipc: i % 2 ? 'C22C 38/00' : 'A61K',
        })),
        options: {
          vectors: { records: Array.from({ length: 130 }, (_, i) => [i % 7, 1, Math.sin(i)]), weight: 0.3 },
        },
      },
    ];
    for (const { records, options } of sides) {
      const given = { ...PARTS, ...options } as never;
      const matcher = (await createMatcherParallel(
        records as never,
        {
          ...(given as object),
          ...hiring().options,
        } as never,
      )) as Matcher;
      expect(bytesOf(matcher)).toEqual(bytesOf(createMatcher(records as never, given) as Matcher));
    }
  });

  it('is built on the calling thread where it is small, or where there are no workers', async () => {
    const records = many(999);
    const expected = bytesOf(createMatcher(records, PARTS));
    for (const change of [{ smallJob: undefined }, { threads: 0 }, { smallJob: 1000 }]) {
      const { options, workers } = hiring();
      const { smallJob, ...rest } = { ...options, ...change };
      const matcher = await createMatcherParallel(records, {
        ...PARTS,
        ...rest,
        ...(smallJob !== undefined && { smallJob }),
      });
      expect(bytesOf(matcher as Matcher)).toEqual(expected);
      expect(workers).toEqual([]);
    }
  });

  it('is built while progress is told, from none to all', async () => {
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => told.push(progress);
    await createMatcherParallel(many(300), { ...PARTS, ...hiring().options, onProgress });
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
    expect(told.at(-1)).toMatchObject({ done: 300, total: 300 });
  });
});

describe('an index that cannot be built', () => {
  it('for its records or options has the errors of one thread, and no worker is left', async () => {
    const records = many(300) as unknown[];
    records[7] = { id: 'x' };
    records[290] = { id: 'r0', title: '钢' };
    for (const [rows, given] of [
      [records, {}],
      [many(70), { signals: { words: -1 } }],
      [many(70), { fields: { abstrct: 1 } }],
      [many(70), { vectors: { records: [], weight: 1 } }],
      [many(70), { top: 1 }],
      ['text', {}],
      [undefined, {}],
    ] as [never, object][]) {
      const { options, workers } = hiring();
      const chosen = { ...PARTS, ...given } as never;
      const error = (await failure(
        createMatcherParallel(rows, { ...(chosen as object), ...options } as never),
      )) as InputError;
      const expected = (await failure(createMatcherAsync(rows, chosen))) as InputError;
      expect(error.code).toBe(expected.code);
      // An option that is none is told with all that there are, of which there are more here.
      if (!('top' in given)) expect(error.issues).toEqual(expected.issues);
      expect(workers.every(({ ended }) => ended)).toBe(true);
    }
  });

  it('for bad options of the workers names them together', async () => {
    const bad = { threads: -1, parts: 'x', startWorker: 1, smallJob: 0.5, signal: 1, onProgress: 1 } as never;
    const error = (await failure(createMatcherParallel(many(3), bad))) as InputError;
    expect(error.issues.map(({ path }) => path)).toEqual([
      'onProgress',
      'signal',
      'threads',
      'parts',
      'startWorker',
      'smallJob',
    ]);
    const { parts: _, ...without } = hiring().options;
    const needed = (await failure(createMatcherParallel(many(70), { ...PARTS, ...without }))) as InputError;
    expect(needed.issues.map(({ path }) => path)).toEqual(['parts']);
    expect(badPaths(() => createMatchPool(createMatcher(many(3), PARTS), without))).toEqual(['parts']);
  });

  it('when it is stopped throws the reason, and ends the workers', async () => {
    const { options, workers } = hiring();
    const reason = new Error('enough');
    const given = { ...PARTS, ...options };
    expect(
      await failure(createMatcherParallel(many(70), { ...given, signal: AbortSignal.abort(reason) })),
    ).toBe(reason);
    expect(workers).toEqual([]);
    const controller = new AbortController();
    const late = hiring(2, (worker) => {
      const { postMessage } = worker;
      worker.postMessage = (message) => {
        if ((message as { readonly type: string }).type === 'sort') controller.abort(reason);
        postMessage(message);
      };
      return worker;
    });
    const stopped = { ...PARTS, ...late.options, signal: controller.signal };
    expect(await failure(createMatcherParallel(many(700), stopped))).toBe(reason);
    expect(late.workers.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it.each(['read', 'sort', 'weigh'])(
    'when a worker breaks as it is asked to %s is one error',
    async (type) => {
      const { options, workers } = hiring(2, (worker) => {
        const { postMessage } = worker;
        worker.postMessage = (message) => {
          if (type !== (message as { type: string }).type) postMessage(message);
          else if (worker === workers[1]) worker.emit('exit', 9);
        };
        return worker;
      });
      expect(await failure(createMatcherParallel(many(300), { ...PARTS, ...options }))).toMatchObject({
        code: 'WORKER_FAILED',
        message: 'Worker 2 of 2 failed: it exited with code 9',
      });
      expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
    },
  );

  it('when workers have other parts, or do not start, is one error', async () => {
    const { options, workers } = hiring();
    const other = { ...PARTS, ...options, parts: 'data:text/javascript,export const parts = {}' };
    const error = (await failure(createMatcherParallel(many(70), other))) as Error;
    expect(error).toMatchObject({ code: 'WORKER_FAILED', cause: { code: 'INVALID_OPTIONS' } });
    expect(error.message).toContain('parts: expected the analyzer of the options');
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
    const startWorker = () => {
      throw new Error('no more threads');
    };
    expect(
      await failure(createMatcherParallel(many(70), { ...PARTS, ...options, startWorker })),
    ).toMatchObject({
      code: 'WORKER_FAILED',
      message: 'Worker 1 of 2 failed: it did not start: no more threads',
    });
  });

  it('when a callback throws passes it on', async () => {
    const { options, workers } = hiring();
    const onProgress = () => {
      throw new Error('callback');
    };
    expect(
      await failure(createMatcherParallel(many(700), { ...PARTS, ...options, onProgress })),
    ).toMatchObject({
      message: 'callback',
    });
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  });
});

it('queries of the classes of patents are answered by a pool as without one', async () => {
  const matcher = createMatcher(many(70), PARTS);
  await using pool = createMatchPool(matcher, hiring().options);
  const queries = [{ id: 'q', kind: 'patent' as const, title: '钢', ipc: ['C22C 38/00'] }];
  expect(await collected(pool.matchAll(queries))).toStrictEqual(await collected(matcher.matchAll(queries)));
});

/** What a build ends with: bytes, or what is wrong. */
function outcome(build: () => unknown) {
  try {
    return bytesOf(build() as Matcher);
  } catch (error) {
    return (error as InputError).issues;
  }
}

/** A worker whose answers come late, each by another time, in their order. */
function later(worker: LocalWorker): LocalWorker {
  const { emit } = worker;
  let count = 0;
  let last = Promise.resolve();
  worker.emit = (event: string, ...told: unknown[]) => {
    const wait = (++count * 7) % 5;
    last = last
      .then(() => new Promise((resolve) => setTimeout(resolve, wait)))
      .then(() => void emit.call(worker, event, ...told));
    return true;
  };
  return worker;
}
