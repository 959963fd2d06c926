/** Times of one case over all rounds, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

/** One thing to measure: runs once, and tells its time in milliseconds, or more than that. */
export interface Measured<T = number> {
  readonly name: string;
  readonly run: () => Promise<T>;
}

/**
 * Runs all cases once in each round, in turn: what else the machine does in a round falls on all of them alike.
 * @param warmUp rounds that are not counted.
 * @returns what each case told, by round.
 */
export async function inTurn<T>(
  cases: readonly Measured<T>[],
  rounds: number,
  warmUp: number,
): Promise<Map<string, T[]>> {
  const told = new Map<string, T[]>(cases.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const { name, run } of cases) {
      const one = await run();
      if (round >= 0) told.get(name)!.push(one);
    }
  }
  return told;
}

/** The times of cases that run in turn. @see inTurn */
export async function interleave(
  cases: readonly Measured[],
  rounds: number,
  warmUp: number,
): Promise<Map<string, Times>> {
  const told = await inTurn(cases, rounds, warmUp);
  return new Map([...told].map(([name, list]) => [name, timesOf(list)]));
}

/** Median, least and greatest of a case. */
export function timesOf(list: readonly number[]): Times {
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
