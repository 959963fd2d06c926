import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../src/core/records/amount.ts';

const sum = (min?: number, max = min, currency = 'CNY', negotiable = false) => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
  currency,
  negotiable,
});
const unread = (wording: string) => ({ ...sum(), unread: wording });
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
    ['a range that runs backwards is no sum', '100-50万', unread('100-50万')],
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
    ['一起 does not mean 起', '双方一起投入50万元', { ...sum(500_000), unread: '双方一起投入' }],
    ['a currency may stand before, commas group digits', 'USD 20,000', sum(20_000, 20_000, 'USD')],
    ['a currency may stand after the scale', '20万美元', sum(200_000, 200_000, 'USD')],
    ['a currency may stand after both ends', '50万美元-80万美元', sum(500_000, 800_000, 'USD')],
    ['HK$ is no US dollar', 'HK$3万', sum(30_000, 30_000, 'HKD')],
    ['pounds are not yuan', '2万英镑', sum(20_000, 20_000, 'GBP')],
    ['full-width digits and commas are read', '３，０００元', sum(3000)],
    ['a full-width comma groups digits', '3，000元', sum(3000)],
    ['a year before the sum is no sum', '2023年预算50万元', { ...sum(500_000), unread: '2023年' }],
    [
      'a date before the range is no sum',
      '2027-12-31前支付50-80万元',
      { ...sum(500_000, 800_000), unread: '2027-12-31前；支付' },
    ],
    ['a sum may stand beside 面议', '面议（参考价100万）', sum(1_000_000, 1_000_000, 'CNY', true)],
    ['nonsense states nothing', '按有关规定', unread('按有关规定')],
    ['no wording states nothing', '', sum()],
    ['more digits than a number holds state nothing', '9'.repeat(400), unread('9'.repeat(400))],
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
    ['numerals in a sentence are no sum', '第一年付一半', {}, '第一年付一半'],
    ['w is ten thousand', '60w', { min: 600_000, max: 600_000 }],
    ['a sign makes a bound', '>60', { min: 600_000 }],
    ['a share is no sum', '净利润的5%', {}, '净利润的5%'],
    ['a year is no sum', '2027年再定', {}, '2027年再定'],
    ['free is nothing', '免费', { min: 0, max: 0 }],
    ['a free transfer is nothing', '无偿转让', { min: 0, max: 0 }],
    ['a condition stands beside free', '免费，需签协议', { min: 0, max: 0 }, '需签协议'],
    ['a total goes before its parts', '总预算500，其中设备200', { min: 5e6, max: 5e6 }, '其中设备200'],
    ['a part without a comma', '600万 含设备100万', { min: 6e6, max: 6e6 }, '含设备100万'],
    ['two sums are not one', '采购300万元 研发200万元', {}, '采购300万元 研发200万元'],
    ['two sums on top of each other are not one', '20+30', {}, '20+30'],
    ['one of two sums is none', '50或60', {}, '50或60'],
    ['a fraction is no sum', '1/2', {}, '1/2'],
    ['a version is no sum', '1.2.3', {}, '1.2.3'],
    ['a sum below nothing is none', '-50', {}, '-50'],
    ['a power is no sum', '1e3', {}, '1e3'],
    ['watts are no ten thousands', '100W功率', {}, '100W功率'],
    ['months are no sum', '12个月', {}, '12个月'],
    ['years are no sum', '3-5年', {}, '3-5年'],
    ['shares are no sum', '30-50%', {}, '30-50%'],
    ['people are no sum', '5万人', {}, '5万人'],
    ['a term stands beside the sum', '50万元、3年', { min: 500_000, max: 500_000 }, '3年'],
    ['a vague numeral is no sum', '几十万', {}, '几十万'],
    ['a vague numeral in a number is no sum', '一百多万', {}, '一百多万'],
    ['a magnitude is no sum', '百万级', {}, '百万级'],
    ['more than a number is a lower end', '100多万', { min: 1e6 }],
    ['余 is a lower end', '50余万元', { min: 500_000 }],
    ['封顶 is an upper end', '60封顶', { max: 600_000 }],
    ['内 is an upper end', '60内', { max: 600_000 }],
    ['不足 is an upper end', '不足60', { max: 600_000 }],
    ['a starting price is a lower end', '起拍价60', { min: 600_000 }],
    ['tens after hundreds may leave out their step', '二百五', { min: 2.5e6, max: 2.5e6 }],
    ['two scales in one numeral', '一亿二千万元', { min: 1.2e8, max: 1.2e8 }],
    ['yuan in numerals are a unit of their own', '伍仟元整', { min: 5000, max: 5000 }],
    ['a scale of numerals stands once', '三至五万', { min: 30_000, max: 50_000 }],
    ['old forms are scales', '100萬圓', { min: 1e6, max: 1e6 }],
    ['blanks group digits', '1 200', { min: 1.2e7, max: 1.2e7 }],
    ['a sign of currency is a unit', '￥50,000', { min: 50_000, max: 50_000 }],
    ['a sign of currency beside a small number is none', '￥50.00', { min: 500_000, max: 500_000 }],
    ['the sum again in a note', '壹佰贰拾万元整（￥1,200,000.00）', { min: 1.2e6, max: 1.2e6 }],
    ['a note in words tells the unit', '1200000（大写：壹佰贰拾万元整）', { min: 1.2e6, max: 1.2e6 }],
    ['a note may be the unit', '5（亿元）', { min: 5e8, max: 5e8 }],
    ['hedges at both ends', '50左右至约80', { min: 500_000, max: 800_000 }],
    ['来 is about', '二十来万', { min: 200_000, max: 200_000 }],
    ['… in digits', '预算20来万元', { min: 200_000, max: 200_000 }],
    ['nothing is said by 暂无', '暂无', {}],
    ['人民币 are no people', '60万人民币左右', { min: 600_000, max: 600_000 }],
    [
      '共 tells the whole',
      '自筹50万，拨款30万，共80万',
      { min: 800_000, max: 800_000 },
      '自筹50万；拨款30万',
    ],
  ])('in a column of 万元: %s', (_why, cell, expected, unread) => {
    const { min, max, raw, unread: rest } = parseAmount(cell, '万元');
    expect([min, max, rest]).toEqual([expected.min, expected.max, unread]);
    expect(raw).toBe(cell);
  });

  it.each([
    ['面议', true],
    ['价格电议', true],
    ['双方协商确定', true],
    ['可议价', true],
    ['不面议', false],
    ['50万，不可议价', false],
    ['一口价，谢绝议价', false],
  ])('that says %s is left to negotiation: %s', (raw, negotiable) => {
    expect(parseAmount(raw).negotiable).toBe(negotiable);
  });

  it.each([
    ['10万加元', 'CAD'],
    ['10万澳元', 'AUD'],
    ['500万日圆', 'JPY'],
    ['US$20,000', 'USD'],
    ['S$20,000', 'SGD'],
    ['10万瑞士法郎', 'CHF'],
    ['美元结算，价格面议', 'USD'],
    ['100万元（约14万美元）', 'CNY'],
  ])('of %s is in %s', (raw, currency) => {
    expect(parseAmount(raw).currency).toBe(currency);
  });

  it.each(['9', '1,', ' ', '(', '（', '一', '万', '1-', '第一年5', '1/', '$', '不', '其中', '1.', '十至'])(
    'is read from its beginning, however often %j stands there',
    (piece) => {
      const raw = piece.repeat(100_000);
      expect(parseAmount(raw, '万元').raw).toBe(raw);
      const behind = `50万元${raw}`;
      expect(parseAmount(behind, '万元').raw).toBe(behind);
    },
  );

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
