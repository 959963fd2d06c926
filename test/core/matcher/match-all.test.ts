import {
  createMatcher,
  type DemandInput,
  type InputError,
  type MatchResult,
  type Progress,
  type RecordInput,
} from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievements, collected, demand, PARTS, thrownBy, tinyMatcher } from '../../fixtures.ts';

const matcher = tinyMatcher('涂层', '新药', '钢 涂层');
const queries = (count: number): DemandInput[] =>
  Array.from({ length: count }, (_, i) => ({ id: `q${i}`, title: ['涂层', '新药', '钢'][i % 3]! }));
async function* streamed<T>(items: readonly T[], onClose = () => {}): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    onClose();
  }
}
const failure = async (run: () => AsyncIterable<unknown>): Promise<unknown> => {
  try {
    await collected(run());
  } catch (error) {
    return error;
  }
  throw new Error('expected an error');
};

describe('matching all', () => {
  it('gives for each record what matching it alone gives, in order', async () => {
    await fc.assert(
      fc.asyncProperty(achievements(5), fc.array(demand, { maxLength: 5 }), async (records, list) => {
        const own = createMatcher(records, PARTS);
        const numbered = list.map((query, i) => ({ ...query, id: `q${i}` }));
        expect(await collected(own.matchAll(numbered, { limit: 3 }))).toEqual(
          numbered.map((query) => own.match(query, { limit: 3 })),
        );
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['an array', (items: DemandInput[]) => items],
    ['a set', (items: DemandInput[]) => new Set(items)],
    ['a generator', (items: DemandInput[]) => items.values()],
    ['an async generator', (items: DemandInput[]) => streamed(items)],
  ])('takes %s, also longer than a piece', async (_, wrap) => {
    for (const count of [0, 1, 63, 64, 65, 200]) {
      const results = await collected(matcher.matchAll(wrap(queries(count)), { explain: false }));
      expect(results.map(({ queryId }) => queryId)).toEqual(queries(count).map(({ id }) => id));
    }
  });

  it('refuses what cannot be iterated', async () => {
    for (const given of [undefined, null, 3, 'text', {}] as never[]) {
      expect(await failure(() => matcher.matchAll(given))).toMatchObject({ code: 'INVALID_RECORDS' });
    }
  });

  it('allows ids to repeat and kinds to mix, however the queries come', async () => {
    const mixed: RecordInput[] = [
      { id: 'a', title: '涂层' },
      { id: 'a', title: '新药', kind: 'patent' },
      { id: 'a', title: '涂层', kind: 'demand' },
    ];
    const expected = mixed.map((query) => matcher.match(query));
    expect(await collected(matcher.matchAll(mixed))).toEqual(expected);
    expect(await collected(matcher.matchAll(streamed(mixed)))).toEqual(expected);
  });

  it('names every bad query of an array before the first result', async () => {
    const list: unknown[] = queries(200);
    list[3] = { id: 'x' };
    list[150] = null;
    delete list[199];
    const results: MatchResult[] = [];
    const error = (await failure(async function* () {
      for await (const result of matcher.matchAll(list as DemandInput[])) {
        results.push(result);
        yield result;
      }
    })) as InputError;
    expect(error.issues.map(({ index, path }) => [index, path])).toEqual([
      [3, 'title'],
      [150, ''],
      [199, ''],
    ]);
    expect(results).toEqual([]);
  });

  it('names a bad query of a stream by its place in the whole', async () => {
    const list: unknown[] = queries(100);
    list[70] = { id: 'x' };
    const error = (await failure(() => matcher.matchAll(streamed(list as DemandInput[])))) as InputError;
    expect(error.issues).toMatchObject([{ index: 70, id: 'x', path: 'title' }]);
  });

  it('refuses bad options before it reads a query', async () => {
    let read = false;
    const source = function* () {
      read = true;
      yield* queries(1);
    };
    expect(await failure(() => matcher.matchAll(source(), { limit: -1 }))).toMatchObject({
      code: 'INVALID_OPTIONS',
    });
    expect(
      await failure(() => matcher.matchAll(source(), { signal: 1, onProgress: 2 } as never)),
    ).toMatchObject({
      code: 'INVALID_OPTIONS',
      issues: [{ path: 'onProgress' }, { path: 'signal' }],
    });
    expect(read).toBe(false);
  });

  it('applies filters once for the whole run', async () => {
    let calls = 0;
    const where = () => ++calls > 0;
    await collected(matcher.matchAll(queries(5), { filter: { where } }));
    expect(calls).toBe(matcher.size);
  });

  it('closes its source when the reader stops', async () => {
    let closed = false;
    const source = streamed(queries(500), () => {
      closed = true;
    });
    for await (const { queryId } of matcher.matchAll(source)) if (queryId === 'q2') break;
    expect(closed).toBe(true);
  });

  it('passes on the error of its source, and of the callback', async () => {
    const source = function* () {
      yield* queries(1);
      throw new Error('source');
    };
    expect(await failure(() => matcher.matchAll(source()))).toMatchObject({ message: 'source' });
    const onProgress = () => {
      throw new Error('callback');
    };
    expect(await failure(() => matcher.matchAll(queries(1), { onProgress }))).toMatchObject({
      message: 'callback',
    });
  });
});

describe('progress', () => {
  const reports = async (run: (onProgress: (progress: Progress) => void) => Promise<unknown>) => {
    const list: Progress[] = [];
    await run((progress) => list.push(progress));
    for (const { done, total, rate } of list) {
      expect(done).toBeLessThanOrEqual(total ?? Number.POSITIVE_INFINITY);
      expect(Number.isFinite(rate) && rate >= 0).toBe(true);
    }
    expect(list.map(({ done }) => done)).toEqual(list.map(({ done }) => done).sort((a, b) => a - b));
    return list;
  };

  it('of matching ends with all done', async () => {
    const list = await reports((onProgress) => collected(matcher.matchAll(queries(300), { onProgress })));
    expect(list.at(-1)).toMatchObject({ done: 300, total: 300 });
  });

  it('of a stream has no total', async () => {
    const list = await reports((onProgress) =>
      collected(matcher.matchAll(streamed(queries(3)), { onProgress })),
    );
    expect(list.at(-1)).toMatchObject({ done: 3, total: undefined });
  });

  it('of nothing is one report', async () => {
    expect(await reports((onProgress) => collected(matcher.matchAll([], { onProgress })))).toEqual([
      { done: 0, total: 0, rate: expect.any(Number) },
    ]);
  });
});

describe('stopping', () => {
  it('before the start throws the reason and reads nothing', async () => {
    let read = false;
    const source = function* () {
      read = true;
      yield* queries(1);
    };
    const reason = new Error('closed');
    expect(await failure(() => matcher.matchAll(source(), { signal: AbortSignal.abort(reason) }))).toBe(
      reason,
    );
    expect(read).toBe(false);
  });

  it('during the run throws the reason after the result in hand', async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    const error = await failure(async function* () {
      for await (const result of matcher.matchAll(queries(100), { signal: controller.signal })) {
        seen.push(result.queryId);
        if (seen.length === 3) controller.abort();
        yield result;
      }
    });
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual(['q0', 'q1', 'q2']);
    expect(thrownBy(() => matcher.record(99)).code).toBe('UNKNOWN_RECORD');
  });

  it('of a source that hangs works too', async () => {
    const controller = new AbortController();
    const source = async function* () {
      yield* queries(1);
      controller.abort();
      await new Promise(() => {});
    };
    expect(await failure(() => matcher.matchAll(source(), { signal: controller.signal }))).toMatchObject({
      name: 'AbortError',
    });
  });

  it('leaves a source that ends, fails or is left early as it would be without a signal', async () => {
    const { signal } = new AbortController();
    const all = await collected(matcher.matchAll(streamed(queries(70)), { signal }));
    expect(all).toHaveLength(70);
    const failing = async function* () {
      yield* queries(1);
      throw new Error('source');
    };
    expect(await failure(() => matcher.matchAll(failing(), { signal }))).toMatchObject({ message: 'source' });
    let closed = 0;
    for await (const _ of matcher.matchAll(
      streamed(queries(200), () => closed++),
      { signal },
    ))
      break;
    expect(closed).toBe(1);
  });

  it('takes sources that cannot be closed, or fail to close', async () => {
    const endless = (close?: () => Promise<never>): AsyncIterable<DemandInput> => ({
      [Symbol.asyncIterator]: () => ({
        next: async () => ({ done: false, value: queries(1)[0]! }),
        ...(close === undefined ? {} : { return: close }),
      }),
    });
    const closeBadly = () => Promise.reject(new Error('cannot close'));
    for (const source of [endless(), endless(closeBadly)]) {
      const controller = new AbortController();
      const error = await failure(async function* () {
        for await (const result of matcher.matchAll(source, { signal: controller.signal })) {
          controller.abort();
          yield result;
        }
      });
      expect(error).toMatchObject({ name: 'AbortError' });
    }
  });
});
