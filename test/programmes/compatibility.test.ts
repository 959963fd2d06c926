import { readFileSync } from 'node:fs';
import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import { type CompatibilityOptions, checkCompatibility, checkMatches } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODE_WORDS } from '../../src/core/records/modes.ts';
import { CONDITION_STATUSES } from '../../src/programmes/common/conditions.ts';
import { MODE_LABELS } from '../../src/programmes/transfer-terms/modes.ts';
import {
  COMPATIBILITY_COMPONENTS,
  type CompatibilityComponent,
} from '../../src/programmes/transfer-terms/part.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const achievements = read<AchievementInput & { readonly id: string }>('achievements');
const demands = read<DemandInput & { readonly id: string }>('demands');
const byId = <T extends { readonly id: string }>(list: readonly T[], id: string) =>
  list.find((item) => item.id === id)!;
const pair = (demandId: string, supplyId: string) =>
  checkCompatibility(byId(demands, demandId), byId(achievements, supplyId));

/** Status and code of one component of a made-up pair. */
function part(
  component: CompatibilityComponent,
  demand: Partial<DemandInput>,
  supply: Partial<AchievementInput>,
  options?: CompatibilityOptions,
) {
  const { parts } = checkCompatibility(
    { id: 'D', title: '', ...demand } as DemandInput,
    { id: 'A', title: '', ...supply } as AchievementInput,
    options,
  );
  return parts.find((item) => item.component === component)!;
}
const outcome = (...given: Parameters<typeof part>) => {
  const { status, code } = part(...given);
  return `${status} ${code}`;
};

describe('checkCompatibility on the sample', () => {
  it('tells by how much a price is above the budget, and that nothing else is in the way', () => {
    // D030 pays 100万元 for SiC rings; A056 costs 120万元.
    const { status, isNearMiss, conflicts, parts } = pair('D030', 'A056');
    expect([status, isNearMiss, conflicts]).toEqual(['failed', true, ['price']]);
    expect(parts.find(({ component }) => component === 'price')).toMatchObject({
      gap: 200000,
      reason: { zh: '报价120万元，预算100万元，价格高出预算20万元' },
      advice: { zh: '若降价或增加预算20万元，即可对接' },
    });
  });

  it('says which licence would do', () => {
    // D022 wants an assignment or a service; A041 is only licensed.
    const { conflicts, advice } = pair('D022', 'A041');
    expect(conflicts).toEqual(['mode']);
    expect(advice[0]?.zh).toBe('若需求方接受技术许可，或供给方同意技术转让、技术服务，即可对接');
    expect(advice[0]?.en).toBe(
      'would match if the demand accepted licence, or assignment or service were offered',
    );
  });

  it('finds the terms met of a pair that agrees in all four', () => {
    // D021 wants 技术转让 for 300万元; A039 is a granted patent, assigned for 160万元.
    expect(pair('D021', 'A039')).toMatchObject({ status: 'met', conflicts: [], advice: [] });
  });

  it('asks for the consent of both owners where a result of two institutes is to be assigned', () => {
    // A043 was completed by 蒲河信息学院 with 浑河特种材料研究所; D023 accepts 技术转让.
    const { parts } = pair('D023', 'A043');
    expect(parts[0]).toMatchObject({ status: 'unknown', code: 'co-owned' });
    expect(parts[0]?.reason.zh).toContain('蒲河信息学院、浑河特种材料研究所');
  });

  it('leaves the price open where equity can pay the difference', () => {
    // D011 with 1500万元 and A020 for 1200万元 is within budget; with less, equity is accepted by both.
    expect(pair('D011', 'A020').parts[3]).toMatchObject({ code: 'within-budget' });
    const poor = { ...byId(demands, 'D011'), budget: '1000万元' };
    expect(checkCompatibility(poor, byId(achievements, 'A020')).parts[3]).toMatchObject({
      status: 'unknown',
      code: 'by-equity',
      gap: 2000000,
    });
  });

  it('counts states over the matches, and changes neither their order nor their number', () => {
    const matcher = createMatcher(achievements);
    const demand = byId(demands, 'D012');
    const { matches } = matcher.match(demand, { limit: 3, filter: { asOf: '2026-09-01' } });
    const checked = checkMatches(demand, matches);
    expect(checked.matches.map(({ match }) => match)).toEqual(matches);
    for (const component of COMPATIBILITY_COMPONENTS) {
      const counts = checked.counts[component];
      expect(CONDITION_STATUSES.reduce((sum, status) => sum + counts[status], 0)).toBe(3);
    }
    // Of A021, A119 and A023 the latter two (开放许可、技术许可; 技术转让) do not offer the 合作开发 that D012 wants.
    expect(checked.counts.mode.failed).toBe(2);
  });
});

