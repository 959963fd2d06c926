import {
  type AchievementInput,
  createMatcher,
  type DemandInput,
  type Matcher,
  openMatcher,
  type QueryInput,
} from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievements, collected, demand, EVERYTHING, PARTS, thrownBy, titled } from '../../fixtures.ts';

/** A change: records of a few ids to put, ids to remove. */
interface Change {
  readonly put: AchievementInput[];
  readonly remove: string[];
}

const ids = Array.from({ length: 9 }, (_, i) => `A${i}`);
const change: fc.Arbitrary<Change> = fc
  .tuple(achievements(5), fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 5 }), fc.array(fc.nat(8)))
  .map(([records, order, gone]) => {
    const put = records.slice(0, order.length).map((record, i) => ({ ...record, id: order[i]! }));
    const remove = [...new Set(gone.map((i) => ids[i]!))].filter((id) => !put.some((one) => one.id === id));
    return { put, remove };
  });

/** The records after a change: what is put stands behind all others. */
function changed(records: readonly AchievementInput[], { put, remove }: Change): AchievementInput[] {
  const gone = new Set([...remove, ...put.map(({ id }) => id)]);
  return [...records.filter(({ id }) => !gone.has(id)), ...put];
}

const LIMITS = { ...EVERYTHING, total: true, counts: ['chains', 'regions', 'kinds', 'stages'] } as const;

/** All that a matcher answers. */
function answers(matcher: Matcher, query: DemandInput) {
  const found = matcher.match(query, { ...LIMITS, limit: 20 });
  return {
    size: matcher.size,
    found,
    page: matcher.match(query, { limit: 2, offset: 1, minScore: 0.01, filter: { chains: ['T1', 'T2'] } }),
    where: matcher.match(query, { filter: { where: (_, index) => index % 2 === 0 }, limit: 3 }),
    lean: matcher.match(query, { ...EVERYTHING, lean: true, limit: 3 }),
    passing: matcher.passing({ regions: ['210100'] }),
    records: Array.from({ length: matcher.size }, (_, i) => [
      matcher.record(i),
      matcher.parsed(i),
      matcher.indexOf(matcher.parsed(i).id),
      matcher.chainsOf(matcher.parsed(i).id),
      matcher.similar(matcher.parsed(i).id, { ...EVERYTHING, limit: 4 }),
    ]),
    explained: found.matches.map(({ id }) => matcher.explain(query, id)),
    reasons: matcher.reasons(
      query,
      found.matches.map(({ id }) => id),
    ),
    statistics: matcher.statistics.version,
  };
}

