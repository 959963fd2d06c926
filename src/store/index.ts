/**
 * `cuohe/store`: an index that is kept in files, takes changes, and opens as it was after a crash.
 * Begin: `store.ts`; what lies in the files is told in `manifest.ts` and `change.ts`.
 * Order: stands on the engine of the matcher; knows files by the four functions of `files.ts` alone.
 */

export type { Store } from './contract.ts';
export type { Files } from './files.ts';
export { originPrivateFiles } from './origin-private.ts';
export { openStore } from './store.ts';
