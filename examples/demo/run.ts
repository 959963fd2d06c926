import {
  type Achievement,
  createMatcherAsync,
  type Demand,
  InputError,
  type Matcher,
  type MatchOptions,
  type MatchRecord,
  SECRECY_LEVELS,
  secrecyRank,
  suggestThreshold,
} from 'cuohe';
import type { DemoOptions, ShownOptions } from './arguments.ts';
import { jsonLines } from './json-lines.ts';
import type { Records } from './load.ts';
import type { Output } from './output.ts';
import { personPage } from './person.ts';
import { showProgress } from './progress.ts';

/** Ranks and writes; nothing is written before all input is known to be good. */
export async function run(
  records: Records,
  options: DemoOptions,
  output: Output,
  complain: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const started = performance.now();
  const indexing = showProgress('建立索引 Indexing');
  const building = { signal, onProgress: indexing.report };
  const matcher: Matcher<Achievement | Demand> = options.reverse
    ? await createMatcherAsync(records.demands, { ...building, side: 'demand' })
    : await createMatcherAsync(records.achievements, building);
  indexing.clear();

  const asked = options.reverse ? ofKinds(records.achievements, options) : records.demands;
  // The matcher keeps secret records out of the rankings; the records that it is asked about are ours to keep.
  const open = asked.filter((record) => isOpen(record, options));
  const withheld = asked.length - open.length;
  const minScore = options.minScore ?? suggestedScore(matcher);
  const shown = { ...options, minScore };
  const format = options.json ? jsonLines(options.reverse) : personPage(matcher, shown, withheld, started);
  if (options.json && withheld > 0) {
    complain(`${withheld} 条记录密级过高，未参与 left out: above the clearance ${options.clearance}`);
  }

  const ranking = showProgress('匹配 Matching');
  let done = 0;
  for await (const result of matcher.matchAll(open, { ...matchOptions(shown), signal })) {
    const text = format.result(open[done++]!, result);
    ranking.clear();
    if (text !== '') await output.write(text);
    // A person watches the results themselves, unless they go to a file.
    if (!process.stdout.isTTY) ranking.report(progressOf(done, open.length, started));
  }
  ranking.clear();
  const end = format.end();
  if (end !== '') await output.write(end);
}

/** What pairs that have nothing to do with each other hardly reach; 0 where there are too few to tell. */
function suggestedScore(matcher: Matcher): number {
  try {
    return suggestThreshold(matcher).minScore;
  } catch (error) {
    if (error instanceof InputError) return 0;
    throw error;
  }
}

function matchOptions({ limit, minScore, kinds, asOf, clearance, reverse }: ShownOptions): MatchOptions {
  return {
    limit,
    minScore,
    ...(kinds === undefined || reverse ? {} : { kinds }),
    filter: { clearance, ...(asOf === undefined ? {} : { asOf }) },
  };
}

function ofKinds(achievements: readonly Achievement[], { kinds }: DemoOptions): readonly Achievement[] {
  return kinds === undefined ? achievements : achievements.filter(({ kind }) => kinds.includes(kind));
}

function isOpen(record: MatchRecord, { clearance }: DemoOptions): boolean {
  return secrecyRank(record.secrecyLevel) <= SECRECY_LEVELS.indexOf(clearance);
}

function progressOf(done: number, total: number, started: number) {
  return { done, total, rate: (done / (performance.now() - started)) * 1000 };
}
