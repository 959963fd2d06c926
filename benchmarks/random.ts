/** Seeded random numbers, so that every run measures the same corpus. */
export class Random {
  private state: number;

  /** @param seed any whole number. */
  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Uniform in [0, 1): mulberry32 (Tommy Ettinger, public domain). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of a list. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }
}

/** Draws ranks 0 … size−1 with P(rank) ∝ 1 / (rank + 1)^exponent. */
export class Zipf {
  private readonly sums: Float64Array;
  private readonly random: Random;

  constructor(random: Random, size: number, exponent = 1) {
    this.random = random;
    this.sums = new Float64Array(size);
    let sum = 0;
    for (let rank = 0; rank < size; rank++) {
      sum += (rank + 1) ** -exponent;
      this.sums[rank] = sum;
    }
  }

  /** One rank. */
  rank(): number {
    const { sums } = this;
    const target = this.random.next() * sums.at(-1)!;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! <= target) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
