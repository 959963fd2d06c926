import { readFileSync } from 'node:fs';
import { EdgeVec, EdgeVecConfig, initSync } from 'edgevec';
import { LIMIT } from '../data/answers.ts';
import { rowAt, rowsOf, type Vectors } from '../data/vectors.ts';
import type { Engine } from './peer.ts';

/** It stores dense vectors as well, and wants their length; none are put in. */
const DENSE_LENGTH = 2;

/** A result of `searchSparse`, of which it gives a list as JSON, best first. */
interface Found {
  readonly id: number;
  readonly score: number;
}

/** The sparse storage of EdgeVec. It refuses vectors without entries: such records score nothing, and are left out. */
export function open({ terms, records, queries }: Vectors): Engine {
  initSync({ module: readFileSync(new URL('edgevec_bg.wasm', import.meta.resolve('edgevec'))) });
  const index = new EdgeVec(new EdgeVecConfig(DENSE_LENGTH));
  index.initSparseStorage();
  const rowOf = new Map<number, number>();
  for (let row = 0; row < rowsOf(records); row++) {
    const { ids, weights } = rowAt(records, row);
    if (ids.length > 0) rowOf.set(index.insertSparse(ids, weights, terms), row);
  }
  return (query) => {
    const { ids, weights } = rowAt(queries, query);
    if (ids.length === 0) return { rows: [], scores: [] };
    const found = (JSON.parse(index.searchSparse(ids, weights, terms, LIMIT)) as Found[]).filter(
      ({ score }) => score > 0,
    );
    return { rows: found.map(({ id }) => rowOf.get(id)!), scores: found.map(({ score }) => score) };
  };
}
