import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/base/errors.ts';
import { parseDate } from '../../../src/core/records/dates.ts';
import { parseRecords } from '../../../src/core/records/parse.ts';
import { isUnreadable, unreadableIssues } from '../../../src/core/records/unreadable.ts';

const ROWS = [
  { id: 'a', title: '', validTo: '明年', validFrom: '去年' },
  { id: 'b', title: '', validTo: '2028年6月', validFrom: '2024' },
  { id: 'c', title: '', validTo: '长期有效' },
  { id: 'd', title: '' },
];
const EXPECTED = 'a date, or wording for a validity without end';

describe('a validity', () => {
  it.each([
    '明年',
    '签订合同后一年',
    '2027-13-45',
    '2027-3-1 至 2028-3-1',
    '长期合作至2026年',
    '12',
    '非长期',
    '待定',
  ])('of the wording %s is unreadable', (raw) => {
    expect(isUnreadable(parseDate(raw))).toBe(true);
  });

  it.each([
    '长期',
    '长期有效',
    '有效期：长期',
    '永久',
    '永久有效。',
    '无固定期限',
    '无期限',
    '无',
    '不限',
    'Long-term',
    'long term',
    'Permanent',
    'no expiry',
    'N/A',
    '—',
    '/',
    ' ',
    '',
  ])('of the wording "%s" is without end', (raw) => {
    expect(isUnreadable(parseDate(raw))).toBe(false);
  });

  it('with a last day, or none at all, is readable', () => {
    expect(isUnreadable(parseDate('2028年6月'))).toBe(false);
    expect(isUnreadable({ raw: '年底', to: '2027-12-31' })).toBe(false);
    expect(isUnreadable(undefined)).toBe(false);
  });

  it('that is unreadable is listed with its record, field and wording', () => {
    const issues = unreadableIssues(parseRecords(ROWS, 'demand'));
    expect(issues).toEqual([
      {
        index: 0,
        id: 'a',
        path: 'validFrom',
        expected: EXPECTED,
        received: 'the text "去年"',
      },
      { index: 0, id: 'a', path: 'validTo', expected: EXPECTED, received: 'the text "明年"' },
    ]);
  });

  it('that begins on a known day was understood', () => {
    const validFrom = { raw: '2024年起', from: '2024-01-01' };
    expect(unreadableIssues(parseRecords([{ id: 'a', title: '', validFrom }], 'demand'))).toEqual([]);
  });

  it('that is unreadable is refused on demand, beside all else that is wrong', () => {
    const options = {
      unreadable: 'refuse',
      offset: 5,
      place: (index: number) => `row ${index + 2}`,
    } as const;
    const rows = [...ROWS, { id: 'e', title: 7 }];
    let error: unknown;
    try {
      parseRecords(rows, 'demand', options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    const { code, issues } = error as InputError;
    expect(code).toBe('INVALID_RECORDS');
    expect(issues.map(({ index, place, path }) => [index, place, path])).toEqual([
      [5, 'row 2', 'validFrom'],
      [5, 'row 2', 'validTo'],
      [9, 'row 6', 'title'],
    ]);
    expect(parseRecords(ROWS.slice(1), 'demand', options)).toHaveLength(3);
  });
});
