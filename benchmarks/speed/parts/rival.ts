import type { Child } from '../../harness/child.ts';
import type { Peer } from '../peers/peer.ts';

/** Another engine as a process, whatever it is written in. */
export interface Rival extends Omit<Peer, 'open' | 'package'> {
  readonly threads: number;
  /** Starts it on the first records of the vectors of a folder. */
  readonly start: (folder: string, records: number) => Promise<Child>;
}
