import { readFileSync } from 'node:fs';

/** CPU time of the main thread of this process, in milliseconds: Linux tells it; `process.cpuUsage` has that of all threads. */
export function threadCpu(): number | undefined {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}
