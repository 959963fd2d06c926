import { readFileSync } from 'node:fs';
import { createMatcher, suggestThreshold } from 'cuohe';
import { readAchievements, readDemands } from 'cuohe/io';
import { expect, test } from 'vitest';

const sample = (file: string) => readFileSync(new URL(`../../examples/data/${file}`, import.meta.url));
const expected = JSON.parse(sample('expected.json').toString()) as Record<string, string[]>;

const matcher = createMatcher(
  readAchievements(sample('achievements.jsonl'), { name: 'achievements.jsonl' }).records,
);
const best = readDemands(sample('demands.jsonl'), { name: 'demands.jsonl' }).records.map((demand) => {
  const [first] = matcher.match(demand, { limit: 1, filter: { asOf: '2026-06-30' } }).matches;
  return { demand: demand.id, id: first?.id, score: first?.score ?? 0, wanted: expected[demand.id]! };
});
const answered = best.filter(({ wanted }) => wanted.length > 0);
const unanswered = best.filter(({ wanted }) => wanted.length === 0);

test('the first match of the sample is one that a technology manager would choose, 85 times of 100 or more', () => {
  const right = answered.filter(({ id, wanted }) => id !== undefined && wanted.includes(id));
  const wrong = answered.filter((one) => !right.includes(one)).map(({ demand }) => demand);
  expect(right.length / answered.length, `wrong: ${wrong.join(', ')}`).toBeGreaterThanOrEqual(0.85);
});

test('demands without a counterpart score less than the median of those that have one', () => {
  const scores = answered.map(({ score }) => score).sort((a, b) => a - b);
  const median = scores[Math.floor(scores.length / 2)]!;
  expect(unanswered).toHaveLength(6);
  expect(Math.max(...unanswered.map(({ score }) => score))).toBeLessThan(median);
});

test('the suggested threshold parts demands with a counterpart from those without, but for one or two', () => {
  const below = ({ score }: { score: number }) => score < suggestThreshold(matcher).minScore;
  expect(unanswered.filter(below).length).toBeGreaterThanOrEqual(5);
  expect(answered.filter(below).length).toBeLessThanOrEqual(2);
});
