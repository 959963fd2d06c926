/**
 * What a server under load feels: `npm run --silent bench:serve -- [options]`. The same requests, answered on the thread that
 * serves and by workers of a pool, in turn in one process.
 */

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { countOf } from './harness/arguments.ts';
import { command } from './harness/command.ts';
import { digits, table } from './harness/table.ts';
import { measureServe, type Served } from './serve/measure.ts';

const USAGE = `bench:serve [options]
  --records N      records of the index (10000)
  --connections N  connections that stay open, each with one request on its way (10)
  --seconds N      seconds of each way in each round (4)
  --rounds N       rounds; medians are told (3)
  --texts FILE     real texts, a line of JSON { id, title, text } each, in place of invented ones
  --json           figures as JSON`;
/** Milliseconds of CPU between two turns at most, and times the requests a second of the thread alone. */
const TARGETS = { longest: 20, times: 3 };

await command(async () => {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '10000' },
      connections: { type: 'string', default: '10' },
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '3' },
      texts: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const options = {
    records: countOf('records', values.records),
    connections: countOf('connections', values.connections),
    seconds: countOf('seconds', values.seconds),
    rounds: countOf('rounds', values.rounds),
    texts: values.texts,
  };
  const ways = await measureServe(options);
  const alone = ways['on the thread']!.requestsPerSecond;
  const told = Object.entries(ways).map(([name, served]) => ({
    name,
    ...served,
    times: served.requestsPerSecond / alone,
    met: name === 'on the thread' ? undefined : met(served, alone),
  }));
  const { texts: _, ...kept } = options;
  if (values.json)
    console.log(JSON.stringify({ ...kept, cores: availableParallelism(), targets: TARGETS, ways: told }));
  else console.log(text(told, kept));
});

function met({ longest, longestCpu, requestsPerSecond }: Served, alone: number) {
  return {
    longest: (longestCpu ?? longest) <= TARGETS.longest,
    times: requestsPerSecond >= TARGETS.times * alone,
  };
}

type Told = Served & {
  readonly name: string;
  readonly times: number;
  readonly met: ReturnType<typeof met> | undefined;
};

function text(
  ways: readonly Told[],
  { records, connections }: { records: number; connections: number },
): string {
  const mark = (isMet: boolean | undefined) => (isMet === undefined ? '' : isMet ? 'met' : 'not met');
  const lines = table([
    [
      `${records} records, ${connections} connections`,
      'requests/s',
      `× thread (≥ ${TARGETS.times})`,
      '',
      'p50, ms',
      'p99, ms',
      `longest gap, CPU ms (≤ ${TARGETS.longest})`,
      '',
      'of the clock, ms',
      'CPU of the thread a request, ms',
    ],
    ...ways.map((way) => [
      way.name,
      digits(way.requestsPerSecond),
      digits(way.times),
      mark(way.met?.times),
      digits(way.p50),
      digits(way.p99),
      way.longestCpu === undefined ? '' : digits(way.longestCpu),
      mark(way.met?.longest),
      digits(way.longest),
      way.cpuPerRequest === undefined ? '' : digits(way.cpuPerRequest),
    ]),
  ]);
  return [...lines, '', `${availableParallelism()} cores, which the client needs a part of.`].join('\n');
}
