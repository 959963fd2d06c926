import { createInterface } from 'node:readline';
import type { Ready, Reply } from './protocol.ts';

/**
 * Work that can be asked for by name.
 * @param queries how many of the first queries to take.
 * @param answers whether to tell the answers in place of the time.
 */
export type ServedCase = (queries: number, answers: boolean) => Reply | Promise<Reply>;

/** Answers the driver until it hangs up. */
export async function serve(
  cases: Readonly<Record<string, ServedCase>>,
  ready: Ready['ready'] = {},
): Promise<void> {
  const say = (line: Ready | Reply) => process.stdout.write(`${JSON.stringify(line)}\n`);
  say({ ready });
  for await (const line of createInterface({ input: process.stdin })) {
    const [name = '', queries, answers] = line.split(' ');
    const work = cases[name];
    if (work === undefined) throw new Error(`No case ${JSON.stringify(name)}`);
    say(await work(Number(queries), answers === '1'));
  }
}

/** Times a function that does all of its work at once. */
export function timed(work: () => unknown): Reply {
  const start = performance.now();
  kept = work();
  return { ms: performance.now() - start };
}

/** Times one call for each of the first queries. */
export function timedEach(queries: number, work: (query: number) => unknown): Reply {
  const each = new Array<number>(queries);
  let before = performance.now();
  const start = before;
  for (let q = 0; q < queries; q++) {
    kept = work(q);
    const after = performance.now();
    each[q] = after - before;
    before = after;
  }
  return { ms: before - start, each };
}

/** The last result: held, and exported, so that the engine cannot leave the work out. */
export let kept: unknown;
