/** Times of one case over all rounds, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

/** One thing to measure: runs once, and tells its time in milliseconds. */
export interface Measured {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/**
 * Runs all cases once in each round, in turn: what else the machine does in a round falls on all of them alike.
 * @param warmUp rounds that are not counted.
 */
export async function interleave(
  cases: readonly Measured[],
  rounds: number,
  warmUp: number,
): Promise<Map<string, Times>> {
  const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const { name, run } of cases) {
      const time = await run();
      if (round >= 0) times.get(name)!.push(time);
    }
  }
  return new Map([...times].map(([name, list]) => [name, timesOf(list)]));
}

function timesOf(list: readonly number[]): Times {
  return {
    median: quantile(list, 0.5),
    min: Math.min(...list),
    max: Math.max(...list),
    rounds: list.length,
  };
}

/** A quantile, the mean of the two middle values where it falls between them. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  return (sorted[Math.floor(place)]! + sorted[Math.ceil(place)]!) / 2;
}

/** The same times in another unit. */
export function scaledTimes({ median, min, max, rounds }: Times, factor: number): Times {
  return { median: median * factor, min: min * factor, max: max * factor, rounds };
}
