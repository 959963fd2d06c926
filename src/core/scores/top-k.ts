/**
 * The best k of a stream of (row, score), kept in a binary heap on two typed arrays.
 *
 * Contract: order is score descending, then row ascending. Rows must be offered in ascending order; then a later
 * row never displaces an earlier one of the same score. k = 0 keeps nothing.
 */
export class TopK {
  /** Most entries that are kept. */
  readonly capacity: number;
  private readonly rows: Uint32Array;
  private readonly scores: Float64Array;
  private size = 0;

  /** @param capacity k, a whole number ≥ 0. */
  constructor(capacity: number) {
    this.capacity = capacity;
    this.rows = new Uint32Array(capacity);
    this.scores = new Float64Array(capacity);
  }

  /** A score must be greater than this to enter; −∞ while there is room. */
  get threshold(): number {
    if (this.size < this.capacity) return Number.NEGATIVE_INFINITY;
    return this.capacity === 0 ? Number.POSITIVE_INFINITY : this.scores[0]!;
  }

  offer(row: number, score: number): void {
    if (this.size < this.capacity) {
      this.up(this.size++, row, score);
    } else if (score > this.threshold) {
      this.down(row, score, this.size);
    }
  }

  /** Empties the heap into columns, best first. */
  drain(): { rows: Uint32Array; scores: Float64Array } {
    const rows = new Uint32Array(this.size);
    const scores = new Float64Array(this.size);
    for (let size = this.size; size > 0; size--) {
      rows[size - 1] = this.rows[0]!;
      scores[size - 1] = this.scores[0]!;
      const last = size - 1;
      if (last > 0) this.down(this.rows[last]!, this.scores[last]!, last);
    }
    this.size = 0;
    return { rows, scores };
  }

  /** True when entry `a` ranks behind entry (row, score): the root is the entry behind all others. */
  private isBehind(a: number, row: number, score: number): boolean {
    const other = this.scores[a]!;
    return other < score || (other === score && this.rows[a]! > row);
  }

  private up(start: number, row: number, score: number): void {
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.isBehind(parent, row, score)) break;
      this.rows[at] = this.rows[parent]!;
      this.scores[at] = this.scores[parent]!;
      at = parent;
    }
    this.rows[at] = row;
    this.scores[at] = score;
  }

  /** Replaces the root by (row, score) among the first `size` entries. */
  private down(row: number, score: number, size: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.isBehind(child + 1, this.rows[child]!, this.scores[child]!)) child++;
      if (!this.isBehind(child, row, score)) break;
      this.rows[at] = this.rows[child]!;
      this.scores[at] = this.scores[child]!;
      at = child;
    }
    this.rows[at] = row;
    this.scores[at] = score;
  }
}
