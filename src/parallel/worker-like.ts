/** A worker thread of Node, by what is used of it. */
export interface NodeWorkerLike {
  postMessage(message: unknown, moved?: ArrayBuffer[]): void;
  on(event: string, listener: (value: unknown) => void): unknown;
  terminate(): unknown;
  ref?(): void;
  unref?(): void;
}

/** A worker of the web, by what is used of it. */
export interface WebWorkerLike {
  postMessage(message: unknown, moved: ArrayBuffer[]): void;
  addEventListener(type: string, listener: (event: { readonly type: string }) => void): void;
  terminate(): unknown;
}

/** A worker that runs `cuohe/parallel/worker`. */
export type WorkerLike = NodeWorkerLike | WebWorkerLike;

/** What a worker tells. */
export interface Listeners {
  readonly message: (data: unknown) => void;
  /** It broke: why, in words for people. */
  readonly broken: (why: string, cause?: unknown) => void;
}

/** Listens to a worker of either kind. */
export function listenTo(worker: WorkerLike, { message, broken }: Listeners): void {
  const unreadable = () => broken('a message could not be read');
  if ('on' in worker) {
    worker.on('message', message);
    worker.on('error', (error) => broken(textOf(error), error));
    worker.on('messageerror', unreadable);
    worker.on('exit', (code) => broken(`it exited with code ${code}`));
    return;
  }
  worker.addEventListener('message', (event) => message((event as MessageEvent<unknown>).data));
  worker.addEventListener('messageerror', unreadable);
  worker.addEventListener('error', (event) => {
    const { message: why, error } = event as ErrorEvent;
    // It is told here; the page need not hear of it again.
    (event as ErrorEvent).preventDefault();
    broken(why || 'its script did not load', error);
  });
}

/** The message of an error, whatever was thrown. */
export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
