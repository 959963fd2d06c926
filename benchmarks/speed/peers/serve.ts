/** Process: one of the peers on the first records of vectors, `serve.ts NAME FOLDER RECORDS`. */
import { serve, timedEach } from '../../harness/serve.ts';
import { readVectors } from '../data/files.ts';
import { firstRows } from '../data/vectors.ts';
import { PEERS } from './list.ts';

const [name, folder, records] = process.argv.slice(2);
const vectors = readVectors(folder!);
const open = await PEERS.find((peer) => peer.name === name)!.open();
const engine = open({ ...vectors, records: firstRows(vectors.records, Number(records)) });

await serve({
  search: (queries, answers) =>
    answers
      ? { ms: 0, answers: Array.from({ length: queries }, (_, q) => engine(q)) }
      : timedEach(queries, engine),
});
