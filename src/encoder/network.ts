import { BLOCK, Block, NONE } from './block.ts';
import { fullRows, type Kernel } from './kernel.ts';
import { normalizeLayer } from './layer-norm.ts';
import { PieceStates } from './piece-states.ts';
import { Plan } from './plan.ts';
import { featuresOf } from './shape.ts';
import { Tail, TEXTS } from './tail.ts';
import type { Weights } from './weights.ts';

/** Rows that `fullRows` may add. */
const SPARE = 3;

/**
 * The network: for each piece of a text its own numbers and what each window finds around it, in two layers; these are
 * normalised and summed over the text, and the sum goes through {@link Tail}. Sums over a text are in 64 bits and in its order:
 * a vector is the same whatever else goes through with it.
 */
export class Network {
  /** Numbers of a vector. */
  readonly dimension: number;
  private readonly plan: Plan;
  private readonly kernel: Kernel;
  private readonly states: PieceStates;
  private readonly tail: Tail;
  private readonly block: Block;
  private readonly features: number;
  /** Places in the memory, in bytes: what the first layer of a window gives, and all numbers of each row. */
  private readonly layer: number;
  private readonly rows: number;

  /** @param createKernel makes the kernel with so many bytes of memory. */
  constructor(
    private readonly weights: Weights,
    createKernel: (bytes: number) => Kernel,
  ) {
    const { shape } = weights;
    this.plan = new Plan(weights);
    this.states = new PieceStates(weights, this.plan);
    this.tail = new Tail(weights, this.plan);
    this.block = new Block(shape.windows);
    this.features = featuresOf(shape);
    this.layer = this.plan.place((BLOCK + SPARE) * shape.channels);
    this.rows = this.plan.place((BLOCK + SPARE) * this.features);
    this.dimension = this.tail.dimension;
    this.kernel = createKernel(this.plan.size);
    this.plan.fill(this.kernel.memory);
  }

  /** The vectors of at most {@link TEXTS} texts, each given by its pieces, of which there is at least one. */
  vectors(texts: readonly (readonly number[])[]): Float32Array[] {
    const sums = new Float64Array(texts.length * this.features);
    const { block } = this;
    texts.forEach((pieces, text) => {
      for (let from = 0; from < pieces.length; ) {
        const next = block.add(text, pieces, from);
        if (next === from) this.flush(sums);
        from = next;
      }
    });
    this.flush(sums);
    const lengths = texts.map((pieces) => pieces.length);
    return this.tail.vectors(sums, lengths, this.kernel);
  }

  /** Adds the rows of the block to the sums of their texts, and clears it. */
  private flush(sums: Float64Array): void {
    const { block, weights, features, kernel } = this;
    const { shape, lists, epsilon } = weights;
    const states = this.states.of(block.pieces.subarray(0, block.size), kernel);
    shape.windows.forEach((_, window) => {
      this.firstLayer(window, states);
      this.secondLayer(window);
    });
    const gain = lists.get('gain')!;
    const shift = lists.get('shift')!;
    const { memory } = kernel;
    for (let row = 0; row < block.size; row++) {
      const text = block.texts[row]!;
      if (text === NONE) continue;
      const at = this.rows / 4 + row * features;
      memory.copyWithin(at, states[row]!, states[row]! + shape.width);
      normalizeLayer(memory, at, features, gain, shift, epsilon);
      for (let i = 0, to = text * features; i < features; i++, to++) sums[to]! += memory[at + i]!;
    }
    block.clear();
  }

  /** relu(bias + the products of the window's pieces) + the numbers of the piece; rows of no piece are zero. */
  private firstLayer(window: number, states: Int32Array): void {
    const { channels, width, windows } = this.weights.shape;
    const { memory } = this.kernel;
    const bias = this.weights.lists.get('firstBias')!.subarray(window * channels, (window + 1) * channels);
    const own = width + window * channels;
    const products = this.states.products[window]!;
    const { size, before } = windows[window]!;
    for (let row = 0, at = this.layer / 4; row < this.block.size; row++, at += channels) {
      const state = states[row]!;
      memory.fill(0, at, at + channels);
      if (state < 0) continue;
      memory.set(bias, at);
      for (let place = 0; place < size; place++) {
        const neighbour = states[row + place - before]!;
        if (neighbour < 0) continue;
        const from = neighbour + products + place * channels;
        for (let i = 0; i < channels; i++) memory[at + i]! += memory[from + i]!;
      }
      addOwn(memory, at, state + own, channels);
    }
    memory.fill(0, this.layer / 4 + this.block.size * channels, this.layer / 4 + (BLOCK + SPARE) * channels);
  }

  /** The same on what the first layer gave: windows are rows that overlap. */
  private secondLayer(window: number): void {
    const { channels, width, windows } = this.weights.shape;
    const { features, plan, block } = this;
    const { memory, multiply } = this.kernel;
    const bias = this.weights.lists.get('secondBias')!.subarray(window * channels, (window + 1) * channels);
    const { size, before } = windows[window]!;
    const count = block.size - 2 * block.gap;
    const rows = this.rows + (block.gap * features + width + window * channels) * 4;
    const full = fullRows(count);
    for (let i = 0; i < full; i++) memory.set(bias, rows / 4 + i * features);
    const { at, panels } = plan.matrix(`second${window}`);
    const from = this.layer + (block.gap - before) * channels * 4;
    multiply(from, channels * 4, full, size * channels, at, panels, rows, features * 4);
    for (let i = 0; i < count; i++) {
      const own = this.layer / 4 + (block.gap + i) * channels;
      addOwn(memory, rows / 4 + i * features, own, channels);
    }
  }
}

/** x ← relu(x) + own. */
function addOwn(values: Float32Array, at: number, own: number, length: number): void {
  for (let i = 0; i < length; i++) {
    const value = values[at + i]!;
    values[at + i] = Math.max(value, 0) + values[own + i]!;
  }
}