describe('the way of transfer', () => {
  const modes = (wanted: string, offered: string) =>
    outcome('mode', { cooperationModes: wanted }, { transferModes: offered });
  it.each([
    ['技术许可', '开放许可', 'met shared-mode', 'an open licence is a licence'],
    ['开放许可', '技术许可', 'failed near-mode', 'but a licence is no open licence'],
    ['合作开发', '技术开发', 'met shared-mode', 'joint development is a form of development'],
    ['委托开发', '合作开发', 'failed near-mode', 'its two forms are not the same'],
    ['技术转让', '技术许可', 'failed near-mode', 'both pass a right on'],
    ['技术转让', '技术咨询', 'failed other-mode', 'far from each other'],
    ['技术转让、技术许可', '技术许可', 'met shared-mode', 'one in common is enough'],
    ['', '技术许可', 'unknown not-stated', 'a demand that says nothing'],
    ['技术许可', '看情况', 'unknown not-stated', 'wording that is not known'],
  ])('%s / %s → %s (%s)', (wanted, offered, expected) => {
    expect(modes(wanted, offered)).toBe(expected);
  });

  it('has a label for every way that the library reads', () => {
    expect(Object.keys(MODE_LABELS).sort()).toEqual(Object.keys(MODE_WORDS).sort());
  });
});

describe('intellectual property', () => {
  const ip = (supply: Partial<AchievementInput>, options?: CompatibilityOptions, modes = '技术许可') =>
    outcome('ip', { cooperationModes: modes }, { transferModes: modes, ...supply }, options);
  it('reads kinds and states', () => {
    expect(ip({ ip: [{ type: '发明专利', status: '授权' }] })).toBe('met rights-fit');
    expect(ip({ ip: ['发明专利（申请中）'] })).toBe('unknown pending');
    expect(ip({ ip: [{ type: '发明专利', number: 'ZL202399900001.2', status: '公布' }] })).toBe(
      'met rights-fit',
    );
    expect(ip({ ip: [{ type: '实用新型', status: '因未缴年费终止' }] })).toBe('failed lapsed');
    expect(ip({ ip: [] })).toBe('unknown not-stated');
    expect(ip({})).toBe('unknown not-stated');
  });

  it('needs one right of a wanted kind that is in force', () => {
    const rights = ['发明专利'];
    expect(ip({ ip: ['软件著作权'] }, { rights })).toBe('failed other-right');
    expect(ip({ ip: ['软件著作权', '发明专利'] }, { rights })).toBe('met rights-fit');
    expect(ip({ ip: [{ type: '发明专利', status: '失效' }, '软件著作权'] }, { rights })).toBe(
      'failed other-right',
    );
    expect(ip({ ip: ['实用新型'] }, { rights: ['patent'] })).toBe('met rights-fit');
    expect(part('ip', {}, { ip: ['软件著作权'] }, { rights }).advice?.zh).toBe(
      '若需求方接受软件著作权，或供给方取得发明专利，即可对接',
    );
  });

  it('holds an open licence for granted patents only, where it is the only way in common', () => {
    expect(ip({ ip: ['软件著作权'] }, {}, '开放许可')).toBe('failed licence-needs-patent');
    expect(ip({ ip: [{ type: '发明专利', status: '申请' }] }, {}, '开放许可')).toBe(
      'failed licence-needs-patent',
    );
    expect(ip({ ip: [{ type: '发明专利', status: '授权' }] }, {}, '开放许可')).toBe('met rights-fit');
    expect(ip({ ip: ['软件著作权'] }, {}, '开放许可、技术许可')).toBe('met rights-fit');
  });

  it('needs the consent of all owners for what one alone may not do', () => {
    const owned = { ip: ['发明专利'], organization: '甲大学', completingOrganizations: ['甲大学', '乙所'] };
    expect(ip(owned, {}, '技术转让')).toBe('unknown co-owned');
    expect(ip(owned, {}, '技术许可')).toBe('met rights-fit');
    expect(ip(owned, { exclusivity: 'exclusive' }, '技术许可')).toBe('unknown co-owned');
    expect(ip({ ...owned, completingOrganizations: ['甲大学'] }, {}, '技术转让')).toBe('met rights-fit');
  });
});

