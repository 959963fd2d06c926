import { Child } from '../../harness/child.ts';
import { PEERS } from '../peers/list.ts';
import type { Rival } from './rival.ts';

/** Room for objects: inverted lists in objects of 26 million postings. */
const HEAP = '--max-old-space-size=12000';

/** The npm engines. */
export const JS_RIVALS: readonly Rival[] = PEERS.map((peer) => ({
  ...peer,
  threads: 1,
  start: (folder, records) =>
    Child.script(peer.name, 'benchmarks/speed/peers/serve.ts', [peer.name, folder, String(records)], [HEAP]),
}));
