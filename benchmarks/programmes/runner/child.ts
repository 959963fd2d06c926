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
    const before = process.cpuUsage();
    const start = performance.now();
    const result = await run();
    const clock = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    return { ms: (user + system) / 1000, figures: { clock, result, prepared, peak: peak() } };
  },
});
