// The final message of a run whose rollback failed.

import type { Report } from './report.ts';

/** Several lines for an annotation: the current state, and the commands to restore traffic. */
export function renderStuck({
  reason,
  stands,
  commands,
  weight,
}: Pick<Report, 'reason' | 'stands' | 'commands' | 'weight'>): string {
  const run =
    weight === null || weight > 0
      ? 'Users may still be served the new version. To return all traffic to the previous version, run:'
      : 'To restore the rest, run:';
  return [
    'ROLLBACK FAILED: manual action required.',
    reason,
    stands,
    ...(commands.length > 0 ? [run, ...commands] : []),
  ].join('\n');
}
