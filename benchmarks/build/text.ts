import { machineText } from '../harness/machine.ts';
import { digits, spread, table } from '../harness/table.ts';
import type { BuildReport } from './measure.ts';

const MEGABYTE = 2 ** 20;

/** A report for people. */
export function buildText(report: BuildReport): string {
  const { date, machine, records, rounds, rows, memory, aims, withoutPython } = report;
  return [
    `bench:build, ${date}: ${machineText(machine)}`,
    `Node ${machine.node}; ${records} records; medians of ${rounds} round${rounds === 1 ? '' : 's'} in turn, least and greatest in brackets`,
    ...(withoutPython === null ? [] : [`without scikit-learn: ${withoutPython}`]),
    '',
    ...table([
      ['build', 'ms by the clock', 'CPU of all threads, ms', 'of the calling one, ms'],
      ...rows.map(({ name, clock, cpu, calling }) => [
        name,
        spread(clock),
        cpu === null ? '' : spread(cpu),
        calling === null ? '' : spread(calling),
      ]),
    ]),
    '',
    ...table([
      ['memory, fresh process', 'most, MB', 'saved index, MB'],
      ...memory.map(({ name, peak, saved }) => [name, digits(peak / MEGABYTE), digits(saved / MEGABYTE)]),
    ]),
    '',
    ...table([
      ['aim', 'ratio', 'target', ''],
      ...aims.map(({ name, ratio, target, met }) => [
        name,
        digits(ratio),
        digits(target),
        met ? 'met' : 'not met',
      ]),
    ]),
  ].join('\n');
}
