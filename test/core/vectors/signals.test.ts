import { type AchievementInput, parseRecords } from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { trlOf } from '../../../src/core/records/readiness.ts';
import { regionOf } from '../../../src/core/records/region.ts';
import { TEXT_SIGNALS, termFrequencies } from '../../../src/core/terms/term-frequencies.ts';
import {
  featuresOf,
  isTextSignal,
  SIGNAL_MARKS,
  SIGNAL_WEIGHTS,
  SIGNALS,
} from '../../../src/core/vectors/signals.ts';

const parsed = (fields: Partial<AchievementInput>, stages?: []) =>
  parseRecords(
    [{ id: 'a', title: '', ...fields }],
    'achievement',
    stages === undefined ? {} : { stages },
  )[0]!;
const NO_TEXT = termFrequencies([]);
const signal = (name: (typeof SIGNALS)[number], fields: Partial<AchievementInput>) => [
  ...featuresOf(parsed(fields), NO_TEXT, [])[name],
];

describe('signals', () => {
  it('have weights that sum to 1, the text before all', () => {
    const weights = SIGNALS.map((name) => SIGNAL_WEIGHTS[name]);
    expect(weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12);
    const texts = TEXT_SIGNALS.map((name) => SIGNAL_WEIGHTS[name]);
    const others = SIGNALS.filter((name) => !isTextSignal(name)).map((name) => SIGNAL_WEIGHTS[name]);
    expect(Math.min(...texts)).toBeGreaterThan(Math.max(...others));
    expect(texts.length + others.length).toBe(SIGNALS.length);
  });

  it('have marks of their own that ascend, below all that stands in a text', () => {
    const marks = SIGNALS.map((name) => SIGNAL_MARKS[name]);
    expect(marks).toEqual([...new Set(marks)].sort());
    expect(marks.every((mark) => mark.length === 1 && mark > '\u0000' && mark < ' ')).toBe(true);
  });

  it('keep terms that are the same apart, each in its signal', () => {
    const frequencies = {
      ...NO_TEXT,
      characters: new Map([['涂', 3]]),
      latin: new Map([['tc4', 2]]),
      pairs: new Map([['涂层', 1]]),
      title: new Map([['涂', 1]]),
      words: new Map([['涂层', 5]]),
    };
    expect(featuresOf(parsed({}), frequencies, [])).toMatchObject(frequencies);
  });

  it.each([
    [{ trl: 6 }, [6, 6], 'a level'],
    [{ trl: [4, 7] as const }, [4, 7], 'a range'],
    [{ stage: '中试' }, [6, 7], 'a wording'],
    [{ stage: '中试', trl: 2 }, [2, 2], 'the level goes before the wording'],
    [{ stage: { raw: '自定', trl: [8, 9] as const } }, [8, 9], 'a stage of the host'],
    [{ stage: '说不清' }, undefined, 'a wording that is not known'],
    [{}, undefined, 'nothing'],
  ])('read readiness from %o as %o: %s', (fields, expected, _why) => {
    expect(trlOf(parsed(fields))).toEqual(expected);
  });

  it('read no readiness from a wording that the host does not know', () => {
    expect(trlOf(parsed({ stage: '中试' }, []))).toBeUndefined();
  });

  it('give neighbouring levels half, within 1 to 9', () => {
    expect(signal('stage', { trl: [8, 9] })).toEqual([
      ['7', 0.5],
      ['8', 1],
      ['9', 1],
    ]);
    expect(signal('stage', { trl: 4.5 })).toEqual([
      ['4', 0.5],
      ['5', 0.5],
    ]);
  });

  it('hold a region and those around it', () => {
    expect(signal('region', { regionCode: '210112' }).map(([term]) => term)).toEqual([
      '21',
      '2101',
      '210112',
    ]);
    expect(signal('region', { regionCode: '高新区' }).map(([term]) => term)).toEqual(['高新区']);
    expect(signal('region', { regionCode: '' })).toEqual([]);
  });

  it.each([
    [{ regionCode: '2101', organization: { name: '厂', regionCode: '3702' } }, '2101', 'its own'],
    [{ organization: { name: '厂', regionCode: '3702' } }, '3702', "its organisation's"],
    [{ organization: '厂' }, undefined, 'an organisation by name has none'],
    [{}, undefined, 'none'],
  ])('take the region of %o as %s: %s', (fields, expected, _why) => {
    expect(regionOf(parsed(fields))).toBe(expected);
  });

  it('meet in the ways of transfer and cooperation that are known', () => {
    const modes = (kind: 'achievement' | 'demand', fields: object) => {
      const [record] = parseRecords([{ id: 'a', title: '', ...fields }], kind);
      return [...featuresOf(record!, NO_TEXT, []).modes.keys()];
    };
    expect(modes('achievement', { transferModes: '合作开发、不明' })).toEqual(
      modes('demand', { cooperationModes: ['联合攻关'] }),
    );
  });
});
