import { openMatcher } from 'cuohe';
import { ranking } from './ranking.ts';

/** Opens a saved index that comes as a message and answers with its ranking. */
self.addEventListener('message', async ({ data }: MessageEvent<{ saved: ArrayBuffer; demands: string }>) => {
  self.postMessage(await ranking(openMatcher(data.saved), data.demands));
});
