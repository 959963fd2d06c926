import type { Steps } from '../base/steps.ts';
import { AttributeCollector } from '../core/collection/attributes.ts';
import type { Collection } from '../core/collection/collection.ts';
import { memoryStoreSteps } from '../core/collection/record-store.ts';
import { fitOptions } from '../core/matcher/build.ts';
import type { MatcherPlan } from '../core/matcher/create.ts';
import { inTurns, Pacer } from '../core/matcher/run.ts';
import type { RunOptions } from '../core/matches/match-options.ts';
import { CompactRows } from '../core/postings/compact-rows.ts';
import { postingsSteps } from '../core/postings/postings.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { fitted, lookUp } from '../core/vectors/fit.ts';
import { joinedTermsSteps } from '../core/vectors/joined-terms.ts';
import { factoredSteps, MOST_TEXT_CODES, type WeighedRows } from '../core/vectors/row-factors.ts';
import { sampledRows, ValueCounts } from '../core/vectors/value-codes.ts';
import type { Vectorizer } from '../core/vectors/vectorizer.ts';
import { VocabularyBuilder } from '../core/vectors/vocabulary.ts';
import type { ReadByWorker, SortedTerms } from './build-messages.ts';
import type { Crew } from './crew.ts';
import { ownRows, type ReadChunk, rowsOfWorkersSteps } from './rows-of-workers.ts';
import { sendable } from './sendable.ts';

/** Records that a worker reads between two messages: some tens of milliseconds. */
const CHUNK = 64;
/** Chunks that a worker has in hand, so that it does not wait for the calling thread between two. */
const IN_HAND = 2;

/** Some records, and what a worker read of them. */
interface Chunk extends ReadChunk {
  read: readonly ReadByWorker[];
}

/**
 * Indexes records on workers, which read them while the rest is still being validated: each numbers the terms of its own
 * records, the calling thread joins what they sorted, and they weigh their rows by it. Rows are in the order of the records,
 * terms in theirs: the collection is that of one thread, to the bit, whoever read what.
 * @param total number of records.
 */
export async function buildOnWorkers<R>(
  plan: MatcherPlan<R>,
  crew: Crew,
  total: number,
  options: RunOptions,
): Promise<Collection> {
  const { signal } = options;
  const turns = <T>(steps: Steps<T>) => inTurns(steps, total, signal === undefined ? {} : { signal });
  const { records, chunks } = await readAll(plan, crew, total, options);
  const dense = await turns(plan.dense(records));
  const sampled = ownRows(chunks, crew.size, sampledRows(records.length));
  const sorted = await everyOf(crew, (worker) =>
    crew.ask<'sorted'>(worker, { type: 'sort', sampled: sampled[worker]! }),
  );
  const { vectorizer, places } = await turns(
    vectorizerSteps(
      plan,
      sorted.map(({ terms }) => terms),
      records.length,
    ),
  );
  const textValues = commonValues(sorted.map(({ values }) => values));
  const rows: (WeighedRows | undefined)[] = await everyOf(crew, async (worker) => {
    const asked = { ...weighing(vectorizer, places[worker]!), textValues };
    return (await crew.ask<'weighed'>(worker, asked, [places[worker]!, asked.frequencies].map(bufferOf)))
      .rows;
  });
  await crew.end();
  const weighed = await turns(rowsOfWorkersSteps(chunks, rows));
  const matrix = await turns(factoredSteps(weighed, textValues, vectorizer));
  const { conditionWeights, maxDocumentShare } = plan.weighting;
  return {
    vectorizer,
    rows: await turns(CompactRows.steps(matrix)),
    postings: await turns(postingsSteps(matrix, vectorizer.parts.vocabulary.size)),
    attributes: await turns(attributesSteps(records, chunks)),
    conditionWeights,
    maxDocumentShare,
    dense,
    records: await turns(memoryStoreSteps(records)),
  };
}

