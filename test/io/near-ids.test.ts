import { readAchievements } from 'cuohe/io';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_NEAR_IDS, nearIdNotices } from '../../src/io/near-ids.ts';

const near = (ids: readonly string[]) =>
  nearIdNotices(ids.map((id, index) => ({ index, value: { id, title: 't' } })));

describe('ids that are nearly equal', () => {
  it('are warned of with both places, and stay ids of their own', () => {
    const table = '编号,成果名称\nA-01,热障涂层\nＡ－０１,热障涂层技术\nB,轴承\n';
    const { records, report } = readAchievements(table, { name: 'a.csv' });
    expect(records.map(({ id }) => id)).toEqual(['A-01', 'Ａ－０１', 'B']);
    const told = report.notices.filter(({ code }) => code === 'id-near');
    expect(told).toMatchObject([{ level: 'warning', row: 3, id: 'Ａ－０１' }]);
    expect(told[0]!.text.zh).toBe('第3行的编号与第2行的只差全半角、大小写、空格或看不见的字符');
    expect(told[0]!.text.en).toMatch(/row 3.*row 2/);
    expect(() => readAchievements(table, { name: 'a.csv', strict: true })).toThrow('row 2');
  });

  it.each([
    ['a-01', 'A-01', 'case'],
    ['A 01', 'A01', 'a space'],
    ['A\u200b01', 'A01', 'a zero width'],
    ['A\u200e01', 'A01', 'a direction mark'],
    ['①', '1', 'a circled digit'],
  ])('%s and %s, for %s', (one, other) => {
    const json = JSON.stringify([one, other].map((id) => ({ id, title: '热障涂层' })));
    const { report } = readAchievements(json, { name: 'a.json' });
    const told = report.notices.filter(({ code }) => code === 'id-near');
    expect(told.map(({ text }) => text.zh.slice(0, 12))).toEqual(['第2条的编号与第1条的只']);
  });

  it.each([
    ['A-01', 'A-02'],
    ['A-1', 'A-01'],
    ['甲1', '乙1'],
    ['A-01', 'A01'],
  ])('are not %s and %s', (one, other) => {
    expect(near([one, other])).toEqual([]);
  });

  it('are told a bounded number of times, whatever the ids', () => {
    const many = Array.from({ length: 500 }, (_, i) => (i % 2 === 0 ? `x${i >> 1}` : `X${i >> 1}`));
    const told = near(many);
    expect(told).toHaveLength(MOST_NEAR_IDS + 1);
    expect(told.at(-1)!.text.zh).toBe(`另有${250 - MOST_NEAR_IDS}条记录的编号也是如此`);
    expect(near(many.map((id) => id.repeat(2000)))).toEqual([]);
  });

  it('are told for every id but the first of each that reads the same', () => {
    const char = fc.constantFrom('a', 'A', 'Ａ', ' ', '1', '１', '\u200b');
    const ids = fc.uniqueArray(fc.string({ unit: char, minLength: 1, maxLength: 3 }), { maxLength: 20 });
    fc.assert(
      fc.property(ids, (list) => {
        const read = (id: string) =>
          id
            .replace(/[ \u200b]/g, '')
            .replaceAll('Ａ', 'a')
            .replaceAll('A', 'a')
            .replaceAll('１', '1');
        const expected = list.filter((id, i) => list.slice(0, i).some((other) => read(other) === read(id)));
        expect(near(list).map(({ id }) => id)).toEqual(expected);
      }),
    );
  });
});
