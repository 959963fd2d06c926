/**
 * `cuohe/programmes/chain-library`, the library of an industry chain (产业链项目库): what it has and what it lacks.
 * Begin: `library.ts` puts the tables together from `rows.ts` by `periods.ts`; `view.ts` is one chain with its neighbours.
 * Order: stands on `cases` and `common`, and on no other programme.
 */

export { buildChainLibrary, type ChainLibrary, type ChainLibraryInput } from './library.ts';
export type { ChainRow } from './rows.ts';
export { tagRecords } from './tag-records.ts';
export { type ChainView, type ChainViewInput, type ChainViewOptions, viewChain } from './view.ts';
