import { CuoheError } from '../../base/errors.ts';
import { last, type Steps } from '../../base/steps.ts';
import { type DenseArrays, DenseRows } from '../dense/dense-rows.ts';
import { CompactRows } from '../postings/compact-rows.ts';
import { TILE } from '../postings/postings.ts';
import { FIRST_TEXT_SIGNAL } from '../vectors/signals.ts';
import type { TermStatistics } from '../vectors/statistics.ts';
import { Vectorizer } from '../vectors/vectorizer.ts';
import { Vocabulary } from '../vectors/vocabulary.ts';
import type { Collection } from './collection.ts';
import { LAYOUT, NAMES, named, partOf, type Sections } from './layout.ts';
import { encodeRecordsSteps, jsonStore } from './record-store.ts';
import { type FullHead, type ReadingPrints, readSavedHead, type SavedHead } from './saved-head.ts';
import {
  type Allocate,
  type Damage,
  type Looking,
  readSectionsSteps,
  type SavedBytes,
  writeSectionsSteps,
} from './sections.ts';
import { verifySteps } from './verify.ts';

export type { ReadingPrints, SavedHead } from './saved-head.ts';

/** Version of the saved form; a change of any section, formula or tile size raises it. */
export const FORMAT_VERSION = 11;

/** Writes a collection and its head, records included. */
export function saveCollection(head: SavedHead, collection: Collection, allocate?: Allocate): Uint8Array {
  return last(saveCollectionSteps(head, collection, allocate));
}

/** The same in steps: yields the number of records written so far. */
export function* saveCollectionSteps(
  head: SavedHead,
  collection: Collection,
  allocate?: Allocate,
): Steps<Uint8Array> {
  const { vectorizer, rows, postings, attributes, maxDocumentShare, dense, records } = collection;
  const { vocabulary, documentFrequencies, count, maxDocumentFrequency } = vectorizer.parts;
  const { regionKeys, stageCodes, chainCodes, ...attributeArrays } = attributes;
  const { length: columnLength, ...columnArrays } = postings.columns;
  const { bits: tailBits, step: tailStep, ...tailArrays } = postings.tail;
  const full: FullHead = {
    ...head,
    tile: TILE,
    count,
    maxDocumentFrequency,
    maxDocumentShare,
    statistics: vectorizer.statistics?.version ?? '',
    leastWeight: postings.leastWeight,
    columnLength,
    tailBits,
    tailStep,
    regionKeys,
    stageCodes,
    chainCodes,
    ...(dense && { vectors: { weight: dense.space.parts.weight, store: dense.space.parts.store } }),
  };
  const arrays: Sections = {
    ...named('vocabulary', vocabulary.arrays),
    documentFrequencies,
    ...named('rows', rows.arrays),
    ...named('columns', columnArrays),
    ...named('lists', postings.lists),
    ...named('tail', tailArrays),
    ...named('attributes', attributeArrays),
    ...named('dense', dense?.arrays ?? NO_VECTORS),
    ...named('records', yield* encodeRecordsSteps(records)),
  };
  const sections = Object.fromEntries(NAMES.map((name) => [name, arrays[name]]));
  return yield* writeSectionsSteps(FORMAT_VERSION, full, sections, allocate);
}

const NO_VECTORS: DenseArrays = {
  mean: new Float64Array(0),
  norms: new Float64Array(0),
  whole: new Int8Array(0),
  floats: new Float32Array(0),
};

/**
 * Opens a saved collection: typed-array views into the bytes, which must not be changed afterwards.
 * @param statistics those that the index was made with, where they were not its own.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE`, or `SAVED_INDEX_MISMATCH` for other statistics.
 */
export function openCollection(given: SavedBytes, statistics?: TermStatistics): OpenedCollection {
  return last(openCollectionSteps(given, statistics));
}

/** What was saved. */
export interface OpenedCollection {
  readonly head: SavedHead;
  readonly collection: Collection;
  /** The bytes that are used. */
  readonly saved: Uint8Array;
}

/**
 * How much bytes are trusted: `nothing`: checks and contents are looked at; `contents`: only the checks; `all`: neither,
 * for what another thread has opened.
 */
export type Trust = 'nothing' | 'contents' | 'all';

