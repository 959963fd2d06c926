import { readFileSync } from 'node:fs';
import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import { compareChallengeUnits, type EligibilityRule, rankChallengeUnits } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedBy } from '../../src/programmes/challenge/standing.ts';
import { CONDITION_STATUS_LABELS } from '../../src/programmes/common/conditions.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const achievements = read<AchievementInput>('achievements');
const demands = read<DemandInput>('demands');
const demand = (id: string) => demands.find((item) => item.id === id)!;
const matcher = createMatcher(achievements);
const OPTIONS = { filter: { asOf: '2026-09-01' } };

describe('rankChallengeUnits on the sample', () => {
  const ranking = rankChallengeUnits(matcher, demand('D012'), OPTIONS);
  const [first] = ranking.units;

  it('puts the institute first that owns the electrostatic chuck and a patent on another one', () => {
    // A021 is the chuck, A119 a patent on an electrostatic chuck: both of 浑河特种材料研究所.
    expect(first?.name).toBe('浑河特种材料研究所');
    expect(first?.evidence.slice(0, 2).map(({ recordId, kind }) => [recordId, kind])).toEqual([
      ['A021', 'achievement'],
      ['A119', 'patent'],
    ]);
  });

  it('finds both targets reached by the words of the chuck', () => {
    // ±0.8 ℃ against ±1 ℃, and more than 20 kPa against 15.
    expect(
      first?.coverage.map(({ target, status, margin, source }) => [
        target.name,
        status,
        margin,
        source?.recordId,
        source?.offered.raw,
      ]),
    ).toEqual([
      ['盘面温差', 'met', 0.2, 'A021', '盘面温度均匀性±0.8℃'],
      ['吸附力', 'met', 5, 'A021', '吸附力大于20kPa'],
    ]);
    expect(first?.coverage[0]?.text.zh).toBe(
      '盘面温差±1℃以内：“盘面温度均匀性±0.8℃”（A021）达到，优于要求0.2℃。',
    );
  });

  it('does not call missed what no record tells', () => {
    const other = ranking.units.find(({ name }) => name === '沈北智能装备有限公司')!;
    expect(other.coverage.map(({ status, source }) => [status, source])).toEqual([
      ['unknown', undefined],
      ['unknown', undefined],
    ]);
  });

  it('keeps false alarms and detections apart: 检出率 is at least, 误检率 at most', () => {
    // D039: 检出率95%，误检率5%以内; A074: 检出率98%、误检率低于2%.
    const [best] = rankChallengeUnits(matcher, demand('D039'), OPTIONS).units;
    const byName = new Map(best!.coverage.map((item) => [item.target.name, item]));
    expect(byName.get('检出率')).toMatchObject({ status: 'met', margin: 3 });
    expect(byName.get('误检率')).toMatchObject({ status: 'met', margin: 3 });
    // 线速300m/min against 400: nobody knows whether faster is better for this line.
    expect(byName.get('线速')).toMatchObject({ status: 'unknown' });
  });

  it('takes numbers without a name for conditions', () => {
    const { targets, conditions } = rankChallengeUnits(matcher, demand('D048'), OPTIONS);
    expect(targets.map(({ name }) => name)).toEqual(['耐盐雾', 'VOC']);
    expect(conditions.map(({ raw }) => raw)).toEqual(['5℃']);
  });

  it('reads targets from the text where the fields hold none', () => {
    // D018 has a text only: 车内噪声降低5dB以上 is a target, 车速40～60公里 is not.
    const { targets } = rankChallengeUnits(matcher, demand('D018'), OPTIONS);
    expect(targets.map(({ raw }) => raw)).toEqual(['车内噪声降低5dB以上']);
  });

  it('takes no figure for a target that a firm says of itself', () => {
    const text =
      '公司成立于2003年，占地面积超过200亩，年产能不低于5万吨，荣获高新技术企业称号。急需解决涂层剥落的问题，要求寿命不低于3年。';
    const { targets } = rankChallengeUnits(matcher, { id: 'X', title: '涂层剥落', text }, OPTIONS);
    expect(targets.map(({ raw }) => raw)).toEqual(['寿命不低于3年']);
  });

  it('counts a record of two institutes for both, and marks the units that the challenge prefers', () => {
    // A016 was completed by 北陵医科大学 with 辽河工业大学.
    const { units } = rankChallengeUnits(matcher, demand('D020'), OPTIONS);
    const roles = new Map(
      units.map(({ name, evidence }) => [name, evidence.find(({ recordId }) => recordId === 'A016')?.role]),
    );
    expect(roles.get('北陵医科大学')).toBe('owner');
    expect(roles.get('辽河工业大学')).toBe('co-owner');
    expect([...roles.values()].filter((role) => role !== undefined)).toHaveLength(2);
    // D003 names 白塔动力机械研究院 in 合作意向单位.
    const preferred = rankChallengeUnits(matcher, demand('D003'), OPTIONS).units.filter(
      ({ isPreferred }) => isPreferred,
    );
    expect(preferred.map(({ name }) => name)).toEqual(['白塔动力机械研究院']);
  });

  it('lists the firm that sets the challenge apart, with the reason', () => {
    // D037 is of 沈北智能装备有限公司, which owns A018, A023 and others.
    const { units, ineligible } = rankChallengeUnits(matcher, demand('D037'), OPTIONS);
    expect(units.some(({ name }) => name === '沈北智能装备有限公司')).toBe(false);
    expect(ineligible.map(({ name, checks }) => [name, checks.map(({ reason }) => reason.zh)])).toEqual([
      ['沈北智能装备有限公司', ['为发榜单位，不能揭自己的榜']],
    ]);
  });
});

