/**
 * `cuohe/store/folder`: the files of a store in a folder. Node only.
 * Begin: `folder.ts`.
 * Order: Node; implements `Files` of `store`.
 */

export { folderFiles } from './folder.ts';
