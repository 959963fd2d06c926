import { type AchievementInput, collectStatistics, createMatcher, type DemandInput } from 'cuohe';
import { buildExpertProfiles, type ExpertHit, type ProfileOptions, rankExperts } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pooledStrength } from '../../src/programmes/experts/strength.ts';
import { recencyOf } from '../../src/programmes/experts/weights.ts';
import { badPathsOf } from './bad-paths.ts';

const demand: DemandInput = {
  id: 'D',
  title: '矿井提升机钢丝绳断丝在线监测',
  problem: '钢丝绳断丝只能靠人工看，希望用漏磁探伤在线监测断丝和磨损。',
};

/** What people have made: title and abstract, on the matter of the demand and on others. */
const WORKS: Readonly<Record<string, readonly [title: string, abstract: string]>> = {
  rope: ['钢丝绳断丝漏磁在线监测装置', '以漏磁探伤识别矿井提升机钢丝绳的断丝与磨损。'],
  sensor: ['钢丝绳无损探伤传感器阵列', '霍尔传感器阵列测量钢丝绳断丝处的漏磁场。'],
  hoist: ['矿井提升机安全监测系统', '在线监测提升机的钢丝绳张力、断丝与制动。'],
  ropeway: ['索道钢丝绳损伤评估', '由漏磁信号评估钢丝绳断丝和锈蚀，给出更换时间。'],
  ore: ['低品位铁矿浮选药剂', '耐低温捕收剂用于微细粒铁矿的浮选。'],
  tea: ['茶叶杀青温度控制', '以红外测温控制杀青温度，茶叶香气稳定。'],
  film: ['柔性显示封装薄膜', '原子层沉积的无机有机叠层阻隔水氧。'],
  feed: ['仔猪无抗饲料', '发酵豆粕与益生菌组合替代抗生素。'],
  glass: ['硫系玻璃精密模压', '低温模压红外镜片，面形精度高。'],
};

interface Person {
  readonly name: string;
  readonly works: readonly string[];
  readonly asMember?: boolean;
  readonly copies?: number;
  readonly year?: number;
}

/** Records of people, each at a unit of the own. */
function recordsOf(people: readonly Person[]): AchievementInput[] {
  return people.flatMap(({ name, works, asMember = false, copies = 1, year }) =>
    works.flatMap((work) =>
      Array.from({ length: copies }, (_, copy): AchievementInput => {
        const [title, abstract] = WORKS[work]!;
        return {
          id: `${name}-${work}-${copy}`,
          title: copy === 0 ? title : `${title}（${copy}型）`,
          abstract,
          organization: `${name}所`,
          completers: asMember ? ['欧阳无关', name] : [name],
          ...(year === undefined ? {} : { completedOn: String(year) }),
        };
      }),
    ),
  );
}

// Frequencies stay as they are, whoever is in the index.
const statistics = collectStatistics({
  achievements: Object.entries(WORKS).map(([id, [title, abstract]]) => ({ id, title, abstract })),
});

async function ranked(people: readonly Person[], options: ProfileOptions = {}): Promise<ExpertHit[]> {
  const { profiles } = await buildExpertProfiles(recordsOf(people), options);
  const named = profiles.filter(({ name }) => people.some((one) => one.name === name));
  return rankExperts(demand, createMatcher(named, { statistics }), { limit: 20 });
}

/** Who should come first, and why. */
const CASES: readonly [why: string, first: Person, second: Person, options?: ProfileOptions][] = [
  [
    'three good records before one odd one among others',
    { name: '甘稳', works: ['sensor', 'hoist', 'ropeway'] },
    { name: '乌偶', works: ['rope', 'tea', 'film'] },
  ],
  [
    'the matter of the demand before many records beside it',
    { name: '甘专', works: ['rope', 'sensor', 'ore', 'tea', 'film', 'feed', 'glass'] },
    { name: '乌旁', works: ['hoist'] },
  ],
  [
    'two records before five copies of one',
    { name: '甘实', works: ['sensor', 'ropeway'] },
    { name: '乌抄', works: ['sensor'], copies: 5 },
  ],
  [
    'who led the work before who was of it',
    { name: '甘领', works: ['sensor', 'hoist'] },
    { name: '乌随', works: ['rope', 'hoist'], asMember: true },
  ],
  [
    'what was made lately before what was made long ago',
    { name: '甘新', works: ['sensor', 'ropeway'], year: 2024 },
    { name: '乌旧', works: ['rope', 'ropeway'], year: 2002 },
    { asOf: '2026-06-30', recency: { field: 'completedOn' } },
  ],
  [
    'a busy one of the field before a narrow one of a single record',
    { name: '甘忙', works: ['rope', 'hoist', 'sensor', 'ore', 'tea', 'film', 'feed', 'glass'] },
    { name: '乌单', works: ['rope'] },
  ],
];

