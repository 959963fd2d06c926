import { type AchievementInput, collectStatistics, createWeigher, type Weigher } from 'cuohe';
import type { Transport, WriteOptions, WriteReport } from 'cuohe/opensearch';
import { mapping } from 'cuohe/opensearch';
import { writeAllWaiting } from '../../src/opensearch/write-all.ts';
import { type EngineOptions, type SimulatedEngine, simulatedEngine } from './simulated-engine.ts';

/** What tests of writing share. */

export interface Row extends AchievementInput {
  readonly id: string;
  readonly version: number;
}

export const row = (id: string, version = 1): Row => ({ id, version, title: `高温合金涂层 第${version}版` });
export const rows = (count: number, version = 1): Row[] =>
  Array.from({ length: count }, (_, i) => row(`r${i}`, version));

const statistics = collectStatistics({ achievements: [row('x'), { id: 'y', title: '水处理膜' }] });
export const weigher: Weigher = createWeigher({ statistics });
/** Of other statistics: its documents are not to be mixed with those of the first. */
export const otherWeigher: Weigher = createWeigher({
  statistics: collectStatistics({ achievements: [row('x')] }),
});

/** An engine with the empty index `a`. */
export async function engineWith(options: EngineOptions = {}, shards = 2): Promise<SimulatedEngine> {
  const engine = simulatedEngine(options);
  await engine({ method: 'PUT', path: '/a', body: JSON.stringify(mapping({ shards, replicas: 0 })) });
  return engine;
}

/** What was written, and how long was waited in between, in place of waiting. */
export async function written(
  transport: Transport,
  options: Partial<WriteOptions<Row>>,
): Promise<{ readonly report?: WriteReport; readonly error?: unknown; readonly waits: number[] }> {
  const waits: number[] = [];
  const full = { index: 'a', weigher, revision: versionOf, ...options } as WriteOptions<Row>;
  try {
    const report = await writeAllWaiting(transport, full, async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
    });
    return { report, waits };
  } catch (error) {
    return { error, waits };
  }
}

export const versionOf = (of: Row | string) => (typeof of === 'string' ? 1 : of.version);

export const bulksOf = (engine: SimulatedEngine) => engine.requests.filter(({ path }) => path === '/_bulk');

/** Ids in the bodies of bulks. */
export const idsOf = (body: string | undefined): string[] =>
  (body ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .flatMap((line) => line.index ?? line.delete ?? [])
    .map(({ _id }) => _id);

/** Whatever waits for no timer has happened. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}
