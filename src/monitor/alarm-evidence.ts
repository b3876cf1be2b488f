// Evidence from CloudWatch alarms, for a rollout that began at a given time.

import type { Evidence, EvidenceDetail } from '../analysis/evidence.ts';
import type { AlarmReading } from '../aws/alarms.ts';
import { alarmName, isAlarm } from '../base/alarm-ref.ts';

/**
 * One piece of evidence per configured alarm. An alarm that was in ALARM before the rollout began counts again only
 * after it has left ALARM and fires again. An alarm that AWS does not return is inconclusive.
 *
 * @param alarms names or ARNs
 * @param startedAt seconds since the epoch
 */
export function judgeAlarms(
  alarms: readonly string[],
  readings: readonly AlarmReading[],
  startedAt: number,
): readonly Evidence[] {
  return alarms.map((alarm) => {
    const reading = readings.find(({ arn }) => isAlarm(alarm, arn));
    return { source: { kind: 'alarm', name: alarmName(alarm) }, ...judge(reading, startedAt) };
  });
}

/**
 * The same for alarms that were found by a tag, such as those of other services. They count when they fire: one that has
 * no data, or that its owner deletes during the release, says nothing about it.
 */
export function judgeTagged(
  arns: readonly string[],
  readings: readonly AlarmReading[],
  startedAt: number,
): readonly Evidence[] {
  return judgeAlarms(arns, readings, startedAt).map((evidence): Evidence => {
    const kind = evidence.detail?.kind;
    if (kind !== 'alarm-no-data' && kind !== 'alarm-gone') return evidence;
    const { unread: _, ...rest } = evidence;
    return { ...rest, verdict: 'healthy' };
  });
}

function judge(reading: AlarmReading | undefined, startedAt: number): Omit<Evidence, 'source'> {
  if (!reading) return unread({ kind: 'alarm-gone' });
  if (reading.state === 'ALARM') {
    const since = reading.transitionedAt;
    if ((since ?? startedAt) < startedAt) {
      return { verdict: 'healthy', detail: { kind: 'alarm-fired-before' } };
    }
    const detail = { kind: 'alarm-fired', reason: reading.reason } as const;
    return { verdict: 'failing', detail, ...(since !== undefined && { since }) };
  }
  if (reading.doubt) return unread({ kind: 'alarm-doubtful', doubt: reading.doubt });
  if (reading.state === 'INSUFFICIENT_DATA') {
    return { verdict: 'inconclusive', detail: { kind: 'alarm-no-data' } };
  }
  return { verdict: 'healthy', detail: { kind: 'alarm-ok' } };
}

function unread(detail: EvidenceDetail): Omit<Evidence, 'source'> {
  return { verdict: 'inconclusive', detail, unread: true };
}
