/**
 * A cluster to try things on: three nodes of OpenSearch, or of `elasticsearch`, until Ctrl-C. Nothing that is written
 * into it is kept.
 */
import { parseArgs } from 'node:util';
import { Cluster } from './cluster.ts';
import { ENGINES, prepareEngine } from './engine.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const name = ENGINES.find((engine) => engine === (positionals[0] ?? 'opensearch'));
if (name === undefined) throw new Error(`Engines are ${ENGINES.join(' and ')}; given: ${positionals[0]}`);

const cluster = await Cluster.start(await prepareEngine(name));
console.log(`${name} runs, until Ctrl-C, at\n${cluster.urls.join('\n')}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cluster.stop());
}
