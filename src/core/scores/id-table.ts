const FREE = -1;
const LEAST_SLOTS = 64;
/** 2³² divided by the golden ratio: spreads ids that are neighbours (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1 | 0;

/** Positions of ids in a list, in an open hash table on typed arrays: faster than a Map. */
export class IdTable {
  private ids = new Int32Array(1).fill(FREE);
  private positions = new Int32Array(1);
  private mask = 0;
  /** Bits of a product that are no slot. */
  private shift = 32;
  private readonly slotsPerId: number;

  /** @param slotsPerId at least so many slots for each id: more of them make ids that are not there quicker to tell. */
  constructor(slotsPerId = 2) {
    this.slotsPerId = slotsPerId;
  }

  /** Holds these different ids, below 2³² − 1, in place of those before. */
  fill(list: Uint32Array): void {
    let slots = LEAST_SLOTS;
    while (slots < list.length * this.slotsPerId) slots *= 2;
    if (slots > this.ids.length) {
      this.ids = new Int32Array(slots);
      this.positions = new Int32Array(slots);
    }
    const { ids, positions } = this;
    this.mask = slots - 1;
    this.shift = Math.clz32(this.mask);
    ids.fill(FREE, 0, slots);
    for (let i = 0; i < list.length; i++) {
      const id = list[i]! | 0;
      let slot = Math.imul(id, SPREAD) >>> this.shift;
      while (ids[slot] !== FREE) slot = (slot + 1) & this.mask;
      ids[slot] = id;
      positions[slot] = i;
    }
  }

  /** Position of an id in the list; −1 when it is not there. */
  position(id: number): number {
    const { ids, mask } = this;
    const wanted = id | 0;
    for (let slot = Math.imul(wanted, SPREAD) >>> this.shift; ; slot = (slot + 1) & mask) {
      const found = ids[slot]!;
      if (found === wanted) return this.positions[slot]!;
      if (found === FREE) return -1;
    }
  }
}

/** A table of ids that stay. */
export function tableOf(list: Uint32Array): IdTable {
  const table = new IdTable();
  table.fill(list);
  return table;
}
