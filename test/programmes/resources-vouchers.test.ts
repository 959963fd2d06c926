import { readFileSync } from 'node:fs';
import type { AchievementInput } from 'cuohe';
import { assessVouchers, defineRegions, type VoucherDecision, type VoucherRule } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VOUCHER_CONDITIONS } from '../../src/programmes/resources/voucher-conditions.ts';
import type { VoucherApplicant } from '../../src/programmes/resources/voucher-rules.ts';
import { VOUCHER_CONDITION_LABELS } from '../../src/programmes/resources/voucher-texts.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/programmes/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const asOf = '2026-09-01';
const offer = (record: object, cost?: number) => ({
  record: { id: 'r', title: '', ...record } as AchievementInput,
  ...(cost === undefined ? {} : { cost }),
});
const decide = (
  record: object,
  rule: Partial<VoucherRule>,
  { cost, applicant, day = asOf }: { cost?: number; applicant?: VoucherApplicant; day?: string } = {},
): VoucherDecision =>
  assessVouchers([offer(record, cost)], [{ id: 'v', share: 0.5, ...rule }], {
    asOf: day,
    ...(applicant === undefined ? {} : { applicant }),
  })[0]!;

describe('assessVouchers on the sample', () => {
  const resources = read<AchievementInput>('resources');
  const rules = read<VoucherRule>('voucher-rules');
  const [shenyang, fushun] = read<VoucherApplicant>('voucher-applicants');
  const assess = (applicant: VoucherApplicant) =>
    new Map(
      assessVouchers(
        resources.map((record) => ({ record })),
        rules,
        { asOf, applicant },
      ).map((decision) => [decision.recordId, decision]),
    );
  const forShenyang = assess(shenyang!);

  it('pays half of a test, but no more than the year leaves', () => {
    // Half of 36,000 is 18,000; 38,000 of this year's 50,000 are spent, and last year's do not count.
    expect(forShenyang.get('RS001')).toMatchObject({
      status: 'met',
      ruleId: 'CXQ-01',
      amount: { min: 12_000, max: 12_000 },
      reason: { zh: '符合“检测类创新券”：费用3.6万元，按50%补助1.2万元，以本年余额为准' },
    });
  });

  it('pays a share of a price range, end by end', () => {
    expect(forShenyang.get('RS012')).toMatchObject({
      ruleId: 'CXQ-02',
      amount: { min: 36_000, max: 54_000 },
      reason: {
        en: 'meets “研发与中试类创新券”: cost 120000 yuan to 180000 yuan, pays 30%, 36000 yuan to 54000 yuan',
      },
    });
  });

  it('names no amount for a price by the hour', () => {
    const { status, amount, reason } = forShenyang.get('RS002')!;
    expect([status, amount]).toEqual(['met', undefined]);
    expect(reason.zh).toBe('符合“检测类创新券”：费用未定，按50%补助，最高1.2万元');
  });

  it('refuses a provider outside of the province, and a firm outside of the city, and says so', () => {
    expect(forShenyang.get('RS007')).toMatchObject({
      status: 'failed',
      reason: { zh: '不符合“检测类创新券”：提供方所在地应为辽宁省，现为青岛市' },
    });
    expect(assess(fushun!).get('RS008')).toMatchObject({
      status: 'failed',
      reason: {
        zh: '不符合“检测类创新券”：申请单位所在地应为沈阳市，现为抚顺市',
        en: 'does not meet “检测类创新券”: place of the applicant must be Shenyang, is Fushun',
      },
    });
  });

  it('lists every rule with every condition that it states', () => {
    const { outcomes } = forShenyang.get('RS001')!;
    expect(outcomes.map(({ ruleId, status }) => [ruleId, status])).toEqual([
      ['CXQ-01', 'met'],
      ['CXQ-02', 'failed'],
      ['CXQ-03', 'failed'],
      // Ended in 2025.
      ['CXQ-04', 'failed'],
    ]);
    expect(outcomes[3]!.checks).toEqual([
      { condition: 'service-type', status: 'met', asked: ['检测'], found: ['检测'] },
      { condition: 'date', status: 'failed', asked: ['2025-01-01', '2025-12-31'], found: [asOf] },
    ]);
  });
});

