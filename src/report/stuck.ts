// The last words of a run whose way back failed.

import type { Report } from './report.ts';

/** Several lines, for an annotation: what stands now, and the commands that mend it. */
export function renderStuck({
  reason,
  stands,
  commands,
  weight,
}: Pick<Report, 'reason' | 'stands' | 'commands' | 'weight'>): string {
  const run =
    weight === null || weight > 0
      ? 'Users may still be served the new version. To give all traffic back to the version before, run:'
      : 'To put back what is left of it, run:';
  return [
    'ROLLING BACK FAILED: somebody must act now.',
    reason,
    stands,
    ...(commands.length > 0 ? [run, ...commands] : []),
  ].join('\n');
}
