import { machineText } from '../harness/machine.ts';
import { digits, spread, table, yesNo } from '../harness/table.ts';
import type { StartReport } from './measure.ts';

/** Digits of a commit that are told. */
const SHORT = 9;

/** A report for people. */
export function startText({ date, machine, commit, rounds, empty, targets, rows }: StartReport): string {
  const other = commit?.slice(0, SHORT) ?? '';
  const head = ['what', 'ms', `≤ ${targets.ms}`];
  const beside = [other, 'ratio', `≤ 1/${Math.round(1 / targets.ratio)}`];
  return [
    `bench:start, ${date}: ${machineText(machine)}`,
    `Node ${machine.node}; fresh processes${commit === null ? '' : `; the working tree beside ${other}`}`,
    `CPU time over a process that does nothing (${spread(empty)} ms): medians of ${rounds} round${rounds === 1 ? '' : 's'} in turn, least and greatest in brackets`,
    '',
    ...table([
      commit === null ? head : [...head, ...beside],
      ...rows.map(({ name, now, before, ratio, met, ratioMet }) => {
        const own = [name, spread(now), yesNo(met)];
        if (before === null || ratio === null || ratioMet === null) return own;
        return [...own, spread(before), `1/${digits(1 / ratio.median)}`, yesNo(ratioMet)];
      }),
    ]),
  ].join('\n');
}
