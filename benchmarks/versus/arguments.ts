import { parseArgs } from 'node:util';
import { countOf } from '../harness/arguments.ts';

/** What the comparison is run with. */
export interface Arguments {
  /** What the working tree is beside; undefined for itself. */
  readonly commit: string | undefined;
  readonly records: number;
  readonly demands: number;
  readonly rounds: number;
  readonly json: boolean;
}

export const USAGE = `npm run --silent bench:versus -- COMMIT [options]   the working tree beside a commit
npm run --silent bench:versus -- --itself            … beside itself: what the machine makes of no change

  --records N   invented records, default 2000
  --demands N   invented demands, default 200
  --rounds N    counted rounds, default 10; one more warms up
  --smallest    the smallest sizes at which everything still runs
  --json        one JSON object in place of the table
`;

const DEFAULTS = { records: '2000', demands: '200', rounds: '10' };
const SMALLEST = { records: '60', demands: '5', rounds: '1' };

/** Reads the command line. @throws Error naming what is wrong. */
export function readArguments(args: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      itself: { type: 'boolean', default: false },
      records: { type: 'string' },
      demands: { type: 'string' },
      rounds: { type: 'string' },
      smallest: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (positionals.length !== (values.itself ? 0 : 1)) {
    throw new Error(`expected one commit, or --itself, received ${positionals.join(' ') || 'none'}`);
  }
  const number = (name: keyof typeof DEFAULTS) =>
    countOf(name, values[name] ?? (values.smallest ? SMALLEST : DEFAULTS)[name]);
  return {
    commit: positionals[0],
    records: number('records'),
    demands: number('demands'),
    rounds: number('rounds'),
    json: values.json,
  };
}
