import {
  type AchievementInput,
  createMatcher,
  createMatcherAsync,
  indexMemory,
  type Matcher,
  openMatcher,
  openMatcherAsync,
  type Progress,
} from 'cuohe/core';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { blockChecksSteps } from '../../../src/core/collection/checksum.ts';
import { encodeRecordsSteps, memoryStore } from '../../../src/core/collection/record-store.ts';
import { engineOf } from '../../../src/core/matcher/engine-of.ts';
import { changedSteps } from '../../../src/core/matcher/update.ts';
import { achievements, bytesOf, demand, EVERYTHING, PARTS, titled } from '../../fixtures.ts';

const records = titled(...Array.from({ length: 120 }, (_, i) => `涂层 新药 软件 算法 n${i}`.repeat(3)));
const reason = new Error('closed');

async function rejected(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** What each work in turns is, on an index. */
const WORKS: Readonly<Record<string, (matcher: Matcher, run: object) => Promise<unknown>>> = {
  build: (_, run) => createMatcherAsync(records, { ...PARTS, ...run }),
  save: (matcher, run) => matcher.saveAsync(run),
  open: (matcher, run) => openMatcherAsync(matcher.save(), { ...PARTS, ...run }),
  update: (matcher, run) => matcher.updateAsync({ put: titled('钢', '铁') }, run),
  compact: (matcher, run) => matcher.compact(run),
};
const works = Object.entries(WORKS).map(([name, work]) => ({ name, work }));

describe('work in turns', () => {
  it('saves the same bytes as at once, of an index in one part and in several', async () => {
    await fc.assert(
      fc.asyncProperty(achievements(9), achievements(5), async (first, second) => {
        const put = second.map((record, i) => ({ ...record, id: `B${i}` })) as AchievementInput[];
        const base = createMatcher(first, PARTS);
        for (const matcher of [base, base.update({ put })]) {
          const saved = await matcher.saveAsync();
          expect(saved).toBeInstanceOf(ArrayBuffer);
          expect(new Uint8Array(saved)).toEqual(bytesOf(matcher));
          const inMemory = await matcher.saveAsync({ allocate: indexMemory });
          expect(Array.from(inMemory)).toEqual(Array.from(bytesOf(matcher)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(['js', 'auto'] as const)(
    'opens an index that answers as one opened at once, by the kernel %s',
    async (kernel) => {
      await fc.assert(
        fc.asyncProperty(achievements(9), demand, async (first, query) => {
          const saved = createMatcher(first, PARTS).save();
          const at = openMatcher(saved, { ...PARTS, kernel });
          const turns = await openMatcherAsync(saved, { ...PARTS, kernel });
          expect(turns.match(query, EVERYTHING)).toEqual(at.match(query, EVERYTHING));
          expect(first.map(({ id }) => turns.indexOf(id))).toEqual([...first.keys()]);
          expect(bytesOf(turns)).toEqual(bytesOf(at));
        }),
        { numRuns: 30 },
      );
    },
  );

  it('changes an index as at once', async () => {
    await fc.assert(
      fc.asyncProperty(achievements(9), achievements(5), demand, async (first, second, query) => {
        const base = createMatcher(first, PARTS);
        const changes = { put: second, remove: ['none'], missing: 'ignore' } as const;
        const at = base.update(changes);
        const turns = await base.updateAsync(changes);
        expect(turns.match(query, EVERYTHING)).toEqual(at.match(query, EVERYTHING));
        expect(bytesOf(turns)).toEqual(bytesOf(at));
      }),
      { numRuns: 30 },
    );
  });

  it('takes the rows that it was given, whatever becomes of their list meanwhile', async () => {
    const put = titled('钢', '铁').map((record) => ({ ...record, id: `N${record.id}` }));
    const changed = createMatcher(records, PARTS).updateAsync({ put });
    put.length = 0;
    expect((await changed).size).toBe(records.length + 2);
  });

  it.each(works)('tells how far $name is, and ends with all', async ({ work }) => {
    const reports: Progress[] = [];
    await work(createMatcher(records, PARTS), { onProgress: (report: Progress) => reports.push(report) });
    const done = reports.map(({ done }) => done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBeGreaterThan(0);
    expect(reports.at(-1)!.total ?? done.at(-1)).toBe(done.at(-1));
  });

  it.each(works)('stops $name with the reason of its signal, before and meanwhile', async ({ work }) => {
    const matcher = createMatcher(records, PARTS);
    expect(await rejected(work(matcher, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    const controller = new AbortController();
    const run = { signal: controller.signal, onProgress: () => controller.abort(reason) };
    expect(await rejected(work(matcher, run))).toBe(reason);
  });

  it.each(works)('refuses bad options of a run for $name', async ({ work }) => {
    const refused = await rejected(work(createMatcher(records, PARTS), { onProgress: 1, signal: 'no' }));
    expect(refused).toMatchObject({
      code: 'INVALID_OPTIONS',
      issues: [{ path: 'onProgress' }, { path: 'signal' }],
    });
  });

  it('refuses what is damaged, and no more of it is read', async () => {
    const saved = createMatcher(records, PARTS).save();
    new Uint8Array(saved)[saved.byteLength - 1]! ^= 1;
    expect(await rejected(openMatcherAsync(saved, PARTS))).toMatchObject({ code: 'SAVED_INDEX_UNREADABLE' });
  });
});

describe('the event loop', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  // Of so small an index, opening has few steps.
  const long = works.filter(({ name }) => name !== 'open');

  it.each(long)(
    'has its turn after a few steps of $name, each of which is a millisecond here',
    async ({ work }) => {
      const matcher = createMatcher(records, PARTS);
      let time = 0;
      let steps = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => {
        steps++;
        return time++;
      });
      let turns = 0;
      let isDone = false;
      const tick = () => {
        turns++;
        if (!isDone) setImmediate(tick);
      };
      setImmediate(tick);
      await work(matcher, {});
      isDone = true;
      expect(steps).toBeGreaterThan(20);
      // A turn takes 16 steps, and looks at the clock a few times.
      expect(turns).toBeGreaterThanOrEqual(Math.floor(steps / 25));
    },
  );

  it('waits for no more than so many items of what grows with an index', () => {
    const turnsOf = (steps: Generator<number, unknown>) => {
      let turns = 0;
      while (steps.next().done !== true) turns++;
      return turns;
    };
    expect(turnsOf(blockChecksSteps(new Int32Array(1 << 22), () => {}))).toBeGreaterThanOrEqual(4);
    const store = memoryStore(records.map((record) => ({ ...record, kind: 'achievement' })) as never[]);
    expect(turnsOf(encodeRecordsSteps(store))).toBeGreaterThanOrEqual(records.length);
    const { parts } = engineOf(createMatcher(records.slice(0, 2), PARTS))!;
    const few = turnsOf(changedSteps(parts, { put: records.slice(20, 40) }));
    const many = turnsOf(changedSteps(parts, { put: records.slice(20, 120) }));
    // Reading, indexing and folding: each has a turn for each record.
    expect(many - few).toBeGreaterThanOrEqual(3 * 80);
  });
});
