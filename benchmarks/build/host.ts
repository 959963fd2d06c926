/** Process: builds an index again and again, `host.ts FOLDER`; by the names alone that every commit has, where it can. */
import type { Matcher } from 'cuohe';
import type { Reply } from '../harness/protocol.ts';
import { type ServedCase, serve } from '../harness/serve.ts';
import { readWrittenCorpus } from '../speed/data/texts.ts';
import { defaultMatcher, ngramMatcher, plainRecords } from '../speed/ours/matchers.ts';

const corpus = readWrittenCorpus(process.argv[2]!);
const plain = plainRecords(corpus);

/** CPU time, and the time by the clock. */
function measured(work: () => Matcher): Reply {
  const cpu = process.cpuUsage();
  const start = performance.now();
  kept = work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms: (user + system) / 1000, figures: { clock } };
}

/** The last index: held, and exported, so that the engine cannot leave the work out. */
export let kept: Matcher | undefined;

const cases: Record<string, ServedCase> = {
  build: () => measured(() => defaultMatcher(corpus)),
  'build-ngrams': () => measured(() => ngramMatcher(plain)),
};
await serve(cases);
