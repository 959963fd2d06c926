import { expect, test } from 'vitest';
import achievements from '../../examples/data/achievements.jsonl?raw';
import demands from '../../examples/data/demands.jsonl?raw';
import golden from './golden.json?raw';
import { fixtureText, ranking, sampleMatcher } from './ranking.ts';

test('a browser ranks the sample with the same ids and the same scores as Node, to the last bit', async () => {
  expect(Object.keys(JSON.parse(golden) as object)).toHaveLength(60);
  expect(fixtureText(await ranking(sampleMatcher(achievements), demands))).toBe(golden);
});
