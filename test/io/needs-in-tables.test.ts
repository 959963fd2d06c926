import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/index.ts';
import { matchTable } from '../../src/io/index.ts';

const matcher = createMatcher([
  { id: 'light', title: '植物补光灯', text: '按光周期补光，省电一半。' },
  { id: 'pollinate', title: '番茄授粉机器人', text: '以气流震动花序，自动授粉。' },
]);
const several = {
  id: 'd',
  title: '温室园区征集',
  text: '1、番茄授粉靠人工震动，求自动授粉办法；2、补光电费太高，求省电的补光方案。',
};
const headers = (table: ReturnType<typeof matchTable>) => table.columns.map(({ header }) => header);

describe('a table of matches', () => {
  it('has a column for the need of each match, where a demand has several', () => {
    const table = matchTable([matcher.match(several), matcher.match({ id: 'e', title: '补光灯' })]);
    expect(headers(table).at(-1)).toBe('对应需求');
    const needs = Object.fromEntries(table.rows.map((row) => [`${row[0]} ${row[2]}`, row.at(-1)]));
    expect(needs).toMatchObject({
      'd light': '补光电费太高，求省电的补光方案',
      'd pollinate': '番茄授粉靠人工震动，求自动授粉办法',
    });
    expect(needs['e light']).toBeUndefined();
    expect(headers(matchTable([matcher.match(several)], { language: 'en' })).at(-1)).toBe('need');
  });

  it('has none where every demand has one need', () => {
    expect(headers(matchTable([matcher.match({ id: 'e', title: '补光灯' })]))).not.toContain('对应需求');
  });
});
