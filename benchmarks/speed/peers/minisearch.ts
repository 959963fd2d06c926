import MiniSearch from 'minisearch';
import { LIMIT } from '../data/answers.ts';
import { rowsOf, type Vectors } from '../data/vectors.ts';
import type { Engine } from './peer.ts';
import { queryTokens, recordTokens } from './tokens.ts';

/** MiniSearch on texts of terms between spaces. */
export function open(vectors: Vectors): Engine {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
  });
  for (let id = 0; id < rowsOf(vectors.records); id++) {
    index.add({ id, text: recordTokens(vectors, id).join(' ') });
  }
  const queries = queryTokens(vectors).map((tokens) => tokens.join(' '));
  return (query) => {
    const best = index.search(queries[query]!).slice(0, LIMIT);
    return { rows: best.map(({ id }) => id as number), scores: best.map(({ score }) => score) };
  };
}
