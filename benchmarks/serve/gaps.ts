import { monitorEventLoopDelay } from 'node:perf_hooks';
import { threadCpu } from '../harness/thread-cpu.ts';

/** Milliseconds between two looks at the loop. */
const EVERY = 2;

/** What the event loop of this thread did while others worked. */
export interface LoopTimes {
  /** Longest time of the clock that the loop was not reached, in milliseconds: what else the machine did is in it. */
  readonly longest: number;
  /** Most CPU time that the thread took between two turns, in milliseconds; undefined where nobody tells. */
  readonly longestCpu: number | undefined;
  /** CPU time of the thread in all, in milliseconds; undefined where nobody tells. */
  readonly cpu: number | undefined;
}

/** Watches the event loop of the main thread. @returns ends it, and tells. */
export function watchLoop(): () => LoopTimes {
  const delay = monitorEventLoopDelay({ resolution: EVERY });
  const start = threadCpu();
  let last = start;
  let longestCpu = 0;
  const look = () => {
    const now = threadCpu();
    if (now === undefined || last === undefined) return;
    longestCpu = Math.max(longestCpu, now - last);
    last = now;
  };
  const timer = setInterval(look, EVERY);
  delay.enable();
  return () => {
    clearInterval(timer);
    delay.disable();
    const end = threadCpu();
    const isTold = start !== undefined && end !== undefined;
    return {
      longest: delay.max / 1e6,
      longestCpu: isTold ? longestCpu : undefined,
      cpu: isTold ? end - start : undefined,
    };
  };
}
