/**
 * Solves A x = b for a symmetric positive definite A by Cholesky's factorisation.
 * @returns undefined if A is not positive definite.
 */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] | undefined {
  const n = b.length;
  const l: number[][] = [];
  const x: number[] = [];
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * (i === j ? row[k]! : l[j]![k]!);
      if (i === j && !(sum > 0)) return undefined;
      row.push(i === j ? Math.sqrt(sum) : sum / l[j]![j]!);
    }
    l.push(row);
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= row[k]! * x[k]!;
    x.push(sum / row[i]!);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= l[k]![i]! * x[k]!;
    x[i]! /= l[i]![i]!;
  }
  return x;
}