describe('conditions', () => {
  const firm = { regionCode: '210112', types: ['科技型中小企业'] };

  it.each<[string, object, Partial<VoucherRule>, VoucherApplicant | undefined, string]>([
    ['no condition', {}, {}, undefined, 'met'],
    ['the kind', { kind: 'service' }, { kinds: ['service'] }, undefined, 'met'],
    ['another kind', { kind: 'service' }, { kinds: ['instrument'] }, undefined, 'failed'],
    ['a record without a kind is an achievement', {}, { kinds: ['achievement'] }, undefined, 'met'],
    ['one of several types', { serviceTypes: '咨询、检 测' }, { serviceTypes: ['检 测'] }, undefined, 'met'],
    ['a type in full width', { serviceTypes: ['ＣＴ检测'] }, { serviceTypes: ['CT检测'] }, undefined, 'met'],
    ['another type', { serviceTypes: ['咨询'] }, { serviceTypes: ['检测'] }, undefined, 'failed'],
    ['no type stated', {}, { serviceTypes: ['检测'] }, undefined, 'unknown'],
    ['a county of the city', { regionCode: '210112' }, { providerRegions: ['210100'] }, undefined, 'met'],
    [
      'the region of the organisation',
      { organization: { name: '甲', regionCode: '2101' } },
      { providerRegions: ['21'] },
      undefined,
      'met',
    ],
    [
      'a province of which the city is asked for',
      { regionCode: '210000' },
      { providerRegions: ['2101'] },
      undefined,
      'unknown',
    ],
    [
      'an area of the host',
      { regionCode: '沈抚示范区' },
      { providerRegions: ['沈抚示范区'] },
      undefined,
      'met',
    ],
    ['no region stated', {}, { providerRegions: ['2101'] }, undefined, 'unknown'],
    [
      'an applicant of the city',
      {},
      { applicantRegions: ['2101'], applicantTypes: ['科技型中小企业'] },
      firm,
      'met',
    ],
    ['another type of applicant', {}, { applicantTypes: ['高新技术企业'] }, firm, 'failed'],
    ['an unknown applicant', {}, { applicantRegions: ['2101'] }, undefined, 'unknown'],
    [
      'a failed condition beside an unknown one',
      {},
      { kinds: ['service'], applicantRegions: ['2101'] },
      undefined,
      'failed',
    ],
    ['the least cost', { price: 5000 }, { leastCost: 5000 }, undefined, 'met'],
    ['less than the least cost', { price: '4000元' }, { leastCost: 5000 }, undefined, 'failed'],
    ['a price around the least cost', { price: '4000-6000元' }, { leastCost: 5000 }, undefined, 'unknown'],
    ['a rate', { price: '300元/小时' }, { leastCost: 5000 }, undefined, 'unknown'],
    ['another currency', { price: '1万美元' }, { leastCost: 5000 }, undefined, 'unknown'],
  ])('%s', (_, record, rule, applicant, status) => {
    expect(decide(record, rule, applicant === undefined ? {} : { applicant }).status).toBe(status);
  });

  it('count the first and the last day in', () => {
    const rule = { validFrom: '2026-03-01', validTo: '2026-03-31' };
    const statuses = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(
      (day) => decide({}, rule, { day }).status,
    );
    expect(statuses).toEqual(['failed', 'met', 'met', 'failed']);
    expect(decide({}, { validFrom: '2026-03-01' }, { day: '2099-01-01' }).status).toBe('met');
  });

  it('say what is missing', () => {
    const { reason } = decide({}, { name: '检测券', applicantRegions: ['2101'], serviceTypes: ['检测'] });
    expect(reason).toEqual({
      zh: '待补充材料“检测券”：服务类型应为检测，未填写；申请单位所在地应为沈阳市，未填写',
      en: 'needs to know for “检测券”: type of service must be 检测, is not stated; place of the applicant must be Shenyang, is not stated',
    });
  });

  it('have names in both languages', () => {
    expect(Object.keys(VOUCHER_CONDITION_LABELS)).toEqual([...VOUCHER_CONDITIONS]);
  });
});

