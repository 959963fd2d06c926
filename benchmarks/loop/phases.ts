import { type Profiler, Session } from 'node:inspector/promises';

/** Microseconds between two samples. */
const INTERVAL = 500;
/** The innermost function that has this share of the samples of a turn names it. */
const SHARE = 0.5;

/** What a stretch of time was spent on. */
export interface Phase {
  /** The innermost function of the library in which at least half of it was spent. */
  readonly name: string;
  /** Share of it in which garbage was collected. */
  readonly garbage: number;
}

/** Samples what the thread does, so that its turns can be named afterwards. */
export class Phases {
  private readonly session = new Session();

  async start(): Promise<void> {
    this.session.connect();
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await this.session.post('Profiler.start');
  }

  /** Ends the samples. @returns what names the time between two moments of {@link moment}. */
  async stop(): Promise<(from: number, to: number) => Phase> {
    const { profile } = await this.session.post('Profiler.stop');
    this.session.disconnect();
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const parents = new Map<number, number>();
    for (const { id, children } of profile.nodes) for (const child of children ?? []) parents.set(child, id);
    const { samples = [], timeDeltas = [] } = profile;
    const times: number[] = [];
    let time = profile.startTime;
    for (const delta of timeDeltas) {
      time += delta;
      times.push(time);
    }
    return (from, to) => {
      const inside = samples.filter((_, i) => times[i]! > from && times[i]! <= to);
      return phaseOf(inside.map((sample) => stackOf(sample, nodes, parents)));
    };
  }
}

/** Now, by the clock of the samples. */
export function moment(): number {
  return Number(process.hrtime.bigint()) / 1000;
}

/** The functions of a sample, outermost first. */
function stackOf(
  sample: number,
  nodes: ReadonlyMap<number, Profiler.ProfileNode>,
  parents: ReadonlyMap<number, number>,
): string[] {
  const stack: string[] = [];
  for (let at: number | undefined = sample; at !== undefined; at = parents.get(at)) {
    const { functionName, url } = nodes.get(at)!.callFrame;
    if (functionName === '(garbage collector)') stack.unshift(functionName);
    else if (url.includes('/src/'))
      stack.unshift(`${functionName || '(anonymous)'} (${url.split('/').at(-1)})`);
  }
  return stack;
}

function phaseOf(stacks: readonly (readonly string[])[]): Phase {
  const found = new Map<string, { count: number; depth: number }>();
  for (const stack of stacks) {
    for (const name of new Set(stack)) {
      const known = found.get(name) ?? { count: 0, depth: 0 };
      known.count++;
      known.depth = Math.max(known.depth, stack.indexOf(name));
      found.set(name, known);
    }
  }
  const garbage = (found.get('(garbage collector)')?.count ?? 0) / Math.max(1, stacks.length);
  const named = [...found].filter(([, { count }]) => count >= stacks.length * SHARE);
  named.sort(([, a], [, b]) => b.depth - a.depth);
  return { name: named[0]?.[0] ?? 'nothing of the library', garbage };
}
