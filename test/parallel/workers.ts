import { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { ToWorker } from '../../src/parallel/messages.ts';
import { serve } from '../../src/parallel/serve.ts';

/** The module with the parts of the tiny world. */
export const TINY = new URL('./tiny-parts.ts', import.meta.url);

/** A worker on this thread: what threads add is only that they run at the same time. */
export interface LocalWorker extends EventEmitter {
  postMessage(message: unknown): void;
  terminate(): void;
  ref(): void;
  unref(): void;
  /** What it was sent. */
  readonly sent: ToWorker[];
  /** Whether it was ended. */
  ended: boolean;
  /** Whether the process would wait for it. */
  keepsAlive: boolean;
}

export function localWorker(): LocalWorker {
  const { port1, port2 } = new MessageChannel();
  serve({
    post: (message) => port2.postMessage(message),
    listen: (take) => port2.on('message', take),
  });
  const worker: LocalWorker = Object.assign(new EventEmitter(), {
    sent: [] as ToWorker[],
    ended: false,
    keepsAlive: true,
    postMessage(message: unknown) {
      worker.sent.push(message as ToWorker);
      port1.postMessage(message);
    },
    terminate() {
      worker.ended = true;
      port1.close();
    },
    ref() {
      worker.keepsAlive = true;
    },
    unref() {
      worker.keepsAlive = false;
    },
  });
  port1.on('message', (data) => worker.emit('message', data));
  return worker;
}
