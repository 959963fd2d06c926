import type { Child } from '../../harness/child.ts';
import { type Measured, quantile } from '../../harness/rounds.ts';
import type { Latency } from '../report/types.ts';

/** Times of single queries in milliseconds, by case, of all rounds together. */
export type Samples = Map<string, number[]>;

/** Milliseconds that a round takes at least, of cases that are short. */
const LEAST_MS = 200;
/** … or as often as this: of a handful of records no round takes so long. */
const MOST_TIMES = 20;

/** A case of a process; the times of its single queries are kept, where it tells them. */
export function recorded(
  name: string,
  child: Child,
  work: string,
  queries: number,
  samples: Samples,
): Measured {
  let times = 0;
  return {
    name,
    run: async () => {
      const { ms, each } = await child.ask(work, queries);
      // The first time warms up.
      if (each !== undefined && times++ > 0) samples.set(name, [...(samples.get(name) ?? []), ...each]);
      return ms;
    },
  };
}

/**
 * The same, asked again until a round has taken {@link LEAST_MS} or {@link MOST_TIMES} are enough, and the mean of it: a thousand queries of a small
 * collection take less than a process needs until its data are back in the caches, and its code is compiled.
 */
export function repeated(one: Measured): Measured {
  return {
    name: one.name,
    run: async () => {
      let [sum, times] = [0, 0];
      do {
        sum += await one.run();
        times++;
      } while (sum < LEAST_MS && times < MOST_TIMES);
      return sum / times;
    },
  };
}

/** Quantiles of samples, in microseconds. */
export function latencyOf(samples: readonly number[]): Latency {
  return {
    p50: quantile(samples, 0.5) * 1000,
    p99: quantile(samples, 0.99) * 1000,
    samples: samples.length,
  };
}
