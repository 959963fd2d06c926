import { CuoheError } from '../base/errors.ts';
import { VERSION } from '../base/version.ts';
import { openEngine } from '../core/matcher/create.ts';
import type { Engine } from '../core/matcher/engine.ts';
import type { BareMatch, BareResult } from '../core/matcher/match.ts';
import { adopt, indexMemory } from '../core/postings/memory.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { openStatistics } from '../core/weigher/statistics.ts';
import { complete } from '../defaults/defaults.ts';
import type { ToBuilder } from './build-messages.ts';
import { Builder } from './builder.ts';
import type { FromWorker, SentIndex, ToWorker } from './messages.ts';
import { partsOf } from './parts.ts';
import { Turns } from './turns.ts';
import { textOf } from './worker-like.ts';

/** Both ends of a worker's line. */
export interface Port {
  /** @param moved buffers that are given away with the message, not copied. */
  post(message: FromWorker, moved?: ArrayBuffer[]): void;
  listen(take: (message: ToWorker) => void): void;
}

/** How queries are answered. */
type Way = Pick<Asked<'begin'>, 'answering' | 'lean'>;
type Asked<T extends ToWorker['type']> = Extract<ToWorker, { type: T }>;

/** The work of a worker: opens the index, then answers chunks of queries and single ones; or helps to build one. */
export function serve(port: Port): void {
  const runs = new Map<number, Way>();
  const turn = turns();
  const work = new Turns<{ readonly asked: Asked<'ask'>; readonly way: Way }, Asked<'answer'>>();
  let opened: Promise<Engine> | undefined;
  let isWorking = false;

  const answer = (engine: Engine, next: NonNullable<ReturnType<typeof work.next>>): void => {
    const started = performance.now();
    if ('single' in next) {
      const { asked, way } = next.single;
      const [found] = answersOf(engine, [asked.query], way);
      port.post({ type: 'told', number: asked.number, found: JSON.stringify(found) });
      work.took(performance.now() - started, 'single');
      return;
    }
    const { run, chunk, queries } = next.chunk;
    const way = runs.get(run);
    const found = way && JSON.stringify(answersOf(engine, queries, way));
    const took = performance.now() - started;
    port.post({ type: 'answered', run, chunk, took, found });
    work.took(took, 'chunk');
  };
  const failed = (error: unknown): void => {
    const code = error instanceof CuoheError ? { code: error.code } : {};
    port.post({ type: 'failed', message: textOf(error), ...code });
  };
  const wake = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    try {
      const engine = (await opened)!;
      for (;;) {
        // Between two steps messages are taken in: the run may be over, or a single query have come.
        await turn();
        const next = work.next();
        if (next === undefined) break;
        answer(engine, next);
      }
    } catch (error) {
      failed(error);
    }
    isWorking = false;
  };

  const ready = (): void => port.post({ type: 'ready', version: VERSION });
  const busy = (): void => port.post({ type: 'busy' });

  let builder: Promise<Builder> | undefined;
  let last: Promise<void> = Promise.resolve();
  const build = async (asked: Exclude<ToBuilder, { type: 'prepare' }>): Promise<void> => {
    const { message, moved } = (await builder)!.answer(asked, busy);
    port.post(message, moved);
  };

  port.listen((message) => {
    if (message.type === 'prepare') {
      ready();
      builder = Builder.prepare(message);
      builder.catch(failed);
    } else if (message.type === 'read' || message.type === 'sort' || message.type === 'weigh') {
      last = last.then(() => build(message)).catch(failed);
    } else if (message.type === 'open') {
      ready();
      opened = open(message);
      opened.catch(failed);
    } else if (message.type === 'begin') runs.set(message.run, message);
    else if (message.type === 'end') runs.delete(message.run);
    else {
      // What it is answered by is kept here: it may be told over before its turn comes.
      if (message.type === 'ask') work.addSingle({ asked: message, way: runs.get(message.run)! });
      else work.addChunk(message);
      void wake();
    }
  });
}

function answersOf(engine: Engine, queries: readonly MatchRecord[], { answering, lean }: Way): BareResult[] {
  const found = [...engine.answers(queries, answering)];
  return lean ? found.map((result) => ({ ...result, matches: result.matches.map(leanly) })) : found;
}

/** What a lean match has: nobody reads more of it. */
function leanly({ rank, index, score, need, reason }: BareMatch): BareMatch {
  return { rank, index, score, ...(need !== undefined && { need }), reason } as BareMatch;
}

async function open({
  index,
  parts,
  kernel,
  statistics,
}: Extract<ToWorker, { type: 'open' }>): Promise<Engine> {
  const options = complete({
    ...(parts === undefined ? {} : await partsOf(parts)),
    kernel,
    ...(statistics && { statistics: openStatistics(statistics) }),
  });
  const { bytes, place } = indexHere(index);
  return openEngine(bytes, options, place);
}

/** The bytes of the index, in memory in which a kernel can work. */
function indexHere(index: SentIndex): { readonly bytes: Uint8Array; readonly place: number } {
  if ('copy' in index) {
    const bytes = indexMemory(index.copy.length);
    bytes.set(index.copy);
    return { bytes, place: 0 };
  }
  const { memory, kernels, start, length, place } = index.shared;
  adopt({ memory, kernels });
  return { bytes: new Uint8Array(memory.buffer, start, length), place };
}

/** A function that waits for a turn of the event loop. A timer would wait for milliseconds. */
function turns(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
}
