import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../src/core/records/amount.ts';

const sum = (min?: number, max = min, currency = 'CNY', negotiable = false) => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
  currency,
  negotiable,
});
const upTo = (max: number) => ({ max, currency: 'CNY', negotiable: false });
const from = (min: number) => ({ min, currency: 'CNY', negotiable: false });

describe('an amount', () => {
  it.each([
    ['negotiable wording states no sum', '面议', sum(undefined, undefined, 'CNY', true)],
    ['a scale multiplies', '120万元', sum(1_200_000)],
    ['a decimal is multiplied without a rounding error', '1.2亿元', sum(120_000_000)],
    ['0.07 × 10⁴ is not 700.0000000000001', '0.07万', sum(700)],
    ['two characters may make one scale', '3千万元', sum(30_000_000)],
    ['the scale of a range stands once, after its end', '50-80万元', sum(500_000, 800_000)],
    ['each end may have its own scale', '5000万-1.2亿元', sum(50_000_000, 120_000_000)],
    ['a number written out in full takes no scale from the end', '5000-2万元', sum(5000, 20_000)],
    ['units may stand after both ends', '50万元 至 80万元', sum(500_000, 800_000)],
    ['a full-width tilde makes a range', '50～80万', sum(500_000, 800_000)],
    ['a bare range is in yuan', '500-1000', sum(500, 1000)],
    ['a range that runs backwards is no sum', '100-50万', sum()],
    ['不超过 gives the upper end only', '不超过500万元', upTo(5_000_000)],
    ['以内 gives the upper end only', '30万元以内', upTo(300_000)],
    ['低于 gives the upper end only', '低于30万元', upTo(300_000)],
    ['不大于 holds 大于 and means the opposite', '不大于30万元', upTo(300_000)],
    ['以上 gives the lower end only', '100万以上', from(1_000_000)],
    ['起 gives the lower end only', '1万元起', from(10_000)],
    ['不低于 holds 低于 and means the opposite', '不低于100万元', from(1_000_000)],
    ['不小于 holds 小于 and means the opposite', '不小于100万元', from(1_000_000)],
    ['超过 gives the lower end only', '超过100万元', from(1_000_000)],
    ['以上 and 以下 name the two ends', '500万元以上、1000万元以下', sum(5_000_000, 10_000_000)],
    ['一起 does not mean 起', '双方一起投入50万元', sum(500_000)],
    ['a currency may stand before, commas group digits', 'USD 20,000', sum(20_000, 20_000, 'USD')],
    ['a currency may stand after the scale', '20万美元', sum(200_000, 200_000, 'USD')],
    ['a currency may stand after both ends', '50万美元-80万美元', sum(500_000, 800_000, 'USD')],
    ['HK$ is no US dollar', 'HK$3万', sum(30_000, 30_000, 'HKD')],
    ['pounds are not yuan', '2万英镑', sum(20_000, 20_000, 'GBP')],
    ['full-width digits and commas are read', '３，０００元', sum(3000)],
    ['a full-width comma groups digits', '3，000元', sum(3000)],
    ['a year before the sum is no sum', '2023年预算50万元', sum(500_000)],
    ['a date before the range is no sum', '2027-12-31前支付50-80万元', sum(500_000, 800_000)],
    ['a sum may stand beside 面议', '面议（参考价100万）', sum(1_000_000, 1_000_000, 'CNY', true)],
    ['nonsense states nothing', '按有关规定', sum()],
    ['no wording states nothing', '', sum()],
    ['more digits than a number holds state nothing', '9'.repeat(400), sum()],
  ])('%s', (_reason, raw, expected) => {
    expect(parseAmount(raw)).toEqual({ raw, ...expected });
  });

  it.each<[why: string, cell: string, ends: { min?: number; max?: number }, unread?: string]>([
    ['the unit of the column counts', '１２０', { min: 1_200_000, max: 1_200_000 }],
    ['and for both ends', '５０－８０', { min: 500_000, max: 800_000 }],
    ['a unit of its own goes before that of the column', '1.5亿', { min: 150_000_000, max: 150_000_000 }],
    ['yuan are a unit of its own', '800000元', { min: 800_000, max: 800_000 }],
    ['a note in brackets is no sum', '300（其中自筹100）', { min: 3_000_000, max: 3_000_000 }, '其中自筹100'],
    ['a note that says nothing is understood', '300（含税）', { min: 3_000_000, max: 3_000_000 }],
    ['a condition stands beside a bound', '不超过80，按成效支付', { max: 800_000 }, '按成效支付'],
    ['a sum for each year is said to be one', '60/年', { min: 600_000, max: 600_000 }, '/年'],
    ['what comes on top makes the sum the least', '60 + 销售提成', { min: 600_000 }, '销售提成'],
    ['several sums are not one', '首期30，二期40', {}, '首期30,二期40'],
    ['Chinese numerals are numbers', '二百五十', { min: 2_500_000, max: 2_500_000 }],
    ['Chinese numerals have units too', '叁佰万元整', { min: 3_000_000, max: 3_000_000 }],
    ['a range of Chinese numerals', '二十至四十', { min: 200_000, max: 400_000 }],
    ['numerals in a sentence are no sum', '第一年付一半', {}],
    ['w is ten thousand', '60w', { min: 600_000, max: 600_000 }],
    ['a sign makes a bound', '>60', { min: 600_000 }],
    ['a share is no sum', '净利润的5%', {}],
    ['a year is no sum', '2027年再定', {}],
    ['free is nothing', '免费', { min: 0, max: 0 }],
  ])('in a column of 万元: %s', (_why, cell, expected, unread) => {
    const { min, max, raw, unread: rest } = parseAmount(cell, '万元');
    expect([min, max, rest]).toEqual([expected.min, expected.max, unread]);
    expect(raw).toBe(cell);
  });

  it('takes the currency of the column too', () => {
    expect(parseAmount('20', '万美元')).toMatchObject({ min: 200_000, currency: 'USD' });
    expect(parseAmount('20万欧元', '万美元')).toMatchObject({ min: 200_000, currency: 'EUR' });
  });

  it('keeps a number as it is, in yuan', () => {
    expect(parseAmount(1e21)).toEqual({
      raw: '1e+21',
      min: 1e21,
      max: 1e21,
      currency: 'CNY',
      negotiable: false,
    });
    expect(parseAmount(0)).toEqual({ raw: '0', min: 0, max: 0, currency: 'CNY', negotiable: false });
    expect(parseAmount(1e-7).max).toBe(1e-7);
  });

  it.each([-5, Number.NaN, Number.POSITIVE_INFINITY])('takes no sum from the number %d', (value) => {
    expect(parseAmount(value)).toEqual({ raw: String(value), currency: 'CNY', negotiable: false });
  });

  it('keeps a long wording and reads its beginning', () => {
    const raw = `50万元${' '.repeat(1_000_000)}1-2${'1 '.repeat(1000)}`;
    expect(parseAmount(raw)).toEqual({ raw, ...sum(500_000) });
  });
});
