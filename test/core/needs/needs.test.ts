import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  collectStatistics,
  createMatcher,
  createWeigher,
  type DemandInput,
  type MatcherOptions,
  openMatcher,
} from '../../../src/index.ts';
import { collected } from '../../fixtures.ts';

const POLLINATE = '番茄授粉靠人工震动，求自动授粉办法';
const LIGHT = '连阴天补光电费太高，求省电的补光方案';
const SUBSTRATE = '旧岩棉没地方扔，求可降解的栽培材料';
const BADGES = '职工食堂刷卡机老旧，求更换';
const DEMAND: DemandInput = {
  id: 'd',
  title: '温室园区征集',
  text: `园区成立于2009年，有椰糠加工厂一座。需求一：${POLLINATE}。需求二：${LIGHT}。需求三：${SUBSTRATE}。需求四：${BADGES}。`,
};
const SUPPLY = [
  { id: 'pollinate', title: '番茄授粉机器人', text: '以气流震动花序，自动授粉。' },
  { id: 'light', title: '植物补光灯', text: '按光周期补光，省电一半。' },
  { id: 'substrate', title: '可降解栽培块', text: '代替岩棉作栽培材料。' },
  { id: 'cylinder', title: '挖掘机油缸密封', text: '耐磨。' },
];

describe('a demand with several needs', () => {
  const result = createMatcher(SUPPLY).match(DEMAND);

  it('tells each need as it stands in its text, and what answers it best', () => {
    expect(result.needs!.map(({ text }) => text)).toEqual([POLLINATE, LIGHT, SUBSTRATE, BADGES]);
    for (const { field, start, end, text } of result.needs!) {
      expect(field).toBe('text');
      expect((DEMAND.text as string).slice(start, end)).toBe(text);
    }
    const best = result.needs!.map(({ matches }) => matches[0]?.id);
    expect(best).toEqual(['pollinate', 'light', 'substrate', undefined]);
  });

  it('names with each match the need that it answers, in the result and in its reason', () => {
    const named = Object.fromEntries(result.matches.map(({ id, need }) => [id, need]));
    expect(named).toMatchObject({ pollinate: 0, light: 1, substrate: 2 });
    const { reason } = result.matches.find(({ id }) => id === 'light')!;
    expect(reason.zh).toMatch(/^对应需求②：“连阴天补光电费太高，求省电的补光方案”；/);
    expect(reason.en).toMatch(/^It corresponds to need 2, “/);
  });

  it('tells the rank of a best answer only where it is among the matches', () => {
    const { matches, needs } = createMatcher(SUPPLY).match(DEMAND, { limit: 1 });
    const told = needs!.flatMap((need) => need.matches.filter(({ rank }) => rank !== undefined));
    expect(told.length).toBeGreaterThan(0);
    for (const { id, rank } of told) expect(matches[rank! - 1]!.id).toBe(id);
    expect(needs!.map(({ matches: of }) => of[0]?.id)).toEqual([
      'pollinate',
      'light',
      'substrate',
      undefined,
    ]);
  });

  it('scores who answers one need alone higher than if it had asked for all of it in one piece', () => {
    const text = (DEMAND.text as string).replaceAll(/需求[一二三四]：/g, '');
    const asOne = createMatcher(SUPPLY).match({ ...DEMAND, text });
    expect(asOne.needs).toBeUndefined();
    for (const { id, score, need } of asOne.matches) {
      expect(need).toBeUndefined();
      const several = result.matches.find((match) => match.id === id)!;
      if (several.need !== undefined) expect(several.score).toBeGreaterThan(score);
    }
  });

  it('is none where there is one need, where its needs are parts of what the title names, and among demands', () => {
    const matcher = createMatcher(SUPPLY);
    expect(matcher.match({ id: 'q', title: '番茄授粉', text: POLLINATE }).needs).toBeUndefined();
    const parts = '1、番茄授粉机器人的行走机构；2、番茄授粉机器人的视觉系统';
    expect(matcher.match({ id: 'q', title: '番茄授粉机器人', text: parts }).needs).toBeUndefined();
    expect(matcher.match({ ...DEMAND, kind: 'achievement' } as never).needs).toBeUndefined();
    const demands = createMatcher([DEMAND], { side: 'demand' });
    expect(demands.match({ ...DEMAND, id: 'other', kind: 'demand' } as never).needs).toBeUndefined();
  });

  it('has at most twelve needs that are looked at', () => {
    const text = Array.from({ length: 15 }, (_, i) => `${i + 1}、第${i + 1}号工段轴承磨损快，想换材料`).join(
      '；',
    );
    expect(createMatcher(SUPPLY).match({ id: 'q', text }).needs).toHaveLength(12);
  });

  it('names the need of an indexed demand too', () => {
    const matcher = createMatcher([DEMAND, { id: 'e', title: '油缸', text: '挖掘机油缸密封磨损' }], {
      side: 'demand',
    });
    const { matches, needs } = matcher.match(SUPPLY[1]!);
    expect(needs).toBeUndefined();
    expect(matches.find(({ id }) => id === 'd')).toMatchObject({ need: 1 });
    expect(matches.find(({ id }) => id === 'd')!.reason.zh).toMatch(/^对应需求②：/);
  });
});

