import { PANEL, writePanels } from './multiply.ts';
import { matricesOf } from './shape.ts';
import type { Weights } from './weights.ts';

const ALIGNMENT = 16;

/** A matrix in the memory of the kernel. */
export interface PlacedMatrix {
  /** In bytes. */
  readonly at: number;
  readonly rows: number;
  readonly panels: number;
}

/** Gives out places of a memory that is made once all are known. */
export class Plan {
  private bytes = 0;
  private readonly matrices = new Map<string, PlacedMatrix>();

  constructor(private readonly weights: Weights) {
    for (const [name, rows, columns] of matricesOf(weights.shape)) {
      this.matrices.set(name, { at: this.place(rows * columns), rows, panels: columns / PANEL });
    }
  }

  /** The place of so many numbers, in bytes. */
  place(numbers: number): number {
    const at = this.bytes;
    this.bytes += Math.ceil((numbers * 4) / ALIGNMENT) * ALIGNMENT;
    return at;
  }

  /** Bytes that were given out. */
  get size(): number {
    return this.bytes;
  }

  /** Where a matrix lies. */
  matrix(name: string): PlacedMatrix {
    return this.matrices.get(name)!;
  }

  /** Writes all matrices into the memory. */
  fill(memory: Float32Array): void {
    for (const [name, { at, rows, panels }] of this.matrices) {
      const { steps, scale } = this.weights.matrices.get(name)!;
      writePanels(steps, scale, rows, panels * PANEL, memory, at / 4);
    }
  }
}
