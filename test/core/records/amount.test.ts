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
