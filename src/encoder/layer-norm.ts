/**
 * Brings numbers to mean 0 and variance 1, then to the gains and shifts of each place: x ← (x − mean) / √(variance + ε) ·
 * gain + shift.
 */
export function normalizeLayer(
  values: Float32Array,
  at: number,
  length: number,
  gains: Float32Array,
  shifts: Float32Array,
  epsilon: number,
): void {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[at + i]!;
  const mean = sum / length;
  let squares = 0;
  for (let i = 0; i < length; i++) {
    const difference = values[at + i]! - mean;
    squares += difference * difference;
  }
  const factor = 1 / Math.sqrt(squares / length + epsilon);
  for (let i = 0; i < length; i++) {
    values[at + i] = (values[at + i]! - mean) * factor * gains[i]! + shifts[i]!;
  }
}
