/**
 * Room `opensearch`: a sub-path: the same answers from a search cluster: rows as `rank_features`, candidates scored exactly.
 * Begin: `search.ts`; `bound.ts` is what proves an answer.
 * Order: knows the core; speaks to an engine through what the host hands in.
 */

export { type DocumentOptions, type DocumentSource, type EngineDocument, toDocument } from './document.ts';
export { type FetchTransportOptions, fetchTransport } from './fetch-transport.ts';
export type { ClusterFilter } from './filters.ts';
export { type Dialect, type IndexBody, type MappingOptions, mapping } from './mapping.ts';
export { type QueryOptions, type SearchBody, toQuery } from './query.ts';
export type { Rejected } from './rejections.ts';
export { type RollOverReport, rollOver } from './roll-over.ts';
export type { RollOverOptions } from './roll-over-options.ts';
export { type ClusterResult, type SearchOptions, search } from './search.ts';
export type { EngineClient, EngineRequest, EngineResponse, EngineTransport, Transport } from './transport.ts';
export { type WriteReport, writeAll } from './write-all.ts';
export type { Sequence, WriteOptions, WritingOptions } from './write-options.ts';
