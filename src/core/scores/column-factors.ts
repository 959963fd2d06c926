import { MOST_STEPS } from '../postings/columns.ts';

/** The greatest sum of 16 bits. */
const MOST_SUM = 65535;
/** Room that must be left for the sums themselves. */
const LEAST_ROOM = MOST_SUM / 4;
/** The least normal 32-bit float: smaller units lose digits. */
const LEAST_UNIT = 2 ** -126;
/** What rounding of the lengths may add. */
const ROUNDED_UP = 1 + 2 ** -20;

/** Weights of a query for its columns, in whole numbers. */
export interface ColumnFactors {
  /** What one of a sum of factor × byte stands for, a 32-bit float. 0 without columns. */
  readonly unit: number;
  /** Most by which such a sum is above the true one, and below it. */
  readonly above: number;
  readonly below: number;
}

const NONE: ColumnFactors = { unit: 0, above: 0, below: 0 };

/**
 * Turns the weights of a query into factors, so that no sum of factor × byte leaves 16 bits. With query weights q, record
 * weights w and steps s, such a sum is
 *
 *     Σ factor · byte  ≤  Σ (q·s / unit + 1) · (w / s + 1)  ≤  (Σ q·w + Σ q·s) / unit + terms · (MOST_STEPS + 1),
 *
 * and Σ q·w is at most the product of both lengths, of which the unit follows.
 * @param products q·s of each column, above 0.
 * @param squares Σ q² over them.
 * @param length the greatest length of what a row has in columns.
 * @param write takes the factor of each column, at least 1: a row that shares a term has a sum above 0.
 * @returns undefined when the query has too many columns, or too small weights in them.
 */
export function columnFactors(
  products: Float64Array,
  count: number,
  squares: number,
  length: number,
  write: (index: number, factor: number) => void,
): ColumnFactors | undefined {
  if (count === 0) return NONE;
  const room = MOST_SUM - count * (MOST_STEPS + 1);
  if (room < LEAST_ROOM) return undefined;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += products[i]!;
  const unit = Math.fround(((Math.sqrt(squares) * length + sum) / room) * ROUNDED_UP);
  if (unit < LEAST_UNIT) return undefined;
  // Weights are rounded up to steps; factors to the nearest, so that half of them take back what the others add.
  let above = sum;
  let below = 0;
  for (let i = 0; i < count; i++) {
    const factor = Math.max(1, Math.round(products[i]! / unit));
    const error = MOST_STEPS * (factor * unit - products[i]!);
    if (error > 0) above += error;
    else below -= error;
    write(i, factor);
  }
  return { unit, above, below };
}
