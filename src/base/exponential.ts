/**
 * eˣ by sums and products alone: `Math.exp` may differ in the last bit between engines, and what people compare may not.
 * Nine terms of the series at x / 2^squarings; with |x| ≤ 2^(squarings − 3) the error stays below 1e-13.
 * @param squarings of the exponential of so small a part of x.
 */
export function exponential(x: number, squarings: number): number {
  const small = x / 2 ** squarings;
  let sum = 1;
  for (let term = 9; term > 0; term--) sum = 1 + (small * sum) / term;
  for (let i = 0; i < squarings; i++) sum *= sum;
  return sum;
}
