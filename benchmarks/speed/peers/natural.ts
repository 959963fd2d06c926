/** The one module: the index of the package prints, and reads the host's `.env`. */
import TfIdf from 'natural/lib/natural/tfidf/tfidf.js';
import { rowsOf, type Vectors } from '../data/vectors.ts';
import { bestOf } from './best.ts';
import type { Engine } from './peer.ts';
import { queryTokens, recordTokens } from './tokens.ts';

/** TfIdf of natural. */
export function open(vectors: Vectors): Engine {
  const index = new TfIdf();
  for (let row = 0; row < rowsOf(vectors.records); row++) index.addDocument(recordTokens(vectors, row));
  const queries = queryTokens(vectors);
  return (query) => bestOf(index.tfidfs(queries[query]!));
}