describe('an index that changes', () => {
  it.each(['js', 'auto'] as const)(
    'answers as an index of the same records under the same statistics, by the kernel %s',
    (kernel) => {
      fc.assert(
        fc.property(
          achievements(9),
          fc.array(change, { minLength: 1, maxLength: 5 }),
          demand,
          (first, all, query) => {
            let records: AchievementInput[] = first.map((record, i) => ({ ...record, id: `A${i}` }));
            const base = createMatcher(records, { ...PARTS, kernel });
            const before = JSON.stringify(answers(base, query));
            let matcher = base;
            for (const one of all) {
              matcher = matcher.update({ ...one, missing: 'ignore' });
              records = changed(records, one);
              const anew = createMatcher(records, { ...PARTS, kernel, statistics: base.statistics });
              expect(answers(matcher, query)).toEqual(answers(anew, query));
              expect(matcher.stats.parts).toBeLessThanOrEqual(8);
            }
            const opened = openMatcher(matcher.save(), PARTS);
            expect(opened.match(query, LIMITS).matches.map(({ record: _, ...match }) => match)).toEqual(
              matcher.match(query, LIMITS).matches.map(({ record: _, ...match }) => match),
            );
            expect(opened.statistics.version).toBe(base.statistics.version);
            // Those that were there before go on as they were.
            expect(JSON.stringify(answers(base, query))).toBe(before);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('compacts to the same answers, and with renewed statistics to those of a new index', async () => {
    await fc.assert(
      fc.asyncProperty(
        achievements(9),
        fc.array(change, { maxLength: 3 }),
        demand,
        async (first, all, query) => {
          let records: AchievementInput[] = first.map((record, i) => ({ ...record, id: `A${i}` }));
          let matcher: Matcher = createMatcher(records, PARTS);
          for (const one of all) {
            matcher = matcher.update({ ...one, missing: 'ignore' });
            records = changed(records, one);
          }
          const kept = await matcher.compact();
          expect(answers(kept, query)).toEqual(answers(matcher, query));
          expect(kept.stats.parts).toBe(1);
          const renewed = await matcher.compact({ statistics: 'renew' });
          const anew = createMatcher(records, PARTS);
          expect(answers(renewed, query)).toEqual(answers(anew, query));
          expect(new Uint8Array(renewed.save())).toEqual(new Uint8Array(anew.save()));
          expect(renewed.drift()).toMatchObject({ unknown: 0, shift: 0 });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('answers the same on many small changes, whatever parts they were folded into', () => {
    const titles = ['热障涂层', '新药 tc4', '算法', '涂层', '燃机 钢', '软件 算法'];
    const many = Array.from({ length: 700 }, (_, i) => ({
      id: `M${i}`,
      title: `${titles[i % 6]!}${titles[(i * 7) % 5]!}`,
    }));
    const base = createMatcher(many.slice(0, 40), PARTS);
    let matcher: Matcher = base;
    const parts = new Set<number>();
    for (let at = 40; at < 700; at += 1 + ((at * 13) % 60)) {
      const put = many.slice(at, at + 1 + ((at * 13) % 60));
      matcher = matcher.update({ put, remove: [`M${at - 3}`] });
      parts.add(matcher.stats.parts);
    }
    expect(Math.max(...parts)).toBeGreaterThan(2);
    const live = Array.from({ length: matcher.size }, (_, i) => matcher.record(i) as AchievementInput);
    const anew = createMatcher(live, { ...PARTS, statistics: base.statistics });
    for (const title of titles) {
      const query = { id: 'q', title };
      expect(matcher.match(query, { limit: 50 })).toEqual(anew.match(query, { limit: 50 }));
    }
  });

  it('weighs vectors that come with rows as those of the index', () => {
    const vectors = [[1, 0, 0], [0, 1, 0], null, [0.5, 0.5, 0]];
    const more = [[0, 0, 1], undefined];
    const base = createMatcher(titled('涂层', '新药', '钢', '算法'), {
      ...PARTS,
      vectors: { records: vectors },
    });
    const put = [
      { id: 'N1', title: '热障涂层' },
      { id: 'r1', title: '软件' },
    ];
    const matcher = base.update({ put, vectors: more });
    const records = [
      ...base
        .passing()
        .indices.map((i) => base.record(i))
        .filter(({ id }) => id !== 'r1'),
      ...put,
    ];
    const anew = createMatcher(records, {
      ...PARTS,
      statistics: base.statistics,
      vectors: { records: [vectors[0], null, vectors[3], ...more], mean: base.vectors!.mean },
    });
    const query = { id: 'q', title: '涂层', vector: [0, 0.2, 1] } as QueryInput;
    expect(matcher.match(query, EVERYTHING)).toEqual(anew.match(query, EVERYTHING));
  });

  it('reads rows as the index did', () => {
    const read = (row: { readonly 编号: number; readonly 名称: string }) => ({
      id: row.编号,
      title: row.名称,
    });
    const base = createMatcher([{ 编号: 1, 名称: '涂层' }], { ...PARTS, read });
    const row = { 编号: 2, 名称: '热障涂层' };
    const matcher = base.update({ put: [row] });
    expect(matcher.match('热障涂层').matches.map(({ record }) => record)[0]).toBe(row);
  });

  it('is whole or nothing: names every bad record, id and option', () => {
    const matcher = createMatcher(titled('涂层', '新药'), PARTS);
    const [first] = [matcher.record(0).id];
    expect(
      thrownBy(() => matcher.update({ put: [{ id: 'x' } as never, { title: '涂层' } as never] })),
    ).toMatchObject({
      code: 'INVALID_RECORDS',
      issues: [
        { index: 0, path: 'title' },
        { index: 1, path: 'id' },
      ],
    });
    const bad = { remove: ['no', first, 'neither'], put: [{ id: first, title: '钢' }] };
    expect(thrownBy(() => matcher.update(bad))).toMatchObject({
      code: 'INVALID_OPTIONS',
      issues: [{ path: 'remove[0]' }, { path: 'remove[1]' }, { path: 'remove[2]' }],
    });
    expect(thrownBy(() => matcher.update({ removed: [first] } as never))).toMatchObject({
      issues: [{ path: 'removed', expected: expect.stringContaining('remove') }],
    });
    expect(thrownBy(() => matcher.update({ put: [], vectors: [] }))).toMatchObject({
      issues: [{ path: 'vectors' }],
    });
    expect(matcher.update({ remove: ['no'], missing: 'ignore' }).size).toBe(2);
    expect(matcher.size).toBe(2);
  });

  it('tells how far its records have moved from its statistics', () => {
    const base = createMatcher(titled('涂层', '新药', '钢'), PARTS);
    expect(base.drift()).toEqual({ records: 3, counted: 3, unknown: 0, shift: 0 });
    const drift = base
      .update({ put: titled('涂层', '算法').map((one) => ({ ...one, id: `N${one.id}` })) })
      .drift();
    expect(drift).toMatchObject({ records: 5, counted: 3 });
    expect(drift.unknown).toBeGreaterThan(0.2);
    expect(drift.shift).toBeGreaterThan(0.05);
  });

  it('stops compacting at a signal', async () => {
    const matcher = createMatcher(titled('涂层', '新药'), PARTS);
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(matcher.compact({ signal: stop.signal })).rejects.toThrow('enough');
  });

  it('goes through all records in turns as one index', async () => {
    const matcher = createMatcher(titled('涂层', '新药'), PARTS).update({
      put: [{ id: 'N', title: '热障涂层' }],
    });
    const queries = [
      { id: 'a', title: '涂层' },
      { id: 'b', title: '新药' },
    ];
    expect(await collected(matcher.matchAll(queries))).toEqual(queries.map((query) => matcher.match(query)));
  });
});
