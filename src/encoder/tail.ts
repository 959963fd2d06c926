import type { Kernel } from './kernel.ts';
import type { Plan } from './plan.ts';
import { featuresOf } from './shape.ts';
import type { Weights } from './weights.ts';

/** Texts at once. */
export const TEXTS = 32;

/** From the sum over a text's pieces to its vector: pooled, through the blocks, squashed, to length 1. */
export class Tail {
  /** Numbers of a vector. */
  readonly dimension: number;
  private readonly features: number;
  private readonly sums: number;
  private readonly pooled: number;
  private readonly inner: readonly number[];
  private readonly outer: readonly number[];

  constructor(
    private readonly weights: Weights,
    private readonly plan: Plan,
  ) {
    const { pooled, blocks } = weights.shape;
    this.features = featuresOf(weights.shape);
    this.sums = plan.place(TEXTS * this.features);
    this.pooled = plan.place(TEXTS * pooled);
    this.inner = blocks.map(({ inner }) => plan.place(TEXTS * inner));
    this.outer = blocks.map(({ outer }) => plan.place(TEXTS * outer));
    this.dimension = blocks.at(-1)!.outer;
  }

  /**
   * @param sums of the features of all pieces, text by text, of at most {@link TEXTS} texts.
   * @param lengths of the texts in pieces.
   */
  vectors(sums: Float64Array, lengths: readonly number[], kernel: Kernel): Float32Array[] {
    const { pooled, blocks } = this.weights.shape;
    const { memory } = kernel;
    const texts = lengths.length;
    memory.set(sums, this.sums / 4);
    const bias = this.weights.lists.get('poolBias')!;
    lengths.forEach((length, text) => {
      for (let i = 0; i < pooled; i++) memory[this.pooled / 4 + text * pooled + i] = length * bias[i]!;
    });
    this.multiply(kernel, 'pool', this.sums, this.pooled, texts);
    lengths.forEach((length, text) => {
      const factor = 1 / Math.sqrt(length);
      const at = this.pooled / 4 + text * pooled;
      for (let i = 0; i < pooled; i++) memory[at + i]! *= factor;
    });
    let from = this.pooled;
    blocks.forEach(({ inner, outer }, i) => {
      const [hidden, to] = [this.inner[i]!, this.outer[i]!];
      memory.fill(0, hidden / 4, hidden / 4 + texts * inner);
      memory.fill(0, to / 4, to / 4 + texts * outer);
      this.multiply(kernel, `inner${i}`, from, hidden, texts);
      rectify(memory, hidden / 4, texts * inner);
      this.multiply(kernel, `around${i}`, from, to, texts);
      this.multiply(kernel, `outer${i}`, hidden, to, texts);
      if (i < blocks.length - 1) rectify(memory, to / 4, texts * outer);
      from = to;
    });
    const { dimension } = this;
    return lengths.map((_, text) =>
      this.unit(memory.slice(from / 4 + text * dimension, from / 4 + (text + 1) * dimension)),
    );
  }

  private multiply({ multiply }: Kernel, name: string, from: number, to: number, texts: number): void {
    const { at, rows, panels } = this.plan.matrix(name);
    multiply(from, rows * 4, texts, rows, at, panels, to, panels * 32);
  }

  /** Squashes numbers between -1 and 1 and brings the whole to length 1. */
  private unit(values: Float32Array): Float32Array {
    let squares = 0;
    for (let i = 0; i < values.length; i++) {
      values[i] = Math.tanh(values[i]!);
      squares += values[i]! * values[i]!;
    }
    const factor = 1 / Math.sqrt(Math.max(squares, this.weights.epsilon));
    for (let i = 0; i < values.length; i++) values[i]! *= factor;
    return values;
  }
}

function rectify(values: Float32Array, at: number, length: number): void {
  for (let i = at; i < at + length; i++) if (!(values[i]! > 0)) values[i] = 0;
}
