// The last words of a run whose way back failed.

import type { Report } from './report.ts';

/** Several lines, for an annotation: what stands now, and the commands that mend it. */
export function renderStuck({ reason, stands, commands }: Report): string {
  return [
    'ROLLING BACK FAILED: somebody must act now.',
    reason,
    stands,
    'Users may still be served the new version. To give all traffic back to the version before, run:',
    ...commands,
  ].join('\n');
}
