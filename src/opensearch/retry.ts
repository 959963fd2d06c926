import { unlessAborted } from './abort.ts';
import { failedAnswer } from './failures.ts';
import type { EngineRequest, EngineResponse, Transport } from './transport.ts';
import { ask } from './transports.ts';

/** Waits; ends with the reason of the signal once it is aborted. */
export type Wait = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** How often something is tried again, and what waits in between. */
export interface Retrying {
  readonly retries: number;
  readonly wait: Wait;
  readonly signal: AbortSignal | undefined;
}

/** Milliseconds before the first repetition; each further one waits twice as long, up to the longest. */
const FIRST = 250;
const LONGEST = 30_000;

/** Milliseconds to wait before a repetition: with the eight of the default a minute in all, in which a cluster elects. */
export function delayOf(repetition: number): number {
  return Math.min(LONGEST, FIRST * 2 ** repetition);
}

/** What passes: too much at a time, a node that is lost, a primary that is being chosen, a proxy without a node. */
const PASSING: readonly unknown[] = [429, 500, 502, 503, 504];

/** Whether an answer may be another one later. */
export function isPassing(status: unknown): boolean {
  return PASSING.includes(status);
}

/** Waits by the clock. */
export const pause: Wait = (milliseconds, signal) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = unlessAborted(
    () =>
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      }),
    signal,
  );
  return waited.finally(() => clearTimeout(timer));
};

/**
 * Puts a request to the engine until an answer comes that does not pass. For requests that change nothing, or nothing more.
 * @returns that answer, whatever its status.
 * @throws CuoheError `ENGINE_FAILED` with the last failure once all repetitions are used up; the signal's reason.
 */
export async function askUntilAnswered(
  transport: Transport,
  asked: EngineRequest,
  { retries, wait, signal }: Retrying,
): Promise<EngineResponse> {
  const request: EngineRequest = { ...asked, ...(signal && { signal }) };
  for (let repetition = 0; ; repetition++) {
    let failure: unknown;
    try {
      const response = await ask(transport, request);
      if (!isPassing(response.status)) return response;
      failure = failedAnswer(request, response);
    } catch (error) {
      signal?.throwIfAborted();
      failure = error;
    }
    if (repetition === retries) throw failure;
    await wait(delayOf(repetition), signal);
  }
}
