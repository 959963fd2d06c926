import type { Child } from '../../harness/child.ts';
import { type Measured, quantile } from '../../harness/rounds.ts';
import type { Latency } from '../report/types.ts';

/** Times of single queries in milliseconds, by case, of all rounds together. */
export type Samples = Map<string, number[]>;

/** A case of a process; the times of its single queries are kept, where it tells them. */
export function recorded(
  name: string,
  child: Child,
  work: string,
  queries: number,
  samples: Samples,
): Measured {
  let rounds = 0;
  return {
    name,
    run: async () => {
      const { ms, each } = await child.ask(work, queries);
      // The first round warms up.
      if (each !== undefined && rounds++ > 0) samples.set(name, [...(samples.get(name) ?? []), ...each]);
      return ms;
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
