/** `cuohe/rerank`: matches in a new order, by vectors that the caller brings. */
export { METRIC_NAMES, type MetricName, type Vector } from './metrics.ts';
export { type Rerankable, type Reranked, type RerankOptions, rerank } from './rerank.ts';
export type { RerankVectors } from './vectors.ts';
