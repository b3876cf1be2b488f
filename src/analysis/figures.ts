// Numbers as a person would say them.

/** A rate, 0 to 1, in per cent with two figures that matter: `0.93%`, `12%`, `0%`. */
export function formatPercent(value: number): string {
  return `${figures(100 * value)}%`;
}

/** A ratio: `×9.1`; `×∞` when there was nothing to divide by. */
export function formatFactor(ratio: number): string {
  return Number.isFinite(ratio) ? `×${ratioFigures(ratio)}` : '×∞';
}

/** A ratio's figures: a tenth matters up to 100, as in `15.8`. */
export function ratioFigures(ratio: number): string {
  return ratio >= 10 && ratio < 100 ? ratio.toFixed(1) : figures(ratio);
}

/** Two significant figures, all of them above 100, at most four decimals. */
export function figures(value: number): string {
  if (value === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.max(0, Math.min(4, 1 - size)));
}
