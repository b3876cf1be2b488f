// Sums of numbers kept as logarithms, so that evidence of e^1000 neither overflows nor underflows.

/** ln(e^a + e^b). */
export function logAddExp(a: number, b: number): number {
  const high = Math.max(a, b);
  if (high === Number.NEGATIVE_INFINITY) return high;
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

/** ln of the sum of e^x over the values; −∞ for no values. */
export function logSumExp(values: ArrayLike<number>): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i]! > high) high = values[i]!;
  if (high === Number.NEGATIVE_INFINITY) return high;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += Math.exp(values[i]! - high);
  return high + Math.log(total);
}