describe('regions of the host', () => {
  const regions = defineRegions({
    areas: [
      { id: '沈抚示范区', aliases: ['沈抚新区'], members: ['210112', '210404'] },
      { id: '沈阳都市圈', members: ['2101', '2104'] },
    ],
  });
  const statusOf = (place: string, asked: string, known: typeof regions | undefined = regions) =>
    assessVouchers(
      [{ record: { id: 'r', title: '检测', regionCode: place } }],
      [{ id: 'a', share: 0.5, providerRegions: [asked] }],
      { asOf: '2026-09-01', ...(known && { regions: known }) },
    )[0]!.status;

  it('are known to vouchers: zones by any wording, circles with their cities', () => {
    expect(statusOf('沈抚新区', '沈抚示范区')).toBe('met');
    expect(statusOf('沈抚示范区', '210000')).toBe('met');
    expect(statusOf('210411', '沈阳都市圈')).toBe('met');
    expect(statusOf('370200', '沈抚示范区')).toBe('failed');
  });

  it('leave open what may be inside or not', () => {
    // Of the county a part lies in the zone; of the zone a part in the city.
    expect(statusOf('210112', '沈抚示范区')).toBe('unknown');
    expect(statusOf('沈抚示范区', '210100')).toBe('unknown');
    // Nobody has said where the zone is.
    expect(statusOf('沈抚示范区', '210100', undefined)).toBe('unknown');
  });
});

describe('amounts', () => {
  it('are the share of the cost, up to the cap', () => {
    expect(decide({}, { share: 0.29 }, { cost: 100 }).amount).toEqual({ min: 29, max: 29 });
    expect(decide({}, { share: 1 / 3 }, { cost: 100 }).amount).toEqual({ min: 33.33, max: 33.33 });
    const capped = decide({ price: '1-3万元' }, { most: 8000 });
    expect([capped.amount, capped.outcomes[0]!.limit]).toEqual([{ min: 5000, max: 8000 }, 'most']);
  });

  it('are of the cost that is given, before the price of the record', () => {
    expect(decide({ price: '10万元' }, {}, { cost: 500 }).amount).toEqual({ min: 250, max: 250 });
  });

  it('stop at the yearly ceiling: grants of the same rule and calendar year count', () => {
    const grants = [
      { ruleId: 'v', date: '2026-01-01', amount: 600 },
      { ruleId: 'v', date: '2025-12-31', amount: 900 },
      { ruleId: 'other', date: '2026-02-01', amount: 900 },
    ];
    const rule = { yearlyCeiling: 1000 };
    const paid = decide({}, rule, { cost: 10_000, applicant: { grants } });
    expect([paid.amount, paid.outcomes[0]!.limit]).toEqual([{ min: 400, max: 400 }, 'yearly-ceiling']);
    const spent = [...grants, { ruleId: 'v', date: '2026-06-01', amount: 400 }];
    const over = decide({}, rule, { cost: 10_000, applicant: { grants: spent } });
    expect([over.status, over.amount, over.reason.zh]).toEqual([
      'failed',
      undefined,
      '不符合“v”：年度限额1000元，已用完',
    ]);
  });
});

describe('the rule that decides', () => {
  const rule = (id: string, more: Partial<VoucherRule> = {}): VoucherRule => ({ id, share: 0.5, ...more });
  const decideBy = (...rules: VoucherRule[]) =>
    assessVouchers([offer({ kind: 'service' }, 1000)], rules, { asOf })[0]!;

  it('is the one that pays most, of equal ones the first', () => {
    expect(decideBy(rule('a'), rule('b', { share: 0.6 }), rule('c', { share: 0.6 })).ruleId).toBe('b');
  });

  it('is an open one before one that is failed, and the nearest of the failed ones', () => {
    const failed = rule('a', { kinds: ['patent'] });
    expect(decideBy(failed, rule('b', { serviceTypes: ['检测'] }))).toMatchObject({
      ruleId: 'b',
      status: 'unknown',
    });
    const twice = rule('c', { kinds: ['patent'], validTo: '2020-01-01' });
    expect(decideBy(twice, failed)).toMatchObject({ ruleId: 'a', status: 'failed' });
  });

  it('is none where there are no rules', () => {
    expect(decideBy()).toEqual({
      recordId: 'r',
      status: 'failed',
      reason: { zh: '没有创新券规则', en: 'there are no voucher rules' },
      outcomes: [],
    });
  });
});

