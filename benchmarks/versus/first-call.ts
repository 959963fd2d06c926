/** Process: the first thing that a host does, `first-call.ts FILE`; nothing of the library is loaded before it is asked. */
import { serve } from '../harness/serve.ts';
import { readCorpusFile } from './corpus-file.ts';
import { timedCpu } from './cpu.ts';

/** As many records as an example has: what is measured is the way there. */
const RECORDS = 50;

const { achievements, demands } = readCorpusFile(process.argv[2]!);
const few = achievements.slice(0, RECORDS);

await serve({
  'first-call': () =>
    timedCpu(async () => {
      const { createMatcher } = await import('cuohe');
      return createMatcher(few).match(demands[0]!);
    }),
});