describe('experts by a few good records', () => {
  it.each(CASES)('ranks %s', async (_, first, second, options) => {
    const hits = await ranked([second, first], options);
    expect(hits.map(({ name }) => name)).toEqual([first.name, second.name]);
  });

  it('puts more of these right than the score of whole profiles', async () => {
    let right = 0;
    for (const [, first, second, options] of CASES) {
      const hits = await ranked([second, first], options);
      const [best] = [...hits].sort((a, b) => b.score - a.score);
      if (best!.name === first.name) right++;
    }
    // By score alone two are: the other four are what pooling is for.
    expect([right, CASES.length]).toEqual([2, 6]);
  });

  it('never lifts anybody for a record of another matter', async () => {
    const works = fc.uniqueArray(fc.constantFrom('rope', 'sensor', 'hoist', 'ropeway'), { minLength: 1 });
    const others = fc.uniqueArray(fc.constantFrom('tea', 'film', 'feed', 'glass'), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(works, others, async (own, more) => {
        const [before] = await ranked([{ name: '甘某', works: own }]);
        const [after] = await ranked([{ name: '甘某', works: [...own, ...more] }]);
        expect(after!.strength).toBeLessThanOrEqual(before!.strength + 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('never lifts anybody for copies of a record, and says which are', async () => {
    const works = fc.uniqueArray(fc.constantFrom('rope', 'sensor', 'hoist', 'tea'), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(works, fc.integer({ min: 2, max: 6 }), async (own, copies) => {
        const [before] = await ranked([{ name: '甘某', works: own }]);
        const [after] = await ranked([{ name: '甘某', works: own, copies }]);
        expect(after?.strength).toBe(before?.strength);
      }),
      { numRuns: 20 },
    );
    const { profiles } = await buildExpertProfiles(
      recordsOf([{ name: '甘某', works: ['rope', 'tea'], copies: 3 }]),
    );
    expect(profiles[0]!.evidence.map(({ sameAs }) => sameAs)).toEqual([
      undefined,
      '甘某-rope-0',
      '甘某-rope-0',
      undefined,
      '甘某-tea-0',
      '甘某-tea-0',
    ]);
    expect(profiles[0]!.title).toBe('钢丝绳断丝漏磁在线监测装置；茶叶杀青温度控制');
  });

  it('pools the three best, whatever their order, and nothing that says little beside the best', () => {
    const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 1, noNaN: true }), (list, one) => {
        const strength = pooledStrength(list);
        const [a = 0, b = 0, c = 0] = [...list].sort((x, y) => y - x);
        const kept = [0.5 * a, b >= a / 4 ? 0.3 * b : 0, c >= a / 4 ? 0.2 * c : 0];
        expect(strength).toBeCloseTo(kept[0]! + kept[1]! + kept[2]!, 12);
        expect(pooledStrength([...list].reverse())).toBe(strength);
        expect(strength).toBeLessThanOrEqual(a);
        if (one < a / 4) expect(pooledStrength([...list, one])).toBe(strength);
      }),
    );
  });

  it('halves what a record says every half-life, down to a quarter', () => {
    const of = (completedOn: unknown, halfLife = 8) =>
      recencyOf(
        { id: 'r', title: '', completedOn } as never,
        { field: 'completedOn', halfLife },
        '2026-01-01',
      );
    expect([of('2026-01-01'), of('2030'), of(undefined), of('long ago')]).toEqual([1, 1, 0.5, 0.5]);
    expect(of('2018-01-01')).toBeCloseTo(0.5, 3);
    expect(of(2018)).toBeCloseTo(0.5, 3);
    expect(of(new Date('2018-01-01'))).toBeCloseTo(0.5, 3);
    expect([of('1990-01-01'), of('2026-01-01', 1)]).toEqual([0.25, 1]);
  });

  it('takes weights of the host, and asks for the day that recency goes by', async () => {
    const people = [{ name: '甘某', works: ['rope'], asMember: true }];
    const [usual] = await ranked(people);
    const [equal] = await ranked(people, { sources: { member: 1 } });
    expect(usual!.strength / equal!.strength).toBeCloseTo(0.6, 9);
    expect(usual!.evidence.map(({ weight }) => weight)).toEqual([0.6]);
    const bad = { sources: { boss: 1, lead: 2 }, recency: { field: 'completedOn', halfLife: 0 } } as never;
    expect((await badPathsOf(() => buildExpertProfiles([], bad))).sort()).toEqual([
      'recency.halfLife',
      'sources.boss',
      'sources.lead',
    ]);
    const undated = { recency: { field: 'completedOn' } };
    expect(await badPathsOf(() => buildExpertProfiles([], undated))).toEqual(['asOf']);
  });
});
