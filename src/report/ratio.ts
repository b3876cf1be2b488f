// The ratio of a comparison as text. In the file of a report, an unknown or infinite number is `null`.

import { formatFactor, ratioFigures } from '../analysis/figures.ts';
import type { Finding } from '../analysis/finding.ts';

/** `×1.2 (0.53–2.5)`, with the interval of the decision, which is valid at any time; `–` if nothing is known. */
export function formatRatio({ comparison, interval }: Finding): string {
  if (Number.isNaN(comparison.ratio)) return '–';
  const ratio = formatFactor(comparison.ratio ?? Number.POSITIVE_INFINITY);
  return interval ? `${ratio} (${intervalEnds(interval)})` : ratio;
}

/** `0.53–2.5`. */
export function intervalEnds({ low, high }: NonNullable<Finding['interval']>): string {
  return `${low <= 0.01 ? '0' : ratioFigures(low)}–${high >= 999 ? '∞' : ratioFigures(high)}`;
}

/** `99.4%`. Files of earlier versions have no level. */
export function formatLevel({ level = 0.99 }: Partial<NonNullable<Finding['interval']>>): string {
  const missed = Number((100 * (1 - level)).toPrecision(2));
  return `${Number((100 - missed).toFixed(4))}%`;
}
