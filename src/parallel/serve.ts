import { CuoheError } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { openEngine } from '../core/matcher/create.ts';
import type { Engine } from '../core/matcher/engine.ts';
import type { Answering } from '../core/matcher/match.ts';
import { adopt, indexMemory } from '../core/postings/memory.ts';
import type { ReadingOptions } from '../core/weigher/reading.ts';
import { openStatistics } from '../core/weigher/statistics.ts';
import { complete } from '../defaults/defaults.ts';
import type { FromWorker, SentIndex, ToWorker } from './messages.ts';
import { textOf } from './worker-like.ts';

/** Both ends of a worker's line. */
export interface Port {
  post(message: FromWorker): void;
  listen(take: (message: ToWorker) => void): void;
}

/** The work of a worker: opens the index, then answers chunks of queries. */
export function serve(port: Port): void {
  const runs = new Map<number, Answering>();
  const turn = turns();
  let opened: Promise<Engine> | undefined;
  let last: Promise<void> = Promise.resolve();

  const answer = async ({ run, chunk, queries }: Extract<ToWorker, { type: 'answer' }>): Promise<void> => {
    const engine = (await opened)!;
    // Between two chunks messages are taken in: the run may be over.
    await turn();
    const answering = runs.get(run);
    const started = performance.now();
    const found = answering && JSON.stringify([...engine.answers(queries, answering)]);
    port.post({ type: 'answered', run, chunk, took: performance.now() - started, found });
  };
  const failed = (error: unknown): void => {
    const code = error instanceof CuoheError ? { code: error.code } : {};
    port.post({ type: 'failed', message: textOf(error), ...code });
  };

  port.listen((message) => {
    if (message.type === 'open') {
      opened = open(message);
      opened.catch(failed);
    } else if (message.type === 'begin') runs.set(message.run, message.answering);
    else if (message.type === 'end') runs.delete(message.run);
    else last = last.then(() => answer(message)).catch(failed);
  });
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

/**
 * The reading parts that a module exports.
 * @throws InputError `INVALID_OPTIONS` where it exports none.
 */
async function partsOf(url: string): Promise<Partial<ReadingOptions>> {
  // Known only now: no bundler can take it in.
  const module = (await import(/* @vite-ignore */ /* webpackIgnore: true */ url)) as { parts?: unknown };
  const { parts } = module;
  const issues = new Issues();
  const isObject = typeof parts === 'object' && parts !== null;
  issues.expect(isObject, 'parts', `an object that ${url} exports as \`parts\``, parts);
  issues.throwAsOptions();
  return parts as Partial<ReadingOptions>;
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
