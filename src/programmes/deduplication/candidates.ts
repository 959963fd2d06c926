/** Rounding must not lose a pair that is exactly at the threshold. */
export const SLACK = 1e-9;

/**
 * Finds the earlier sets that may have at least a given Jaccard similarity with the next one, without comparing all:
 * such a pair shares one of the first ⌊(1 − t)·size⌋ + 1 members of both, where members are ordered alike, rarest
 * first (prefix filter: S. Chaudhuri, V. Ganti, R. Kaushik, "A primitive operator for similarity joins", ICDE 2006).
 * No pair at or above the threshold is missed.
 */
export class PrefixIndex {
  private readonly sets: readonly Uint32Array[];
  private readonly threshold: number;
  /** Member of a prefix → positions of the sets that hold it there, ascending. */
  private readonly holders = new Map<number, number[]>();

  /** @param threshold in (0, 1]. */
  constructor(sets: readonly Uint32Array[], threshold: number) {
    this.sets = sets;
    this.threshold = threshold - SLACK;
  }

  /** Positions of earlier sets that may be like the one at this position; one may come several times. */
  *like(position: number): Generator<number, void> {
    const { sets, threshold } = this;
    const { length } = sets[position]!;
    for (const member of this.prefix(position)) {
      for (const earlier of this.holders.get(member) ?? []) {
        const other = sets[earlier]!.length;
        if (Math.min(length, other) >= threshold * Math.max(length, other)) yield earlier;
      }
    }
  }

  /** Takes the set at a position in. */
  add(position: number): void {
    for (const member of this.prefix(position)) {
      const list = this.holders.get(member);
      if (list === undefined) this.holders.set(member, [position]);
      else list.push(position);
    }
  }

  private prefix(position: number): Uint32Array {
    const set = this.sets[position]!;
    return set.subarray(0, set.length === 0 ? 0 : set.length - Math.ceil(this.threshold * set.length) + 1);
  }
}
