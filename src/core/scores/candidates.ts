import { hasBit } from './bits.ts';
import type { Search } from './scorer.ts';

/** Rows kept before those that cannot win any more are thrown out. */
const FIRST_CAPACITY = 64;

/** How far a sum s may be from the true score t: t · (1 − e) − below ≤ s ≤ (t + above) · (1 + e). */
export interface SumErrors {
  readonly above: number;
  readonly below: number;
  /** 2e or more. */
  readonly slack: number;
}

/**
 * Rows that may belong to the exact best k, found by sums with known errors.
 *
 * Let b be the k-th greatest sum so far. At least k rows then truly score b · (1 − e) − above or more, so a row of the
 * true best k has a sum of at least (b · (1 − e) − above) · (1 − e) − below ≥ b · (1 − 2e) − above − below. Everything above
 * b · (1 − slack) − above − below is kept, the rest is thrown out, and what is left at the end is scored exactly.
 */
export class Candidates {
  private rows = new Uint32Array(FIRST_CAPACITY);
  private sums = new Float32Array(FIRST_CAPACITY);
  private size = 0;
  /** Min-heap of the greatest k sums. */
  private best = new Float32Array(0);
  private wanted = 0;
  private found = 0;
  private slack = 0;
  /** Both errors that are not relative. */
  private spread = 0;
  private eligible: Search['eligible'];
  /** Sums must be greater than this to count. */
  bound = 0;

  /**
   * Forgets everything, for the next query.
   * @param wanted k, at least 1.
   */
  begin(wanted: number, { above, below, slack }: SumErrors, { minScore, eligible }: Search): void {
    if (this.best.length < wanted) this.best = new Float32Array(wanted);
    this.wanted = wanted;
    this.slack = slack;
    this.spread = above + below;
    this.eligible = eligible;
    this.size = 0;
    this.found = 0;
    this.bound = Math.max(0, Math.fround(minScore * (1 - slack) - below));
  }

  /** Whether sums of different rows, all of them eligible, could raise the bound before any row is taken. */
  canPrime(sums: number): boolean {
    return this.found === 0 && this.eligible === undefined && this.wanted <= sums / 4;
  }

  /** Raises the bound by sums of different rows, which will come again. */
  prime(sums: Float32Array, count: number): void {
    for (let i = 0; i < count; i++) this.raise(sums[i]!);
    this.found = 0;
  }

  /** Takes the rows of one tile in ascending order. @param pairs (row within the tile, sum) as the kernel writes them. */
  add(first: number, pairs: Uint32Array, sums: Float32Array, count: number): void {
    const { eligible } = this;
    for (let i = 0; i < count; i++) {
      const sum = sums[2 * i + 1]!;
      if (!(sum > this.bound)) continue;
      const row = first + pairs[2 * i]!;
      if (eligible !== undefined && !hasBit(eligible, row)) continue;
      if (this.size === this.rows.length) this.makeRoom();
      this.rows[this.size] = row;
      this.sums[this.size++] = sum;
      this.raise(sum);
    }
  }

  /** The rows that are left, ascending. */
  finish(): Uint32Array {
    this.throwOut();
    return this.rows.subarray(0, this.size);
  }

  private makeRoom(): void {
    this.throwOut();
    if (this.size * 2 <= this.rows.length) return;
    const rows = new Uint32Array(this.rows.length * 2);
    const sums = new Float32Array(this.rows.length * 2);
    rows.set(this.rows);
    sums.set(this.sums);
    this.rows = rows;
    this.sums = sums;
  }

  private throwOut(): void {
    const { rows, sums, bound } = this;
    let kept = 0;
    for (let i = 0; i < this.size; i++) {
      if (!(sums[i]! > bound)) continue;
      rows[kept] = rows[i]!;
      sums[kept++] = sums[i]!;
    }
    this.size = kept;
  }

  /** Notes a sum among the greatest k, and raises the bound where the k-th of them rose. */
  private raise(sum: number): void {
    const { best, wanted: k } = this;
    if (this.found < k) {
      let at = this.found++;
      for (; at > 0 && best[(at - 1) >> 1]! > sum; at = (at - 1) >> 1) best[at] = best[(at - 1) >> 1]!;
      best[at] = sum;
      if (this.found < k) return;
    } else if (sum > best[0]!) {
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= k) break;
        if (child + 1 < k && best[child + 1]! < best[child]!) child++;
        if (best[child]! >= sum) break;
        best[at] = best[child]!;
        at = child;
      }
      best[at] = sum;
    } else return;
    this.bound = Math.max(this.bound, Math.fround(best[0]! * (1 - this.slack) - this.spread));
  }
}
