/**
 * Process: builds one index, `memory.ts FOLDER`, and tells how much memory the process had at most beyond what it had
 * before, and how much the index has when it is saved.
 */
import { createMatcher } from 'cuohe';
import { readWrittenCorpus } from '../speed/data/texts.ts';

const { achievements } = readWrittenCorpus(process.argv[2]!);
// The words and tables that the first call makes are another matter.
createMatcher(achievements.slice(0, 10)).match('预热');
globalThis.gc?.();
const before = process.memoryUsage.rss();
const matcher = createMatcher(achievements);
// Kilobytes, the most so far.
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ peak: peak - before, saved: matcher.save().byteLength }));
