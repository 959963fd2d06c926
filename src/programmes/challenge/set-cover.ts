/** The smallest sets that together cover everything: exact, as far as a number of steps allows. */

/** What is to be covered, a bit each, and by what. */
export interface CoverInput {
  /** All bits that a cover must hold; each is in one of the masks. */
  readonly all: bigint;
  /** What each item covers. */
  readonly masks: readonly bigint[];
  /** What each item is worth: of covers of one size the one with the greater sum is better. */
  readonly scores: readonly number[];
}

/** How far to look. */
export interface CoverLimits {
  /** Covers wanted, at least 1. */
  readonly limit: number;
  /** Most items of a cover, at least 1. */
  readonly largest: number;
  /** Steps of the search. */
  readonly steps: number;
}

/** What was found. */
export interface Covers {
  /**
   * Positions of items, ascending; none has an item that the others make superfluous. Smallest first, then by the sum of
   * scores, then by positions.
   */
  readonly covers: readonly (readonly number[])[];
  /** No cover is smaller than this. */
  readonly bound: number;
  /** Whether the search came to its end: then these covers are the first of all. */
  readonly complete: boolean;
}

/**
 * The best covers, by deepening: all of one item, of two, … until there are enough. Of items that cover the same only the
 * best `limit` can be in one of the best covers, because no cover that lacks nothing superfluous has two of them.
 * Exponential in `largest`, at most `steps`; where these do not suffice, a cover that was put together greedily stands for
 * those not found.
 */
export function smallestCovers(input: CoverInput, { limit, largest, steps }: CoverLimits): Covers {
  const { all, masks, scores } = input;
  const items = candidates(input, limit);
  const search = new Search(all, masks, items, steps);
  const found: number[][] = [];
  for (let size = 1; size <= largest; size++) {
    const ofSize = search.coversOf(size);
    found.push(...ranked(ofSize, scores));
    if (!search.isDone) {
      const covers = found.length > 0 ? found : greedily(input, items, largest);
      return { covers: covers.slice(0, limit), bound: found[0]?.length ?? size, complete: false };
    }
    if (found.length >= limit || size === items.length) break;
  }
  const bound = found[0]?.length ?? largest + 1;
  return { covers: found.slice(0, limit), bound, complete: true };
}

/** Items that may be in one of the best covers, in the order of their positions. */
function candidates({ all, masks, scores }: CoverInput, limit: number): number[] {
  const byMask = new Map<bigint, number[]>();
  for (const [i, mask] of masks.entries()) {
    const own = mask & all;
    if (own !== 0n) byMask.set(own, [...(byMask.get(own) ?? []), i]);
  }
  return [...byMask.values()]
    .flatMap((same) => same.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, limit))
    .sort((a, b) => a - b);
}

function ranked(covers: readonly number[][], scores: readonly number[]): number[][] {
  const sum = (cover: readonly number[]) => cover.reduce((total, i) => total + scores[i]!, 0);
  return covers
    .map((cover) => ({ cover, sum: sum(cover) }))
    .sort((a, b) => b.sum - a.sum || compare(a.cover, b.cover))
    .map(({ cover }) => cover);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, item] of a.entries()) if (item !== b[i]) return item - b[i]!;
  return 0;
}

/** Depth first over the bit that the fewest items have; every cover is met once. */
class Search {
  /** Whether steps were left so far. */
  isDone = true;
  private readonly bits: readonly bigint[];
  private readonly having: readonly (readonly number[])[];
  private readonly most: number;
  private found: number[][] = [];

  constructor(
    private readonly all: bigint,
    private readonly masks: readonly bigint[],
    items: readonly number[],
    private steps: number,
  ) {
    this.bits = bitsOf(all);
    this.having = this.bits.map((bit) => items.filter((i) => (masks[i]! & bit) !== 0n));
    this.most = Math.max(1, ...items.map((i) => bitsOf(masks[i]! & all).length));
  }

  /** All covers of a size that lack nothing superfluous. */
  coversOf(size: number): number[][] {
    this.found = [];
    this.descend([], 0n, size, new Set());
    return this.found;
  }

  private descend(
    chosen: readonly number[],
    covered: bigint,
    left: number,
    barred: ReadonlySet<number>,
  ): void {
    if (--this.steps < 0) {
      this.isDone = false;
      return;
    }
    const open = this.bits.flatMap((bit, b) => ((covered & bit) === 0n ? [b] : []));
    if (open.length === 0) {
      if (left === 0 && isLean(chosen, this.masks, this.all)) {
        this.found.push([...chosen].sort((a, b) => a - b));
      }
      return;
    }
    if (open.length > left * this.most) return;
    const free = (b: number) => this.having[b]!.filter((i) => !barred.has(i));
    let best = free(open[0]!);
    for (const b of open.slice(1)) {
      const other = free(b);
      if (other.length < best.length) best = other;
    }
    const tried = new Set(barred);
    for (const item of best) {
      if (!this.isDone) return;
      this.descend([...chosen, item], covered | this.masks[item]!, left - 1, tried);
      // Covers with it have been met.
      tried.add(item);
    }
  }
}

function bitsOf(mask: bigint): bigint[] {
  const bits: bigint[] = [];
  for (let bit = 1n; bit <= mask; bit <<= 1n) if ((mask & bit) !== 0n) bits.push(bit);
  return bits;
}

/** Whether each item covers something that no other does. */
function isLean(cover: readonly number[], masks: readonly bigint[], all: bigint): boolean {
  return cover.every((item) => {
    const others = cover.reduce((mask, other) => (other === item ? mask : mask | masks[other]!), 0n);
    return (all & ~others) !== 0n;
  });
}

/** One cover: what covers most of the rest, the better score among equals; without what is superfluous then. */
function greedily({ all, masks, scores }: CoverInput, items: readonly number[], largest: number): number[][] {
  let chosen: number[] = [];
  for (let covered = 0n; covered !== all; ) {
    const gain = (i: number) => bitsOf(masks[i]! & all & ~covered).length;
    const best = items.reduce((a, b) =>
      gain(b) > gain(a) || (gain(b) === gain(a) && scores[b]! > scores[a]!) ? b : a,
    );
    chosen.push(best);
    covered |= masks[best]! & all;
  }
  for (const item of [...chosen].reverse()) {
    const others = chosen.filter((other) => other !== item);
    const covered = others.reduce((mask, other) => mask | masks[other]!, 0n);
    if ((all & ~covered) === 0n) chosen = others;
  }
  return chosen.length > largest ? [] : [chosen.sort((a, b) => a - b)];
}
