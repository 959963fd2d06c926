/**
 * Where a distribution passes its half: the first position up to which the weights sum to half of all. Of an even
 * split it is the lower side, whatever rounding says.
 */
export function medianPosition(weights: readonly number[]): number {
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let sum = 0;
  for (const [position, weight] of weights.entries()) {
    sum += weight;
    if (sum >= half * (1 - 1e-12)) return position;
  }
  return weights.length - 1;
}
