import { parseArgs } from 'node:util';
import { countOf } from '../harness/arguments.ts';

/** What builds are measured with. */
export interface Arguments {
  /** What the working tree is beside; undefined for nothing. */
  readonly commit: string | undefined;
  readonly records: number;
  readonly rounds: number;
  /** File with real texts; invented ones without. */
  readonly texts: string | undefined;
  readonly python: boolean;
  readonly json: boolean;
}

export const USAGE = `npm run --silent bench:build -- [COMMIT] [options]   builds, of a commit too, in turn

  --records N   records of the index, default 20000
  --rounds N    counted rounds, default 5; one more warms up
  --texts FILE  real texts, a line of JSON { id, title, text } each, in place of invented ones
  --no-python   leaves scikit-learn out; it is left out as well where its packages cannot be installed
  --json        one JSON object in place of the table
`;

/** Reads the command line. @throws Error naming what is wrong. */
export function readArguments(args: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      records: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '5' },
      texts: { type: 'string' },
      'no-python': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (positionals.length > 1) throw new Error(`expected one commit, received ${positionals.join(' ')}`);
  return {
    commit: positionals[0],
    records: countOf('records', values.records),
    rounds: countOf('rounds', values.rounds),
    texts: values.texts,
    python: !values['no-python'],
    json: values.json,
  };
}
