import type { Steps } from '../../base/steps.ts';
import type { DenseVector, GivenVector, VectorStore } from './vector.ts';

/** Most components of a vector: whole numbers of 8 bits are multiplied and added in 32. */
export const MOST_DIMENSIONS = 65_536;
/** Largest whole number that a component is kept as. */
const STEPS = 127;
/** Components of a vector of unit length are no nearer to the mean than 32-bit floats tell: below is no direction. */
const LEAST = 1e-7;

/** What a vector is turned into, and how much it counts. */
export interface SpaceParts {
  /** Share of the vectors in a score, in [0, 1]. */
  readonly weight: number;
  readonly store: VectorStore;
  /** What is subtracted of vectors of unit length. */
  readonly mean: Float64Array;
}

/**
 * The space in which vectors are compared. Models put all texts into a narrow cone: raw cosines of what has nothing to
 * do with each other are high, and differ little. What all of them share is their mean; without it cosines spread, and
 * 0 means no more alike than any two.
 */
export class DenseSpace {
  readonly parts: SpaceParts;

  constructor(parts: SpaceParts) {
    this.parts = parts;
  }

  get dimensions(): number {
    return this.parts.mean.length;
  }

  /** The parts, for others to keep: the mean is a copy. */
  get told(): SpaceParts {
    return { ...this.parts, mean: this.parts.mean.slice() };
  }

  /**
   * A given vector in this space: scaled to unit length, less the mean, scaled again, as it is kept. Undefined for one
   * without a direction: all zeros, or the mean itself.
   */
  place(given: GivenVector): DenseVector | undefined {
    const { mean, store } = this.parts;
    const length = lengthOf(given);
    if (length === 0) return undefined;
    const centred = Float64Array.from(mean, (middle, i) => given[i]! / length - middle);
    const largest = centred.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    if (largest < LEAST) return undefined;
    const values =
      store === 'int8'
        ? Int8Array.from(centred, (x) => Math.round((x / largest) * STEPS))
        : unitFloats(centred, largest);
    return { values, norm: lengthOf(values) };
  }
}

function unitFloats(centred: Float64Array, largest: number): Float32Array {
  const scaled = centred.map((x) => x / largest);
  const length = lengthOf(scaled);
  return Float32Array.from(scaled, (x) => x / length);
}

/** Euclidean length, added in the order of components. */
export function lengthOf(vector: GivenVector): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i]! * vector[i]!;
  return Math.sqrt(sum);
}

/** The mean of vectors after each was scaled to unit length, in steps; those of zeros do not count. */
export function* meanSteps(vectors: Iterable<GivenVector>, dimensions: number): Steps<Float64Array> {
  const sum = new Float64Array(dimensions);
  let count = 0;
  for (const vector of vectors) {
    yield 0;
    const length = lengthOf(vector);
    if (length === 0) continue;
    count++;
    for (let i = 0; i < dimensions; i++) sum[i]! += vector[i]! / length;
  }
  return count === 0 ? sum : sum.map((x) => x / count);
}
