// Smoke checks in sentences.

import type { EvidenceDetail } from '../analysis/evidence.ts';
import { quote } from '../base/quote.ts';
import type { CheckReport } from './report.ts';

/** `2 of 5 failed: "create": the status is 500; expected 2xx`. */
export function checksText({
  counts: { passed, warned, failed, skipped },
  first,
}: Extract<EvidenceDetail, { kind: 'checks' }>): string {
  const all = passed + warned + failed + skipped;
  if (failed === 0) return warned > 0 ? `${all} passed, ${warned} with warnings` : `${all} passed`;
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  const why = first ? `: ${quote(first.name)}: ${first.says}` : '';
  return `${failed} of ${all} failed${rest}${why}`;
}

/** A line of the log. */
export function checkLine({ name, result, differs, ...report }: CheckReport): string {
  const answered = answerText(report);
  const about = answered === '' ? '' : ` (${answered})`;
  const why = differs.length === 0 ? '' : `: ${differs.join('; ')}`;
  return `Check ${quote(name)} ${result}${about}${why}`;
}

/** `201 in 84 ms, attempt 2`; empty without an answer. */
export function answerText({
  status,
  milliseconds,
  attempts,
}: Pick<CheckReport, 'status' | 'milliseconds' | 'attempts'>): string {
  const parts = [
    [status, milliseconds === undefined ? undefined : `${milliseconds} ms`]
      .filter((part) => part !== undefined)
      .join(' in '),
    attempts > 1 ? `attempt ${attempts}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
