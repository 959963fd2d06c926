/** Process: one case of the programmes, `child.ts FILE NUMBER SCALE`. */
import { pathToFileURL } from 'node:url';
import { serve } from '../../harness/serve.ts';
import { casesOf } from './cases.ts';

const [file, number, scale] = process.argv.slice(2);
const programmeCase = (await casesOf(pathToFileURL(file!)))[Number(number)]!;
const run = await programmeCase.prepare(Number(scale));
/** Greatest memory of the process so far, in bytes. */
const peak = () => process.resourceUsage().maxRSS * 1024;
const prepared = peak();

await serve({
  run: async () => {
    const start = performance.now();
    const result = await run();
    return { ms: performance.now() - start, figures: { result, prepared, peak: peak() } };
  },
});