const records: AchievementInput[] = [
  { id: 'A1', title: '叶片热障涂层', organization: '甲大学', regionCode: '210100', trl: 6 },
  {
    id: 'A2',
    title: '叶片热障涂层检测',
    organization: { name: '乙公司', kind: '企业', regionCode: '370200' },
  },
  { id: 'A3', title: '热障涂层喷涂', organization: '乙有限公司', kind: 'team' },
  { id: 'A4', title: '叶片热障涂层修复' },
];
const challenge: DemandInput = { id: 'D1', title: '叶片热障涂层剥落', organization: '丙厂' };
const small = createMatcher(records);
const check = (rule: EligibilityRule, options = {}) => {
  const { units, ineligible } = rankChallengeUnits(small, challenge, { rules: [rule], ...options });
  // A unit is called as its best record calls it.
  const named = (name: string) => name.replace('有限公司', '公司');
  return Object.fromEntries(
    [...units, ...ineligible].map(({ name, eligibility }) => [named(name), eligibility]),
  );
};

describe('eligibility', () => {
  it.each<[string, EligibilityRule, string, string]>([
    ['a region holds all below it', { id: 'R', regions: ['21'] }, 'met', 'failed'],
    ['a kind that nobody knows is to be checked', { id: 'R', unitKinds: ['企业'] }, 'unknown', 'met'],
    ['a readiness that nobody states is to be checked', { id: 'R', readiness: 6 }, 'met', 'unknown'],
    ['a readiness below the wanted one is a reason', { id: 'R', readiness: 7 }, 'failed', 'unknown'],
    ['a team is owned or not', { id: 'R', holds: { kinds: ['team'], count: 1 } }, 'failed', 'met'],
    ['a name is excluded with any legal form', { id: 'R', excludes: ['乙有限公司'] }, 'met', 'failed'],
    [
      'one unmet condition of several is enough',
      { id: 'R', regions: ['37'], readiness: 1 },
      'failed',
      'unknown',
    ],
  ])('%s', (_, rule, a, b) => {
    const statuses = check(rule);
    expect(statuses.甲大学).toBe(a);
    expect(statuses.乙公司).toBe(b);
  });

  it('includes the last day, and refuses a last day without a today', async () => {
    const rule = { id: 'R', until: '2026-06-30' };
    expect(check(rule, { asOf: '2026-06-30' }).甲大学).toBe('met');
    expect(check(rule, { asOf: '2026-07-01' }).甲大学).toBe('failed');
    expect(await badPathsOf(() => check(rule))).toEqual(['asOf']);
  });

  it('has one day for rules and records alike', async () => {
    const supply = [{ id: 'A', title: '热障涂层', organization: '甲大学', validTo: '2024-12-31' }];
    const matcher = createMatcher(supply);
    const challenge = { id: 'C', title: '热障涂层' };
    const units = (options: object) => rankChallengeUnits(matcher, challenge, options).units.length;
    expect(units({ asOf: '2024-06-01' })).toBe(1);
    expect(units({ asOf: '2025-06-01' })).toBe(0);
    expect(units({ filter: { asOf: new Date('2024-06-01') } })).toBe(1);
    const rules = [{ id: 'R', until: '2024-06-30' }];
    expect(units({ filter: { asOf: '2024-06-30' }, rules })).toBe(1);
    expect(units({ filter: { asOf: '2024-07-01' }, rules })).toBe(0);
    const twice = () => units({ asOf: '2024-06-01', filter: { asOf: '2024-06-02' } });
    expect(await badPathsOf(twice)).toEqual(['filter.asOf']);
  });

  it("takes kinds and regions from the host's register", () => {
    const units = [{ name: '甲大学', kind: '高校', regionCode: '110000' }];
    expect(check({ id: 'R', unitKinds: ['高校'] }, { units }).甲大学).toBe('met');
    expect(check({ id: 'R', regions: ['11'] }, { units }).甲大学).toBe('met');
  });

  it('gives a reason for every condition', () => {
    const rule = {
      id: 'R1',
      regions: ['2101'],
      readiness: 7,
      holds: { kinds: ['team', 'patent'], count: 1 },
    } as const;
    const { ineligible } = rankChallengeUnits(small, challenge, { rules: [rule] });
    const unit = ineligible.find(({ name }) => name === '甲大学')!;
    expect(unit.checks).toEqual([
      {
        ruleId: 'R1',
        status: 'met',
        reason: { zh: '在沈阳市，限沈阳市', en: 'in Shenyang, wanted: Shenyang' },
      },
      {
        ruleId: 'R1',
        status: 'failed',
        reason: { zh: '技术成熟度最高TRL6，要求TRL7以上', en: 'readiness TRL 6, wanted: 7' },
      },
      {
        ruleId: 'R1',
        status: 'failed',
        reason: {
          zh: '有相关团队、专利0项，要求1项以上',
          en: 'has 0 relevant teams or patents, wanted: 1',
        },
      },
    ]);
  });
});