describe('exclusivity', () => {
  it.each<[string, Partial<DemandInput>, Partial<AchievementInput>, string]>([
    ['what is not asked for is no conflict', {}, { transferModes: '普通许可' }, 'met not-asked'],
    [
      'an exclusive licence on both sides',
      { cooperationModes: '独占许可' },
      { transferModes: '独占许可' },
      'met exclusivity-fits',
    ],
    [
      'an exclusive licence is a sole one and more',
      { cooperationModes: '排他许可' },
      { transferModes: '独占许可' },
      'met exclusivity-fits',
    ],
    [
      'a sole licence is no exclusive one',
      { cooperationModes: '独占许可' },
      { transferModes: '排他许可' },
      'failed ordinary-only',
    ],
    [
      'an ordinary licence is not exclusive',
      { problem: '希望获得独家授权' },
      { transferModes: '普通许可' },
      'failed ordinary-only',
    ],
    [
      'an open licence is ordinary',
      { problem: '需独占使用权' },
      { transferModes: '开放许可' },
      'failed ordinary-only',
    ],
    [
      'who buys the right has it alone',
      { problem: '需独占许可' },
      { transferModes: '技术转让' },
      'met exclusivity-fits',
    ],
    [
      'a licence that does not say',
      { problem: '需独占许可' },
      { transferModes: '技术许可' },
      'unknown not-stated',
    ],
    [
      'an ordinary licence is enough',
      { problem: '非独占许可即可' },
      { transferModes: '技术许可' },
      'met exclusivity-fits',
    ],
    [
      'an owner who wants to license exclusively',
      { problem: '普通许可即可' },
      { abstract: '拟独占许可' },
      'unknown exclusive-only',
    ],
    ['praise is no right', { problem: '独家工艺被仿制' }, { transferModes: '普通许可' }, 'met not-asked'],
  ])('%s', (_, demand, supply, expected) => {
    expect(outcome('exclusivity', demand, supply)).toBe(expected);
  });

  it('takes the option before what the demand says', () => {
    const demand = { problem: '普通许可即可' };
    const supply = { transferModes: '普通许可' };
    expect(outcome('exclusivity', demand, supply, { exclusivity: 'exclusive' })).toBe('failed ordinary-only');
  });
});

describe('price and budget', () => {
  const price = (
    budget: DemandInput['budget'],
    given: AchievementInput['price'],
    rates?: Record<string, number>,
  ) => outcome('price', { budget }, { price: given }, rates === undefined ? {} : { rates });
  it.each<[DemandInput['budget'], AchievementInput['price'], string, string]>([
    ['100万元', '100万元', 'met within-budget', 'equal is within'],
    ['100万元', '120万元', 'failed over-budget', 'above'],
    ['80-100万元', '90-120万元', 'unknown partly-over', 'a range that reaches beyond'],
    ['80-100万元', '110-120万元', 'failed over-budget', 'a range that lies above'],
    ['不超过100万元', '不超过80万元', 'met within-budget', 'two upper ends'],
    ['50万元以上', '40万元', 'met within-budget', 'below the least that will be paid'],
    ['50万元以上', '60万元', 'unknown open-end', 'a budget without an upper end'],
    ['100万元', '50万元起', 'unknown open-end', 'a price without an upper end'],
    ['100万元', '150万元起', 'failed over-budget', 'but one that begins above'],
    ['100万元', '38万元/台', 'unknown per-unit', 'a price for each'],
    ['30万元', '38万元/台', 'failed over-budget', 'of which not even one is within'],
    ['100万元', '面议', 'unknown negotiable', 'no sum'],
    ['面议', '100万元', 'unknown negotiable', 'no budget'],
    [undefined, '100万元', 'unknown not-stated', 'nothing stated'],
    ['100万元', '20万美元', 'unknown other-currency', 'no rate'],
    [500000, 600000, 'failed over-budget', 'numbers are yuan'],
  ])('%s / %s → %s (%s)', (budget, given, expected) => {
    expect(price(budget, given)).toBe(expected);
  });

  it('converts with the rates of the host', () => {
    const rates = { CNY: 1, USD: 7 };
    expect(price('100万元', '20万美元', rates)).toBe('failed over-budget');
    expect(price('150万元', '20万美元', rates)).toBe('met within-budget');
    expect(part('price', { budget: '100万元' }, { price: '20万美元' }, { rates }).gap).toBe(400000);
  });
});

