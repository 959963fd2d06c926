import {
  type AchievementInput,
  checkIndex,
  createMatcher,
  type Matcher,
  openMatcher,
  saveStatistics,
} from 'cuohe/core';
import { expect, it } from 'vitest';
import { PARTS } from '../../fixtures.ts';

it.each<[string, AchievementInput[]]>([
  ['no record', []],
  ['a record without a word', [{ id: 'a', title: '' }]],
  ['records without a word', ['', '，', '\u0000'].map((title, i) => ({ id: `r${i}`, title }))],
  ['records with a region alone', [{ id: 'a', title: '', regionCode: '210100' }]],
  [
    'records with a stage, and one with a word',
    [
      { id: 'a', title: '', stage: '中试' },
      { id: 'b', title: '钢' },
    ],
  ],
])('an index of %s is saved, opened, changed and found sound', (_, records) => {
  const matcher = createMatcher(records, PARTS);
  const saved = matcher.save();
  expect(checkIndex(saved)).toEqual([]);
  const opened = openMatcher(saved, PARTS) as unknown as Matcher<AchievementInput>;
  const query = { id: 'q', title: '钢', regionCode: '210100', stage: '中试' };
  const scores = (of: Matcher<AchievementInput>) =>
    of.match(query).matches.map(({ id, score }) => [id, score]);
  expect(scores(opened)).toEqual(scores(matcher));
  expect(new Uint8Array(opened.save())).toEqual(new Uint8Array(saved));
  const changed = opened.update({ put: [{ id: 'z', title: '钢' }] });
  expect(checkIndex(changed.save())).toEqual([]);
  expect(openMatcher(changed.save(), PARTS).size).toBe(records.length + 1);
  expect(saveStatistics(opened.statistics)).toEqual(saveStatistics(matcher.statistics));
});
