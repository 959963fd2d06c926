/**
 * How fast cuohe is on this machine, alone and beside other ways to the same numbers.
 *
 *     npx tsx benchmarks/speed.ts [--records N] [--queries N] [--rounds N] [--texts FILE.jsonl] [--json]
 *
 * What is measured, in one thread, after a round of warm-up:
 *
 * - build      records (objects in memory) → matcher, all of it: validation, reading, chains, vectors, postings;
 * - match      one demand (object) → ten matches, reading of the demand included; without and with explanation;
 * - kernel     one demand as a row → ten rows and scores: the hot loop and the selection alone;
 * - save, open the whole index to a buffer and back, records and checksum included;
 * - Map loop   the same rows and queries as the kernel, with inverted lists in Maps and a sort;
 * - dense      cosines of two packages, on rows of a subset written out with zeros, beside the kernel on that subset.
 *
 * Before the rivals are timed, their results are compared with the kernel's. Own cases, Map loop and dense cosines
 * are three groups: the cases of a group take turns within every round, and the data of a group are gone before the
 * next one begins.
 *
 * The corpus is invented, see corpus.ts; times on your own texts (`--texts`) differ with their length and vocabulary.
 */
import { availableParallelism, cpus } from 'node:os';
import { type Arguments, readArguments, USAGE } from './arguments.ts';
import { DENSE_REPEATS, denseCases, mapCases, ownCases } from './cases.ts';
import { corpusOf, syntheticCorpus } from './corpus.ts';
import { measure, sink } from './measure.ts';
import { type Report, reportOf, reportText } from './report.ts';
import { subjectOf } from './subject.ts';

/** Rounds that are not counted. */
const WARM_UP = 1;

function run({ records, queries, rounds, texts }: Arguments): Report {
  const corpus = texts === undefined ? syntheticCorpus(records, queries) : corpusOf(texts, records, queries);
  const whole = subjectOf(corpus);
  const saved = whole.matcher.save();
  const own = measure(ownCases(corpus, whole, saved), rounds, WARM_UP);
  const map = measure(mapCases(whole), rounds, WARM_UP);
  const dense = denseCases(corpus);
  const pairs = measure(dense.cases, rounds, WARM_UP);
  return reportOf({
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
    },
    corpus: {
      kind: texts === undefined ? 'synthetic' : 'own texts',
      records: corpus.achievements.length,
      queries: corpus.demands.length,
    },
    index: { ...whole.matcher.stats, bytes: saved.byteLength },
    touched: whole.touched,
    dense: { ...dense.size, repeats: DENSE_REPEATS },
    times: new Map([...own, ...map, ...pairs]),
  });
}

const options = readArguments(process.argv.slice(2));
if (options === 'help') console.log(USAGE);
else {
  const report = run(options);
  console.log(options.json ? JSON.stringify({ ...report, sink }) : reportText(report));
}
