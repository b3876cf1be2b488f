// Compares this machine's clock with AWS's.

import { describeClockOffset } from '../aws/clock.ts';
import { formatDuration } from '../base/duration.ts';
import type { Problems } from '../base/problems.ts';

const TOO_MUCH = 120;

/** @param ahead seconds by which this machine is ahead; negative: behind */
export function checkClock(ahead: number | undefined, { problems, notes }: Problems): void {
  const off = describeClockOffset(ahead);
  if (off === undefined) return;
  if (Math.abs(ahead ?? 0) < TOO_MUCH) {
    notes.push(`${off}, so counts may be a minute late. Correct the clock`);
  } else {
    problems.push(
      `${off}; expected less than ${formatDuration(TOO_MUCH)}, because steps are judged by CloudWatch minutes. Correct the clock (on a self-hosted runner, use NTP)`,
    );
  }
}
