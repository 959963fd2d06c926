/**
 * What the engine's score of a record says of the exact one.
 *
 * Lucene keeps the weight of a feature as the upper bits of a 32-bit float: its exponent and 8 bits of its mantissa, cut
 * (`FeatureField`, Lucene 8 and 9), so that kept ≤ weight < kept · (1 + 2⁻⁸). A clause scores boost × kept, rounded to a
 * 32-bit float; the boost is the query's weight, a 32-bit float itself. The clauses are added in 64 bits, in any order, and
 * the sum is rounded to 32 bits. So for m clauses, with r for what roundings do,
 *
 *     engine · (1 − r) − tiny ≤ exact < engine · (1 + 2⁻⁸) · (1 + r) + tiny,   r = (m + 2) · 2⁻²³
 *
 * where r also covers that a score is told in decimals, which are half a unit of its last bit away at most; it is more than twice the two roundings to 24 bits and m to 53 that there are, for engines that add in 32 bits; and
 * `tiny` is what products below the least normal float (2⁻¹²⁶) may lose, each less than 2⁻¹⁴⁹. `docs/guides/search-cluster.md`
 * says it in words.
 */

/** What cutting the mantissa may take from a weight. */
const CUT = 2 ** -8;
/** For each clause: more than twice a rounding to 24 bits. */
const ROUNDING = 2 ** -23;
/** For each clause: what a product that is no normal float may lose. */
const TINY = 2 ** -149;

/**
 * More than the exact product of any record whose score by the engine is at most this.
 * @param clauses number of features that were asked for.
 */
export function productBelow(score: number, clauses: number): number {
  return score * (1 + CUT) * (1 + (clauses + 2) * ROUNDING) + clauses * TINY;
}
