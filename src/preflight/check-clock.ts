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
    notes.push(`${off}, so what is counted may be a minute late. Set it right`);
  } else {
    problems.push(
      `${off}; expected less than ${formatDuration(TOO_MUCH)}, for steps are judged by the minutes of CloudWatch. Set it right (on a machine of your own: by NTP)`,
    );
  }
}
