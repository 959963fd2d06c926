/** Sweeps after which the descent stops, whatever it still moves; convergence takes some dozen. */
const MAX_SWEEPS = 10_000;
/** The descent stops when no coefficient moved more than this share of the largest one. */
const TOLERANCE = 1e-10;

/**
 * Minimises ½ bᵀ G b − rᵀ b over b ≥ 0 by cyclic coordinate descent: each coefficient in turn is set to its best value
 * given the others, or to 0 (Franc, Hlaváč, Navara, "Sequential coordinate-wise algorithm for the non-negative least
 * squares problem", CAIP 2005). Convex, so with a positive definite G the one minimum is found; no randomness.
 * Stops when a sweep moves no coefficient by more than 10⁻¹⁰ of the largest, or after 10,000 sweeps.
 * @param gram G, symmetric; coefficients with a diagonal of 0 stay at 0.
 * @param right r.
 */
export function nonNegativeLeastSquares(
  gram: readonly (readonly number[])[],
  right: readonly number[],
): number[] {
  const b = right.map(() => 0);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let moved = 0;
    for (const [j, row] of gram.entries()) {
      const diagonal = row[j]!;
      if (!(diagonal > 0)) continue;
      const rest = row.reduce((sum, value, i) => sum + value * b[i]!, 0);
      const next = Math.max(0, b[j]! + (right[j]! - rest) / diagonal);
      moved = Math.max(moved, Math.abs(next - b[j]!));
      b[j] = next;
    }
    if (moved <= TOLERANCE * Math.max(...b)) break;
  }
  return b;
}
