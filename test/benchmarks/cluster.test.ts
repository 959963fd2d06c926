import { spawnSync } from 'node:child_process';
import type { EngineTransport } from 'cuohe/opensearch';
import { expect, it } from 'vitest';
import { measureCluster } from '../../benchmarks/cluster/measure.ts';
import { clusterText } from '../../benchmarks/cluster/text.ts';
import { simulatedEngine } from '../opensearch/simulated-engine.ts';

const root = new URL('../..', import.meta.url).pathname;

it('a cluster is measured beside one machine, with the same answers', async () => {
  const engine = simulatedEngine();
  // What an engine in memory has not.
  const transport: EngineTransport = async (request) => {
    if (request.path.includes('/_forcemerge')) return { status: 200, body: {} };
    if (!request.path.includes('/_stats/')) return engine(request);
    return { status: 200, body: { _all: { primaries: { store: { size_in_bytes: 60_000 } } } } };
  };
  const ask = async (request: Parameters<EngineTransport>[0]) => {
    const { status, body } = await transport(request);
    expect(status).toBeLessThan(300);
    return body;
  };
  const options = { records: 60, demands: 8, rounds: 1, texts: undefined, queries: undefined };
  const report = await measureCluster(options, { transport, ask, pids: [process.pid] });
  expect(report).toMatchObject({ records: 60, demands: 8, rounds: 1, agree: 8, proven: 8 });
  expect(report.record.cluster.bytes).toBe(1000);
  expect(report.query.one.node).toBeGreaterThan(0);
  expect(clusterText(report)).toContain('8 of 8 demands with the same matches');
  expect(engine.indices).toEqual([]);
  // Of a cluster elsewhere nobody knows what it took.
  const elsewhere = await measureCluster(options, { transport, ask, pids: [] });
  expect(elsewhere.times).toMatchObject({ query: null, record: null });
  expect(clusterText(elsewhere)).toContain('not known');
});

it.each([
  [['--records', '0'], '--records: expected a whole number from 1 to 99999999, received "0"'],
  [['--engine', 'solr'], '--engine: expected opensearch or elasticsearch'],
  [['--queries', 'demands.jsonl'], '--queries: expected --texts with it'],
  [['--pids', 'all'], '--pids: expected a whole number from 1 to 99999999, received "all"'],
])('a cluster is not measured with %j', (args, complaint) => {
  const run = ['--import', 'tsx', 'benchmarks/cluster.ts', ...args];
  const { status, stderr } = spawnSync(process.execPath, run, { cwd: root, encoding: 'utf8' });
  expect([status, stderr.trim()]).toEqual([1, complaint]);
});