const THINGS = ['番茄授粉', '补光灯', '岩棉基质', '轴承磨损', '废水除氟', '焊接飞溅', '油缸密封', '涂层'];
const ASKS = ['太慢，想换办法', '成本高，求替代', '不用人工，求自动', '要求≤0.5mg/L，求达标', '求新材料'];
const thing = fc.constantFrom(...THINGS);
const need = fc.tuple(thing, thing, fc.constantFrom(...ASKS)).map(([a, b, ask]) => `${a}${b}${ask}`);
const vector = fc.option(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
  nil: undefined,
});
const demands = fc
  .record({
    title: fc.constantFrom('', '企业难题', '园区征集', '补光灯', '轴承磨损与油缸密封'),
    needs: fc.array(need, { minLength: 1, maxLength: 5 }),
    lead: fc.constantFrom('', '公司成立于2003年。', '涂层厂技术需求：'),
    vector,
  })
  .map(({ title, needs, lead, vector: given }) => ({
    title,
    text: lead + needs.map((one, i) => (needs.length === 1 ? one : `${i + 1}、${one}；`)).join(''),
    vector: given,
  }));
const supplies = fc.record({
  title: fc.tuple(thing, thing).map((two) => two.join('')),
  text: fc
    .array(fc.constantFrom(...THINGS, '水质0.2mg/L', '水质2mg/L', '不用人工', '。'), { maxLength: 6 })
    .map((some) => some.join('')),
  vector,
});
const asked = fc.record({
  limit: fc.nat({ max: 6 }),
  offset: fc.nat({ max: 3 }),
  minScore: fc.constantFrom(0, 0, 0.05, 0.3),
  total: fc.boolean(),
});
const withIds = <T extends object>(rows: readonly T[], prefix: string) =>
  rows.map((row, i) => ({ id: `${prefix}${i}`, ...row }));
type Given = { readonly vector: readonly number[] | undefined };
const withoutVectors = <T extends Given>(rows: readonly T[]) => rows.map(({ vector: _, ...row }) => row);

/** Every record scored by itself, sorted, cut: what a ranking has to be. */
function reference(
  matcher: ReturnType<typeof createMatcher>,
  query: object,
  { limit, offset, minScore }: { limit: number; offset: number; minScore: number },
) {
  const ids = Array.from({ length: matcher.size }, (_, i) => matcher.parsed(i).id);
  const all = matcher
    .reasons(query as never, ids, { explain: false })
    .filter(({ score }) => score > 0 && score >= minScore)
    .sort((a, b) => b.score - a.score || a.index - b.index);
  return all.slice(offset, offset + limit).map(({ id, score, need }) => ({ id, score, need }));
}

const shape = ({ id, score, need: of }: { id: string; score: number; need?: number }) => ({
  id,
  score,
  need: of,
});

