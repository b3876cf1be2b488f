// Evidence from CloudWatch alarms, for a rollout that began at a given time.

import type { Evidence } from '../analysis/evidence.ts';
import type { AlarmReading } from '../aws/alarms.ts';

/**
 * One piece of evidence per configured alarm. An alarm that was in ALARM before the rollout began counts again only
 * after it has left ALARM and fires again. An alarm that AWS does not return is inconclusive.
 *
 * @param startedAt seconds since the epoch
 */
export function judgeAlarms(
  names: readonly string[],
  readings: readonly AlarmReading[],
  startedAt: number,
): readonly Evidence[] {
  return names.map((name) => {
    const reading = readings.find((r) => r.name === name);
    return { source: { kind: 'alarm', name }, ...judge(reading, startedAt) };
  });
}

function judge(reading: AlarmReading | undefined, startedAt: number): Omit<Evidence, 'source'> {
  if (!reading) return unread('the alarm no longer exists');
  if (reading.state === 'ALARM') {
    const since = reading.transitionedAt;
    if ((since ?? startedAt) < startedAt) {
      return { verdict: 'healthy', says: 'in ALARM since before the rollout; ignored' };
    }
    const says = `in ALARM: ${reading.reason}`;
    return { verdict: 'failing', says, ...(since !== undefined && { since }) };
  }
  if (reading.doubt) return unread(`CloudWatch reports ${reading.doubt}`);
  if (reading.state === 'INSUFFICIENT_DATA') {
    return { verdict: 'inconclusive', says: 'INSUFFICIENT_DATA' };
  }
  return { verdict: 'healthy', says: 'OK' };
}

function unread(says: string): Omit<Evidence, 'source'> {
  return { verdict: 'inconclusive', says, unread: true };
}
