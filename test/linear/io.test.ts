import { readAchievements, readDemands } from 'cuohe/io';
import { describe, expect, it } from 'vitest';
import { redactPersonalData } from '../../src/programmes/people/redact.ts';

/** Files that are wide, deep or blank, and are read as narrow ones are. */

const MANY = 5000;
const csv = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n');
const times = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));

describe('a file is read', () => {
  it.each<[string, (i: number) => string, string]>([
    ['columns of one name', () => '关键词', '涂层'],
    ['columns that number the rows', () => '序号', '1'],
    ['columns of dates that nothing reads', (i) => `第${i}次日期`, '46387'],
    ['columns of sums', () => '价格（万元）', '5'],
    ['columns of particulars', () => '单位地址', 'x'],
  ])('of many %s', (_name, header, cell) => {
    const rows = times(2, (row) => [`r${row}`, `叶片${row}`, ...times(MANY, () => cell)]);
    const { records } = readAchievements(csv(['成果编号', '成果名称', ...times(MANY, header)], ...rows));
    expect(records.map(({ id }) => id)).toEqual(['r0', 'r1']);
  });

  it('of a group over many columns', () => {
    const sheet = {
      name: '表',
      rows: [
        ['编号', '需求名称', '资金情况', ...times(MANY, () => '')],
        ['', '', '拟投入', ...times(MANY, (i) => `第${i}笔`)],
        ['r0', '铸件清理', '5', ...times(MANY, () => '1')],
      ],
    };
    expect(readDemands([sheet]).records).toHaveLength(1);
  });

  it('of many sheets, and of merges that lie over each other', () => {
    const sheets = times(1000, (i) => ({
      name: `表${i}`,
      rows: [
        ['编号', '需求名称', '需求简介'],
        [`r${i}`, '铸件清理', '粉尘大'],
      ],
    }));
    expect(readDemands(sheets).records).toHaveLength(1000);
    const merges = times(20_000, () => ({ top: 0, left: 0, bottom: 1, right: 16_000 }));
    expect(() => readDemands([{ ...sheets[0]!, merges }])).toThrow();
  });

  it('of blanks where a note, a unit or a line end may stand', () => {
    const blanks = ' '.repeat(90_000);
    const rows = [
      ['r0', '叶片', `备注${blanks}x`],
      [`"备注${blanks}x"`, '', ''],
    ];
    expect(
      readAchievements(csv(['成果编号', '成果名称', '简介'], ...rows), { invalid: 'leave-out' }).records
        .length,
    ).toBeGreaterThan(0);
    expect(
      readAchievements(`{"id":"a","title":"x"}${'\n'.repeat(200_000)}x`.slice(0, -1)).records,
    ).toHaveLength(1);
  });

  it('of keys of a million units', () => {
    const key = '键'.repeat(1_000_000);
    const { records } = readAchievements(JSON.stringify({ [key]: [{ id: 'a', title: 'x' }] }));
    expect(records).toHaveLength(1);
  });
});

it('personal data are found in time that grows with the text, however they are nested', () => {
  expect(redactPersonalData(`${'a.'.repeat(100_000)}@`)).toHaveLength(200_001);
  expect(redactPersonalData('1'.repeat(200_000)).trim()).toBe('');
  let nested = '13812345678';
  for (let i = 0; i < 3000; i++) nested = `1381234${nested}5678`;
  expect(redactPersonalData(nested)).not.toMatch(/138/);
  let spaced = '@';
  for (let i = 0; i < 2000; i++) spaced = `138 12${spaced === '@' ? '(13812345678)' : spaced}34 5678`;
  expect(redactPersonalData(spaced)).not.toMatch(/1381234/);
});
