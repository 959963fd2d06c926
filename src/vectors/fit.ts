import { FACET_MARKS, FACETS, type FacetWeights, type Features, FIRST_TEXT_MARK } from './facets.ts';
import { GrowableFloat32, GrowableUint32 } from './growable.ts';
import type { Statistics } from './statistics.ts';
import { TermIds } from './term-ids.ts';
import { Vectorizer, type VectorizerParts } from './vectorizer.ts';
import { Vocabulary } from './vocabulary.ts';

/** Rows of a collection in compressed sparse row form; ids ascend within a row. */
export interface RowMatrix {
  /** Where each row begins; one more entry than rows. */
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** How rows are weighted. */
export interface FitOptions {
  readonly facetWeights: FacetWeights;
  /** Share of records above which a text term is dropped, in (0, 1]. */
  readonly maxDocumentShare: number;
  /** Collections with fewer records drop no term. */
  readonly minRecordsForDropping: number;
  /** Document frequencies to use in place of the collection's own. */
  readonly statistics?: Statistics | undefined;
}

const MARKS = FACETS.map((facet) => FACET_MARKS[facet]);

/** Features of each record, kept as integers between the two passes over a collection. */
export class FeatureCollector {
  /** For each facet, its terms with numbers in the order in which they came, across all facets. */
  private readonly provisional = FACETS.map(() => new TermIds());
  private termCount = 0;
  /** For each row, where each of its facets ends in `terms`. */
  private readonly facetEnds = new GrowableUint32();
  private readonly terms = new GrowableUint32();
  private readonly values = new GrowableFloat32();

  add(features: Features): void {
    for (const [f, facet] of FACETS.entries()) {
      const known = this.provisional[f]!;
      for (const [term, value] of features[facet]) {
        this.terms.push(this.number(known, term));
        this.values.push(value);
      }
      this.facetEnds.push(this.terms.length);
    }
  }

  private number(known: TermIds, term: string): number {
    const number = known.number(term, this.termCount);
    if (number === this.termCount) this.termCount++;
    return number;
  }

  private get rowCount(): number {
    return this.facetEnds.length / FACETS.length;
  }

  /**
   * Second pass: fixes the vocabulary and the document frequencies, and weighs every row. Yields after each row, so
   * that a caller may take turns or stop.
   */
  *fit(options: FitOptions): Generator<void, { readonly vectorizer: Vectorizer; readonly rows: RowMatrix }> {
    const { statistics } = options;
    const told = new Map<number, number>();
    for (const [term, frequency] of statistics?.documentFrequencies ?? []) {
      const facet = this.provisional[MARKS.indexOf(term[0]!)]!;
      told.set(this.number(facet, term.slice(1)), frequency);
    }
    const { vocabulary, toFinal } = this.vocabulary();
    const documentFrequencies = new Uint32Array(vocabulary.size);
    if (statistics === undefined) {
      const textStart = vocabulary.lowerBound(FIRST_TEXT_MARK);
      for (let i = 0; i < this.terms.length; i++) {
        const id = toFinal[this.terms.at(i)]!;
        if (id >= textStart) documentFrequencies[id]!++;
      }
    } else for (const [number, frequency] of told) documentFrequencies[toFinal[number]!] = frequency;
    const count = statistics?.count ?? this.rowCount;
    const parts: VectorizerParts = {
      vocabulary,
      documentFrequencies,
      count,
      facetWeights: options.facetWeights,
      maxDocumentFrequency:
        count < options.minRecordsForDropping ? count : Math.floor(count * options.maxDocumentShare),
    };
    const vectorizer = new Vectorizer(parts);
    return { vectorizer, rows: yield* this.rows(vectorizer, toFinal) };
  }

  /** All terms with the mark of their facet, and the id of each provisional number. */
  private vocabulary(): { readonly vocabulary: Vocabulary; readonly toFinal: Uint32Array } {
    const toFinal = new Uint32Array(this.termCount);
    const marked: string[] = [];
    // The marks ascend from facet to facet.
    for (const [f, known] of this.provisional.entries()) {
      const { terms, numbers } = known.sorted();
      for (const [i, term] of terms.entries()) {
        toFinal[numbers[i]!] = marked.length;
        marked.push(MARKS[f]! + term);
      }
    }
    return { vocabulary: Vocabulary.fromSorted(marked), toFinal };
  }

  private *rows(vectorizer: Vectorizer, toFinal: Uint32Array): Generator<void, RowMatrix> {
    const offsets = new Uint32Array(this.rowCount + 1);
    const ids = new GrowableUint32();
    const weights = new GrowableFloat32();
    let start = 0;
    for (let row = 0; row < this.rowCount; row++) {
      const ends = FACETS.map((_, f) => this.facetEnds.at(row * FACETS.length + f));
      const end = ends.at(-1)!;
      const rowIds = new Uint32Array(end - start);
      const values = new Float32Array(end - start);
      for (let i = start; i < end; i++) {
        rowIds[i - start] = toFinal[this.terms.at(i)]!;
        values[i - start] = this.values.at(i);
      }
      const from = start;
      const sparse = vectorizer.weigh(
        rowIds,
        values,
        ends.map((facetEnd) => facetEnd - from),
      );
      for (let i = 0; i < sparse.ids.length; i++) {
        ids.push(sparse.ids[i]!);
        weights.push(sparse.weights[i]!);
      }
      offsets[row + 1] = ids.length;
      start = end;
      yield;
    }
    return { offsets, ids: ids.finish(), weights: weights.finish() };
  }
}
