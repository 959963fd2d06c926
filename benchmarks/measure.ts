/** Times of one case over all rounds, in milliseconds. */
export interface Times {
  readonly min: number;
  readonly mean: number;
  /** Standard deviation of the rounds (n − 1); 0 for one round. */
  readonly sd: number;
  readonly rounds: number;
}

/** One thing to measure. Its result goes into the sink, so that the engine cannot leave the work out. */
export interface Case {
  readonly name: string;
  readonly run: () => number;
}

/** Sum of all results; printed, so that it counts as used. */
export let sink = 0;

/**
 * Runs all cases once in each round, in turn: what else the machine does in a round falls on all of them alike.
 * @param warmUp rounds that are not counted.
 */
export function measure(cases: readonly Case[], rounds: number, warmUp: number): Map<string, Times> {
  const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const { name, run } of cases) {
      const start = performance.now();
      sink += run();
      const time = performance.now() - start;
      if (round >= 0) times.get(name)!.push(time);
    }
  }
  return new Map([...times].map(([name, list]) => [name, summary(list)]));
}

function summary(list: readonly number[]): Times {
  const mean = list.reduce((sum, time) => sum + time, 0) / list.length;
  const squares = list.reduce((sum, time) => sum + (time - mean) ** 2, 0);
  const sd = list.length > 1 ? Math.sqrt(squares / (list.length - 1)) : 0;
  return { min: Math.min(...list), mean, sd, rounds: list.length };
}
