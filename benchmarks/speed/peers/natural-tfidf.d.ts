declare module 'natural/lib/natural/tfidf/tfidf.js' {
  /** TF-IDF over documents that are arrays of terms; strings lose their Chinese. */
  export default class TfIdf {
    addDocument(terms: readonly string[]): void;
    /** Σ tf · idf over the terms, for every document. */
    tfidfs(terms: readonly string[]): number[];
  }
}
