import { quantile } from '../harness/rounds.ts';
import { loopClock } from './clock.ts';
import { moment, type Phase, Phases } from './phases.ts';

/** Milliseconds of CPU between two turns that are aimed at: of 99 in 100, and of all. */
export const TARGETS = { p99: 50, most: 100 };
/** A turn of less is one of nothing: many of them would make the others look rare. */
const LEAST = 1;
/** How many of the longest turns are named. */
const NAMED = 5;

/** CPU time of the turns in which something was done, in milliseconds. */
export interface Turns {
  readonly turns: number;
  readonly total: number;
  readonly p99: number;
  readonly most: number;
  readonly met: boolean;
  /** What the longest turns were spent on, the longest first. */
  readonly longest?: readonly (Phase & { readonly milliseconds: number })[];
}

const clock = loopClock();
/** Whose CPU time the turns are. */
export const WHOSE = clock.what;

/** CPU time of the loop between two turns while work is done. @param isNamed whether samples are taken to name the longest. */
export async function turnsOf(work: () => Promise<unknown>, isNamed: boolean): Promise<Turns> {
  const phases = isNamed ? new Phases() : undefined;
  await phases?.start();
  const turns: { readonly took: number; readonly from: number; readonly to: number }[] = [];
  let isDone = false;
  let last = clock.now();
  let from = moment();
  const tick = () => {
    const to = moment();
    turns.push({ took: clock.now() - last, from, to });
    from = moment();
    last = clock.now();
    if (!isDone) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  isDone = true;
  await new Promise((resolve) => setImmediate(resolve));
  const phaseOf = await phases?.stop();
  const total = turns.reduce((sum, { took }) => sum + took, 0);
  const some = turns.filter(({ took }) => took >= LEAST);
  const busy = (some.length > 0 ? some : turns).sort((a, b) => b.took - a.took);
  const p99 = quantile(
    busy.map(({ took }) => took),
    0.99,
  );
  const most = busy[0]!.took;
  const longest =
    phaseOf && busy.slice(0, NAMED).map((one) => ({ milliseconds: one.took, ...phaseOf(one.from, one.to) }));
  const met = p99 <= TARGETS.p99 && most <= TARGETS.most;
  return { turns: busy.length, total, p99, most, met, ...(longest && { longest }) };
}
