/**
 * What a query and a record cost in a search cluster, beside one machine: `npm run --silent bench:cluster -- [options]`. The
 * same records and demands on both, in turn.
 */
import { parseArgs } from 'node:util';
import { type EngineRequest, fetchTransport } from 'cuohe/opensearch';
import { Cluster } from '../test/cluster/harness/cluster.ts';
import { ENGINES, prepareEngine } from '../test/cluster/harness/engine.ts';
import { measureCluster, type RunningCluster } from './cluster/measure.ts';
import { clusterText } from './cluster/text.ts';
import { countOf } from './harness/arguments.ts';
import { command, say } from './harness/command.ts';

const USAGE = `bench:cluster [options]
  --records N      records (5000)
  --demands N      demands (100)
  --rounds N       rounds after one of warm-up; medians are told (3)
  --texts FILE     real texts, a line of JSON { id, title, text } each, in place of invented ones
  --queries FILE   demands in the same form; default: evenly spaced texts
  --url URL        a cluster that runs; an index is written there, and removed. Without: one is started here
  --pids N,N       its processes, where they are on this machine: CPU is told of them
  --engine NAME    what is started: ${ENGINES.join(' or ')}
  --nodes N        how many of them (2)
  --json           figures as JSON`;

await command(async () => {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '5000' },
      demands: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '3' },
      texts: { type: 'string' },
      queries: { type: 'string' },
      url: { type: 'string' },
      pids: { type: 'string' },
      engine: { type: 'string', default: 'opensearch' },
      nodes: { type: 'string', default: '2' },
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
    demands: countOf('demands', values.demands),
    rounds: countOf('rounds', values.rounds),
    texts: values.texts,
    queries: values.queries,
  };
  if (values.queries !== undefined && values.texts === undefined)
    throw new Error('--queries: expected --texts with it');
  const engine = ENGINES.find((name) => name === values.engine);
  if (engine === undefined) throw new Error(`--engine: expected ${ENGINES.join(' or ')}`);
  const pids = values.pids?.split(',').map((pid) => countOf('pids', pid)) ?? [];
  if (values.url !== undefined) {
    tell(await measureCluster(options, clusterAt(values.url, pids)), values.json);
    return;
  }
  say('starting a cluster');
  const files = await prepareEngine(engine);
  // Those of the tests are to start soon, and compile no code well. What stands here goes before it.
  process.env._JAVA_OPTIONS ??= '-XX:TieredStopAtLevel=4 -Xmx768m';
  const cluster = await Cluster.start(files, countOf('nodes', values.nodes));
  try {
    const own = cluster.nodes.map(({ pid }) => pid!);
    tell(await measureCluster(options, clusterAt(cluster.urls[0]!, own)), values.json);
  } finally {
    await cluster.stop();
  }
});

function clusterAt(url: string, pids: readonly number[]): RunningCluster {
  const transport = fetchTransport(url);
  const ask = async (request: EngineRequest) => {
    const { status, body } = await transport(request);
    if (status >= 300)
      throw new Error(`${request.method} ${request.path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  return { transport, ask, pids };
}

function tell(report: Awaited<ReturnType<typeof measureCluster>>, asJson: boolean): void {
  console.log(asJson ? JSON.stringify(report) : clusterText(report));
}
