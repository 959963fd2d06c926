import { Child } from '../harness/child.ts';
import { currentLoad, describeMachine, versionsOf } from '../harness/machine.ts';
import type { Arguments } from './arguments.ts';
import { measureGrowth } from './parts/growth.ts';
import { JS_RIVALS } from './parts/js-rivals.ts';
import { measureMemory } from './parts/memory.ts';
import { hostCases, measureTexts } from './parts/texts.ts';
import { measureVectors } from './parts/vectors.ts';
import { PEERS } from './peers/list.ts';
import { summaryOf } from './report/summary.ts';
import type { Report, VectorResult } from './report/types.ts';
import { openSession } from './session.ts';

const MINISEARCH = {
  name: 'MiniSearch',
  build: 'build',
  searches: true,
  note: 'its own tokenizer does not cut Chinese: it is given one for ideographs and pairs',
  start: (folder: string) =>
    Child.script(
      'MiniSearch',
      'benchmarks/speed/peers/minisearch-texts.ts',
      [folder],
      ['--max-old-space-size=12000'],
    ),
};

/** The whole benchmark beside npm packages. @param say is told what comes next. */
export async function bench(options: Arguments, say: (text: string) => void): Promise<Report> {
  const load = currentLoad();
  const session = openSession(options);
  const vectors: VectorResult[] = [];
  for (const size of session.sizes) {
    say(`vectors of ${size} records`);
    const { folder, head } = session.collection(size);
    vectors.push(await measureVectors(folder, head, JS_RIVALS, session.limit, options.rounds));
  }
  say('texts');
  const { versions, ...texts } = await measureTexts(session.texts, hostCases, [MINISEARCH], options.rounds);
  say('memory');
  const memoryRows = await measureMemory(session.texts.folder);
  say('growth');
  const growthRows =
    session.growth === undefined
      ? null
      : await measureGrowth(session.growth.map(session.collection), options.rounds);
  return {
    command: 'bench',
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(load, session.limit?.compiler),
    versions: { ...versionsOf(PEERS.flatMap((peer) => peer.package ?? [])), ...versions },
    data: session.data,
    sizes: session.sizes,
    rounds: options.rounds,
    ...summaryOf(vectors, texts, memoryRows, growthRows),
    vectors,
    texts,
    memoryRows,
    growthRows,
  };
}
