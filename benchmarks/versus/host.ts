/** Process: what a host calls again and again, `host.ts FILE`; by the names alone that every commit has. */
import { createMatcher, openMatcher } from 'cuohe';
import { serve } from '../harness/serve.ts';
import { readCorpusFile } from './corpus-file.ts';
import { timedCpu } from './cpu.ts';

/** Opening is short: so often at a time. */
const OPENINGS = 5;

const { achievements, demands } = readCorpusFile(process.argv[2]!);
const matcher = createMatcher(achievements);
const saved = matcher.save();
const rows = new Map(achievements.map(({ id }, row) => [id, row]));

const matchAll = (explain: boolean) => () => {
  let found = 0;
  for (const demand of demands) found += matcher.match(demand, { explain }).matches.length;
  return found;
};

await serve(
  {
    build: () => timedCpu(() => createMatcher(achievements)),
    match: () => timedCpu(matchAll(false)),
    'match-explained': () => timedCpu(matchAll(true)),
    open: () => timedCpu(() => openMatcher(saved), OPENINGS),
    answers: () => ({
      ms: 0,
      answers: demands.map((demand) => {
        const { matches } = matcher.match(demand, { explain: false });
        return { rows: matches.map(({ id }) => rows.get(id)!), scores: matches.map(({ score }) => score) };
      }),
    }),
  },
  { savedBytes: saved.byteLength },
);
