import type { Reply } from '../harness/protocol.ts';

/** Does the work so often, and tells the CPU time of the whole process for once, in milliseconds; `clock` is by the clock. */
export async function timedCpu(work: () => unknown, times = 1): Promise<Reply> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let i = 0; i < times; i++) kept = await work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms: (user + system) / 1000 / times, figures: { clock: clock / times } };
}

/** The last result: held, and exported, so that the engine cannot leave the work out. */
export let kept: unknown;
