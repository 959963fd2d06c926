import { machineText } from '../../harness/machine.ts';
import { digits, spread, table, whole, yesNo } from '../../harness/table.ts';
import type { Latency, Report, TextResult, VectorResult } from './types.ts';

/** A report for people. */
export function reportText(report: Report): string {
  const { machine, versions, data, date, rounds, vectors, texts, memoryRows, growthRows } = report;
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${report.command}, ${date}: ${machineText(machine)}`,
    `Node ${machine.node}; ${packages.join(', ')}; C: ${machine.compiler ?? 'no compiler'}`,
    `${data}; medians of ${rounds} round${rounds === 1 ? '' : 's'}, least and greatest in brackets; one thread where nothing else is said`,
    ...vectors.flatMap(kernelLines),
    ...vectors.flatMap(rivalLines),
    ...notes(vectors),
    ...latencyLines(vectors),
    ...textLines(texts),
    ...(memoryRows === null
      ? []
      : [
          '',
          ...table([
            [`memory of ${whole(texts.records)} records`, 'objects, MB', 'typed arrays, MB'],
            ...memoryRows.map(({ name, heap, arrays }) => [name, digits(heap / 1e6), digits(arrays / 1e6)]),
          ]),
        ]),
    ...(growthRows === null
      ? []
      : [
          '',
          ...table([
            ['growth: records', 'ns/posting, wasm', 'ns/posting, js'],
            ...growthRows.map(({ records, wasm, js }) => [whole(records), digits(wasm), digits(js)]),
          ]),
        ]),
    '',
    `all answers that can be compared agree: ${yesNo(report.agree)}`,
  ].join('\n');
}

function kernelLines(result: VectorResult): string[] {
  const { records, terms, postings, queries, touched, bytesPerPosting, own, limit } = result;
  const scatter = limit?.find(({ name }) => name === 'C scatter')?.postingsPerNs;
  return [
    '',
    `${whole(records)} records, ${whole(terms)} terms, ${whole(postings)} postings of ${bytesPerPosting.toFixed(1)} B; ` +
      `${whole(queries)} queries touch ${whole(touched)} postings each`,
    ...table([
      ['kernel', 'µs/query', 'postings/ns', '% of C scatter'],
      ...[...own, ...(limit ?? [])].map(({ name, usPerQuery, postingsPerNs }) => [
        name,
        spread(usPerQuery),
        digits(postingsPerNs),
        scatter === undefined ? '–' : whole(Math.round((100 * postingsPerNs) / scatter)),
      ]),
    ]),
  ];
}

function rivalLines({ records, rivals }: VectorResult): string[] {
  return [
    '',
    ...table([
      [
        `beside ${whole(records)} records`,
        'on',
        'threads',
        'µs/query',
        '× wasm-batch',
        'formula',
        'agrees',
        'weighted queries',
        'exact top-k',
        'Chinese',
      ],
      ...rivals.map((rival) => [
        rival.name,
        `${whole(rival.records)} × ${rival.queries}${rival.scaled ? ', scaled' : ''}`,
        String(rival.threads),
        spread(rival.usPerQuery),
        digits(rival.ratio),
        rival.formula,
        yesNo(rival.agrees),
        yesNo(rival.abilities.weightedQueries),
        yesNo(rival.abilities.exactTopK),
        yesNo(rival.abilities.chinese),
      ]),
    ]),
  ];
}

function notes(vectors: readonly VectorResult[]): string[] {
  const all = vectors.flatMap(({ rivals }) => rivals.map(({ name, note }) => `${name}: ${note}`));
  return ['', ...new Set(all)];
}

function quantiles(latency: Latency | null): string[] {
  if (latency === null) return ['–', '–', '–'];
  return [digits(latency.p50), digits(latency.p99), whole(latency.samples)];
}

function latencyLines(vectors: readonly VectorResult[]): string[] {
  return [
    '',
    ...table([
      ['single queries, µs: records', 'wasm p50', 'p99', 'samples', 'MiniSearch p50', 'p99', 'samples'],
      ...vectors.map(({ records, latency }) => [
        whole(records),
        ...quantiles(latency.ours),
        ...quantiles(latency.minisearch),
      ]),
    ]),
  ];
}

function textLines({ records, demands, megabytes, index, rows }: TextResult): string[] {
  return [
    '',
    `texts: ${whole(records)} records, ${megabytes.toFixed(1)} MB of UTF-8, ${demands} demands; ` +
      `${whole(Number(index.terms))} terms, ${whole(Number(index.postings))} postings of ` +
      `${Number(index.bytesPerPosting).toFixed(1)} B, saved ${(Number(index.savedBytes) / 1e6).toFixed(1)} MB`,
    ...table([
      ['texts', 'unit', 'time', 'p99', 'MB/s', 'note'],
      ...rows.map(({ name, unit, times, p99, mbPerSecond, note }) => [
        name,
        unit,
        spread(times),
        p99 === null ? '' : digits(p99),
        mbPerSecond === null ? '' : digits(mbPerSecond),
        note,
      ]),
    ]),
  ];
}
