import { readAll } from '../evaluate/errors.ts';
import { table } from '../harness/table.ts';
import { readArguments, USAGE } from './arguments.ts';
import { type Checked, checkReasons } from './check.ts';
import { readSides } from './folder.ts';

/** What the command prints, and whether all sentences are true. */
export interface Answer {
  readonly text: string;
  readonly isTrue: boolean;
}

/** Runs the command. @throws InputError naming what is wrong with the files; Error for bad options. */
export function run(args: readonly string[]): Answer {
  const options = readArguments(args);
  if (options === 'help') return { text: USAGE, isTrue: true };
  const { limit, every, show, json } = options;
  const sets = readAll(options.folders.map((folder) => () => ({ folder, ...readSides(folder) })));
  const results = sets.map(({ folder, demands, achievements }) => ({
    folder,
    ...checkReasons(demands, achievements, limit, every),
  }));
  const isTrue = results.every(({ falseReasons }) => falseReasons === 0);
  if (json) {
    const shown = results.map((one) => ({ ...one, lies: one.lies.slice(0, show) }));
    return { text: `${JSON.stringify({ results: shown })}\n`, isTrue };
  }
  const rows = results.map((one) => [
    one.folder,
    String(one.reasons),
    String(one.falseReasons),
    percent(one),
    String(one.lies.length),
  ]);
  const lines = table([['folder', 'reasons', 'false', 'share', 'false clauses'], ...rows]);
  for (const { folder, lies } of results) {
    if (lies.length === 0) continue;
    lines.push('', `${folder}:`);
    for (const { query, record, clause, why, reason } of lies.slice(0, show)) {
      lines.push(`  ${clause}: ${why}`, `    ${query} | ${record} | ${reason}`);
    }
    if (lies.length > show) lines.push(`  … ${lies.length - show} more`);
  }
  return { text: `${lines.join('\n')}\n`, isTrue };
}

function percent({ reasons, falseReasons }: Checked): string {
  return `${((100 * falseReasons) / Math.max(1, reasons)).toFixed(1)} %`;
}
