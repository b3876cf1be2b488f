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
      ? 'Users may still be served the new version. To return all traffic to the previous version, run:'
      : 'To put back what is left of it, run:';
  return [
    'ROLLBACK FAILED: manual action required.',
    reason,
    stands,
    ...(commands.length > 0 ? [run, ...commands] : []),
  ].join('\n');
}
