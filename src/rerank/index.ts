/**
 * `cuohe/rerank`: matches in a new order, by vectors that the caller brings.
 * Begin: `rerank.ts`.
 * Order: stands on the errors of the base alone; it takes matches by their shape.
 */

export { type Reranked, type RerankOptions, rerank } from './rerank.ts';
export type { RerankVectors } from './vectors.ts';