/** Validates the records in turns, and has workers read them as they come. */
async function readAll<R>(
  { records, reading }: MatcherPlan<R>,
  crew: Crew,
  total: number,
  options: RunOptions,
): Promise<{ readonly records: readonly MatchRecord[]; readonly chunks: readonly Chunk[] }> {
  const pacer = new Pacer(total, options);
  const taken: MatchRecord[] = [];
  const chunks: Chunk[] = [];
  let given = 0;
  let done = 0;
  let isOver = false;
  let wake = () => {};
  let changed = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const change = () => {
    wake();
    changed = new Promise((resolve) => {
      wake = resolve;
    });
  };
  const validate = async () => {
    const steps = records(taken);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return;
      if (taken.length - given >= CHUNK) change();
      if (pacer.isDue()) await pacer.step(done);
      if (isOver) return;
    }
  };
  const feed = async (worker: number) => {
    for (;;) {
      while (!isOver && taken.length - given < CHUNK) await changed;
      const part = taken.slice(given, given + CHUNK);
      if (part.length === 0) return;
      given += part.length;
      const chunk: Chunk = { worker, size: part.length, read: [] };
      chunks.push(chunk);
      const sent = part.map((record) => sendable(record, reading.fieldWeights));
      chunk.read = (await crew.ask<'read'>(worker, { type: 'read', records: sent })).read;
      done += part.length;
      if (pacer.isDue()) await pacer.step(done);
    }
  };
  const validating = validate().finally(() => {
    isOver = true;
    change();
  });
  const feeding = everyOf(crew, (worker) => Promise.all(Array.from({ length: IN_HAND }, () => feed(worker))));
  // What is wrong with the records is told, not what became of workers meanwhile.
  feeding.catch(() => {
    isOver = true;
  });
  await validating;
  await feeding;
  pacer.finish(done);
  return { records: taken, chunks };
}

/** Does something with all workers at the same time. */
function everyOf<T>(crew: Crew, act: (worker: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: crew.size }, (_, worker) => act(worker)));
}

/** Joins the terms of all workers, and adds up in how many records each stands. */
function* vectorizerSteps<R>(
  { weighting }: MatcherPlan<R>,
  sorted: readonly SortedTerms[],
  rowCount: number,
): Steps<{ readonly vectorizer: Vectorizer; readonly places: readonly Uint32Array[] }> {
  const builder = new VocabularyBuilder();
  const places = yield* joinedTermsSteps(sorted, builder);
  const vocabulary = yield* builder.finishSteps();
  const documentFrequencies = new Uint32Array(vocabulary.size);
  for (const [worker, { frequencies }] of sorted.entries()) {
    const ids = places[worker]!;
    for (let i = 0; i < ids.length; i++) documentFrequencies[ids[i]!]! += frequencies[i]!;
    yield 0;
  }
  const { statistics } = weighting;
  if (statistics !== undefined) yield* lookUp(statistics, vocabulary, documentFrequencies);
  return { vectorizer: fitted(vocabulary, documentFrequencies, rowCount, fitOptions(weighting)), places };
}

/** The values of text terms that have codes, of what each worker counted. */
function commonValues(counted: readonly ReadonlyMap<number, number>[]): readonly number[] {
  const values = new ValueCounts();
  for (const counts of counted) for (const [value, often] of counts) values.add(value, often);
  return values.top(MOST_TEXT_CODES);
}

/** What a worker is told of its terms. */
function weighing({ parts }: Vectorizer, places: Uint32Array) {
  const { count, signalWeights, maxDocumentFrequency, documentFrequencies } = parts;
  const frequencies = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) frequencies[i] = documentFrequencies[places[i]!]!;
  const scheme = { count, signalWeights, maxDocumentFrequency };
  return { type: 'weigh', places, frequencies, scheme } as const;
}

function* attributesSteps(records: readonly MatchRecord[], chunks: readonly Chunk[]) {
  const attributes = new AttributeCollector();
  let index = 0;
  for (const { read } of chunks) {
    for (const { tags, states } of read) attributes.add(records[index++]!, tags, states);
    yield 0;
  }
  return yield* attributes.finishSteps();
}

function bufferOf({ buffer }: Uint32Array): ArrayBuffer {
  return buffer as ArrayBuffer;
}
