import type { Steps } from '../../base/steps.ts';
import { AttributeCollector } from '../collection/attributes.ts';
import type { Collection } from '../collection/collection.ts';
import { type StorePlace, storeOf } from '../collection/record-store.ts';
import { DenseRows } from '../dense/dense-rows.ts';
import { CompactRows } from '../postings/compact-rows.ts';
import { FactorsWriter } from '../postings/factors-writer.ts';
import { postingsSteps } from '../postings/postings.ts';
import { GrowableFloat32, GrowableUint32 } from '../vectors/growable.ts';
import { Vectorizer } from '../vectors/vectorizer.ts';
import { type Vocabulary, VocabularyBuilder } from '../vectors/vocabulary.ts';
import type { Piece } from './segments.ts';

/**
 * One collection of the live records of several that weigh with the same statistics, in their order. No text is read again:
 * rows are taken as they are, by the ids of a joined vocabulary. Yields the number of records taken so far, so that a caller may
 * report or stop.
 * O(postings + terms).
 */
export function* foldSteps(pieces: readonly Piece[]): Steps<Collection> {
  const [{ part: base }] = pieces as readonly [Piece];
  const { background, ...parts } = base.collection.vectorizer.parts;
  const space = base.collection.dense?.space;
  const used: Uint8Array[] = [];
  for (const piece of pieces)
    used.push(yield* usedTerms(piece, background === undefined && piece === pieces[0]));
  const joined = yield* joinedVocabulary(pieces, used);
  const attributes = new AttributeCollector();
  const offsets = new GrowableUint32();
  const ids = new GrowableUint32();
  const weights = new GrowableFloat32();
  const places: StorePlace[] = [];
  const vectors: { readonly dense: DenseRows | undefined; readonly row: number }[] = [];
  const { vocabulary, documentFrequencies } = joined;
  const vectorizer = new Vectorizer({ ...parts, vocabulary, documentFrequencies, background });
  const factors = new FactorsWriter(vectorizer);
  offsets.push(0);
  for (const [i, { part, live }] of pieces.entries()) {
    const { rows, attributes: columns, records: store, dense } = part.collection;
    factors.begin(rows);
    for (const row of live) {
      const entries = rows.factored(row);
      const first = ids.length;
      for (let e = 0; e < entries.ids.length; e++) {
        ids.push(joined.places[i]![entries.ids[e]!]!);
        weights.push(entries.weights[e]!);
      }
      factors.add(entries, (e) => ids.at(first + e));
      offsets.push(ids.length);
      attributes.copy(columns, row);
      places.push({ store, row });
      if (space !== undefined) vectors.push({ dense, row });
      yield offsets.length - 1;
    }
  }
  const matrix = {
    offsets: yield* offsets.finishSteps(),
    ids: yield* ids.finishSteps(),
    weights: yield* weights.finishSteps(),
    factors: yield* factors.finishSteps(),
  };
  return {
    vectorizer,
    rows: yield* CompactRows.steps(matrix),
    postings: yield* postingsSteps(matrix, vocabulary.size),
    attributes: yield* attributes.finishSteps(),
    conditionWeights: base.collection.conditionWeights,
    maxDocumentShare: base.collection.maxDocumentShare,
    dense: space && (yield* DenseRows.joinSteps(space, vectors)),
    records: storeOf(places),
  };
}

/** Terms looked at between two turns. */
const TERMS_A_TURN = 4096;

/**
 * Which terms of a part are kept: those of its live rows, and those whose frequency nobody else would know.
 * @param counts whether the frequencies of the whole index are those of this part.
 */
function* usedTerms({ part, live }: Piece, counts: boolean): Steps<Uint8Array> {
  const { rows, vectorizer } = part.collection;
  const { vocabulary, documentFrequencies } = vectorizer.parts;
  const used = new Uint8Array(vocabulary.size);
  for (let id = 0; counts && id < used.length; id++) if (documentFrequencies[id]! > 0) used[id] = 1;
  for (const row of live) {
    for (const id of rows.row(row).ids) used[id] = 1;
    yield 0;
  }
  return used;
}

/** All terms that are used, in their order, with the place of each part's ids among them. */
function* joinedVocabulary(
  pieces: readonly Piece[],
  used: readonly Uint8Array[],
): Steps<{
  readonly vocabulary: Vocabulary;
  readonly documentFrequencies: Uint32Array;
  readonly places: Uint32Array[];
}> {
  const builder = new VocabularyBuilder();
  const frequencies = new GrowableUint32();
  const heads = pieces.map(({ part }, i) => new Head(part.collection.vectorizer, used[i]!));
  for (let count = 0; ; count++) {
    let least: string | undefined;
    for (const { term } of heads)
      if (term !== undefined && (least === undefined || term < least)) least = term;
    if (least === undefined) break;
    for (let i = 0; i < least.length; i++) builder.push(least.charCodeAt(i));
    const id = builder.end();
    let frequency = 0;
    for (const head of heads) if (head.term === least) frequency = head.take(id);
    frequencies.push(frequency);
    if (count % TERMS_A_TURN === 0) yield 0;
  }
  return {
    vocabulary: yield* builder.finishSteps(),
    documentFrequencies: yield* frequencies.finishSteps(),
    places: heads.map(({ places }) => places),
  };
}

/** The next term of a part that is used. */
class Head {
  readonly places: Uint32Array;
  term: string | undefined;
  private id = -1;
  private readonly vectorizer: Vectorizer;
  private readonly used: Uint8Array;

  constructor(vectorizer: Vectorizer, used: Uint8Array) {
    this.vectorizer = vectorizer;
    this.used = used;
    this.places = new Uint32Array(used.length);
    this.next();
  }

  /** Gives the term its place; returns in how many records of the statistics it stands. */
  take(place: number): number {
    const frequency = this.vectorizer.parts.documentFrequencies[this.id]!;
    this.places[this.id] = place;
    this.next();
    return frequency;
  }

  private next(): void {
    const { used } = this;
    do this.id++;
    while (this.id < used.length && used[this.id] === 0);
    this.term = this.id < used.length ? this.vectorizer.parts.vocabulary.term(this.id) : undefined;
  }
}
