/** Process: opens a saved index, and has two workers give the first answers, `workers.mjs FILE`. */
import { readFileSync } from 'node:fs';
import { openMatcher } from 'cuohe';
import { createMatchPool } from 'cuohe/parallel';
import { DEMAND } from './records.ts';
import { tellAndEnd } from './told.ts';

const matcher = openMatcher(readFileSync(process.argv[2]!));
matcher.match(DEMAND);
const pool = createMatchPool(matcher, { threads: 2, smallJob: 0 });
for await (const { matches } of pool.matchAll([DEMAND, { ...DEMAND, id: 'D2' }])) {
  if (matches.length !== 1) throw new Error('no match');
}
tellAndEnd();
