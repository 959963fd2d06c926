import { describe, expect, it } from 'vitest';
import { dayNumber, parseDate } from '../../../src/core/records/dates.ts';
import { isUnreadable } from '../../../src/core/records/unreadable.ts';

describe('a date', () => {
  it.each([
    ['a day covers itself', '2027-12-31', '2027-12-31', '2027-12-31'],
    ['a month covers its days to the last', '2028年6月', '2028-06-01', '2028-06-30'],
    ['a month with 底前 covers the same days', '2028年6月底前', '2028-06-01', '2028-06-30'],
    ['a February of a leap year has 29 days', '2028年2月', '2028-02-01', '2028-02-29'],
    ['a year covers all its days', '2027年', '2027-01-01', '2027-12-31'],
    ['a bare year is a year', '2027', '2027-01-01', '2027-12-31'],
    ['slashes and single digits are read', '2027/3/1', '2027-03-01', '2027-03-01'],
    ['points are read', '2027.3.1', '2027-03-01', '2027-03-01'],
    ['eight digits are a day', '20271231', '2027-12-31', '2027-12-31'],
    ['full-width digits are read', '２０２７年１２月３１日', '2027-12-31', '2027-12-31'],
    ['white space does not matter', ' 2027 年 3 月 1 日 ', '2027-03-01', '2027-03-01'],
    ['之前 names the last day', '2027年12月31日之前', '2027-12-31', '2027-12-31'],
    ['a time of day is left out', '2027-12-31 23:59:59', '2027-12-31', '2027-12-31'],
    ['a time stamp in milliseconds is its UTC day', '1830297599000', '2027-12-31', '2027-12-31'],
    ['a time stamp in seconds too', '1830297599', '2027-12-31', '2027-12-31'],
    ['the serial day of a spreadsheet', '46752', '2027-12-31', '2027-12-31'],
    ['the serial day with a time', '46752.99', '2027-12-31', '2027-12-31'],
    ['a month by its English name', '31-Dec-26', '2026-12-31', '2026-12-31'],
    ['an English date, the month first', 'Dec 31, 2026', '2026-12-31', '2026-12-31'],
    ['an English date, the day first', '31 December 2026', '2026-12-31', '2026-12-31'],
    ['an English month', 'June 2026', '2026-06-01', '2026-06-30'],
    ['a quarter', '2026年第三季度', '2026-07-01', '2026-09-30'],
    ['a quarter by its letter', '2026Q3', '2026-07-01', '2026-09-30'],
    ['the letter may stand first', 'Q4 2026', '2026-10-01', '2026-12-31'],
    ['a quarter of a year of two digits', '26年三季度', '2026-07-01', '2026-09-30'],
    ['the first half of a year', '2026年上半年', '2026-01-01', '2026-06-30'],
    ['the second half of a year', '2026下半年', '2026-07-01', '2026-12-31'],
    ['the end of a year', '2026年年底', '2026-01-01', '2026-12-31'],
    ['the beginning of a year is its first quarter', '2026年初', '2026-01-01', '2026-03-31'],
    ['the end of a month', '2026年3月底', '2026-03-01', '2026-03-31'],
    ['the first ten days', '2026年3月上旬', '2026-03-01', '2026-03-10'],
    ['the second ten days', '2026年3月中旬', '2026-03-11', '2026-03-20'],
    ['the last days', '2028年2月下旬', '2028-02-21', '2028-02-29'],
    ['Chinese numerals', '二〇二六年十二月三十一日', '2026-12-31', '2026-12-31'],
    ['another sign for nought', '二零二六年', '2026-01-01', '2026-12-31'],
    ['前 names the last day', '2026年12月31日前', '2026-12-31', '2026-12-31'],
    ['号 is 日', '2026年12月31号', '2026-12-31', '2026-12-31'],
    ['截至 names the last day', '截至2026年12月31日', '2026-12-31', '2026-12-31'],
    ['the last hour of a day', '2026.12.31 24:00', '2026-12-31', '2026-12-31'],
    ['an hour in words', '2026年12月31日24时', '2026-12-31', '2026-12-31'],
    ['the first hour of a day', '2026/12/31 0:00', '2026-12-31', '2026-12-31'],
    ['the day of the week is left out', '2026年12月31日（星期四）', '2026-12-31', '2026-12-31'],
    ['a day beyond 12 tells which is the month', '13/04/2026', '2026-04-13', '2026-04-13'],
    ['as it does where the month stands first', '04/13/2026', '2026-04-13', '2026-04-13'],
    ['an ISO time is left out', '2027-12-31T16:00:00.000Z', '2027-12-31', '2027-12-31'],
  ])('%s', (_reason, raw, from, to) => {
    expect(parseDate(raw)).toEqual({ raw, from, to });
  });

  it.each([
    ['a month 13 is never corrected', '2024-13-45'],
    ['a day that the month lacks is never corrected', '2023-02-29'],
    ['a slip of the keyboard is never corrected', '20206月4'],
    ['a validity without end names no date', '长期有效'],
    ['two dates are not one', '2027-3-1 至 2028-3-1'],
    ['two months are not one', '2027年3月至2028年3月'],
    ['two years are no year and month', '2020-2030'],
    ['words after a date may change it', '2027-12-31 以后另行通知'],
    ['the year 0 is no year', '0000-01-01'],
    ['a number of no likely day is none', '12345'],
    ['a month without a sign might be a day', '202712'],
    ['a number with an exponent is none', '1.8e12'],
    ['a day without a year', '3月5日'],
    ['a day and a month in figures alone', '12-31'],
    ['which of both is the month, nobody knows', '03/04/2026'],
    ['a month and a year of two digits might be a month and a day', 'Dec-26'],
    ['years of two digits alone might be a term', '26年'],
    ['a term is no date', '三年'],
    ['a month without a year', '十二月'],
    ['the middle of a year is no part that has ends', '2026年中'],
    ['a fifth quarter', '2026年第五季度'],
    ['ten days of a month 13', '2026年13月上旬'],
    ['an English day that the month lacks', '31-Feb-26'],
    ['no wording names no date', ''],
  ])('%s: only the wording is kept', (_reason, raw) => {
    expect(parseDate(raw)).toEqual({ raw });
  });

  it.each(['3月5日', '03/04/2026', '12-31', '2026年中'])('that is not read is told of: %s', (raw) => {
    expect(isUnreadable(parseDate(raw))).toBe(true);
  });

  it.each(['9', '1-', '/', ' ', '（', '一', '年', 'Dec ', '2026', '2026年', 'jan', '1/'])(
    'is read from its beginning, however often %j stands there',
    (piece) => {
      const raw = piece.repeat(100_000);
      expect(parseDate(raw).raw).toBe(raw);
    },
  );

  it('counts days from 1970', () => {
    expect([dayNumber('1970-01-01'), dayNumber('1970-01-02'), dayNumber('1969-12-31')]).toEqual([0, 1, -1]);
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
  });

  it('reads no more than the beginning of a long wording', () => {
    const raw = `2027-${' '.repeat(1_000_000)}\nx`;
    expect(parseDate(raw).raw).toBe(raw);
  });
});
