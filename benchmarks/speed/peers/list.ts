import type { Peer } from './peer.ts';

const NO_CHINESE = { chinese: false } as const;

/**
 * npm engines that can score. Of the others: FlexSearch gives no scores; Orama 3 matches prefixes (its exact mode wants
 * all terms) and merges lists in time quadratic in their length; wink-bm25-text-search rounds its scores. lunr takes
 * weights for queries and, loaded from its serialised form, for records too, so that it does the same task.
 */
export const PEERS: readonly Peer[] = [
  {
    name: 'MiniSearch',
    package: 'minisearch',
    formula: 'BM25+ × terms',
    abilities: { weightedQueries: true, exactTopK: true, ...NO_CHINESE },
    mostRecords: 200_000,
    mostQueries: 20,
    note: 'the different terms of a query as text (boostTerm could weigh them); scores and sorts everything that matches, of which ten are taken',
    open: async () => (await import('./minisearch.ts')).open,
  },
  {
    name: 'lunr',
    package: 'lunr',
    formula: 'cosine',
    abilities: { weightedQueries: true, exactTopK: true, ...NO_CHINESE },
    mostRecords: 20_000,
    mostQueries: 20,
    note: 'the same vectors, loaded as its serialised form and as boosts; sorts everything that matches',
    open: async () => (await import('./lunr.ts')).open,
  },
  {
    name: 'EdgeVec',
    package: 'edgevec',
    formula: 'cosine',
    abilities: { weightedQueries: true, exactTopK: true, ...NO_CHINESE },
    mostRecords: 20_000,
    mostQueries: 20,
    note: 'its sparse search, in WebAssembly: the same vectors, each compared with the query; sums of 32 bits, ten results as JSON',
    open: async () => (await import('./edgevec.ts')).open,
  },
  {
    name: 'natural',
    package: 'natural',
    formula: 'tf · idf',
    abilities: { weightedQueries: false, exactTopK: false, ...NO_CHINESE },
    mostRecords: 20_000,
    mostQueries: 20,
    note: 'TfIdf on arrays of terms, idf cached; scores every record, of which our top-k takes ten',
    open: async () => (await import('./natural.ts')).open,
  },
  {
    name: 'ml-distance',
    package: 'ml-distance',
    formula: 'cosine',
    abilities: { weightedQueries: true, exactTopK: false, ...NO_CHINESE },
    mostRecords: 200,
    mostQueries: 10,
    note: 'cosines of vectors written out with their zeros, over the terms of the subset; our top-k takes ten',
    open: async () => (await import('./ml-distance.ts')).open,
  },
  {
    name: 'fast-cosine-similarity',
    package: 'fast-cosine-similarity',
    formula: 'cosine',
    abilities: { weightedQueries: true, exactTopK: false, ...NO_CHINESE },
    mostRecords: 200,
    mostQueries: 10,
    note: 'as ml-distance',
    open: async () => (await import('./fast-cosine-similarity.ts')).open,
  },
  {
    name: 'Map loop',
    package: undefined,
    formula: 'cosine',
    abilities: { weightedQueries: true, exactTopK: true, ...NO_CHINESE },
    mostRecords: 200_000,
    mostQueries: 20,
    note: 'the plain way in JavaScript: lists in a Map, sums in a Map, a sort',
    open: async () => (await import('./map-loop.ts')).open,
  },
];
