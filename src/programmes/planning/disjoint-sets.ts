/**
 * Room `programmes/planning`: groups, slots and plans that several programmes make.
 * Begin: `planning.ts` has the options of all planners, `solver.ts` asks the optional solver, `packing.ts` does without.
 * Order: stands on `common`.
 */

/** A partition of 0 … size−1 that grows together (union–find, by path halving). */
export class DisjointSets {
  private readonly parents: Uint32Array;

  constructor(size: number) {
    this.parents = Uint32Array.from({ length: size }, (_, i) => i);
  }

  /** The least member of the set that holds a member. */
  root(member: number): number {
    const { parents } = this;
    let at = member;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  /** Joins the sets of two members. */
  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }
}
