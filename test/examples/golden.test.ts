import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixtureText, ranking, sampleMatcher } from '../browser/ranking.ts';

const sample = (file: string) =>
  readFileSync(new URL(`../../examples/data/${file}`, import.meta.url), 'utf8');

// Scores that change on purpose change the fixture: `npx vitest run --project node test/examples/golden.test.ts -u`.
test('the fixture that browsers are held to is what Node computes, to the last bit', async () => {
  const found = await ranking(sampleMatcher(sample('achievements.jsonl')), sample('demands.jsonl'));
  await expect(fixtureText(found)).toMatchFileSnapshot('../browser/golden.json');
});