describe('assessVouchers, for any rules', () => {
  const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
  const rule = fc
    .record({
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      most: optional(fc.nat(30_000)),
      yearlyCeiling: optional(fc.nat(30_000)),
      leastCost: optional(fc.nat(20_000)),
      kinds: optional(fc.constant(['service' as const])),
    })
    .map((value) => JSON.parse(JSON.stringify(value)) as Omit<VoucherRule, 'id'>);
  const rules = fc
    .array(rule, { maxLength: 4 })
    .map((list) => list.map((item, i) => ({ id: `v${i}`, ...item })));
  const grants = fc.array(
    fc.record({
      ruleId: fc.constantFrom('v0', 'v1'),
      date: fc.constantFrom('2026-01-05', '2025-01-05'),
      amount: fc.nat(20_000),
    }),
    { maxLength: 3 },
  );

  it('never pays more than the share, the cap or what the year leaves, and pays the most of what is eligible', () => {
    fc.assert(
      fc.property(
        rules,
        grants,
        fc.nat(50_000),
        fc.constantFrom('service', 'patent'),
        (list, had, cost, kind) => {
          const [decision] = assessVouchers([offer({ kind }, cost)], list, {
            asOf,
            applicant: { grants: had },
          });
          expect(decision!.outcomes.map(({ ruleId }) => ruleId)).toEqual(list.map(({ id }) => id));
          const paid = list.map(({ id, share, most = 1e9, yearlyCeiling = 1e9, leastCost = 0, kinds }) => {
            const spent = had
              .filter(({ ruleId, date }) => ruleId === id && date.startsWith('2026'))
              .reduce((sum, { amount }) => sum + amount, 0);
            const isOpen =
              cost >= leastCost && (kinds === undefined || kind === 'service') && spent < yearlyCeiling;
            return isOpen ? Math.min(share * cost, most, yearlyCeiling - spent) : undefined;
          });
          for (const [i, { status, amount }] of decision!.outcomes.entries()) {
            expect(status).toBe(paid[i] === undefined ? 'failed' : 'met');
            if (paid[i] === undefined) continue;
            expect(amount!.max).toBeLessThanOrEqual(paid[i] + 1e-6);
            expect(amount!.max).toBeGreaterThan(paid[i] - 0.01);
          }
          const best = Math.max(...decision!.outcomes.map(({ amount }) => amount?.max ?? -1));
          if (best >= 0) expect(decision!.amount!.max).toBe(best);
          else expect(decision!.amount).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('assessVouchers, called badly', () => {
  it('names every bad offer and rule in one error', async () => {
    const offers = [offer({ id: '' }), offer({ kind: 'tool' }), offer({}, -1), {}] as never;
    const rules = [
      { id: 'a', share: 0 },
      { id: 'a', share: 0.5, region: ['2101'], kinds: [] },
      { id: 'b', share: 0.5, validFrom: '2026-02-30' },
      { id: 'c', share: 0.5, validFrom: '2026-05-01', validTo: '2026-04-01' },
    ] as never;
    expect(await badPathsOf(() => assessVouchers(offers, rules, { asOf }))).toEqual([
      'record.id',
      'record.kind',
      'record',
      'cost',
      'share',
      'kinds',
      'region',
      'id',
      'validFrom',
      'validTo',
    ]);
  });

  it('names every bad part of the request', async () => {
    const request = {
      asOf: 'today',
      applicant: { regionCode: 1, grants: [{ ruleId: 'a', date: '', amount: Number.NaN }] },
    };
    expect(await badPathsOf(() => assessVouchers([], [], request as never))).toEqual([
      'asOf',
      'applicant.regionCode',
      'applicant.grants[0].date',
      'applicant.grants[0].amount',
    ]);
  });

  it('takes odd ids and huge sums, and changes nothing that it is handed', () => {
    const rules = Object.freeze([Object.freeze({ id: '__proto__', share: 1, yearlyCeiling: 1e300 })]);
    const offers = Object.freeze([Object.freeze(offer({ id: 'constructor' }, 1e299))]);
    const [decision] = assessVouchers(offers, rules, { asOf });
    expect([decision!.ruleId, decision!.amount]).toEqual(['__proto__', { min: 1e299, max: 1e299 }]);
  });
});
