import { readFileSync } from 'node:fs';

/** Milliseconds of a tick of Linux, in which it tells the CPU time of processes. */
const TICK_MS = 10;
/** Places of `utime` and `stime` behind the name of a process, which may hold anything. */
const USER = 11;
const SYSTEM = 12;

/** CPU time of processes so far, in milliseconds; `null` where there are none, or none tells. */
export function cpuOf(pids: readonly number[]): number | null {
  if (pids.length === 0) return null;
  let ticks = 0;
  for (const pid of pids) {
    let stat: string;
    try {
      stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    } catch {
      return null;
    }
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[USER]) + Number(fields[SYSTEM]);
  }
  return ticks * TICK_MS;
}

/** CPU time of this process so far, in milliseconds. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
