import { machineText } from '../harness/machine.ts';
import { digits, table } from '../harness/table.ts';
import type { ClusterReport } from './measure.ts';

/** Processes that wanted to run for each core, from which on figures are those of a busy machine. */
const BUSY = 1.5;

/** A report for people. */
export function clusterText(report: ClusterReport): string {
  const { date, machine, loadAfter, records, demands, rounds, processes, query, record, times } = report;
  const cpu = (one: number | null) => (one === null ? 'not known' : digits(one));
  const ratio = (one: number | null) => (one === null ? '' : digits(one));
  const row = (name: string, one: number | null, cluster: number | null, more: number | null = null) => [
    name,
    one === null ? '' : digits(one),
    cpu(cluster),
    ratio(more),
  ];
  const isBusy = Math.max(machine.load, loadAfter) > BUSY * machine.cores;
  return [
    `bench:cluster, ${date}: ${machineText(machine)}, after ${loadAfter}`,
    `${records} records, ${demands} demands, ${rounds} rounds; ${processes === 0 ? 'a cluster elsewhere' : `${processes} processes of the engine`}`,
    ...(isBusy
      ? ['The machine had other work: clocks tell of that, CPU is to be trusted, and somewhat high.']
      : []),
    '',
    ...table([
      ['', 'one machine', 'cluster', '×'],
      row('CPU a query, engine, ms', null, query.cluster.engine),
      row('CPU a query, Node, ms', query.one.node, query.cluster.node),
      row('CPU a query, ms', query.one.node, sum(query.cluster), times.query),
      row('clock, p50, ms', query.one.p50, query.cluster.p50),
      row('clock, p95, ms', query.one.p95, query.cluster.p95),
      row('CPU to write a record, engine, ms', null, record.cluster.engine),
      row('CPU to write a record, Node, ms', record.one.node, record.cluster.node),
      row('CPU to write a record, ms', record.one.node, sum(record.cluster), times.record),
      row('bytes a record on disk, one copy', record.one.bytes, record.cluster.bytes, times.bytes),
    ]),
    '',
    `${report.agree} of ${demands} demands with the same matches, to the bit; ${report.proven} proven, at most ${report.examined} candidates of one.`,
  ].join('\n');
}

function sum({ engine, node }: { readonly engine: number | null; readonly node: number }): number | null {
  return engine === null ? null : engine + node;
}
