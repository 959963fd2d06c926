import { expect, test } from 'vitest';
import achievements from '../../examples/data/achievements.jsonl?raw';
import demands from '../../examples/data/demands.jsonl?raw';
import { ranking, sampleMatcher } from './ranking.ts';

test('an index saved here, transferred to a worker and opened there ranks the same', async () => {
  const matcher = sampleMatcher(achievements);
  const here = await ranking(matcher, demands);
  const saved = matcher.save();
  const worker = new Worker(new URL('./saved-worker.ts', import.meta.url), { type: 'module' });
  try {
    const there = await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker failed')));
      worker.postMessage({ saved, demands }, [saved]);
    });
    expect(saved.byteLength, 'the buffer is transferred, not copied').toBe(0);
    expect(there).toEqual(here);
  } finally {
    worker.terminate();
  }
});
