import type { MatchRecord } from 'cuohe';
import { expect, test } from 'vitest';
import { sayIn } from '../../src/command/language.ts';
import { progressText } from '../../src/command/progress.ts';
import { tableText } from '../../src/command/table-text.ts';
import { width } from '../../src/command/terminal.ts';
import { titleOf } from '../../src/command/words.ts';

test('progress tells how much is done and how long the rest takes', () => {
  const [zh, en] = [sayIn('zh'), sayIn('en')];
  expect(progressText('匹配', { done: 50, total: 200, rate: 10 }, zh)).toBe(
    '匹配 █████··············· 50/200 约剩 15 秒',
  );
  expect(progressText('Matching', { done: 0, total: 90_000, rate: 10 }, en)).toMatch(
    /0\/90,000 about 150 min left$/,
  );
  expect(progressText('匹配', { done: 200, total: 200, rate: 10 }, zh)).toMatch(/200\/200$/);
  expect(progressText('读取', { done: 7, total: undefined, rate: 10 }, zh)).toBe('读取 7');
});

test('a table fits the page: empty columns are left out, the widest are cut', () => {
  const long = '长'.repeat(200);
  const table = {
    columns: [{ header: '编号' }, { header: '空' }, { header: '说明' }, { header: '又' }],
    rows: [
      ['A1', undefined, long, long],
      ['A2', null, '短\u001B[2J', 0.123456],
    ],
  };
  const lines = tableText(table);
  expect(lines[0]).toMatch(/^ {2}编号 {2}说明 +又$/);
  expect(lines[1]).toMatch(/…/);
  expect(lines[2]).toMatch(/0\.123$/);
  expect(lines.join('')).not.toContain('\u001B');
  expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(100);
});

test('a title that is a text in the wrong place is cut, and no character is parted', () => {
  const record = (title: string) => ({ id: 'D', kind: 'demand', title }) as MatchRecord;
  expect(titleOf(record(' 热障涂层 '))).toBe('热障涂层');
  expect(titleOf(record('长'.repeat(10_000)))).toBe(`${'长'.repeat(120)}…`);
  expect(titleOf(record(`${'长'.repeat(119)}😀热`))).toBe(`${'长'.repeat(119)}…`);
  expect(titleOf({ ...record(''), text: '只有正文' })).toBe('只有正文…');
});