/** {@link openCollection} in steps. */
export function* openCollectionSteps(
  given: SavedBytes,
  statistics?: TermStatistics,
  trust: Trust = 'nothing',
): Steps<OpenedCollection> {
  const { head, arrays, bytes } = yield* readSavedSteps(given, trust === 'all' ? 'trust' : 'refuse');
  requireStatistics(head.statistics, statistics);
  if (trust === 'nothing') yield* verifySteps(head, arrays);
  return { head, collection: collectionOf(head, arrays, statistics), saved: bytes };
}

/** The head and the arrays of a saved index. What is in the arrays was not looked at. */
export interface ReadIndex {
  readonly head: FullHead;
  readonly arrays: Sections;
  readonly bytes: Uint8Array;
  /** What {@link readSectionsSteps} tells. */
  readonly damaged: readonly Damage[];
}

/** @throws CuoheError `SAVED_INDEX_UNREADABLE` */
export function* readSavedSteps(given: SavedBytes, looking?: Looking): Steps<ReadIndex> {
  const read = yield* readSectionsSteps(given, FORMAT_VERSION, undefined, undefined, looking);
  const { head, section, bytes, damaged } = read;
  return {
    head: readSavedHead(head),
    arrays: Object.fromEntries(
      NAMES.map((name) => [name, section(name, LAYOUT[name])]),
    ) as unknown as Sections,
    bytes,
    damaged,
  };
}

/** The collection of what was read, and verified. */
export function collectionOf(
  head: FullHead,
  arrays: Sections,
  statistics: TermStatistics | undefined,
): Collection {
  const { documentFrequencies } = arrays;
  const saved = partOf(arrays, 'records');
  const { regionKeys, stageCodes, chainCodes, leastWeight, columnLength } = head;
  const vectorizer = new Vectorizer({
    vocabulary: new Vocabulary(partOf(arrays, 'vocabulary')),
    documentFrequencies,
    count: head.count,
    signalWeights: head.signalWeights,
    maxDocumentFrequency: head.maxDocumentFrequency,
    background: statistics,
  });
  const textStarts = vectorizer.signalStarts.slice(FIRST_TEXT_SIGNAL);
  const rows = new CompactRows(partOf(arrays, 'rows'), { documentFrequencies, textStarts });
  return {
    vectorizer,
    rows,
    postings: {
      rowCount: rows.size,
      termCount: documentFrequencies.length,
      columns: { ...partOf(arrays, 'columns'), length: columnLength },
      lists: partOf(arrays, 'lists'),
      tail: { ...partOf(arrays, 'tail'), bits: head.tailBits, step: head.tailStep },
      leastWeight,
    },
    attributes: { ...partOf(arrays, 'attributes'), regionKeys, stageCodes, chainCodes },
    conditionWeights: head.conditionWeights,
    maxDocumentShare: head.maxDocumentShare,
    dense: head.vectors && new DenseRows(head.vectors, partOf(arrays, 'dense')),
    records: jsonStore(saved.bytes, saved.offsets, head.side),
  };
}

/** Terms that an index does not hold still count for the length of a query: their frequencies stand in the statistics. */
function requireStatistics(made: string, given: TermStatistics | undefined): void {
  const version = given?.version ?? '';
  if (made === version) return;
  const its = (one: string) => (one === '' ? 'its own' : `those of version ${one}`);
  throw new CuoheError(
    'SAVED_INDEX_MISMATCH',
    `The saved index was made with other statistics: expected ${its(made)}, received ${given === undefined ? 'none' : its(version)}. Open it with the statistics that it was made with, or build it again.`,
  );
}

/** What each fingerprint stands for. */
const PRINT_NAMES: Readonly<Record<keyof ReadingPrints, string>> = {
  analyzer: 'tokenizer, lexicon or simplifier',
  tagger: 'taxonomy or chain model',
  stages: 'wording of maturity stages',
};

/**
 * Refuses a saved index that was made with other words, chains or stages than those at hand: its answers would be
 * wrong. One error names all that differ.
 * @throws CuoheError `SAVED_INDEX_MISMATCH`
 */
export function requireSame(saved: SavedHead, current: ReadingPrints): void {
  const differ = (Object.keys(PRINT_NAMES) as (keyof ReadingPrints)[])
    .filter((part) => saved[part] !== current[part])
    .map((part) => `another ${PRINT_NAMES[part]}: expected ${saved[part]}, received ${current[part]}`);
  if (differ.length === 0) return;
  throw new CuoheError(
    'SAVED_INDEX_MISMATCH',
    `The saved index was made with ${differ.join('; ')}. Open it with what it was made with, or build it again.`,
  );
}