describe('checkCompatibility on any pair', () => {
  const mode = fc.constantFrom(
    ...Object.values(MODE_WORDS).map(([word]) => word!),
    '独占许可',
    '普通许可',
    '其他',
  );
  const modes = fc.option(fc.array(mode, { maxLength: 3 }), { nil: undefined });
  const money = fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 1e7 }),
      fc.constantFrom('面议', '50万元以上', '30-80万元', '3万元/年', '5万美元', ''),
    ),
    { nil: undefined },
  );
  const right = fc.record({
    type: fc.constantFrom('发明专利', '软件著作权', '技术秘密', '别的'),
    status: fc.constantFrom('授权', '申请', '失效', ''),
  });
  const anyPair = fc.record({
    demand: fc.record({ cooperationModes: modes, budget: money, problem: fc.constantFrom('', '需独占许可') }),
    supply: fc.record({
      transferModes: modes,
      price: money,
      ip: fc.option(fc.array(right, { maxLength: 2 }), { nil: undefined }),
      completingOrganizations: fc.constantFrom(undefined, ['甲', '乙'], ['__proto__']),
    }),
  });

  it('gives four parts in order, their worst state as the whole, and advice wherever something is open', () => {
    fc.assert(
      fc.property(anyPair, ({ demand, supply }) => {
        const [d, s] = [
          { id: 'D', title: '', ...demand },
          { id: 'A', title: '', ...supply },
        ];
        const given = JSON.stringify([d, s]);
        const { status, parts, conflicts, isNearMiss, advice } = checkCompatibility(d, s);
        expect(parts.map(({ component }) => component)).toEqual(COMPATIBILITY_COMPONENTS);
        const has = (state: string) => parts.some((item) => item.status === state);
        expect(status).toBe(has('failed') ? 'failed' : has('unknown') ? 'unknown' : 'met');
        expect(isNearMiss).toBe(conflicts.length === 1);
        for (const { status, reason, advice, code, gap } of parts) {
          expect(
            [reason.zh, reason.en].every((text) => text !== '' && !/undefined|NaN|Infinity/.test(text)),
          ).toBe(true);
          expect(advice === undefined).toBe(status === 'met');
          expect(gap !== undefined).toBe(['over-budget', 'partly-over', 'by-equity'].includes(code));
          if (gap !== undefined) expect(gap).toBeGreaterThan(0);
        }
        expect(advice).toHaveLength(parts.filter((item) => item.status !== 'met').length);
        expect(JSON.stringify([d, s])).toBe(given);
      }),
      { numRuns: 500 },
    );
  });

  it('never turns from met to failed when the budget grows or the price falls', () => {
    const sum = fc.integer({ min: 1, max: 1e8 });
    fc.assert(
      fc.property(sum, sum, sum, (budget, price, more) => {
        const order = ['failed', 'unknown', 'met'];
        const at = (b: number, p: number) => order.indexOf(part('price', { budget: b }, { price: p }).status);
        expect(at(budget + more, price)).toBeGreaterThanOrEqual(at(budget, price));
        expect(at(budget, price + more)).toBeLessThanOrEqual(at(budget, price));
      }),
    );
  });
});

describe('bad input of checkCompatibility', () => {
  it('is named in full', async () => {
    const [demand, supply] = [
      { id: 'D', title: '' },
      { id: 'A', title: '' },
    ];
    const options = { rights: ['发明', '别的'], exclusivity: 'some', rates: { USD: 0 } } as never;
    expect((await badPathsOf(() => checkCompatibility(demand, supply, options))).sort()).toEqual([
      'exclusivity',
      'rates.USD',
      'rights[1]',
    ]);
    expect(await badPathsOf(() => checkCompatibility({ id: '' } as never, supply))).toEqual(['id', 'title']);
    expect(await badPathsOf(() => checkCompatibility(demand, { ...supply, price: -1 }))).toEqual(['price']);
    expect(await badPathsOf(() => checkMatches(demand, [], { rights: 5 as never }))).toEqual(['rights']);
  });
});
