import type { Matcher, QueryInput, Weigher } from 'cuohe';
import { type EngineDocument, fetchTransport, mapping, type Transport, toDocument } from 'cuohe/opensearch';
import { syntheticCorpus, syntheticTitles } from '../../benchmarks/corpus.ts';
import { machineOf, type Row, sample, weigherOf } from '../opensearch/cluster.ts';
import type { Cluster } from './harness/cluster.ts';

/** What the tests of real clusters share: records in an index, and the same ones in one matcher. */

export const achievements = sample('achievements');
export const demands = sample('demands');
export const sampleWeigher = weigherOf(achievements, demands);

/** The day of all filters: no test depends on the day on which it runs. */
export const asOf = '2026-11-01';

export type Side = 'achievement' | 'demand';

/** Records, as documents and in one matcher. */
export interface Collection {
  readonly weigher: Weigher;
  readonly side: Side;
  readonly documents: readonly EngineDocument[];
  readonly machine: Matcher<Row>;
}

export function collectionOf(weigher: Weigher, rows: readonly Row[], side: Side = 'achievement'): Collection {
  const documents = rows.map((row) => toDocument(weigher, row, { revision: 1, side }));
  return { weigher, side, documents, machine: machineOf(rows, weigher.statistics, side) };
}

/** How an index of tests is made. */
export interface Layout {
  readonly shards?: number;
  readonly replicas?: number;
}

/** An index of a cluster and the same records in one matcher. */
export interface Place extends Collection {
  readonly transport: Transport;
  readonly index: string;
}

/** Makes an index, and waits until all of its copies are there. */
export async function makeIndex(cluster: Cluster, index: string, layout: Layout = {}): Promise<void> {
  const { shards = 3, replicas = 1 } = layout;
  const { status, body } = await cluster.ask('PUT', `/${index}`, mapping({ shards, replicas }));
  if (status !== 200) throw new Error(JSON.stringify(body));
  await cluster.green(index);
}

/** Documents of one request. */
const CHUNK = 500;

/** Makes an index of a collection, by plain requests. */
export async function placeOf(
  cluster: Cluster,
  index: string,
  collection: Collection,
  layout: Layout = {},
): Promise<Place> {
  await makeIndex(cluster, index, layout);
  const { documents } = collection;
  for (let i = 0; i < documents.length; i += CHUNK) {
    const lines = documents
      .slice(i, i + CHUNK)
      .flatMap(({ id, revision, source }) => [
        { index: { _id: id, version: revision, version_type: 'external' } },
        source,
      ]);
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const { body } = await cluster.ask('POST', `/${index}/_bulk?refresh=true`, text);
    if (body.errors !== false) throw new Error(JSON.stringify(body).slice(0, 1000));
  }
  return { ...collection, transport: fetchTransport(cluster.urls), index };
}

/** What is made once, by whoever asks first. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export const sampleAchievements = once(() => collectionOf(sampleWeigher, achievements));
export const sampleDemands = once(() =>
  collectionOf(
    sampleWeigher,
    [...demands, severalNeeds(demands.slice(3, 7)), longDemand(demands.slice(10, 40))],
    'demand',
  ),
);

const INVENTED = 2000;

/** Records and demands that are invented, the same ones always. */
export const invented = once(() => {
  const corpus = syntheticCorpus(INVENTED, 40, 7);
  const [rows, queries] = [corpus.achievements as Row[], corpus.demands as Row[]];
  return { queries, collection: collectionOf(weigherOf(rows, queries), rows) };
});

/** Invented records of a title alone, more than one page of a point in time holds. */
export const inventedTitles = once(() => {
  const corpus = syntheticTitles(1500, 30, 8);
  const [rows, queries] = [corpus.achievements as Row[], corpus.demands as Row[]];
  // Shares something with most of them.
  const wide: Row = { id: 'wide', title: '', problem: queries.map(({ title }) => title).join('，') };
  return { wide, collection: collectionOf(weigherOf(rows, queries), rows) };
});

/** A demand that tells what several others do. */
export function severalNeeds(few: readonly Row[]): QueryInput & Row {
  const problem = few.map(({ title }, i) => `${i + 1}. ${title}`).join('；\n');
  return { kind: 'demand', id: 'several', title: '企业技术需求', problem };
}

/** A demand of more terms than an engine takes clauses by default. */
export function longDemand(many: readonly Row[]): QueryInput & Row {
  const texts = many.map((row) => (row as { readonly problem?: string }).problem ?? '');
  return { kind: 'demand', id: 'long', title: many[0]!.title, problem: texts.join('\n') };
}

/** Tasks that wait for their answers at the same time. */
const AT_ONCE = 4;

/** Does something for each, a few at the same time. */
export async function forEach<T>(items: Iterable<T>, task: (item: T) => Promise<unknown>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const work = async () => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) await task(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
