import { type DemandInput, indexMemory, type Matcher, type MatchResult } from 'cuohe';
import { createMatchPool, type MatchPool } from 'cuohe/parallel';
import { afterEach, expect, test, vi } from 'vitest';
import achievements from '../../examples/data/achievements.jsonl?raw';
import demands from '../../examples/data/demands.jsonl?raw';
import { parseLines, sampleMatcher } from './ranking.ts';

const OPTIONS = { filter: { asOf: '2026-06-30' }, limit: 5 };
const list = parseLines<DemandInput>(demands);
const matcher: Matcher = sampleMatcher(achievements);

afterEach(() => vi.unstubAllGlobals());

async function answers(by: Pick<MatchPool, 'matchAll'>): Promise<MatchResult[]> {
  const results: MatchResult[] = [];
  for await (const result of by.matchAll(list, OPTIONS)) results.push(result);
  return results;
}

test.each([
  ['on one index in shared memory', true],
  ['on copies of the index, without cross-origin isolation', false],
])('workers of a page answer as the page does, %s', async (_, isolated) => {
  expect(crossOriginIsolated, 'the test server isolates its pages').toBe(true);
  vi.stubGlobal('crossOriginIsolated', isolated);
  expect(matcher.save(indexMemory).buffer instanceof SharedArrayBuffer).toBe(isolated);
  const pool = createMatchPool(matcher, { threads: 2, smallJob: 0 });
  try {
    expect(pool.threads).toBe(2);
    const expected = await answers(matcher);
    expect(await answers(pool)).toEqual(expected);
    const singles = await Promise.all(list.map((query) => pool.match(query, OPTIONS)));
    expect(singles).toEqual(expected);
  } finally {
    await pool.close();
  }
});

test('a worker whose script does not load ends the run with one error', async () => {
  const startWorker = () => new Worker('/no/such/script.js', { type: 'module' });
  const pool = createMatchPool(matcher, { threads: 2, smallJob: 0, startWorker });
  await expect(answers(pool)).rejects.toMatchObject({ code: 'WORKER_FAILED' });
});
