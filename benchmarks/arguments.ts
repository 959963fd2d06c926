import { parseArgs } from 'node:util';

/** What the benchmark is run with. */
export interface Arguments {
  readonly records: number;
  readonly queries: number;
  readonly rounds: number;
  readonly texts: string | undefined;
  readonly json: boolean;
}

export const USAGE = `npx tsx benchmarks/speed.ts [--records N] [--queries N] [--rounds N] [--texts FILE.jsonl] [--json]

  --records N    records to index, default 10000 (with --texts: at most so many)
  --queries N    demands to rank for, default 100
  --rounds N     counted rounds, default 5; one more warms up
  --texts FILE   your own texts in place of invented ones: {"id", "title", "text"} a line
  --json         one JSON object in place of tables
`;

/**
 * Reads the command line.
 * @throws Error naming the option that is wrong.
 */
export function readArguments(args: readonly string[]): Arguments | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '10000' },
      queries: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '5' },
      texts: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    records: whole('records', values.records),
    queries: whole('queries', values.queries),
    rounds: whole('rounds', values.rounds),
    texts: values.texts,
    json: values.json,
  };
}

function whole(name: string, value: string): number {
  if (/^[1-9]\d{0,7}$/.test(value)) return Number(value);
  throw new Error(`--${name}: expected a whole number from 1 to 99999999, received ${JSON.stringify(value)}`);
}
