/** Scalars of TF-IDF. Each formula names its source; the choice between them is measured in benchmarks/EVALUATION.md. */

/** A 32-bit float above which the ones before them are as close as relative rounding tells. */
const LEAST_NORMAL = 2 ** -120;
/** The largest finite 32-bit float. */
const MAX_FLOAT32 = (2 - 2 ** -23) * 2 ** 127;

/**
 * Sublinear term frequency, ln(1 + f): a term said ten times is not ten times as telling
 * (Manning, Raghavan, Schütze, Introduction to Information Retrieval, 2008, section 6.4.1, with f ≥ 0 real).
 * Frequencies beyond the range of 32-bit floats count as the largest of them, so that no weight is infinite.
 */
export function tfWeight(frequency: number): number {
  return Math.log1p(Math.min(frequency, MAX_FLOAT32));
}

/**
 * Smoothed inverse document frequency, ln((N + 1) / (df + 1)) + 1: positive for every term, defined for df = 0
 * (the smooth form of scikit-learn's TfidfTransformer).
 */
export function idfWeight(count: number, documentFrequency: number): number {
  return Math.log((count + 1) / (documentFrequency + 1)) + 1;
}

/**
 * The nearest 32-bit float towards zero. Rows of unit length stay within it after rounding, so that by
 * Cauchy–Schwarz no inner product of two rows exceeds 1.
 */
export function floorToFloat32(value: number): number {
  const rounded = Math.fround(value);
  // Of a normal number above 0, this is the one before it, in less time than by its bits.
  if (rounded > value && rounded >= LEAST_NORMAL && rounded <= MAX_FLOAT32) {
    return Math.fround(rounded * (1 - 2 ** -24));
  }
  if (Math.abs(rounded) <= Math.abs(value)) return rounded;
  scratchFloat[0] = rounded;
  scratchBits[0] = scratchBits[0]! - 1;
  return scratchFloat[0]!;
}

const scratchFloat = new Float32Array(1);
const scratchBits = new Uint32Array(scratchFloat.buffer);
