import { describe, expect, it } from 'vitest';
import { dayNumber, parseDate } from '../../../src/core/records/dates.ts';

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
    ['no wording names no date', ''],
  ])('%s: only the wording is kept', (_reason, raw) => {
    expect(parseDate(raw)).toEqual({ raw });
  });

  it('counts days from 1970', () => {
    expect([dayNumber('1970-01-01'), dayNumber('1970-01-02'), dayNumber('1969-12-31')]).toEqual([0, 1, -1]);
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
  });

  it('reads no more than the beginning of a long wording', () => {
    const raw = `2027-${' '.repeat(1_000_000)}\nx`;
    expect(parseDate(raw).raw).toBe(raw);
  });
});
