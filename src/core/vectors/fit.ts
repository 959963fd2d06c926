import { TEXT_FACETS } from '../terms/term-frequencies.ts';
import { FacetCounts } from './facet-counts.ts';
import { FACET_MARKS, FACETS, type FacetName, type FacetWeights } from './facets.ts';
import { type RowMatrix, rowMatrix } from './row-matrix.ts';
import type { Statistics } from './statistics.ts';
import { Vectorizer } from './vectorizer.ts';
import { VocabularyBuilder } from './vocabulary.ts';

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
  private readonly facets = mapFacets(() => new FacetCounts());

  /** Adds to what a feature of the record that is being read counts. */
  readonly count = (facet: FacetName, feature: string, value: number): void => {
    this.facets[facet].add(feature, value);
  };

  endRecord(): void {
    for (const facet of FACETS) this.facets[facet].endRow();
  }

  /**
   * Second pass: fixes the vocabulary and the document frequencies, and weighs every row. Yields after each row, so
   * that a caller may take turns or stop.
   */
  *fit(options: FitOptions): Generator<void, { readonly vectorizer: Vectorizer; readonly rows: RowMatrix }> {
    const { statistics } = options;
    for (const term of statistics?.documentFrequencies.keys() ?? [])
      this.facets[facetOf(term)].number(term.slice(1));
    const builder = new VocabularyBuilder();
    // Facets come in the order of their marks, so that all terms ascend.
    const ids = mapFacets((facet) =>
      this.facets[facet].writeSorted(builder, FACET_MARKS[facet].charCodeAt(0)),
    );
    const vocabulary = builder.finish();
    const documentFrequencies = new Uint32Array(vocabulary.size);
    if (statistics === undefined) {
      for (const facet of TEXT_FACETS) {
        ids[facet].forEach((id, number) => {
          documentFrequencies[id] = this.facets[facet].documentFrequency(number);
        });
      }
    } else
      for (const [term, frequency] of statistics.documentFrequencies)
        documentFrequencies[vocabulary.id(term)] = frequency;
    const { rowCount } = this.facets[FACETS[0]];
    const count = statistics?.count ?? rowCount;
    const vectorizer = new Vectorizer({
      vocabulary,
      documentFrequencies,
      count,
      facetWeights: options.facetWeights,
      maxDocumentFrequency:
        count < options.minRecordsForDropping ? count : Math.floor(count * options.maxDocumentShare),
    });
    const entries = FACETS.map((facet) => {
      const counted = this.facets[facet].finish(ids[facet]);
      return { ...counted, weights: new Float32Array(counted.ids.length) };
    });
    for (let row = 0; row < rowCount; row++) {
      for (const [f, facet] of entries.entries()) {
        vectorizer.weigh(f, facet, row === 0 ? 0 : facet.ends[row - 1]!, facet.ends[row]!, facet.weights);
      }
      yield;
    }
    return { vectorizer, rows: rowMatrix(entries, vectorizer.facetStarts) };
  }
}

function mapFacets<T>(make: (facet: FacetName) => T): Readonly<Record<FacetName, T>> {
  return Object.fromEntries(FACETS.map((facet) => [facet, make(facet)])) as Record<FacetName, T>;
}

/** The facet of a marked term. */
function facetOf(term: string): FacetName {
  return FACETS[MARKS.indexOf(term[0]!)]!;
}
