import { createMatcher, openMatcher } from 'cuohe';
import { createMatchPool } from 'cuohe/parallel';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { badPaths, thrownBy, tinyMatcher } from '../fixtures.ts';
import { localWorker, TINY } from './workers.ts';

const plain = createMatcher([{ id: 'a', title: '热障涂层' }]);
const tiny = tinyMatcher('涂层');

afterEach(() => vi.unstubAllGlobals());

describe('the options of a pool', () => {
  it('are checked together', () => {
    const bad = { threads: 1.5, parts: 'parts.mjs', startWorker: 1, smallJob: -1, maxSilence: 0 } as never;
    expect(badPaths(() => createMatchPool(plain, bad))).toEqual([
      'threads',
      'parts',
      'startWorker',
      'smallJob',
      'maxSilence',
    ]);
    for (const threads of [-1, Number.POSITIVE_INFINITY, '2'] as never[]) {
      expect(badPaths(() => createMatchPool(plain, { threads }))).toEqual(['threads']);
    }
    expect(badPaths(() => createMatchPool(plain, null as never))).toEqual(['']);
    expect(badPaths(() => createMatchPool({} as never))).toEqual(['matcher']);
    expect(badPaths(() => createMatchPool(undefined as never))).toEqual(['matcher']);
    expect(createMatchPool(plain, { smallJob: Number.POSITIVE_INFINITY, threads: 0 }).threads).toBe(0);
  });

  it('need the URL of the parts, for a matcher with others than the default ones', () => {
    const error = thrownBy(() => createMatchPool(tiny, { threads: 2 }));
    expect(error.code).toBe('INVALID_OPTIONS');
    expect(error.message).toContain('parts: expected the URL of a module that exports `parts`');
    expect(badPaths(() => createMatchPool(tiny))).toEqual(['parts']);
    expect(createMatchPool(tiny, { threads: 2, parts: TINY }).threads).toBe(2);
    expect(createMatchPool(tiny, { threads: 2, parts: TINY.href }).threads).toBe(2);
    // No worker, no parts.
    expect(createMatchPool(tiny, { threads: 0 }).threads).toBe(0);
    expect(badPaths(() => createMatchPool(tiny, { threads: 1 }))).toEqual(['parts']);
  });

  it('need none for weights, sides and opened indexes', () => {
    const weighted = createMatcher([{ id: 'd', title: '热障涂层', remark: '耐磨' }], {
      side: 'demand',
      fields: { title: 1, remark: 2 },
      signals: { words: 0 },
    });
    for (const matcher of [plain, weighted, openMatcher(plain.save())]) {
      expect(createMatchPool(matcher, { threads: 2 }).threads).toBe(2);
    }
  });
});

describe('the number of workers', () => {
  it('is by default what Node runs at the same time', async () => {
    const { availableParallelism } = await import('node:os');
    const expected = Math.min(32, availableParallelism());
    expect(createMatchPool(plain).threads).toBe(expected > 1 ? expected : 0);
  });

  it('is what the browser tells, where there is no Node', () => {
    vi.stubGlobal('process', undefined);
    vi.stubGlobal('Worker', class {});
    vi.stubGlobal('navigator', { hardwareConcurrency: 6 });
    expect(createMatchPool(plain).threads).toBe(6);
    vi.stubGlobal('navigator', undefined);
    expect(createMatchPool(plain).threads).toBe(0);
  });

  it('is 0 where there are no workers, unless the host starts some', () => {
    vi.stubGlobal('process', {});
    expect(createMatchPool(plain, { threads: 4 }).threads).toBe(0);
    expect(createMatchPool(plain, { threads: 4, startWorker: localWorker }).threads).toBe(4);
  });
});
