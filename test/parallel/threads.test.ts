import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { type AchievementInput, createMatcher, indexMemory, openMatcher, type RecordInput } from 'cuohe';
import { createMatcherParallel, createMatchPool } from 'cuohe/parallel';
import { describe, expect, it } from 'vitest';
import { bytesOf, collected, tinyMatcher } from '../fixtures.ts';
import { builtWorker } from './built-worker.ts';

/** Threads of Node: each pool of this file starts two. */
const records = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const OPTIONS = { filter: { asOf: '2026-06-30' } };

describe('threads of Node', () => {
  const { startWorker, tiny } = builtWorker();

  it('answer as the calling thread does, on one index, with the default parts', async () => {
    const built = createMatcher(records<AchievementInput>('achievements'));
    const matcher = openMatcher(built.save(indexMemory));
    const demands = records<RecordInput>('demands');
    await using pool = createMatchPool(matcher, { threads: 2, smallJob: 0, startWorker });
    for (const options of [OPTIONS, { ...OPTIONS, explain: false, limit: Number.POSITIVE_INFINITY }]) {
      const expected = await collected(matcher.matchAll(demands, options));
      expect(await collected(pool.matchAll(demands, options))).toStrictEqual(expected);
    }
  });

  it('build the index that the calling thread builds, with the default parts', async () => {
    const achievements = records<AchievementInput>('achievements');
    const built = await createMatcherParallel(achievements, { threads: 2, smallJob: 0, startWorker });
    expect(bytesOf(built)).toEqual(bytesOf(createMatcher(achievements)));
  });

  it('answer as the calling thread does with vectors of the host, of the records and of the queries', async () => {
    const achievements = records<AchievementInput>('achievements');
    const vectorOf = (_: unknown, i: number) =>
      Array.from({ length: 9 }, (_, at) => Math.sin(i * 7 + at * 3) + 2);
    const built = createMatcher(achievements, {
      vectors: { records: achievements.map(vectorOf), weight: 0.5 },
    });
    const matcher = openMatcher(built.save(indexMemory));
    const demands = records<RecordInput>('demands').map((demand, i) =>
      i % 3 === 0 ? demand : { ...demand, vector: Float32Array.from(vectorOf(demand, i)) },
    );
    await using pool = createMatchPool(matcher, { threads: 2, smallJob: 0, startWorker });
    const expected = await collected(built.matchAll(demands, { ...OPTIONS, lean: true }));
    expect(await collected(pool.matchAll(demands, { ...OPTIONS, lean: true }))).toStrictEqual(expected);
    const whole = await collected(pool.matchAll(demands, OPTIONS));
    expect(whole).toStrictEqual(await collected(matcher.matchAll(demands, OPTIONS)));
    expect(whole.map(({ matches }) => matches.some(({ vectors }) => vectors !== undefined))).toEqual(
      demands.map((_, i) => i % 3 !== 0),
    );
  });

  it('import other parts', async () => {
    const matcher = tinyMatcher('涂层', '新药', '钢 涂层');
    const list = Array.from({ length: 100 }, (_, i) => ({ id: `q${i}`, title: '热障涂层 新药' }));
    await using pool = createMatchPool(matcher, { threads: 2, parts: tiny, startWorker });
    expect(await collected(pool.matchAll(list))).toEqual(await collected(matcher.matchAll(list)));
  });

  it('that are killed end the run with one error', async () => {
    const started: Worker[] = [];
    const matcher = tinyMatcher('涂层', '新药', '钢 涂层');
    const list = Array.from({ length: 5000 }, (_, i) => ({ id: `q${i}`, title: '热障涂层 新药' }));
    const pool = createMatchPool(matcher, {
      threads: 2,
      parts: tiny,
      startWorker: () => {
        started.push(startWorker());
        return started.at(-1)!;
      },
    });
    let seen = 0;
    const run = async () => {
      for await (const { queryId } of pool.matchAll(list)) {
        expect(queryId).toBe(`q${seen}`);
        if (++seen === 1) void started[1]!.terminate();
      }
    };
    await expect(run()).rejects.toMatchObject({
      code: 'WORKER_FAILED',
      message: 'Worker 2 of 2 failed: it exited with code 1',
    });
    expect(seen).toBeLessThan(list.length);
    await pool.close();
  });
});
