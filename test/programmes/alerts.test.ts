import { type AchievementInput, createMatcher, type Matcher } from 'cuohe';
import {
  type AlertLedger,
  type AlertOptions,
  type AlertProfile,
  type AlertRun,
  alerts,
  noveltyOf,
  startAlertLedger,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievements, demand, PARTS } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';
import { type SampleAchievement, type SampleDemand, sampleFile } from './sample-file.ts';

const told = ({ profiles }: AlertRun) =>
  profiles.map(({ profileId, alerts }) => [
    profileId,
    alerts.map(({ kind, match, queryId }) => [kind, match.id, queryId]),
  ]);
const count = ({ profiles }: AlertRun) => profiles.reduce((sum, { alerts }) => sum + alerts.length, 0);

describe('alerts on the sample', () => {
  const base = sampleFile<SampleAchievement>('achievements');
  const arrived = sampleFile<SampleAchievement>('programmes/new-achievements');
  const demands = new Map(sampleFile<SampleDemand>('demands').map((record) => [record.id, record]));
  const profiles = sampleFile<Omit<AlertProfile, 'queries'> & { readonly demandIds: string[] }>(
    'programmes/alert-profiles',
  ).map(
    ({ demandIds, ...rest }): AlertProfile => ({ ...rest, queries: demandIds.map((id) => demands.get(id)!) }),
  );
  const options = { minScore: 0.2, filter: { asOf: '2026-09-01' } };
  const ledger = startAlertLedger(createMatcher(base), { filter: options.filter });
  const advanced = base.map((record) => (record.id === 'A047' ? { ...record, stage: '小批量' } : record));
  const matcher = createMatcher([...advanced, ...arrived]);

  it('tells each profile what is new for it, with the reason of the match', async () => {
    const run = await alerts(profiles, matcher, ledger, options);
    expect(told(run)).toEqual([
      // The chain leader wants three things; a cutter terminal and a coating arrived.
      [
        'P01',
        [
          ['new', 'N002', 'D014'],
          ['new', 'N001', 'D004'],
        ],
      ],
      ['P02', [['new', 'N003', 'D054']]],
      ['P03', [['new', 'N006', 'D025']]],
      // D057 and D055 had no counterpart in the base.
      ['P04', [['new', 'N004', 'D057']]],
      ['P05', [['new', 'N005', 'D055']]],
      // Nothing about tailings arrived.
      ['P06', []],
    ]);
    expect(run.profiles[4]!.alerts[0]!.match.reason.zh).toContain('养殖网箱');
    // N007 is internal: neither told nor seen.
    expect(run.newIds).toEqual(['N001', 'N002', 'N003', 'N004', 'N005', 'N006', 'N008']);
    expect(run.changedIds).toEqual(['A047']);
    expect(run.ledger.seen.map(([id]) => id)).not.toContain('N007');
  });

  it('tells of what changed where that is wanted', async () => {
    const run = await alerts(profiles, matcher, ledger, { ...options, changed: true });
    const battery = run.profiles[2]!.alerts.map(({ kind, match }) => [kind, match.id]);
    expect(battery).toEqual([
      ['new', 'N006'],
      ['changed', 'A047'],
    ]);
  });

  it('finds the copy of A099 not novel, and what the base has nothing of novel', async () => {
    const run = await alerts(profiles, matcher, ledger, options);
    const novelty = new Map(
      run.profiles.flatMap(({ alerts }) => alerts.map(({ match, novelty }) => [match.id, novelty])),
    );
    expect(novelty.get('N003')).toMatchObject({ nearest: { id: 'A099' } });
    expect(novelty.get('N003')!.value).toBeLessThan(0.1);
    expect(novelty.get('N001')).toMatchObject({ nearest: { id: 'A005' } });
    expect(novelty.get('N004')!.value).toBeGreaterThan(0.85);
    expect(novelty.get('N005')!.value).toBeGreaterThan(0.85);
  });

  it('tells nothing twice, and the internal record on the day it is opened', async () => {
    const first = await alerts(profiles, matcher, ledger, options);
    expect(count(await alerts(profiles, matcher, first.ledger, options))).toBe(0);
    const open = arrived.map((record) =>
      record.id === 'N007' ? { ...record, secrecyLevel: '公开' } : record,
    );
    const run = await alerts(profiles, createMatcher([...advanced, ...open]), first.ledger, options);
    expect(told(run)[0]).toEqual(['P01', [['new', 'N007', 'D004']]]);
    expect(count(run)).toBe(1);
  });
});

