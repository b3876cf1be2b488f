// The numbers of a comparison, among other evidence. In a report's file, what cannot be told or is
// beyond all bounds is `null`.

import { figures, formatFactor } from '../analysis/figures.ts';
import type { Finding } from '../analysis/finding.ts';

/** `×1.2 (0.53–2.5)`, with the 99% interval that holds at all times; `–` where nothing is known. */
export function formatRatio({ comparison, interval }: Finding): string {
  if (!interval || Number.isNaN(comparison.ratio)) return '–';
  const low = interval.low <= 0.01 ? '0' : figures(interval.low);
  const high = interval.high >= 999 ? '∞' : figures(interval.high);
  return `${formatFactor(comparison.ratio ?? Number.POSITIVE_INFINITY)} (${low}–${high})`;
}
