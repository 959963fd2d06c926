/** A vector as models and databases give it. */
export type GivenVector = ArrayLike<number>;

/** How components are kept. */
export const VECTOR_STORES = ['int8', 'float32'] as const;
export type VectorStore = (typeof VECTOR_STORES)[number];

/** A vector in its space: whole numbers in [−127, 127], or components of about unit length. */
export interface DenseVector {
  readonly values: Int8Array | Float32Array;
  /** Euclidean length of the values as they are kept; above 0. */
  readonly norm: number;
}

/**
 * The cosine of two vectors of one space, in [−1, 1]: of the values as they are kept, on both sides, so that it is the
 * same whichever of the two is asked. Whole numbers are added exactly; floats always in the same order, in 64 bits.
 */
export function cosine(a: DenseVector, b: DenseVector): number {
  return cosineAt(a, b.values, 0, b.norm);
}

/** The same, of a vector and one that lies among others. */
export function cosineAt(a: DenseVector, values: DenseVector['values'], start: number, norm: number): number {
  const product =
    a.values instanceof Int8Array
      ? wholeProduct(a.values, values as Int8Array, start)
      : floatProduct(a.values, values as Float32Array, start);
  return Math.max(-1, Math.min(1, product / (a.norm * norm)));
}

/** Sums stay below 2³¹ up to `MOST_DIMENSIONS`. */
function wholeProduct(a: Int8Array, b: Int8Array, start: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum = (sum + a[i]! * b[start + i]!) | 0;
  return sum;
}

/** Four sums take turns: one addition need not wait for the one before. */
function floatProduct(a: Float32Array, b: Float32Array, start: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = a.length - (a.length % 4);
  for (let i = 0; i < whole; i += 4) {
    first += a[i]! * b[start + i]!;
    second += a[i + 1]! * b[start + i + 1]!;
    third += a[i + 2]! * b[start + i + 2]!;
    fourth += a[i + 3]! * b[start + i + 3]!;
  }
  for (let i = whole; i < a.length; i++) first += a[i]! * b[start + i]!;
  return first + second + (third + fourth);
}
