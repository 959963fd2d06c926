/** The node where every walk begins. */
export const ROOT = 0;
/** Given by {@link Trie.edge} where no text goes on. */
export const NO_EDGE = -1;

/** Of an edge: the node it leaves, its UTF-16 unit, the node it leads to, the number of the text that ends there. */
const SIZE = 4;
const UNIT = 1;
const TARGET = 2;
const VALUE = 3;

/**
 * Texts by their UTF-16 units, each with a number. All edges stand side by side in one hash table: a walk from every
 * place of a long text touches no objects, and mostly ends after one or two steps.
 */
export class Trie {
  /** {@link SIZE} integers a slot, at most half of them taken; a free one leads to the root, as no edge does. */
  private slots = new Int32Array(64 * SIZE);
  private mask = 63;
  private nodes = 1;
  /** The node behind each unit that begins a text, {@link ROOT} for none: most walks end with their first step. */
  private readonly firsts = new Int32Array(0x10000);

  /**
   * Adds a text that is not empty, or a part of one; of equal texts the last number counts.
   * @param value from 1.
   */
  add(text: string, value: number, start = 0, end = text.length): void {
    let node = ROOT;
    let edge = NO_EDGE;
    for (let i = start; i < end; i++) {
      edge = this.edgeOrNew(node, text.charCodeAt(i));
      node = this.node(edge);
      if (i === start) this.firsts[text.charCodeAt(i)] = node;
    }
    this.slots[edge + VALUE] = value;
  }

  /** Whether a text begins with a unit: most walks would end with their first step. */
  begins(unit: number): boolean {
    return this.firsts[unit] !== ROOT;
  }

  /** The node behind a unit that begins a text; {@link ROOT} for none. */
  first(unit: number): number {
    return this.firsts[unit]!;
  }

  /** The edge that leaves a node by a unit, or {@link NO_EDGE}. Edges are good until the next {@link Trie.add}. */
  edge(node: number, unit: number): number {
    const edge = this.find(node, unit);
    return this.slots[edge + TARGET] === ROOT ? NO_EDGE : edge;
  }

  /** The node that an edge leads to. */
  node(edge: number): number {
    return this.slots[edge + TARGET]!;
  }

  /** The number of the text that ends with an edge; 0 when none does. */
  value(edge: number): number {
    return this.slots[edge + VALUE]!;
  }

  private edgeOrNew(node: number, unit: number): number {
    if (this.nodes * 2 > this.mask) this.grow();
    const edge = this.find(node, unit);
    if (this.slots[edge + TARGET] === ROOT) this.slots.set([node, unit, this.nodes++], edge);
    return edge;
  }

  /** The slot of an edge, or the free one that it would take; linear probing. */
  private find(node: number, unit: number): number {
    const { slots, mask } = this;
    const hash = (Math.imul(node, 0x9e3779b1) + Math.imul(unit, 0x85ebca6b)) | 0;
    let at = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const edge = at * SIZE;
      if (slots[edge + TARGET] === ROOT || (slots[edge] === node && slots[edge + UNIT] === unit)) return edge;
      at = (at + 1) & mask;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let edge = 0; edge < old.length; edge += SIZE) {
      if (old[edge + TARGET] === ROOT) continue;
      this.slots.set(old.subarray(edge, edge + SIZE), this.find(old[edge]!, old[edge + UNIT]!));
    }
  }
}
