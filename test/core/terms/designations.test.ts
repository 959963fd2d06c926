import { describe, expect, it } from 'vitest';
import { designationsOf } from '../../../src/core/terms/designations.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';
import { readingText } from '../../../src/core/terms/reading-text.ts';

const found = (given: string) => {
  const normalized = normalize(given);
  return designationsOf(normalized.text, readingText(normalized, given)).map(({ terms, start, end }) => [
    normalized.text.slice(start, end),
    ...terms,
  ]);
};

describe('standards', () => {
  it.each([
    ['with a space', '按GB/T 9876执行', [['gb/t 9876', 'gb/t9876']]],
    ['without', 'GB/T9876', [['gb/t9876', 'gb/t9876']]],
    ['with its year, by both names', 'GB/T 9876-2011', [['gb/t 9876-2011', 'gb/t9876', 'gb/t9876-2011']]],
    ['with a long dash', 'GB/T 9876—2011', [['gb/t 9876', 'gb/t9876']]],
    ['with a colon', 'ISO 9001:2015', [['iso 9001:2015', 'iso9001', 'iso9001-2015']]],
    ['that must be kept to is another one', 'GB 9876', [['gb 9876', 'gb9876']]],
    ['of a ministry', 'JB/T 1234.5-2020', [['jb/t 1234.5-2020', 'jb/t1234.5', 'jb/t1234.5-2020']]],
    ['of a province', 'DB21/T 3344', [['db21/t 3344', 'db21/t3344']]],
    ['of a society', 'T/ABC 12-2022', [['t/abc 12-2022', 't/abc12', 't/abc12-2022']]],
    ['a name that goes on is none', 'xgb 9876', []],
  ])('%s', (_what, given, expected) => {
    expect(found(given)).toEqual(expected);
  });
});

describe('models that a space parts', () => {
  it.each([
    ['capitals and a number', '型号X 900', [['x 900', 'x900']]],
    ['a decimal', 'PM 2.5', [['pm 2.5', 'pm2.5']]],
    ['small letters are words', 'in 900', []],
    ['a number with a unit is a quantity', '直径D 50mm', []],
    ['a figure is none', 'FIG 12', []],
  ])('%s', (_what, given, expected) => {
    expect(found(given)).toEqual(expected);
  });
});

it.each(['gb/t ', 'A 9', 'iso 1'])('a million characters of %s are read', (piece) => {
  const text = piece.repeat(1e6 / piece.length);
  expect(() => designationsOf(text.toLowerCase(), text)).not.toThrow();
});
