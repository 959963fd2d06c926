import { createMatcher, InputError } from 'cuohe';
import { readAchievements } from 'cuohe/io';
import { describe, expect, it } from 'vitest';
import { parseRecords } from '../../../src/core/records/parse.ts';
import { MAX_RECORD, MAX_RECORDS, MAX_TEXT } from '../../../src/core/records/sizes.ts';

const failure = (run: () => unknown): InputError => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('no error');
};
const read = (record: object) => parseRecords([{ id: 'A', title: '', ...record }], 'achievement');

describe('the size of a record', () => {
  it('is bounded, by the text and in all, and what is at the bound is read', () => {
    const text = '涂'.repeat(MAX_TEXT);
    expect(read({ text })).toHaveLength(1);
    expect(failure(() => read({ text: `${text}层` })).issues).toEqual([
      {
        index: 0,
        id: 'A',
        path: 'text',
        expected: 'a text of at most 100000 characters',
        received: '100001 characters',
      },
    ]);
    // With the id, and one more for each item.
    const keywords: string[] = new Array(MAX_RECORD / 100_000).fill('1'.repeat(MAX_TEXT - 1));
    keywords[0] = keywords[0]!.slice(1);
    expect(read({ keywords })).toHaveLength(1);
    expect(failure(() => read({ keywords, text: '1' })).issues).toEqual([
      {
        index: 0,
        id: 'A',
        path: '',
        expected: 'a record of at most 1000000 characters',
        received: '1000001 characters',
      },
    ]);
  });

  it.each(['涂', '1.'])('of millions of %s is told, of records and of queries', (piece) => {
    const text = piece.repeat(5_000_000 / piece.length);
    const [good, bad] = [
      { id: 'A', title: '叶片' },
      { id: 'B', title: '', abstract: text },
    ];
    expect(failure(() => createMatcher([good, bad])).issues[0]).toMatchObject({
      index: 1,
      id: 'B',
      path: 'abstract',
    });
    expect(failure(() => createMatcher([good]).match(text)).issues[0]).toMatchObject({ path: 'title' });
  });

  it('counts parts and items, fields of the other side, and fields of the host that carry weight', () => {
    const long = 'x'.repeat(MAX_TEXT + 1);
    const paths = (record: object) => failure(() => read(record)).issues.map(({ path }) => path);
    expect(paths({ organization: { name: long } })).toEqual(['organization.name']);
    expect(paths({ indicators: ['a', { raw: long }] })).toEqual(['indicators[1].raw']);
    expect(paths({ keywords: ['a', long] })).toEqual(['keywords[1]']);
    expect(paths({ expectedOutcome: long })).toEqual(['expectedOutcome']);
    const own = () =>
      createMatcher([{ id: 'A', title: '', summary: long }], { fields: { title: 1, summary: 1 } });
    expect(failure(own).issues.map(({ path }) => path)).toEqual(['summary']);
    // What carries none may be of any size.
    expect(read({ picture: long })).toHaveLength(1);
  });

  it('is no reason to leave out the other rows of a file', () => {
    const file = `编号,成果名称,成果简介\nA,叶片,短\nB,叶轮,${'长'.repeat(MAX_TEXT + 1)}\nC,轴承,短`;
    const error = failure(() => readAchievements(file));
    expect(error.issues).toMatchObject([{ index: 1, id: 'B', place: 'row 3, column "成果简介"' }]);
    const { records, report } = readAchievements(file, { invalid: 'leave-out' });
    expect(records.map(({ id }) => id)).toEqual(['A', 'C']);
    expect(report.notices.filter(({ code }) => code === 'record-left-out')).toMatchObject([
      { row: 3, id: 'B' },
    ]);
  });
});

describe('the number of records', () => {
  it('is bounded', () => {
    expect(failure(() => parseRecords(new Array(MAX_RECORDS + 1), 'demand')).issues).toEqual([
      { index: -1, path: '', expected: 'at most 16777216 records', received: 'an array of 16777217' },
    ]);
  });

  it('that are bad grows neither issues nor message, and is told', () => {
    const bad = Array.from({ length: 20_000 }, (_, i) => ({ id: i, title: i }));
    const error = failure(() => createMatcher(bad as never));
    expect([error.issues.length, error.total]).toEqual([1000, 20_000]);
    expect(error.message.length).toBeLessThan(10_000);
    expect(error.message).toContain('20000 problems');
  });
});
