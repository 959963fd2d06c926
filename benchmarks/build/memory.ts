/**
 * Process: builds one index, `memory.ts FOLDER THREADS`, and tells how much memory the process had at most beyond what it
 * had before, and how much the index has when it is saved. 0 threads: on the calling thread at once.
 */
import { createMatcher, type Matcher } from 'cuohe';
import { createMatcherParallel } from 'cuohe/parallel';
import { readWrittenCorpus } from '../speed/data/texts.ts';

const [folder, threads] = [process.argv[2]!, Number(process.argv[3])];
const { achievements } = readWrittenCorpus(folder);
// The words and tables that the first call makes are another matter.
createMatcher(achievements.slice(0, 10)).match('预热');
globalThis.gc?.();
const before = process.memoryUsage.rss();
const matcher =
  threads === 0
    ? createMatcher(achievements)
    : ((await createMatcherParallel(achievements, { threads, smallJob: 0 })) as Matcher);
// Kilobytes, the most so far.
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ peak: peak - before, saved: matcher.save().byteLength }));
process.exit();
