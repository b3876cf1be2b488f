// Numbers rounded for reading.

/** A rate, 0 to 1, as a percentage with two significant figures: `0.93%`, `12%`, `0%`. */
export function formatPercent(value: number): string {
  return `${figures(100 * value)}%`;
}

/** A ratio: `×9.1`; `×∞` when the divisor is 0. */
export function formatFactor(ratio: number): string {
  return Number.isFinite(ratio) ? `×${ratioFigures(ratio)}` : '×∞';
}

/** The figures of a ratio, with one decimal up to 100, as in `15.8`. */
export function ratioFigures(ratio: number): string {
  return ratio >= 10 && ratio < 100 ? ratio.toFixed(1) : figures(ratio);
}

/** Two significant figures with at most four decimals; above 100, all digits of the whole number. */
export function figures(value: number): string {
  if (value === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.max(0, Math.min(4, 1 - size)));
}
