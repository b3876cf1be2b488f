// The ratio of a comparison as text. In the file of a report, an unknown or infinite number is `null`.

import { figures, formatFactor } from '../analysis/figures.ts';
import type { Finding } from '../analysis/finding.ts';

/** `×1.2 (0.53–2.5)`, with the 99% interval, which is valid at any time; `–` if nothing is known. */
export function formatRatio({ comparison, interval }: Finding): string {
  if (!interval || Number.isNaN(comparison.ratio)) return '–';
  const low = interval.low <= 0.01 ? '0' : figures(interval.low);
  const high = interval.high >= 999 ? '∞' : figures(interval.high);
  return `${formatFactor(comparison.ratio ?? Number.POSITIVE_INFINITY)} (${low}–${high})`;
}
