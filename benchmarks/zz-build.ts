import { createMatcher } from 'cuohe';
import { corpusOf } from './corpus.ts';

const c = corpusOf('/work/shared/data/corpus/texts.jsonl', Number(process.argv[2]), 10);
createMatcher(c.achievements.slice(0, 300));
const t = process.cpuUsage();
createMatcher(c.achievements);
const u = process.cpuUsage(t);
console.log('build CPU ms', (u.user + u.system) / 1000);
