import { readFileSync } from 'node:fs';

/** CPU time of the thread of the event loop so far, in milliseconds. Threads beside it, which collect garbage or compile, do not stop it. */
export type LoopClock = () => number;

/** Linux tells it of the first thread of a process, in nanoseconds. */
const SCHEDSTAT = '/proc/self/schedstat';

/** The finest clock there is: of the thread where the platform has one, else of the whole process, threads beside it included. */
export function loopClock(): { readonly now: LoopClock; readonly what: 'thread' | 'process' } {
  const { threadCpuUsage } = process as unknown as { threadCpuUsage?: () => NodeJS.CpuUsage };
  if (threadCpuUsage !== undefined)
    return { now: () => milliseconds(threadCpuUsage.call(process)), what: 'thread' };
  try {
    const now = () => Number.parseInt(readFileSync(SCHEDSTAT, 'latin1'), 10) / 1e6;
    if (Number.isFinite(now())) return { now, what: 'thread' };
  } catch {
    // No Linux.
  }
  return { now: () => milliseconds(process.cpuUsage()), what: 'process' };
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
