// Numbers rounded for reading.

/** A rate, 0 to 1, as a percentage with two significant figures: `0.93%`, `12%`. Only none is `0%`, and only all `100%`. */
export function formatPercent(rate: number): string {
  const percent = 100 * rate;
  if (rate > 0 && rate < LEAST_RATE) return '<0.0001%';
  if (percent >= 99.5 && percent < 100) return '>99%';
  return `${percent >= 10 ? Math.round(percent) : Number(percent.toPrecision(2))}%`;
}

/** What the smallest figure is worth. */
const LEAST_RATE = 1e-6;

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