const BASE: AchievementInput[] = [
  { id: 'b1', title: '热障涂层', abstract: '燃机涂层' },
  { id: 'b2', title: '制药软件' },
];
const NEW: AchievementInput[] = [
  { id: 'n1', title: '热障涂层', abstract: '燃机涂层' },
  { id: 'n2', title: '隔热涂层新药' },
  { id: 'n3', title: 'TC4' },
];
const build = <R extends AchievementInput>(records: readonly R[]) => createMatcher(records, PARTS);
const COATING: AlertProfile = { id: 'p', queries: [{ id: 'q', title: '热障涂层' }], minScore: 0.05 };

describe('alerts', () => {
  it('hold for the whole base where no ledger is given', async () => {
    const run = await alerts([COATING], build(BASE));
    expect(run.newIds).toEqual(['b1', 'b2']);
    expect(told(run)).toEqual([['p', [['new', 'b1', 'q']]]]);
  });

  it('merge the queries of a profile: one alert a record, for the query that it answers best', async () => {
    const profile: AlertProfile = {
      id: 'p',
      minScore: 0.05,
      queries: [
        { id: 'drug', title: '新药' },
        { id: 'coating', title: '隔热涂层' },
      ],
    };
    const run = await alerts([profile], build([...BASE, ...NEW]), startAlertLedger(build(BASE)));
    const of = (id: string) => run.profiles[0]!.alerts.filter(({ match }) => match.id === id);
    expect(run.profiles[0]!.alerts.map(({ match }) => match.id)).toEqual(['n1', 'n2']);
    const [both] = of('n2');
    expect(both!.queryId).toBe('coating');
    expect(both!.others).toEqual([{ queryId: 'drug', score: expect.any(Number) }]);
    expect(both!.others[0]!.score).toBeLessThan(both!.match.score);
    expect(of('n1')).toMatchObject([{ queryId: 'coating', others: [] }]);
  });

  it('keep to the kinds, regions and chains of a profile', async () => {
    const records: AchievementInput[] = [
      { id: 'a', title: '热障涂层', regionCode: '210112', chains: ['T1'] },
      { id: 'b', title: '热障涂层', regionCode: '370200', kind: 'patent', chains: ['T2'] },
    ];
    const ids = async (own: Partial<AlertProfile>) => {
      const run = await alerts([{ ...COATING, ...own }], build(records));
      return run.profiles[0]!.alerts.map(({ match }) => match.id);
    };
    expect(await ids({})).toEqual(['a', 'b']);
    expect(await ids({ kinds: ['patent'] })).toEqual(['b']);
    expect(await ids({ regions: ['21'] })).toEqual(['a']);
    expect(await ids({ chains: ['T2'] })).toEqual(['b']);
    expect(await ids({ minScore: 1 })).toEqual([]);
  });

  it('take the order of fields for no change, and ignored fields neither', async () => {
    const before = startAlertLedger(
      build([{ id: 'a', title: '涂层', price: '5万元', views: 1, nested: { x: 1, y: 2 } }]),
      {
        ignoredFields: ['views'],
      },
    );
    const changes = async (record: AchievementInput & { readonly views?: number; readonly nested: object }) =>
      (await alerts([], build([record]), before, { ignoredFields: ['views'] })).changedIds;
    expect(
      await changes({ nested: { y: 2, x: 1 }, views: 9, price: '5万元', title: '涂层', id: 'a' }),
    ).toEqual([]);
    expect(await changes({ id: 'a', title: '涂层', price: '6万元', nested: { x: 1, y: 2 } })).toEqual(['a']);
    expect(await changes({ id: 'a', title: '涂层', price: '5万元', nested: { x: 1, y: 3 } })).toEqual(['a']);
  });

  it('note a change in silence where changes are not wanted, once and for all', async () => {
    const first = await alerts([COATING], build(BASE));
    const changed = BASE.map((record) => ({ ...record, stage: '中试' }));
    const silent = await alerts([COATING], build(changed), first.ledger);
    expect([count(silent), silent.changedIds]).toEqual([0, ['b1', 'b2']]);
    const later = await alerts([COATING], build(changed), silent.ledger, { changed: true });
    expect([count(later), later.changedIds]).toEqual([0, []]);
  });

  it('remember records that left the index', async () => {
    const first = await alerts([COATING], build(BASE));
    const without = await alerts([COATING], build(BASE.slice(1)), first.ledger);
    expect(count(await alerts([COATING], build(BASE), without.ledger))).toBe(0);
  });

  it('wait for records that the filter removes', async () => {
    const expired = build([{ id: 'a', title: '热障涂层', validTo: '2025-12-31' }]);
    const options = (asOf: string): AlertOptions => ({ filter: { asOf } });
    const after = await alerts([COATING], expired, undefined, options('2026-01-01'));
    expect([count(after), after.newIds, after.ledger.seen]).toEqual([0, [], []]);
    expect(count(await alerts([COATING], expired, after.ledger, options('2025-12-31')))).toBe(1);
  });

  it('know records and profiles named like properties of objects', async () => {
    const odd = build([
      { id: '__proto__', title: '热障涂层' },
      { id: 'constructor', title: '热障涂层' },
    ]);
    const run = await alerts([{ ...COATING, id: '__proto__' }], odd);
    expect(told(run)).toEqual([
      [
        '__proto__',
        [
          ['new', '__proto__', 'q'],
          ['new', 'constructor', 'q'],
        ],
      ],
    ]);
    expect(count(await alerts([COATING], odd, JSON.parse(JSON.stringify(run.ledger)) as AlertLedger))).toBe(
      0,
    );
  });

  it('tell each content of a record once, over any history, and never miss one', async () => {
    const batch = achievements(4);
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 3 }), demand, async (batches, query) => {
        const options: AlertOptions = { changed: true, filter: { asOf: '2026-09-01' }, minScore: 0.1 };
        const contents = new Map<string, string>();
        let ledger: AlertLedger | undefined;
        for (const records of batches) {
          const matcher = build(records);
          const run: AlertRun = await alerts([{ id: 'p', queries: [query] }], matcher, ledger, options);
          const { matches } = matcher.match(query, { limit: 100, minScore: 0.1, filter: options.filter! });
          const wanted = matches.filter(({ id, record }) => contents.get(id) !== JSON.stringify(record));
          expect(run.profiles[0]!.alerts.map(({ match }) => match)).toEqual(
            wanted.map((match) => ({ ...match, rank: expect.any(Number) })),
          );
          for (const { kind, match, novelty } of run.profiles[0]!.alerts) {
            expect(kind).toBe(contents.has(match.id) ? 'changed' : 'new');
            expect(novelty.value).toBeGreaterThanOrEqual(0);
            expect(novelty.value).toBeLessThanOrEqual(1);
          }
          for (const record of visible(matcher)) contents.set(String(record.id), JSON.stringify(record));
          expect(run.ledger.seen.map(([id]) => id)).toEqual([...contents.keys()].sort());
          // Plain JSON, and with it the same call gives nothing.
          ledger = JSON.parse(JSON.stringify(run.ledger)) as AlertLedger;
          expect(ledger).toEqual(run.ledger);
          const again = await alerts([{ id: 'p', queries: [query] }], matcher, ledger, options);
          expect([count(again), again.newIds, again.changedIds, again.ledger]).toEqual([0, [], [], ledger]);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('report progress over the profiles, and stop when told', async () => {
    const seen: (readonly [number, number | undefined])[] = [];
    const onProgress: AlertOptions['onProgress'] = ({ done, total }) => seen.push([done, total]);
    await alerts([COATING, { ...COATING, id: 'p2' }], build(BASE), undefined, { onProgress });
    expect(seen.at(-1)).toEqual([2, 2]);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(alerts([COATING], build(BASE), undefined, { signal })).rejects.toThrow('enough');
  });

  it('name every bad profile, query, ledger and option, and change nothing', async () => {
    const matcher = build(BASE);
    const shapes = [
      { id: '', queries: [] },
      { id: 'a', queries: 'q', kinds: ['x'], minScore: 2, regions: '21', chains: [1] },
      null,
      { id: 'b', queries: [{ id: 'q', title: '' }] },
      { id: 'b', queries: [{ id: 'q', title: '' }] },
    ] as never;
    expect((await badPathsOf(() => alerts(shapes, matcher))).sort()).toEqual(
      ['id', 'queries', 'queries', 'kinds[0]', 'minScore', 'regions', 'chains[0]', '', 'id'].sort(),
    );
    const queries = [
      { id: 'a', queries: [{ id: 'q', title: 1 }, null] },
      { id: 'b', queries: [{ id: 'q' }] },
    ] as never;
    expect(await badPathsOf(() => alerts(queries, matcher))).toEqual([
      'queries[0].title',
      'queries[1]',
      'queries[0].title',
    ]);
    for (const ledger of [null, { version: 2, seen: [] }, { version: 1, seen: [['a']] }] as never[]) {
      expect((await badPathsOf(() => alerts([], matcher, ledger))).length).toBe(1);
    }
    const options = {
      minScore: -1,
      changed: 1,
      filter: { where: 1 },
      ignoredFields: 'x',
      signal: 1,
    } as never;
    expect((await badPathsOf(() => alerts([], matcher, undefined, options))).sort()).toEqual([
      'changed',
      'filter.where',
      'ignoredFields',
      'minScore',
      'signal',
    ]);
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const unreadable = build([
      { id: 'a', title: '', loop },
      { id: 'b', title: '' },
      { id: 'c', title: '', n: 1n },
    ]);
    expect(await badPathsOf(() => startAlertLedger(unreadable))).toEqual(['', '']);
    const frozen = Object.freeze({
      ...COATING,
      queries: Object.freeze([Object.freeze({ id: 'q', title: '热障涂层' })]),
    });
    const ledger = Object.freeze({ version: 1, seen: Object.freeze([]) } as const);
    expect(count(await alerts(Object.freeze([frozen]), matcher, ledger, Object.freeze({})))).toBe(1);
  });
});

/** Records that may be seen in the history above. */
function visible<R>(matcher: Matcher<R>): R[] {
  const seen: R[] = [];
  const where = (record: R) => seen.push(record) > 0;
  matcher.match({ id: 'x', title: '' }, { filter: { asOf: '2026-09-01', where } });
  return seen;
}

describe('novelty', () => {
  it('is 0 for a copy, 1 for what shares nothing, and between for the rest', async () => {
    const matcher = build([...BASE, ...NEW]);
    const fresh = NEW.map((_, i) => matcher.record(BASE.length + i));
    const novelty = await noveltyOf(fresh, matcher, ({ id }) => String(id).startsWith('b'));
    expect(novelty.get('n1')).toEqual({
      value: expect.closeTo(0, 6),
      nearest: { id: 'b1', score: expect.any(Number) },
    });
    expect(novelty.get('n3')).toEqual({ value: 1 });
    expect(novelty.get('n2')!.value).toBeGreaterThan(0.2);
    expect(novelty.get('n2')!.value).toBeLessThan(1);
  });

  it('is 1 − best score ÷ own score', async () => {
    await fc.assert(
      fc.asyncProperty(achievements(8), async (records) => {
        const matcher = build(records);
        const isBase = ({ id }: AchievementInput) => Number(String(id).slice(1)) % 2 === 0;
        const all = records.map((_, i) => matcher.record(i));
        const fresh = all.filter((record) => !isBase(record));
        const novelty = await noveltyOf(fresh, matcher, isBase);
        for (const record of fresh) {
          const id = String(record.id);
          const own = matcher.explain(record, id).score;
          const others = all.filter(isBase).map((other) => matcher.explain(record, String(other.id)).score);
          const best = Math.max(0, ...others);
          if (own === 0) expect(novelty.has(id)).toBe(false);
          else expect(novelty.get(id)!.value).toBeCloseTo(Math.max(0, 1 - best / own), 6);
        }
      }),
      { numRuns: 120 },
    );
  });
});
