/** `cuohe/rerank`: matches in a new order, by vectors that the caller brings. */
export { type Reranked, type RerankOptions, rerank } from './rerank.ts';
export type { RerankVectors } from './vectors.ts';
