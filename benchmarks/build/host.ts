/** Process: builds an index again and again, `host.ts FOLDER`; by the names alone that every commit has, where it can. */
import { createMatcher, type Matcher } from 'cuohe';
import type { Reply } from '../harness/protocol.ts';
import { type ServedCase, serve } from '../harness/serve.ts';
import { threadCpu } from '../harness/thread-cpu.ts';
import { readWrittenCorpus } from '../speed/data/texts.ts';
import { defaultMatcher, ngramMatcher, plainRecords } from '../speed/ours/matchers.ts';

const corpus = readWrittenCorpus(process.argv[2]!);
const plain = plainRecords(corpus);
const parallel: Partial<typeof import('cuohe/parallel')> = await import('cuohe/parallel');

/** CPU time of all threads; by the clock, and of the calling thread alone. */
async function measured(work: () => Matcher | Promise<Matcher>): Promise<Reply> {
  const cpu = process.cpuUsage();
  const own = threadCpu();
  const start = performance.now();
  kept = await work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const calling = own === undefined ? {} : { calling: threadCpu()! - own };
  return { ms: (user + system) / 1000, figures: { clock, ...calling } };
}

/** The last index: held, and exported, so that the engine cannot leave the work out. */
export let kept: Matcher | undefined;

const cases: Record<string, ServedCase> = {
  build: () => measured(() => defaultMatcher(corpus)),
  'build-ngrams': () => measured(() => ngramMatcher(plain)),
};
const { createMatcherParallel } = parallel;
if (createMatcherParallel !== undefined) {
  const on = (threads: number) => () =>
    createMatcherParallel(corpus.achievements, { threads, smallJob: 0 }) as Promise<Matcher>;
  cases['workers-1'] = () => measured(on(1));
  cases['workers-2'] = () => measured(on(2));
  cases.same = async () => {
    const [one, two] = [createMatcher(corpus.achievements), await on(2)()];
    const isSame = Buffer.compare(Buffer.from(one.save()), Buffer.from(two.save())) === 0;
    return { ms: 0, figures: { same: isSame ? 1 : 0 } };
  };
}
await serve(cases);
