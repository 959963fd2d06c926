/** Process: opens a saved index and gives its first answer, `opened.mjs FILE`. */
import { readFileSync } from 'node:fs';
import { openMatcher } from 'cuohe';
import { DEMAND } from './records.ts';
import { tellAndEnd } from './told.ts';

if (openMatcher(readFileSync(process.argv[2]!)).match(DEMAND).matches.length !== 1)
  throw new Error('no match');
tellAndEnd();
