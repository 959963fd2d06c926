import { machineText } from '../harness/machine.ts';
import { digits, spread, table, whole } from '../harness/table.ts';
import type { VersusReport } from './measure.ts';

/** Digits of a commit that are told. */
const SHORT = 9;

/** A report for people. */
export function versusText(report: VersusReport): string {
  const { date, machine, commit, records, demands, rounds, rows, savedBytes, sameAnswers } = report;
  const other = commit?.slice(0, SHORT) ?? 'itself';
  return [
    `bench:versus, ${date}: ${machineText(machine)}`,
    `Node ${machine.node}; the working tree beside ${other}; ${whole(records)} invented records, ${whole(demands)} demands`,
    `CPU time, medians of ${rounds} round${rounds === 1 ? '' : 's'} in turn, least and greatest in brackets; ratios are of the same round: below 1 the working tree is better`,
    '',
    ...table([
      ['what', 'unit', other, 'working tree', 'ratio', 'ratio by the clock'],
      ...rows.map(({ name, unit, before, now, ratio, clockRatio }) => [
        name,
        unit,
        spread(before),
        spread(now),
        spread(ratio),
        spread(clockRatio),
      ]),
      ['saved index', 'bytes', whole(savedBytes.before), whole(savedBytes.now), digits(savedBytes.ratio), ''],
    ]),
    '',
    `the same matches and scores, to the bit: ${whole(sameAnswers)} of ${whole(demands)} demands`,
  ].join('\n');
}
