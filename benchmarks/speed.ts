/**
 * How fast cuohe is on this machine, alone and beside other ways to the same numbers.
 *
 *     npx tsx benchmarks/speed.ts [--records N] [--queries N] [--rounds N] [--texts FILE.jsonl] [--json]
 *
 * What is measured, each in one thread, in turn within every round, after a round of warm-up:
 * - build      records (objects in memory) → matcher, all of it: validation, reading, chains, vectors, postings;
 * - match      one demand (object) → ten matches, reading of the demand included; without and with explanation;
 * - kernel     one demand as a row → ten rows and scores: the hot loop and the selection alone;
 * - save, open the whole index to a buffer and back, records and checksum included;
 * - Map loop   the same rows and queries as the kernel, inverted lists in Maps and a sort: identical results;
 * - dense      cosine of two packages on rows written out with zeros, for a subset, beside the kernel on that subset.
 * Before anything is timed, the rivals' results are compared with the kernel's.
 *
 * The corpus is invented, see corpus.ts; times on your own texts (`--texts`) differ with their length and vocabulary.
 */
import { availableParallelism, cpus } from 'node:os';
import { type Arguments, readArguments, USAGE } from './arguments.ts';
import { casesOf, DENSE_REPEATS } from './cases.ts';
import { corpusOf, syntheticCorpus } from './corpus.ts';
import { measure, sink } from './measure.ts';
import { type Report, reportOf, reportText } from './report.ts';
import { subjectOf } from './subject.ts';

function run({ records, queries, rounds, texts }: Arguments): Report {
  const corpus = texts === undefined ? syntheticCorpus(records, queries) : corpusOf(texts, records, queries);
  const whole = subjectOf(corpus);
  const saved = whole.matcher.save();
  const cases = casesOf(corpus, whole, saved);
  const times = measure(cases.list, rounds, 1);
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
    dense: { ...cases.dense, repeats: DENSE_REPEATS },
    times,
  });
}

const options = readArguments(process.argv.slice(2));
if (options === 'help') console.log(USAGE);
else {
  const report = run(options);
  console.log(options.json ? JSON.stringify({ ...report, sink }) : reportText(report));
}