describe('ranking with several needs', () => {
  for (const kernel of ['js', 'wasm-simd'] as const) {
    for (const side of ['achievement', 'demand'] as const) {
      for (const isDense of [false, true]) {
        it(`gives the true best: ${side}s indexed, ${kernel}${isDense ? ', with vectors' : ''}`, () => {
          let lifted = 0;
          fc.assert(
            fc.property(
              fc.array(demands, { minLength: 1, maxLength: 12 }),
              fc.array(supplies, { minLength: 1, maxLength: 30 }),
              asked,
              (some, offers, options) => {
                const [indexed, queries] = side === 'demand' ? [some, offers] : [offers, some];
                const records = withIds(isDense ? withoutVectors(indexed) : withoutVectors(indexed), 'r');
                const given = isDense
                  ? { side, kernel, vectors: { records: indexed.map((one) => one.vector) } }
                  : { side, kernel };
                if (isDense && indexed.every((one) => one.vector === undefined)) return;
                const matcher = createMatcher(records as never, given as MatcherOptions);
                const asks = withIds(isDense ? queries : withoutVectors(queries), 'q').slice(0, 3);
                for (const query of asks) {
                  const wanted = reference(matcher, query, options);
                  const found = matcher.match(query as never, { ...options, explain: false });
                  expect(found.matches.map(shape)).toEqual(wanted);
                  const all = { limit: Number.POSITIVE_INFINITY, offset: 0, minScore: options.minScore };
                  if (options.total) expect(found.total).toBe(reference(matcher, query, all).length);
                  if (wanted.some((match) => match.need !== undefined)) lifted++;
                }
              },
            ),
            { numRuns: 60 },
          );
          expect(lifted).toBeGreaterThan(15);
        });
      }
    }
  }

  it('gives a pair the same bits whichever side is indexed, and to a weigher', () => {
    let lifted = 0;
    fc.assert(
      fc.property(
        fc.array(demands, { minLength: 1, maxLength: 4 }),
        fc.array(supplies, { minLength: 1, maxLength: 8 }),
        (some, offers) => {
          const asks = withIds(withoutVectors(some), 'd');
          const records = withIds(withoutVectors(offers), 'a');
          const statistics = collectStatistics({ demands: asks as never, achievements: records as never });
          const forward = createMatcher(records as never, { statistics });
          const back = createMatcher(asks as never, { statistics, side: 'demand' });
          const weigher = createWeigher({ statistics });
          for (const ask of asks) {
            for (const offer of records) {
              const [one] = forward.reasons(ask as never, [offer.id]);
              const [other] = back.reasons(offer as never, [ask.id]);
              expect(other!.score).toBe(one!.score);
              expect(other!.need).toBe(one!.need);
              expect(weigher.score(ask as never, offer as never)).toBe(one!.score);
              const tree = weigher.explain(ask as never, offer as never);
              expect(tree.score).toBe(one!.score);
              expect(tree.need).toBe(one!.need);
              if (one!.need !== undefined) lifted++;
              expect(one!.score).toBeLessThanOrEqual(1);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(lifted).toBeGreaterThan(20);
  });

  it('finds for each need what its row alone ranks best', () => {
    let answered = 0;
    fc.assert(
      fc.property(demands, fc.array(supplies, { minLength: 1, maxLength: 30 }), (ask, offers) => {
        const records = withIds(withoutVectors(offers), 'r');
        const matcher = createMatcher(records as never);
        const query = { id: 'q', title: ask.title, text: ask.text };
        const few = matcher.match(query, { limit: 0 }).needs;
        const many = matcher.match(query, { limit: 1000, total: true }).needs;
        // Ranks are those of the page.
        const bare = (needs: typeof few) =>
          needs?.map(({ matches, ...span }) => ({
            ...span,
            matches: matches.map(({ id, score }) => ({ id, score })),
          }));
        expect(bare(many)).toEqual(bare(few));
        for (const { matches } of few ?? []) {
          answered += matches.length;
          expect(matches.length).toBeLessThanOrEqual(3);
          const whole = matcher.reasons(
            query,
            matches.map(({ id }) => id),
            { explain: false },
          );
          // The best of the rows is no worse than any of them.
          for (const [i, { score }] of matches.entries())
            expect(whole[i]!.score).toBeGreaterThanOrEqual(score);
        }
      }),
      { numRuns: 100 },
    );
    expect(answered).toBeGreaterThan(100);
  });

  it('explains to the sum: signals and conditions are the score, leaves their signals', () => {
    fc.assert(
      fc.property(demands, supplies, ({ title, text }, { vector: _, ...offer }) => {
        const matcher = createMatcher([{ id: 'r', ...offer }]);
        const { score, signals, conditions } = matcher.explain({ id: 'q', title, text }, 'r');
        const sum = [...signals, ...conditions].reduce((all, { value }) => all + value, 0);
        expect(sum).toBeCloseTo(score, 9);
        for (const { value, terms } of signals) {
          expect(terms.reduce((all, term) => all + term.value, 0)).toBeCloseTo(value, 9);
          for (const term of terms) expect(term.value).toBe(term.queryWeight * term.recordWeight);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same in a saved index, in a stream, and in short', async () => {
    const built = createMatcher(SUPPLY);
    const opened = openMatcher(built.save());
    const [whole] = await collected(opened.matchAll([DEMAND]));
    const direct = built.match(DEMAND);
    expect(whole!.needs).toEqual(direct.needs);
    expect(whole!.matches.map(shape)).toEqual(direct.matches.map(shape));
    const lean = built.match(DEMAND, { lean: true });
    expect(lean.needs).toEqual(direct.needs);
    expect(lean.matches.map(shape)).toEqual(direct.matches.map(shape));
    const demandsSaved = openMatcher(createMatcher([DEMAND], { side: 'demand' }).save());
    expect(demandsSaved.match(SUPPLY[0]!).matches[0]).toMatchObject({ id: 'd', need: 0 });
  });
});
