import { createMatcher, type DemandInput } from 'cuohe';
import { type DemandTriage, rows, triageDemands } from 'cuohe/programmes';
import { TRIAGE_WEIGHTS, type TriageOptions } from 'cuohe/programmes/clarity';
import { describe, expect, it } from 'vitest';
import { type SampleAchievement, type SampleDemand, sampleFile } from './sample-file.ts';

const supply = createMatcher(sampleFile<SampleAchievement>('achievements'));

/** Demands by where they should go; written before the rules were. */
const CASES: readonly (readonly [DemandTriage['desk'], Omit<DemandInput, 'id'>])[] = [
  [
    // Plain, and nothing here has to do with it.
    'experts',
    {
      title: '注塑机油温过高导致停机',
      organization: '甲塑料厂',
      problem: '注塑机夏天油温超过65℃就报警停机',
      expectedOutcome: '油温不超过50℃',
      budget: '20万元',
    },
  ],
  ['office', { title: '锅炉烟囱冒黑烟，30万以内，年底前要解决', organization: '丙供热公司' }],
  [
    'office',
    { title: '苹果放不住', organization: '庚果业合作社', budget: '10万元', cooperationModes: ['技术服务'] },
  ],
  ['office', { title: '焊接变形太大，50万以内，三个月要见效', organization: '丁钢构公司' }],
  [
    'experts',
    {
      title: '海上风电叶片防腐与巡检',
      organization: '乙风电公司',
      text: '需求：1. 叶片前缘防腐涂层寿命短，三年就脱落。2. 叶片裂纹靠人工吊篮检查，要无人机自动巡检。3. 齿轮箱振动预警不准。',
      indicators: ['涂层寿命不低于10年', '裂纹检出率不低于95%', '预警提前15天以上', '误报率低于5%'],
      budget: '500万元',
      cooperationModes: ['委托开发'],
    },
  ],
  [
    'experts',
    {
      title: '深海采矿车液压系统与通信',
      organization: '壬海工公司',
      problem: '采矿车液压密封在6000米水深泄漏，且水声通信中断',
      expectedOutcome: '密封寿命不低于2000小时，通信误码率低于0.1%，工作水深6000m，连续作业72小时',
      budget: '2000万元',
      cooperationModes: ['联合开发'],
    },
  ],
  ['ask-back', { title: '技术改造' }],
  ['ask-back', { title: '苹果放不住' }],
  ['ask-back', { title: '寻求新技术', organization: '丙公司', text: '希望专家给我们推荐一些好项目。' }],
  [
    'ask-back',
    {
      title: '诚邀合作',
      organization: '戊集团',
      text: '我公司成立于1998年，占地200亩，注册资本5000万元，是国家高新技术企业，产品畅销全国，荣获省科技进步奖。',
    },
  ],
  [
    'ask-back',
    {
      title: '激光熔覆技术推广',
      organization: '己研究所',
      text: '本成果采用激光熔覆技术，使用寿命提高3倍，已在多家企业应用，可转让。',
    },
  ],
  [
    'join',
    {
      title: '注塑机油温过高，导致停机！',
      organization: '丁塑料厂',
      problem: '注塑机夏天，油温超过65℃就报警停机。',
      expectedOutcome: '油温不超过50℃',
    },
  ],
  ['other-office', { title: '求贷款' }],
  ['other-office', { title: '你好' }],
];
const demands = CASES.map(([, demand], i) => ({ id: `T${i}`, ...demand }));

