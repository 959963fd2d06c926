/** Process: writes an index of one record, `save.mjs FILE`. */
import { writeFileSync } from 'node:fs';
import { createMatcher } from 'cuohe';
import { RECORD } from './records.ts';

writeFileSync(process.argv[2]!, new Uint8Array(createMatcher([RECORD]).save()));
