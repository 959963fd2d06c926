import { digits, table } from '../../harness/table.ts';
import type { ProgrammeRow } from './run.ts';

/** The rows for people. */
export function programmesText(rows: readonly ProgrammeRow[]): string {
  const beside = rows.some(({ before }) => before !== undefined);
  return table([
    [
      'no.',
      'case',
      'size',
      'CPU, s',
      ...(beside ? ['before, s', 'ratio', 'same result'] : []),
      'memory before, MB',
      'peak, MB',
    ],
    ...rows.map(({ programme, name, size, ms, preparedMb, peakMb, before }) => [
      String(programme),
      name,
      size,
      digits(ms / 1000),
      ...(beside ? besideCells(before) : []),
      digits(preparedMb),
      digits(peakMb),
    ]),
  ]).join('\n');
}

function besideCells(before: ProgrammeRow['before']): string[] {
  if (before === undefined) return ['–', '–', '–'];
  return [digits(before.ms / 1000), digits(before.ratio), before.sameResult ? 'yes' : 'no'];
}
