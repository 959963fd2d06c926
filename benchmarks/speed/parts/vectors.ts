import { Child, withChildren } from '../../harness/child.ts';
import { interleave, type Measured, scaledTimes, type Times } from '../../harness/rounds.ts';
import type { Limit } from '../../native/limit.ts';
import { startLimit } from '../../native/limit.ts';
import type { Head } from '../data/files.ts';
import type { Rate, RivalRow, VectorResult } from '../report/types.ts';
import { affordable } from './affordable.ts';
import { checkAnswers, type Engine } from './check.ts';
import { latencyOf, recorded, repeated, type Samples } from './latency.ts';
import type { Rival } from './rival.ts';

const WARM_UP = 1;
const OWN = ['wasm-batch', 'wasm-single', 'js-batch', 'js-single'] as const;
const LIMITS = ['scatter', 'top'] as const;

/** Measures the kernels, the limit of the machine and rivals on the vectors of a folder, after comparing answers. */
export function measureVectors(
  folder: string,
  head: Head,
  rivals: readonly Rival[],
  limit: Limit | undefined,
  rounds: number,
): Promise<VectorResult> {
  const sizes = rivals.map(({ mostRecords }) => Math.min(mostRecords, head.records));
  const starting = [
    Child.script('kernel', 'benchmarks/speed/ours/kernel.ts', [folder]),
    ...(limit === undefined ? [] : [startLimit(limit, folder, head)]),
    ...rivals.map((rival, i) => rival.start(folder, sizes[i]!)),
  ];
  return withChildren(starting, async ([own, ...others]) => {
    const c = limit === undefined ? undefined : others.shift();
    const engines: Engine[] = [];
    for (const [i, rival] of rivals.entries()) {
      const child = others[i]!;
      const queries = await affordable(child, Math.min(rival.mostQueries, head.queries));
      engines.push({ rival, child, records: sizes[i]!, queries });
    }
    const checks = await checkAnswers(folder, head, own!, c, engines);

    const samples: Samples = new Map();
    const cases: Measured[] = [
      ...OWN.map((name) => repeated(recorded(name, own!, name, head.queries, samples))),
      ...(c === undefined
        ? []
        : LIMITS.map((name) => repeated(recorded(`C ${name}`, c, name, head.queries, samples)))),
      ...engines.map(({ rival, child, queries }) => recorded(rival.name, child, 'search', queries, samples)),
    ];
    const times = await interleave(cases, rounds, WARM_UP);
    const touched = head.touched / head.queries;
    const rate = (name: string): Rate => {
      const usPerQuery = scaledTimes(times.get(name)!, 1000 / head.queries);
      return { name, usPerQuery, postingsPerNs: touched / (usPerQuery.median * 1000) };
    };
    const ours = rate('wasm-batch').usPerQuery;
    const hasMinisearch = engines.some(
      ({ rival, records }) => rival.name === 'MiniSearch' && records === head.records,
    );
    return {
      records: head.records,
      terms: head.terms,
      postings: head.postings,
      queries: head.queries,
      touched,
      bytesPerPosting: Number(own!.ready.bytesPerPosting),
      own: OWN.map(rate),
      limit: c === undefined ? null : LIMITS.map((name) => rate(`C ${name}`)),
      agrees: checks.own,
      rivals: engines.map((engine, i) =>
        rivalRow(engine, times.get(engine.rival.name)!, head, ours, checks.rivals[i]!),
      ),
      latency: {
        ours: latencyOf(samples.get('wasm-single')!),
        minisearch: hasMinisearch ? latencyOf(samples.get('MiniSearch')!) : null,
      },
    };
  });
}

function rivalRow(
  { rival, records, queries }: Engine,
  times: Times,
  head: Head,
  ours: Times,
  agrees: boolean,
): RivalRow {
  const { name, formula, abilities, threads, note } = rival;
  const usPerQuery = scaledTimes(times, (1000 / queries) * (head.records / records));
  const ratio = usPerQuery.median / ours.median;
  const scaled = records < head.records;
  return { name, formula, abilities, threads, note, records, queries, scaled, usPerQuery, ratio, agrees };
}
