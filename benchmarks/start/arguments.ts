import { parseArgs } from 'node:util';
import { countOf } from '../harness/arguments.ts';

/** What the starts are measured with. */
export interface Arguments {
  /** What the working tree is beside; undefined for nothing. */
  readonly commit: string | undefined;
  readonly rounds: number;
  readonly json: boolean;
}

export const USAGE = `npm run --silent bench:start -- [COMMIT] [options]   fresh processes, of a commit too, in turn

  --rounds N    counted rounds, default 15; one more warms up
  --smallest    one round
  --json        one JSON object in place of the table
`;

/** Reads the command line. @throws Error naming what is wrong. */
export function readArguments(args: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      smallest: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (positionals.length > 1) throw new Error(`expected one commit, received ${positionals.join(' ')}`);
  return {
    commit: positionals[0],
    rounds: countOf('rounds', values.rounds ?? (values.smallest ? '1' : '15')),
    json: values.json,
  };
}
