/** Process: a host's first matcher, and its first answer. */
import { createMatcher } from 'cuohe';
import { DEMAND, RECORD } from './records.ts';
import { tellAndEnd } from './told.ts';

if (createMatcher([RECORD]).match(DEMAND).matches.length !== 1) throw new Error('no match');
tellAndEnd();
