import { CuoheError } from '../../base/errors.ts';
import { last, type Steps } from '../../base/steps.ts';
import type { ConditionWeights } from '../conditions/condition.ts';
import { type DenseArrays, DenseRows } from '../dense/dense-rows.ts';
import type { VectorStore } from '../dense/vector.ts';
import { CompactRows } from '../postings/compact-rows.ts';
import { TILE } from '../postings/postings.ts';
import type { FieldWeights } from '../records/fields.ts';
import type { Side } from '../records/parse.ts';
import { FIRST_TEXT_SIGNAL, type SignalWeights } from '../vectors/signals.ts';
import type { TermStatistics } from '../vectors/statistics.ts';
import { Vectorizer } from '../vectors/vectorizer.ts';
import { Vocabulary } from '../vectors/vocabulary.ts';
import type { Collection } from './collection.ts';
import { encodeRecordsSteps, jsonStore } from './record-store.ts';
import {
  type Allocate,
  type ArrayOf,
  readSectionsSteps,
  type SavedBytes,
  type TypeName,
  unreadable,
  writeSectionsSteps,
} from './sections.ts';

/** Version of the saved form; a change of any section, formula or tile size raises it. */
export const FORMAT_VERSION = 10;

/** The arrays of a saved index, in their order: written and read by this list alone. */
const LAYOUT = {
  'vocabulary.pool': 'Uint16Array',
  'vocabulary.offsets': 'Uint32Array',
  'vocabulary.slots': 'Uint32Array',
  documentFrequencies: 'Uint32Array',
  'rows.offsets': 'Uint32Array',
  'rows.starts': 'Uint32Array',
  'rows.steps': 'Uint16Array',
  'rows.codes': 'Uint8Array',
  'rows.values': 'Float64Array',
  'rows.scales': 'Float64Array',
  'rows.weights': 'Float32Array',
  'rows.weightStarts': 'Uint32Array',
  'rows.frequencies': 'Uint32Array',
  'rows.rarities': 'Float64Array',
  'columns.terms': 'Uint32Array',
  'columns.bytes': 'Uint8Array',
  'columns.steps': 'Float32Array',
  'lists.terms': 'Uint32Array',
  'lists.directory': 'Uint32Array',
  'lists.postings': 'Uint32Array',
  'tail.bases': 'Uint32Array',
  'tail.offsets': 'Uint16Array',
  'tail.postings': 'Uint32Array',
  'attributes.kinds': 'Uint8Array',
  'attributes.secrecy': 'Uint8Array',
  'attributes.states': 'Uint8Array',
  'attributes.lastDays': 'Int32Array',
  'attributes.regions': 'Uint32Array',
  'attributes.stages': 'Uint32Array',
  'attributes.tagOffsets': 'Uint32Array',
  'attributes.tagChains': 'Uint32Array',
  'attributes.tagConfidences': 'Float64Array',
  'dense.mean': 'Float64Array',
  'dense.norms': 'Float64Array',
  'dense.whole': 'Int8Array',
  'dense.floats': 'Float32Array',
  'records.bytes': 'Uint8Array',
  'records.offsets': 'Uint32Array',
} as const satisfies Readonly<Record<string, TypeName>>;

type SectionName = keyof typeof LAYOUT;
type Sections = { readonly [N in SectionName]: ArrayOf<(typeof LAYOUT)[N]> };
/** The arrays of one part, by what stands behind its name and a dot. */
type Part<P extends string> = {
  readonly [N in SectionName as N extends `${P}.${infer Rest}` ? Rest : never]: Sections[N];
};

/** What a saved index says about how it was made. */
export interface SavedHead {
  readonly side: Side;
  readonly fieldWeights: FieldWeights;
  readonly signalWeights: SignalWeights;
  readonly conditionWeights: ConditionWeights;
  /** Tokenizer, lexicon and simplifier. */
  readonly analyzer: string;
  /** Taxonomy, lexicon and model of the chain tagger. */
  readonly tagger: string;
  /** Wording of maturity stages. */
  readonly stages: string;
}

/** The parts of a head that say what read the records. */
export type ReadingPrints = Pick<SavedHead, 'analyzer' | 'tagger' | 'stages'>;

interface FullHead extends SavedHead {
  readonly tile: number;
  readonly count: number;
  readonly maxDocumentFrequency: number;
  readonly maxDocumentShare: number;
  /** Version of the statistics that the index was made with; '' for its own. */
  readonly statistics: string;
  readonly leastWeight: number;
  readonly columnLength: number;
  readonly tailBits: number;
  readonly tailStep: number;
  readonly regionKeys: readonly string[];
  readonly stageCodes: readonly string[];
  readonly chainCodes: readonly string[];
  /** How vectors count and are kept; absent without any. */
  readonly vectors?: { readonly weight: number; readonly store: VectorStore };
}

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

const NAMES = Object.keys(LAYOUT) as SectionName[];

/** The arrays of a part under their names in the layout. */
function named<P extends string, A extends object>(part: P, arrays: A) {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${part}.${name}`, array])) as {
    [K in keyof A & string as `${P}.${K}`]: A[K];
  };
}

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

/** {@link openCollection} in steps. */
export function* openCollectionSteps(
  given: SavedBytes,
  statistics?: TermStatistics,
): Steps<OpenedCollection> {
  const { head: anyHead, section, bytes } = yield* readSectionsSteps(given, FORMAT_VERSION);
  const head = anyHead as FullHead;
  if (head.tile !== TILE) throw unreadable(`tiles of ${TILE} rows`, String(head.tile));
  requireStatistics(head.statistics, statistics);
  const arrays = Object.fromEntries(
    NAMES.map((name) => [name, section(name, LAYOUT[name])]),
  ) as unknown as Sections;
  const part = <P extends string>(name: P) =>
    Object.fromEntries(
      NAMES.filter((one) => one.startsWith(`${name}.`)).map((one) => [
        one.slice(name.length + 1),
        arrays[one],
      ]),
    ) as unknown as Part<P>;
  const { documentFrequencies } = arrays;
  const saved = part('records');
  const { regionKeys, stageCodes, chainCodes, leastWeight, columnLength } = head;
  const vectorizer = new Vectorizer({
    vocabulary: new Vocabulary(part('vocabulary')),
    documentFrequencies,
    count: head.count,
    signalWeights: head.signalWeights,
    maxDocumentFrequency: head.maxDocumentFrequency,
    background: statistics,
  });
  const textStarts = vectorizer.signalStarts.slice(FIRST_TEXT_SIGNAL);
  const rows = new CompactRows(part('rows'), { documentFrequencies, textStarts });
  const collection: Collection = {
    vectorizer,
    rows,
    postings: {
      rowCount: rows.size,
      termCount: documentFrequencies.length,
      columns: { ...part('columns'), length: columnLength },
      lists: part('lists'),
      tail: { ...part('tail'), bits: head.tailBits, step: head.tailStep },
      leastWeight,
    },
    attributes: { ...part('attributes'), regionKeys, stageCodes, chainCodes },
    conditionWeights: head.conditionWeights,
    maxDocumentShare: head.maxDocumentShare,
    dense: head.vectors && new DenseRows(head.vectors, part('dense')),
    records: jsonStore(saved.bytes, saved.offsets),
  };
  return { head, collection, saved: bytes };
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
