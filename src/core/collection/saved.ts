import { CuoheError } from '../../base/errors.ts';
import { CompactRows } from '../postings/compact-rows.ts';
import { TILE } from '../postings/postings.ts';
import type { FieldWeights } from '../records/fields.ts';
import type { Side } from '../records/parse.ts';
import type { SignalWeights } from '../vectors/signals.ts';
import { Vectorizer } from '../vectors/vectorizer.ts';
import { Vocabulary } from '../vectors/vocabulary.ts';
import type { Attributes } from './attributes.ts';
import type { Collection } from './collection.ts';
import { encodeRecords, jsonStore } from './record-store.ts';
import {
  type Allocate,
  readSections,
  type SavedBytes,
  type SectionArray,
  unreadable,
  writeSections,
} from './sections.ts';

/** Version of the saved form; a change of any section, formula or tile size raises it. */
export const FORMAT_VERSION = 4;

/** What a saved index says about how it was made. */
export interface SavedHead {
  readonly side: Side;
  readonly fieldWeights: FieldWeights;
  readonly signalWeights: SignalWeights;
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
  readonly leastWeight: number;
  readonly columnLength: number;
  readonly regionKeys: readonly string[];
  readonly chainCodes: readonly string[];
}

/** Writes a collection and its head, records included. */
export function saveCollection(head: SavedHead, collection: Collection, allocate?: Allocate): Uint8Array {
  const { vectorizer, rows, postings, attributes, records } = collection;
  const { vocabulary, documentFrequencies, count, maxDocumentFrequency } = vectorizer.parts;
  const { regionKeys, chainCodes, ...attributeArrays } = attributes;
  const { length: columnLength, ...columnArrays } = postings.columns;
  const json = encodeRecords(records);
  const full: FullHead = {
    ...head,
    tile: TILE,
    count,
    maxDocumentFrequency,
    leastWeight: postings.leastWeight,
    columnLength,
    regionKeys,
    chainCodes,
  };
  const sections: Record<string, SectionArray> = {
    ...prefixed('vocabulary', vocabulary.arrays),
    documentFrequencies,
    ...prefixed('rows', rows.arrays),
    ...prefixed('columns', columnArrays),
    ...prefixed('lists', postings.lists),
    ...prefixed('tail', postings.tail),
    ...prefixed('attributes', attributeArrays),
    'records.bytes': json.bytes,
    'records.offsets': json.offsets,
  };
  return writeSections(FORMAT_VERSION, full, sections, allocate);
}

function prefixed(prefix: string, arrays: object): Record<string, SectionArray> {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [`${prefix}.${name}`, array as SectionArray]),
  );
}

/**
 * Opens a saved collection: typed-array views into the bytes, which must not be changed afterwards.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE`
 */
export function openCollection(given: SavedBytes): {
  readonly head: SavedHead;
  readonly collection: Collection;
  /** The bytes that are used. */
  readonly saved: Uint8Array;
} {
  const { head: anyHead, section, bytes } = readSections(given, FORMAT_VERSION);
  const head = anyHead as FullHead;
  if (head.tile !== TILE) throw unreadable(`tiles of ${TILE} rows`, String(head.tile));
  const u8 = (name: string) => section<Uint8Array>(name, 'Uint8Array');
  const u16 = (name: string) => section<Uint16Array>(name, 'Uint16Array');
  const u32 = (name: string) => section<Uint32Array>(name, 'Uint32Array');
  const f32 = (name: string) => section<Float32Array>(name, 'Float32Array');
  const vocabulary = new Vocabulary({
    pool: u16('vocabulary.pool'),
    offsets: u32('vocabulary.offsets'),
    slots: u32('vocabulary.slots'),
  });
  const rows = new CompactRows({
    offsets: u32('rows.offsets'),
    starts: u32('rows.starts'),
    steps: u16('rows.steps'),
    weights: f32('rows.weights'),
  });
  const attributes: Attributes = {
    kinds: u8('attributes.kinds'),
    secrecy: u8('attributes.secrecy'),
    lastDays: section<Int32Array>('attributes.lastDays', 'Int32Array'),
    regions: u32('attributes.regions'),
    tagOffsets: u32('attributes.tagOffsets'),
    tagChains: u32('attributes.tagChains'),
    tagConfidences: section<Float64Array>('attributes.tagConfidences', 'Float64Array'),
    regionKeys: head.regionKeys,
    chainCodes: head.chainCodes,
  };
  const collection: Collection = {
    vectorizer: new Vectorizer({
      vocabulary,
      documentFrequencies: u32('documentFrequencies'),
      count: head.count,
      signalWeights: head.signalWeights,
      maxDocumentFrequency: head.maxDocumentFrequency,
    }),
    rows,
    postings: {
      rowCount: rows.size,
      columns: {
        terms: u32('columns.terms'),
        bytes: u8('columns.bytes'),
        steps: f32('columns.steps'),
        length: head.columnLength,
      },
      lists: {
        terms: u32('lists.terms'),
        directory: u32('lists.directory'),
        postings: u32('lists.postings'),
      },
      tail: {
        offsets: u32('tail.offsets'),
        rows: u32('tail.rows'),
        weights: f32('tail.weights'),
      },
      leastWeight: head.leastWeight,
    },
    attributes,
    records: jsonStore(u8('records.bytes'), u32('records.offsets')),
  };
  return { head, collection, saved: bytes };
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