describe('demands sorted by authenticity and complexity', async () => {
  const sorted = await triageDemands(supply, demands);
  const pointOf = (at: number, code: string) => sorted[at]!.points.find((point) => point.code === code)!;

  it.each(CASES.map(([desk, { title }], i) => [title, desk, i] as const))('%s: %s', (_, desk, i) => {
    expect(sorted[i]!.desk).toBe(desk);
  });

  it('have sums that are those of their points, each with what it rests on', () => {
    for (const { points, authenticity, complexity } of sorted) {
      const sum = (side: string) =>
        points.reduce((total, point) => total + (point.side === side ? point.adds : 0), 0);
      expect([authenticity, complexity]).toEqual([sum('authenticity'), sum('complexity')]);
      expect(points.map(({ code }) => code)).toEqual(Object.keys(TRIAGE_WEIGHTS));
      for (const { adds, evidence } of points) expect(evidence.length > 0).toBe(adds !== 0);
    }
  });

  it('count half what is only hinted at', () => {
    expect(pointOf(1, 'deadline')).toMatchObject({ holds: 'partly', adds: 0.5 });
    expect(pointOf(1, 'budget')).toMatchObject({ holds: true, adds: 1, evidence: ['30万以内'] });
  });

  it('name what is missing, and ask for it', () => {
    expect(sorted[7]!.reason.zh).toBe(
      '真实性1.5分（4分以上可受理），尚缺：注明单位、有指标、有预算、有时限、有合作方式。',
    );
    expect(sorted[7]!.questions.length).toBeGreaterThan(3);
    expect(pointOf(9, 'promotional').holds).toBe(true);
    expect(pointOf(10, 'offer').holds).toBe(true);
  });

  it('are joined where they say the same words, short ones only of one unit', async () => {
    expect([sorted[11]!.copyOf, sorted[2]!.copyOf]).toEqual(['T0', undefined]);
    const same = [
      { id: 'S1', title: '苹果放不住', organization: '甲合作社' },
      { id: 'S2', title: '苹果，放不住！', organization: '甲合作社' },
      { id: 'S3', title: '苹果放不住', organization: '乙合作社' },
    ];
    expect((await triageDemands(supply, same)).map(({ copyOf }) => copyOf)).toEqual([
      undefined,
      'S1',
      undefined,
    ]);
  });

  it('are told nothing of one above the clearance, and sent to none that has ended', async () => {
    const list = [
      { id: 'SECRET', title: '苹果放不住', organization: '甲合作社', secrecyLevel: '机密' },
      { id: 'ENDED', title: '苹果放不住', organization: '甲合作社', validTo: '2026-01-01' },
      { id: 'S1', title: '苹果放不住', organization: '甲合作社' },
      { id: 'S2', title: '苹果放不住', organization: '甲合作社' },
    ];
    const copiesIn = async (filter: TriageOptions['filter'] = {}) => {
      const [, , ...open] = await triageDemands(supply, list, { filter });
      expect(filter.clearance === undefined && JSON.stringify(open).includes('SECRET')).toBe(false);
      return open.map(({ copyOf }) => copyOf);
    };
    expect(await copiesIn({ asOf: '2026-09-01' })).toEqual([undefined, 'S1']);
    expect(await copiesIn()).toEqual(['ENDED', 'ENDED']);
    expect(await copiesIn({ clearance: 'top-secret' })).toEqual(['SECRET', 'SECRET']);
  });

  it('are of several chains only where each has words of its own', async () => {
    const apart = async (demand: Omit<DemandInput, 'id'>) => {
      const [one] = await triageDemands(supply, [{ id: 'X', ...demand }]);
      return one!.points.find(({ code }) => code === 'several-chains')!.holds;
    };
    expect(await apart({ title: '苹果放不住' })).toBe(false); // of farming and of food, by one word
    expect(await apart({ title: '苹果', chains: [{ code: 'SY25' }, { code: 'SY26' }] })).toBe(true);
  });

  it('go elsewhere under other limits, and are checked', async () => {
    const [first] = await triageDemands(supply, demands.slice(0, 1), { genuine: 6 });
    expect(first!.desk).toBe('ask-back');
    const [hard] = await triageDemands(supply, demands.slice(0, 1), { complex: 0 });
    expect(hard!.desk).toBe('experts');
    await expect(triageDemands(supply, [{ id: 'X' } as never])).rejects.toThrow(/title/);
    await expect(triageDemands(supply, [], { genuin: 3 } as never)).rejects.toThrow(/genuine/);
  });

  it('are held against what is valid on the day', async () => {
    const ended = createMatcher([{ id: 'A1', title: '注塑机油温控制', validTo: '2026-08-31' }]);
    const nearest = async (asOf?: string) => {
      const options = asOf === undefined ? {} : { filter: { asOf } };
      const [one] = await triageDemands(ended, [{ id: 'D1', title: '刺参育苗' }], options);
      return [one!.asOf, one!.points.find(({ code }) => code === 'no-answer')!.holds];
    };
    expect(await nearest('2026-09-01')).toEqual(['2026-09-01', true]);
    expect((await nearest())[0]).toBeNull();
  });

  it('are tables', () => {
    const [triage, desks, points, asked] = rows(sorted);
    expect(triage!.rows.length).toBe(CASES.length);
    expect(desks!.rows).toEqual([
      ['工作人员直接办理', 3],
      ['提交专家会诊', 3],
      ['退回补充、核实', 5],
      ['并入另一项需求', 1],
      ['转其他部门', 2],
    ]);
    expect(points!.rows.length).toBe(CASES.length * Object.keys(TRIAGE_WEIGHTS).length);
    expect(asked!.rows.length).toBeGreaterThan(10);
  });

  it('of the sample, which are written out, go to the office or to experts', async () => {
    const all = await triageDemands(supply, sampleFile<SampleDemand>('demands').slice(0, 20));
    expect(new Set(all.map(({ desk }) => desk))).toEqual(new Set(['office', 'experts']));
  });
});