describe('compareChallengeUnits', () => {
  const ranking = rankChallengeUnits(matcher, demand('D037'), OPTIONS);

  it('has a column for each target, and a row for each unit, those that may not answer last', () => {
    const { header, rows } = compareChallengeUnits(ranking);
    expect(header.slice(-ranking.targets.length)).toEqual(ranking.targets.map(({ raw }) => raw));
    expect(rows).toHaveLength(ranking.units.length + ranking.ineligible.length);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['', '沈北智能装备有限公司']);
  });

  it('speaks English too', () => {
    const { header, rows } = compareChallengeUnits(ranking, 'en');
    expect(header[1]).toBe('Unit');
    expect(rows[0]?.at(-1)).toContain(CONDITION_STATUS_LABELS.unknown.en);
  });
});

describe('the score of a unit', () => {
  const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
  const decays = fc.double({ min: 0, max: 0.99, noNaN: true });
  const total = (list: readonly number[], decay: number) =>
    addedBy(
      [...list].sort((a, b) => b - a),
      decay,
    ).reduce((sum, { adds }) => sum + adds, 0);

  it('is in [0, 1], never falls when one more record comes in, and never when one matches better', () => {
    fc.assert(
      fc.property(
        scores,
        decays,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (list, decay, more, at) => {
          const before = total(list, decay);
          expect(before >= 0 && before <= 1).toBe(true);
          expect(total([...list, more], decay)).toBeGreaterThanOrEqual(before - 1e-12);
          const better = list.map((score, i) => (i === at % list.length ? Math.max(score, more) : score));
          expect(total(better, decay)).toBeGreaterThanOrEqual(before - 1e-12);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the sum of what its records add, and that of the best record alone without decay', () => {
    const { units } = rankChallengeUnits(matcher, demand('D026'), OPTIONS);
    for (const { score, evidence } of units) {
      expect(evidence.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(score, 12);
      expect(evidence.every(({ adds, weight, score }) => adds === weight * score)).toBe(true);
    }
    const alone = rankChallengeUnits(matcher, demand('D026'), { ...OPTIONS, decay: 0 }).units;
    expect(alone.every(({ score, evidence }) => score === evidence[0]?.score)).toBe(true);
  });
});

describe('rankChallengeUnits on any supply', () => {
  const WORDS = ['叶片', '涂层', '轴承', '泵', '热障', '检测', '寿命不低于5年', '误差±2mm', '效率达到90%'];
  const record = fc.record({
    title: fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
      .map((words) => words.join('，')),
    organization: fc.constantFrom(
      undefined,
      '甲大学',
      '乙公司',
      '乙有限公司',
      '丙厂',
      '__proto__',
      'constructor',
      '',
    ),
    completingOrganizations: fc.constantFrom(
      undefined,
      ['丁所', '甲大学'],
      [''],
      [{ name: '丁所', regionCode: 21, kind: '所' }],
    ),
    trl: fc.constantFrom(undefined, 4, 8),
    regionCode: fc.constantFrom(undefined, '2101', '3702', '沈抚示范区', ''),
  });
  const supply = fc
    .array(record, { maxLength: 12 })
    .map((list) => list.map((item, i): AchievementInput => ({ ...item, id: `A${i}`, abstract: item.title })));
  const asked: DemandInput = {
    id: 'D',
    title: '叶片热障涂层、轴承、泵检测',
    expectedOutcome: '寿命不低于4年，误差±3mm，效率达到95%',
    organization: '丙厂',
  };
  const rules: EligibilityRule[] = [{ id: 'R1', regions: ['21'], readiness: 5 }];

  it('loses no match, lists no unit twice, ranks by falling score and gives each a state with reasons', () => {
    fc.assert(
      fc.property(supply, (list) => {
        const index = createMatcher(list);
        const given = JSON.stringify(list);
        const ranking = rankChallengeUnits(index, asked, { rules, minScore: 0 });
        const all = [...ranking.units, ...ranking.ineligible];
        const found = index.match(asked, { limit: Number.POSITIVE_INFINITY }).matches.map(({ id }) => id);
        const shown = new Set([
          ...all.flatMap(({ evidence }) => evidence.map(({ recordId }) => recordId)),
          ...ranking.unattributed.map(({ id }) => id),
        ]);
        expect([...shown].sort()).toEqual([...found].sort());
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        for (const group of [ranking.units, ranking.ineligible]) {
          expect(group.map(({ rank }) => rank)).toEqual(group.map((_, i) => i + 1));
          expect(group.every(({ score }, i) => i === 0 || score <= group[i - 1]!.score)).toBe(true);
        }
        for (const unit of all) {
          expect(unit.coverage).toHaveLength(3);
          expect(unit.checks.every(({ reason }) => reason.zh !== '' && reason.en !== '')).toBe(true);
          const isOut = unit.checks.some(({ status }) => status === 'failed');
          expect(ranking.ineligible.includes(unit)).toBe(isOut);
        }
        expect(JSON.stringify(list)).toBe(given);
      }),
      { numRuns: 100 },
    );
  });
});

describe('bad input of rankChallengeUnits', () => {
  it('is named in full', async () => {
    const options = { pool: 0, minScore: 2, decay: 1, asOf: '2026-02-30' };
    expect((await badPathsOf(() => rankChallengeUnits(small, challenge, options))).sort()).toEqual([
      'asOf',
      'decay',
      'minScore',
      'pool',
    ]);
    const rules = [
      { id: 'R', region: ['21'] },
      { id: 'R', readiness: 12 },
      { id: '', holds: { kinds: ['robot'], count: -1 } },
    ] as unknown as EligibilityRule[];
    const paths = await badPathsOf(() =>
      rankChallengeUnits(small, challenge, { rules, units: [{ name: '' }] }),
    );
    expect(paths).toEqual(['region', 'readiness', 'id', 'id', 'holds.kinds[0]', 'holds.count', 'name']);
    expect(await badPathsOf(() => rankChallengeUnits(small, { id: true, title: 5 } as never))).toEqual([
      'id',
      'title',
    ]);
    expect(await badPathsOf(() => rankChallengeUnits(small, challenge, { kinds: ['x' as never] }))).toEqual([
      'kinds[0]',
    ]);
  });

  it('is no empty challenge: it ranks nobody', () => {
    const { units, ineligible, targets } = rankChallengeUnits(small, { id: 'D', title: '' });
    expect([units, ineligible, targets]).toEqual([[], [], []]);
  });
});
