import lunr from 'lunr';
import { LIMIT } from '../data/answers.ts';
import { rowAt, rowsOf, type Vectors } from '../data/vectors.ts';
import type { Engine } from './peer.ts';
import { token } from './tokens.ts';

const FIELD = 'text';

/**
 * lunr with the weights of the vectors in place of its own, by its documented serialised form. It divides by the length
 * of the query over the terms that it knows; that is taken back, so that the scores are those of the others.
 */
export function open({ records, queries }: Vectors): Engine {
  const postings = new Map<number, Record<string, object>>();
  const fieldVectors = Array.from({ length: rowsOf(records) }, (_, row) => {
    const { ids, weights } = rowAt(records, row);
    for (const id of ids) {
      const posting = postings.get(id) ?? {};
      postings.set(id, posting);
      posting[row] = {};
    }
    return [`${FIELD}/${row}`, Array.from(ids).flatMap((id, i) => [id, weights[i]!])];
  });
  const index = lunr.Index.load({
    version: lunr.version,
    fields: [FIELD],
    fieldVectors,
    invertedIndex: [...postings.keys()]
      .sort((a, b) => a - b)
      .map((id) => [token(id), { _index: id, [FIELD]: postings.get(id)! }]),
    pipeline: [],
  });
  const clauses = Array.from({ length: rowsOf(queries) }, (_, q) => {
    const { ids, weights } = rowAt(queries, q);
    const known = Array.from(ids, (id, i) => ({ id, boost: weights[i]! })).filter(({ id }) =>
      postings.has(id),
    );
    return {
      terms: known.map(({ id, boost }) => ({ term: token(id), boost })),
      length: Math.hypot(...known.map(({ boost }) => boost)),
    };
  });
  return (query) => {
    const { terms, length } = clauses[query]!;
    const found = index.query((built) => {
      for (const { term, boost } of terms) built.term(term, { boost, usePipeline: false });
    });
    const best = found.slice(0, LIMIT);
    return { rows: best.map(({ ref }) => Number(ref)), scores: best.map(({ score }) => score * length) };
  };
}
